"""`weekday`: a day of the week beside a date that falls on another one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from email.utils import parsedate_to_datetime
from functools import cached_property
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

    Where no year is written, the date must be wrong in the year of `today`, the ones before and
    after, and every year that the email mentions. `today` (as 2026-05-12) is by default the
    draft's `Date:`, and without one the day of the run.
    """

    today: str = ""

    says: ClassVar[frozenset[str]] = frozenset({"match", "fact"})

    def __post_init__(self) -> None:
        if self.today:
            date.fromisoformat(self.today)

    def hits(self, draft: Draft) -> Iterator[Hit]:
        """Yield weekday and date together, once a place."""
        years: set[int] = set()
        for block in draft.email.of(*_PARTS):
            text = block.span.of(draft.text)
            for dated in dated_days(text, block.span.start):
                years = years or self._years(draft)
                before = text[: dated.span.start - block.span.start]
                if (fact := dated.wrong(years)) and not (_quoted(before) or _aware(text)):
                    yield Hit(dated.span, {"match": fold(dated.span.of(draft.text)), "fact": fact})

    def _years(self, draft: Draft) -> set[int]:
        today = self._today or _sent(draft) or date.today()
        mentioned = {int(year) for year in _YEAR.findall(draft.text)}
        return {today.year - 1, today.year, today.year + 1} | mentioned

    @cached_property
    def _today(self) -> date | None:
        return date.fromisoformat(self.today) if self.today else None


def _quoted(before: str) -> bool:
    return bool(_OPEN_QUOTE.search(_QUOTATION.sub("", before)))


def _aware(text: str) -> bool:
    return bool(_KNOWN.search(fold(text)))


def _sent(draft: Draft) -> date | None:
    """Return the day that the draft's own `Date:` gives, in the form of mail or of ISO 8601."""
    value = draft.email.headers.value("Date") or ""
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(value).date()
    except (TypeError, ValueError):
        return None
