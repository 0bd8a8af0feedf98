"""format=flowed (RFC 3676): lines that end in a space go on in the next one."""

from __future__ import annotations

from followlint.mail.traced import Traced

_SIGNATURE = "-- "


def unflowed(text: Traced, *, delete_space: bool = False) -> Traced:
    """Return the text with its paragraphs on one line each, the stuffed spaces taken out.

    `delete_space` is the `DelSp` of the content type: the space at a join is no part of the text.
    """
    pieces: list[Traced] = []
    open_depth: int | None = None  # of the paragraph that the next line may go on with
    for line, ending in text.lines():
        depth = len(line.text) - len(line.text.lstrip(">"))
        body = line[slice(depth, None)]
        stuffed = body.text.startswith(" ")
        body = body[slice(1, None)] if stuffed else body
        fixed = body.text == _SIGNATURE or not body.text.endswith(" ") or not ending
        goes_on = open_depth == depth and body.text != _SIGNATURE
        if open_depth is not None and not goes_on:
            pieces.append(_break(pieces))
        if depth and not goes_on:
            pieces += [line[slice(0, depth)], Traced.at(" ", line.origins[depth - 1])]
        if fixed:
            pieces += [body, ending]
            open_depth = None
        else:
            pieces.append(body[slice(0, -1)] if delete_space else body)
            open_depth = depth
    return Traced.join(pieces)


def _break(pieces: list[Traced]) -> Traced:
    """Return the line break that ends a paragraph whose last line promised more."""
    last = next((piece for piece in reversed(pieces) if piece), Traced("", ()))
    return Traced("\n", last.origins[-1:] or [0])
