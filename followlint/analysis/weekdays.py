"""Days of the week that are written beside a date, and whether the calendar agrees.

A weekday counts as beside a date only where nothing else can be meant: "Tuesday, 12 May", "Tue May
12th, 2026", "12 May 2026 (Tuesday)". Ranges and lists ("Monday to Friday, 12 to 16 May") are left
alone, for there the neighbours need not belong to each other.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from followlint.text import Span

_DAYS = list(calendar.day_name)
_MONTHS = list(calendar.month_name)
# Short forms and "may", "march" are other words, too, unless they have their capital.
_WEEKDAY = (
    r"(?P<weekday>(?i:mon|tues|wednes|thurs|fri|satur|sun)(?i:day)"
    r"|(?:Mon|Tue|Tues|Wed|Weds|Thu|Thur|Thurs|Fri|Sat|Sun"
    r"|MON|TUE|TUES|WED|THU|THUR|THURS|FRI|SAT|SUN)\b\.?)"
)
_MONTH = (
    r"(?P<month>(?i:january|february|april|june|july|august|september|october|november|december)"
    r"|March|May|MARCH|MAY|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_DAY = (
    r"(?P<day>[0-3]?\d)(?:(?i:st|nd|rd|th)\b|\.(?=\s))?"
    r"(?!\d|[:.,]\d|\s?(?i:[ap]\.?m\b|o['’]clock|hours?\b))"  # "Friday in May, 5 pm"
)
_YEAR = r"(?:,?\s+(?P<year>(?:19|20)\d\d|['’]\d\d\b)(?![\d:]|\s?(?i:h|hrs|hours)\b))?"
_DAY_MONTH = rf"{_DAY}\s+(?:of\s+)?{_MONTH}{_YEAR}"
_MONTH_DAY = rf"{_MONTH}\s+(?:the\s+)?{_DAY}{_YEAR}"
_NUMBERS = (
    r"(?:(?P<iso>(?:19|20)\d\d-\d\d-\d\d)"
    r"|(?P<one>[0-3]?\d)(?P<mark>[/.-])(?P<two>[0-3]?\d)(?P=mark)(?P<full>(?:19|20)\d\d))"
    r"(?![\d/-])"
)
_PART_OF_DAY = r"(?:\s+(?i:morning|afternoon|evening|lunchtime|night))?"
#: Before a weekday: another one that it is listed with, or what makes a habit of it.
_LISTED = re.compile(
    r"(?:\b(?:(?i:mon|tues|wednes|thurs|fri|satur|sun)(?i:day)s?|Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat"
    r"|Sun)\.?(?:\s+(?i:morning|afternoon|evening))?\s*(?:[/&,–—-]|\b(?i:and|or|to|through|thru|till|until)\b)"
    r"|\b(?i:every|each|any))\s*$"
)
_BESIDE = (
    # "Tuesday, 12 May": at most a comma, a part of the day, an article or a bracket between.
    rf"\b{_WEEKDAY}{_PART_OF_DAY}(?:,\s*|\s+)(?:(?:on\s+)?the\s+|\()?{{date}}",
    # "12 May 2026 (Tuesday)", "12 May, a Tuesday".
    rf"(?<![\w/.–-]){{date}},?\s+\((?:a\s+)?{_WEEKDAY}(?:\)|(?=\s+at\b))",
    rf"(?<![\w/.–-]){{date}},\s+a\s+{_WEEKDAY}\b",
    # "12 May, Tuesday" only before a stop or a time: it may go on as "Tuesday or Friday".
    rf"(?<![\w/.–-]){{date}},\s+{_WEEKDAY}(?=\s*(?:[;)]|[.]?$|,\s+at\s\d)|\s+at\s\d)",
)
_PATTERNS = [
    re.compile(beside.replace("{date}", written), re.MULTILINE)
    for written in (_DAY_MONTH, _MONTH_DAY, _NUMBERS)
    for beside in _BESIDE
]


@dataclass(frozen=True)
class DatedDay:
    """A weekday with the date beside it: the place of both, and what the date may mean.

    `weekday` counts from Monday, 0. `readings` are (day, month) pairs, more than one where the
    date is in numbers; `year` is None where none is written.
    """

    span: Span
    weekday: int
    readings: tuple[tuple[int, int], ...]
    year: int | None

    def wrong(self, years: Iterable[int]) -> str:
        """Return what the calendar says instead; nothing where the weekday may be right.

        `years` are those that may be meant where none is written.
        """
        asked = [self.year] if self.year else sorted(set(years))
        days = [d for month in self.readings for y in asked if (d := _date(*month, y))]
        if any(day.weekday() == self.weekday for day in days):
            return ""
        if self.year:
            facts = [f"{_said(day)} {day.year} is a {_DAYS[day.weekday()]}" for day in days]
        else:
            facts = [f"a {_DAYS[day.weekday()]} in {day.year}" for day in days]
        if facts:
            return (f"{_said(days[0])} is " if not self.year else "") + _listed(facts)
        day, month = self.readings[0]
        # 29 February exists in some year; which one is meant is not said.
        if self.year is None and (day, month) == (29, 2):
            return ""
        return f"there is no {day} {_MONTHS[month]}" + (f" {self.year}" if self.year else "")


def dated_days(text: str, offset: int = 0) -> Iterator[DatedDay]:
    """Yield the weekdays beside dates, each place once; `offset` is where the text stands."""
    taken: list[Span] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            span = Span(*match.span())
            groups = match.groupdict()
            readings, year = _read(groups)
            if (
                not readings
                or any(span.overlaps(other) for other in taken)
                or _LISTED.search(text[: match.start()])
            ):
                continue
            taken.append(span)
            number = _number(groups["weekday"], _DAYS)
            yield DatedDay(span.shifted(offset), number, readings, year)


def _read(groups: dict[str, str | None]) -> tuple[tuple[tuple[int, int], ...], int | None]:
    """Return the (day, month) pairs that a match may mean, and its year."""
    if iso := groups.get("iso"):
        year, month, day = map(int, iso.split("-"))
        pairs = [(day, month)]
    elif full := groups.get("full"):
        one, two, year = int(groups["one"] or 0), int(groups["two"] or 0), int(full)
        pairs = sorted({(one, two), (two, one)})
    else:
        year = int((groups["year"] or "0").replace("'", "20").replace("’", "20"))
        pairs = [(int(groups["day"] or 0), _number(groups["month"] or "", _MONTHS))]
    likely = [(day, month) for day, month in pairs if 1 <= day <= 31 and 1 <= month <= 12]
    return tuple(likely), year or None


def _number(name: str, names: list[str]) -> int:
    """Return the place in `names` of the one that `name` is short for."""
    start = name[:3].title()
    return next(n for n, full in enumerate(names) if full.startswith(start) and full)


def _date(day: int, month: int, year: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _said(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month]}"


def _listed(facts: list[str]) -> str:
    return " and ".join([", ".join(facts[:-1]), facts[-1]] if facts[1:] else facts)
