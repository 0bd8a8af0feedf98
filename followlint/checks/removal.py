"""Taking something out of a text so that what is left reads as if it had never stood there."""

from __future__ import annotations

import re
from collections.abc import Iterable

from followlint.finding import Applicability, Edit
from followlint.text import Span, word_set

_BLANK = " \t\u00a0"
_BREAK = "\r\n"
#: What may stand behind a picture without being the text that it belongs to.
_STOPS = re.compile(r"[.,!?…)”\"]+(?=\s|\Z)")
_FULL_STOPS = ".!?…"
_BEGINNING = re.compile(r"\s*(\S)")
#: So many characters before a picture hold the last word before it.
_NEAR = 200
_LAST_WORD = re.compile(r"([\w’']+)[^\w’']*$")
#: Words that lean on what follows them: a picture behind one stands for a word ("was 🔥", "a ☕").
_LEANS = word_set(
    """
    a an the my your our his her its their this that these those some any no every
    of for with to from in on at by as into and or but if than like i we they he she it
    is was are were be been am isn't wasn't being so very really too such quite pretty
    feel feels felt feeling look looks looked get got lots much more most love loved
    """
)
_LEANING_ENDINGS = ("'m", "'re", "'s", "'ve", "'d", "'ll")


def with_space(text: str, span: Span) -> Span:
    """Return a span with the blanks on its left, or on its right where a line begins with it."""
    start, end = _blanks_before(text, span.start), span.end
    if start == 0 or text[start - 1] in _BREAK:
        return Span(span.start, _blanks_behind(text, end))
    return span if text[end : end + 1].isalnum() else Span(start, end)


def rows(text: str, pictures: Iterable[Span]) -> dict[Span, Span]:
    """Return for each picture the stretch from the first to the last of those in a row with it."""
    found: list[list[Span]] = []
    for span in sorted(pictures):
        if found and found[-1][-1].end == _blanks_before(text, span.start):
            found[-1].append(span)
        else:
            found.append([span])
    return {span: Span(row[0].start, row[-1].end) for row in found for span in row}


def removal(text: str, span: Span, row: Span) -> Edit | None:
    """Return the edit that takes a picture out, where a sentence or line ends with it, else None.

    `row` is its own of `rows`: the pictures beside this one go, too, and count as nothing.
    Elsewhere a picture may stand for a word or for a full stop, and only its writer knows which.
    """
    start, end = _blanks_before(text, row.start), _blanks_behind(text, row.end)
    line = text[max(*(text.rfind(mark, 0, start) for mark in _BREAK), start - _NEAR) + 1 : start]
    if not _can_end(line) or not _ends(text, start, end):
        return None
    # No blank may be left before a stop or a line break.
    last = row.end == span.end and (text[end : end + 1] in _BREAK or _STOPS.match(text, end))
    place = Span(_blanks_before(text, span.start), end if last else span.end)
    return Edit(place, "", Applicability.SAFE)


def _can_end(line: str) -> bool:
    """Tell whether the words of a line can be the end of something."""
    last = _LAST_WORD.search(line)
    if not last:
        return False
    word = last[1].lower().replace("’", "'")
    finished = line[-1] in _FULL_STOPS
    return finished or not (
        word in _LEANS or word.endswith(_LEANING_ENDINGS) or line[-1] in ";:–—-(\"“'/&"
    )


def _ends(text: str, start: int, end: int) -> bool:
    """Tell whether a sentence or a line is over where the stretch from start to end stands."""
    finished = text[start - 1] in _FULL_STOPS
    if text[end : end + 1] in _BREAK:  # or nothing
        # A line in small letters below goes on with the sentence.
        below = _BEGINNING.match(text, end)
        return finished or not (below and below[1].islower())
    if _STOPS.match(text, end):
        return text[start - 1] != ","
    return finished and text[end - 1] in _BLANK


def _blanks_before(text: str, at: int) -> int:
    while at > 0 and text[at - 1] in _BLANK:
        at -= 1
    return at


def _blanks_behind(text: str, at: int) -> int:
    while at < len(text) and text[at] in _BLANK:
        at += 1
    return at
