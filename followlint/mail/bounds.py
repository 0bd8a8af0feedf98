"""Where the parts of a message stand in its file, in bytes.

The standard library's parser keeps no places, so they are found again from the boundaries.
"""

from __future__ import annotations

import re
from email.message import EmailMessage

from followlint.mail.parts import children_of, media_type, told
from followlint.text import Span

_LINE = re.compile(rb"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_FIELD = re.compile(rb"[\x21-\x39\x3b-\x7e]*[ \t]*:|[ \t]")
_BLANK = (b"\n", b"\r\n", b"\r", b"")


def fields_of(data: bytes, start: int, end: int) -> tuple[list[tuple[str, Span]], int]:
    """Return the header fields on top of a message, and where its body begins.

    A field is its name and the place of its value, line breaks within included.
    """
    fields: list[tuple[str, Span]] = []
    at = start
    while at < end:
        found = _LINE.match(data, at, end)
        line = found[0] if found else b""
        if line in _BLANK:
            return fields, at + len(line)
        envelope = line.startswith(b"From ") and at == start  # what mailboxes put on top
        if not envelope and not _FIELD.match(line):
            return fields, at
        if line[:1] in (b" ", b"\t"):
            if fields:
                name, value = fields.pop()
                fields.append((name, Span(value.start, at + len(line))))
        elif not envelope:
            colon = line.index(b":")
            name = line[:colon].decode("latin-1").strip()
            fields.append((name, Span(at + colon + 1, at + len(line))))
        at += len(line)
    return fields, at


def bodies_of(message: EmailMessage, data: bytes, start: int, end: int) -> dict[int, Span]:
    """Return where the body of each part stands, by the identity of the part.

    A part whose bounds are not to be found stands where its parent does.
    """
    _, at = fields_of(data, start, end)
    body = Span(at, max(at, end))
    found = {id(message): body}
    children = children_of(message)
    bounds = [body]
    if media_type(message).startswith("multipart/"):
        bounds = _bounds(told(message.get_boundary, None) or "", data, body)
    if len(bounds) != len(children):
        bounds = [body] * len(children)
    for child, span in zip(children, bounds, strict=True):
        found |= bodies_of(child, data, span.start, span.end)
    return found


def _bounds(boundary: str, data: bytes, body: Span) -> list[Span]:
    mark = re.escape(boundary.encode("utf-8", "surrogateescape"))
    pattern = re.compile(rb"(?:^|(?<=\r))--" + mark + rb"(--)?[ \t]*(?:\r\n|\r|\n|$)", re.MULTILINE)
    bounds: list[Span] = []
    begun: int | None = None
    for match in pattern.finditer(data, body.start, body.end):
        if begun is not None:
            bounds.append(Span(begun, max(begun, _before_break(data, match.start()))))
        begun = match.end()
        if match[1]:
            return bounds
    return bounds if begun is None else [*bounds, Span(begun, max(begun, body.end))]


def _before_break(data: bytes, at: int) -> int:
    """Return the place before the line break that belongs to a boundary."""
    return at - (2 if data[max(0, at - 2) : at] == b"\r\n" else 1)
