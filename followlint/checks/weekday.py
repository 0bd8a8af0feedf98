"""`weekday`: a day of the week beside a date that falls on another one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from followlint.analysis import Draft
from followlint.analysis.weekdays import dated_days
from followlint.checks.base import CheckType, Hit
from followlint.mail import Part
from followlint.text import fold

_PARTS = (Part.SUBJECT, Part.BODY, Part.POSTSCRIPT, Part.CLOSING)
_YEAR = re.compile(r"(?<![\d/.-])(?:19|20)\d\d(?!\d)")
_QUOTATION = re.compile(r"\"[^\"]*\"")
_OPEN_QUOTE = re.compile(r"[“\"‘][^”’]*$")
#: Who talks about a wrong date knows of it.
_KNOWN = re.compile(
    r"\b(?:mistaken|typo|mismatch|mix(?:ed)?[ -]up|meant|misread|misprint"
    r"|wrong (?:day|date|weekday)"
    r"|(?:not|is|was|be|falls|fell)(?: actually| really| in fact)?(?: on)? an? "
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Weekday(CheckType):
    """Objects to a weekday that the date beside it contradicts; `{fact}` is the calendar's word.

    Where no year is written, the date must be wrong in the year of sending, the ones before and
    after, and every year that the email mentions.
    """

    says: ClassVar[frozenset[str]] = frozenset({"match", "fact"})

    def hits(self, draft: Draft) -> Iterator[Hit]:
        """Yield weekday and date together, once a place."""
        years: set[int] = set()
        for block in draft.email.of(*_PARTS):
            text = block.span.of(draft.text)
            for dated in dated_days(text, block.span.start):
                years = years or _years(draft)
                before = text[: dated.span.start - block.span.start]
                if (fact := dated.wrong(years)) and not (_quoted(before) or _aware(text)):
                    yield Hit(dated.span, {"match": fold(dated.span.of(draft.text)), "fact": fact})


def _years(draft: Draft) -> set[int]:
    year = draft.sent.day.year
    mentioned = {int(found) for found in _YEAR.findall(draft.text)}
    return {year - 1, year, year + 1} | mentioned


def _quoted(before: str) -> bool:
    return bool(_OPEN_QUOTE.search(_QUOTATION.sub("", before)))


def _aware(text: str) -> bool:
    return bool(_KNOWN.search(fold(text)))
