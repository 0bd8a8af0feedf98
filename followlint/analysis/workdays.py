"""Days on which people work, and counting by them."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

_DAY = timedelta(days=1)
SATURDAY, SUNDAY = 5, 6
#: The days of the week by the names that they go by where they are configured.
WEEKDAYS: Mapping[str, int] = {name.lower(): n for n, name in enumerate(calendar.day_name)}
#: How a day off is written: one of the calendar, or one of every year.
DAY_OFF = r"^([0-9]{4}-)?[0-9]{2}-[0-9]{2}$"
#: A year in which every day exists.
_LEAP = 2000


@dataclass(frozen=True)
class Workdays:
    """Which days are worked: all but the weekend (0 is Monday) and days off.

    `holidays` are single days, `yearly` those that are off in every year, as (month, day).
    """

    weekend: frozenset[int] = frozenset({SATURDAY, SUNDAY})
    holidays: frozenset[date] = frozenset()
    yearly: frozenset[tuple[int, int]] = frozenset()

    def __post_init__(self) -> None:
        if self.weekend >= set(range(7)):
            raise ValueError("a week without a workday")

    @classmethod
    def named(cls, workdays: Iterable[str] = (), holidays: Iterable[str] = ()) -> Workdays:
        """Return what names of weekdays and days off mean; Monday to Friday without any names.

        A day off is "2026-05-25", or "12-25" for that day of every year. Raises `ValueError` for
        what is neither a weekday nor a day.
        """
        worked = {_weekday(name) for name in workdays}
        weekend = frozenset(range(7)) - worked if worked else cls.weekend
        days = [_day_off(written) for written in holidays]
        return cls(
            weekend,
            frozenset(day for day in days if isinstance(day, date)),
            frozenset(day for day in days if not isinstance(day, date)),
        )

    def plain(self) -> Mapping[str, Sequence[str]]:
        """Return the arguments of `named` that make this again, each in its order."""
        every = (f"{month:02}-{day:02}" for month, day in sorted(self.yearly))
        return {
            "workdays": [name for name, n in WEEKDAYS.items() if n not in self.weekend],
            "holidays": [*map(str, sorted(self.holidays)), *every],
        }

    def has(self, day: date) -> bool:
        """Tell whether `day` is worked."""
        return not (
            day.weekday() in self.weekend
            or day in self.holidays
            or (day.month, day.day) in self.yearly
        )

    def after(self, day: date, number: int = 1) -> date:
        """Return the workday that is `number` of them after `day`, which itself may be none.

        Raises `OverflowError` where the calendar ends (31 December 9999) before it.
        """
        while number:
            day += _DAY
            number -= self.has(day)
        return day

    def later(self, moment: datetime, number: int = 1) -> datetime:
        """Return the same time of day on the workday `number` of them after that of `moment`."""
        return moment + (self.after(moment.date(), number) - moment.date())


def _weekday(name: str) -> int:
    if name not in WEEKDAYS:
        raise ValueError(f"{name!r} is no day of the week; known are: {', '.join(WEEKDAYS)}")
    return WEEKDAYS[name]


def _day_off(written: str) -> date | tuple[int, int]:
    yearly = written.count("-") == 1
    try:
        if not re.fullmatch(DAY_OFF, written):  # "20260525" and weeks are ISO's, too
            raise ValueError
        day = date.fromisoformat(f"{_LEAP}-{written}" if yearly else written)
    except ValueError:
        raise ValueError(
            f"{written!r} is no day; write it as 2026-05-25, or as 12-25 for every year"
        ) from None
    return (day.month, day.day) if yearly else day
