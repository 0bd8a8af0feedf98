"""Days on which people work, and counting by them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

_DAY = timedelta(days=1)
SATURDAY, SUNDAY = 5, 6


@dataclass(frozen=True)
class Workdays:
    """Which days are worked: all but the weekend (0 is Monday) and single days off."""

    weekend: frozenset[int] = frozenset({SATURDAY, SUNDAY})
    holidays: frozenset[date] = frozenset()

    def __post_init__(self) -> None:
        if self.weekend >= set(range(7)):
            raise ValueError("a week without a workday")

    def has(self, day: date) -> bool:
        """Tell whether `day` is worked."""
        return day.weekday() not in self.weekend and day not in self.holidays

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
