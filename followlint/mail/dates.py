"""Dates as people write them in a header or in front matter, and as mail programs do."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone, tzinfo

from followlint.text import fold

_DAYS = [name.lower() for name in calendar.day_name]
_MONTHS = [name.lower() for name in calendar.month_name]
_WEEKDAY = r"(?P<weekday>mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+"
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\.?"
_DATES = (
    r"(?P<year>\d{4})(?P<mark>[-/.])(?P<number>\d{1,2})(?P=mark)(?P<day>\d{1,2})",
    rf"{_DAY}(?:\s+|-)(?:of\s+)?{_MONTH}(?:,?\s+|-)(?P<year>\d{{4}})",
    rf"{_MONTH}\s+{_DAY}(?:,\s*|\s+)(?P<year>\d{{4}})",
    r"(?P<one>\d{1,2})(?P<mark>[-/.])(?P<two>\d{1,2})(?P=mark)(?P<year>\d{4})",
)
_TIME = (
    r"(?:(?:,?\s+(?:at\s+)?|t)(?P<hour>\d{1,2})(?=[:.]|\s*[ap]\.?m)"
    r"(?:[:.](?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.\d+)?)?)?(?:\s*(?P<half>[ap]\.?m\b\.?))?"
    r"(?:\s*(?P<zone>z|[+-]\d\d:?\d\d|[a-z]{2,5}))?)?(?:\s*\([^()]*\))*"
)
_MOMENTS = [
    re.compile(rf"(?:{_WEEKDAY})?{written}{_TIME}", re.IGNORECASE | re.ASCII) for written in _DATES
]
_YEARLESS = re.compile(
    rf"(?:{_WEEKDAY})?(?:{_DAY}\s+(?:of\s+)?{_MONTH}|{_MONTH.replace('month', 'm')}\s+"
    rf"{_DAY.replace('day', 'd')})",
    re.IGNORECASE | re.ASCII,
)
#: The zones that the standard for mail (RFC 5322, 4.3) gives a meaning, in hours from UTC.
_ZONES = dict.fromkeys(("z", "ut", "utc", "gmt"), 0) | {
    f"{letter}{kind}t": hours + (kind == "d")
    for letter, hours in (("e", -5), ("c", -6), ("m", -7), ("p", -8))
    for kind in "sd"
}


class DateError(ValueError):
    """A value that is no date; the message says why, as a sentence without its full stop."""


@dataclass(frozen=True)
class Moment:
    """A day, and the time of it where one is given, with its zone where one is given."""

    day: date
    time: time | None = None

    @property
    def exact(self) -> datetime | None:
        """The point in time, if the time of day and its zone are known."""
        known = self.time and self.time.tzinfo
        return datetime.combine(self.day, self.time) if self.time and known else None


def moment_of(text: str) -> Moment:
    """Read a date with or without a time; raises `DateError`.

    Understood are ISO 8601, the form of mail, "12 May 2026", "May 12, 2026", and numbers where
    only one order gives a date; a weekday may stand before, a time behind: "at 2:30 pm".
    """
    written = fold(text)
    match = next((m for pattern in _MOMENTS if (m := pattern.fullmatch(written))), None)
    if match is None:
        if _YEARLESS.fullmatch(written):
            raise DateError(f"“{_short(written)}” lacks its year; write the date as 2026-05-12")
        raise DateError(f"“{_short(written)}” is no date; write it as 2026-05-12")
    groups = {**dict.fromkeys(("number", "month", "one", "two")), **match.groupdict()}
    day = _day(groups, written)
    weekday, actual = groups["weekday"], _DAYS[day.weekday()]
    if weekday and not actual.startswith(weekday[:3].lower()):
        raise DateError(f"{_said(day)} is a {actual.title()}")
    return Moment(day, _time(groups) if groups["hour"] else None)


def _day(groups: dict[str, str | None], written: str) -> date:
    year = int(groups["year"] or 0)
    if groups["one"] and groups["two"]:
        one, two = int(groups["one"]), int(groups["two"])
        pairs = {(d, m) for d, m in ((one, two), (two, one)) if m <= 12}
        found = sorted(filter(None, (_date(year, m, d) for d, m in pairs)))
        if len(found) > 1:
            either = " or ".join(f"{_said(day)} ({day})" for day in found)
            raise DateError(f"“{_short(written)}” may be {either}")
        if not found:
            raise DateError(f"“{_short(written)}” is no day of any calendar")
        return found[0]
    if groups["month"]:
        month = next(n for n, m in enumerate(_MONTHS) if m[:3] == groups["month"][:3].lower())
    else:
        month = int(groups["number"] or 0)
    number = int(groups["day"] or 0)
    if not 1 <= month <= 12:
        raise DateError(f"there is no month {month} in “{_short(written)}”")
    day = _date(year, month, number)
    if day is None:
        raise DateError(f"there is no {number} {_MONTHS[month].title()} {year}")
    return day


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _time(groups: dict[str, str | None]) -> time:
    hour, minute = int(groups["hour"] or 0), int(groups["minute"] or 0)
    half = (groups["half"] or "").lower()
    if half and not 1 <= hour <= 12:
        raise DateError(f"there is no {hour} o’clock {half}")
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    try:
        # A leap second is the second before it.
        second = min(int(groups["second"] or 0), 59)
        return time(hour, minute, second, tzinfo=_zone(groups["zone"]))
    except ValueError:
        raise DateError(f"there is no time of day {hour}:{minute:02}") from None


def _zone(name: str | None) -> tzinfo | None:
    if not name:
        return None
    if name[0] in "+-":
        minutes = int(name[1:3]) * 60 + int(name[-2:])
        return timezone(timedelta(minutes=-minutes if name[0] == "-" else minutes))
    hours = _ZONES.get(name.lower())
    return None if hours is None else timezone(timedelta(hours=hours))


def _said(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month].title()} {day.year}"


def _short(text: str, limit: int = 60) -> str:
    return text if len(text) <= limit else text[: limit - 1] + "…"
