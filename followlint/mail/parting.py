"""Parts a farewell from what stands on the same line or right above it, before parts are told.

The reader looks at whole lines. "… in May. Talk soon." and "Best, Tom" are two each; here they
become so, and where a name stands right below the last sentence, an empty line comes between.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from followlint.mail import layout
from followlint.text import Span

_SENTENCE_END = re.compile(r"[.!?][\"”’)]?\s+(?=\S)")
#: A goodbye of so many words says nothing besides; what thanks stays in the text.
_GOODBYE_WORDS = 12
_SAYS_MORE = re.compile(r"(?:i |we )?(?:thank|many thanks)", re.IGNORECASE)


def parted(text: str, lines: Sequence[Span]) -> list[Span]:
    """Return the lines of `text` below the greeting with farewell, name and sentences parted.

    What comes out covers what went in; an empty span stands for an empty line.
    """
    shown = [line.of(text) for line in lines]
    end = next((n for n, line in enumerate(shown) if layout.is_postscript(line)), len(lines))
    filled = [n for n in range(end) if shown[n].strip()]
    if not filled:
        return list(lines)
    last = filled[-1]
    if cut := _inline_farewell(shown[last]):
        return [*lines[:last], *_cut(lines[last], cut), *lines[last + 1 :]]
    if cut := _second_farewell(shown, filled):
        line = lines[last]
        return [
            *lines[:last],
            Span(line.start, line.start + cut),
            Span(line.start + cut, line.end),
            *lines[last + 1 :],
        ]
    above = _above_name(shown, filled)
    if above is None:
        return list(lines)
    cut = _goodbye(shown[above])
    gap = Span(lines[above].end, lines[above].end)
    top = _cut(lines[above], cut) if cut is not None else [lines[above]]
    return [*lines[:above], *top, gap, *lines[above + 1 :]]


def _cut(line: Span, at: int) -> list[Span]:
    """Return what stands before an offset in a line, an empty line, and what stands behind it."""
    middle = line.start + at
    return [Span(line.start, middle), Span(middle, middle), Span(middle, line.end)]


def _sentence_starts(line: str) -> list[int]:
    return [match.end() for match in _SENTENCE_END.finditer(line)]


def _inline_farewell(line: str) -> int | None:
    """Return where "Best, Tom" begins behind a sentence on its line."""
    starts = (at for at in _sentence_starts(line) if layout.inline_closing(line[at:]))
    return next(starts, None)


def _second_farewell(shown: Sequence[str], filled: Sequence[int]) -> int | None:
    """Return where the name begins in "Best, Tom" below another farewell ("Thanks again,")."""
    if len(filled) < 2 or not layout.is_closing(shown[filled[-2]]):
        return None
    split = layout.inline_closing(shown[filled[-1]])
    return split[1] if split else None


def _above_name(shown: Sequence[str], filled: Sequence[int]) -> int | None:
    """Return the line with text above a name that ends the email without any farewell line."""
    last = filled[-1]
    first = last
    while first - 1 in filled and layout.is_name(shown[first - 1]):
        first -= 1
        if layout.is_closing(shown[first]) or layout.is_leaning_line(shown[first]):
            return None
    if filled[0] == first or not layout.is_name(shown[first]):
        return None
    above = max(n for n in filled if n < first)
    ends = shown[above].rstrip()[-1:] in ".!?"
    return above if ends and not layout.is_leaning_line(shown[above]) else None


def _goodbye(line: str) -> int | None:
    """Return where the short goodbye that ends a line begins; None where there is none."""
    start = (_sentence_starts(line.rstrip()) or [0])[-1]
    sentence = line[start:].strip()
    if len(sentence.split()) > _GOODBYE_WORDS or not layout.is_farewell_sentence(sentence):
        return None
    return None if start == 0 or _SAYS_MORE.match(sentence) else start
