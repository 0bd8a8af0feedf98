"""Days that are told from the day of writing ("yesterday", "last Tuesday", "two days ago")."""

from __future__ import annotations

import calendar
import re
from datetime import date, time, timedelta

from followlint.analysis.timing import day_beside
from followlint.mail import Moment

_DAYS = [name.lower() for name in calendar.day_name]
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_AGO = re.compile(r"(?P<number>an?|[a-z]+|\d{1,2}) (?P<unit>day|week)s? ago")
_WEEKDAY = re.compile(rf"(?P<last>last )?(?P<day>{'|'.join(_DAYS)})")
#: Until this hour people have not gone to bed, and "today" is still the day before.
_NIGHT = time(5)
#: From when to when a part of the day may be spoken of, an hour's talk and slow watches included.
_PARTS = {
    "morning": (time(0), time(13)),
    "afternoon": (time(11), time(19)),
    "evening": (time(15), time(23, 59)),
}
#: "Last Tuesday" is one of the two before today; "a week ago" may be three days off.
_LAST, _SPARE = 13, 3


def fits(words: str, sent: Moment, interview: Moment) -> bool:
    """Tell whether words for a day, written when `sent`, can mean the day of the interview.

    Words are in small letters, one space between them; what is not understood fits.
    """
    today = day_beside(sent, interview)
    if sent.time and sent.time.replace(tzinfo=None) < _NIGHT:
        days = [today, _before(today)]
    else:
        days = [today]
    return any(_fits(words, day, interview) for day in days)


def _before(day: date) -> date:
    return day - timedelta(1) if day > date.min else day


def _fits(words: str, today: date, interview: Moment) -> bool:
    ago = (today - interview.day).days
    if any(words.endswith(part) and not _within(part, interview.time) for part in _PARTS):
        return False
    if words.startswith("the day before yesterday"):
        return ago == 2
    if words.startswith(("yesterday", "last night")):
        return ago == 1
    if words.endswith("this week"):
        return ago >= 0 and any(
            _week(today, first) == _week(interview.day, first) for first in (0, 1)
        )
    if words == "last week":
        return any(_week(today, first) - _week(interview.day, first) == 1 for first in (0, 1))
    if "today" in words or "this " in words:
        return ago == 0
    if match := _AGO.fullmatch(words):
        return _fits_number(match["number"], match["unit"], ago)
    if match := _WEEKDAY.match(words):
        named = _DAYS.index(match["day"]) == interview.day.weekday()
        return named and (not match["last"] or 0 < ago <= _LAST)
    return True


def _within(part: str, clock: time | None) -> bool:
    begins, ends = _PARTS[part]
    return clock is None or begins <= clock.replace(tzinfo=None) <= ends


def _week(day: date, first: int) -> int:
    """Return the number of a day's week; weeks begin on Monday, with `first` on Sunday."""
    return (day.toordinal() - 1 + first) // 7


def _fits_number(number: str, unit: str, ago: int) -> bool:
    if number in ("a", "an"):
        count = 1
    elif number in _NUMBERS:
        count = _NUMBERS.index(number)
    elif number.isdecimal():
        count = int(number)
    else:
        return True  # "a few", "some"
    return ago == count if unit == "day" else abs(ago - 7 * count) <= _SPARE
