from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followlint.analysis.workdays import Workdays

WORKDAYS = Workdays()


@pytest.mark.parametrize(
    ("day", "number", "found"),
    [
        pytest.param("2026-05-12", 1, "2026-05-13", id="the next day"),
        pytest.param("2026-05-15", 1, "2026-05-18", id="Friday is followed by Monday"),
        pytest.param("2026-05-16", 1, "2026-05-18", id="so is Saturday"),
        pytest.param("2026-05-17", 1, "2026-05-18", id="so is Sunday"),
        pytest.param("2026-05-12", 5, "2026-05-19", id="five make a week"),
        pytest.param("2026-12-30", 3, "2027-01-04", id="into the next year"),
        pytest.param("2026-05-16", 0, "2026-05-16", id="none stays where it is"),
    ],
)
def test_counting(day: str, number: int, found: str) -> None:
    assert WORKDAYS.after(date.fromisoformat(day), number) == date.fromisoformat(found)


def test_another_weekend() -> None:
    friday_and_saturday = Workdays(frozenset({4, 5}))
    assert friday_and_saturday.after(date(2026, 5, 14)) == date(2026, 5, 17)


def test_days_off() -> None:
    off = Workdays(holidays=frozenset({date(2026, 5, 25), date(2026, 5, 26)}))
    assert off.after(date(2026, 5, 22)) == date(2026, 5, 27)


def test_the_time_of_day_stays() -> None:
    assert WORKDAYS.later(datetime(2026, 5, 15, 16, 30)) == datetime(2026, 5, 18, 16, 30)


def test_a_week_has_a_workday() -> None:
    with pytest.raises(ValueError, match="without a workday"):
        Workdays(frozenset(range(7)))


def test_the_calendar_ends() -> None:
    with pytest.raises(OverflowError):
        WORKDAYS.after(date.max)


@given(st.dates(max_value=date(9999, 1, 1)), st.integers(1, 30))
def test_it_is_a_workday_with_as_many_on_the_way(day: date, number: int) -> None:
    found = WORKDAYS.after(day, number)
    way = [date.fromordinal(n) for n in range(day.toordinal() + 1, found.toordinal() + 1)]
    assert WORKDAYS.has(found)
    assert sum(each.weekday() < 5 for each in way) == number
