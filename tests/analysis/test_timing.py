from __future__ import annotations

from datetime import date, datetime, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followlint.analysis.timing import (
    Window,
    day_beside,
    is_after,
    plan,
    thanks_due,
)
from followlint.analysis.workdays import Workdays
from followlint.mail import Moment
from followlint.mail.dates import moment_of


def said(window: Window) -> list[str]:
    return [f"{m:%a %d %H:%M}" for m in (window.earliest, window.best, window.latest)]


@pytest.mark.parametrize(
    ("interview", "times"),
    [
        ("2026-05-12 09:30", ["Tue 12 11:30", "Tue 12 13:30", "Wed 13 10:30"]),
        ("2026-05-12 16:00", ["Tue 12 18:00", "Wed 13 09:00", "Wed 13 17:00"]),
        ("2026-05-12", ["Tue 12 19:00", "Wed 13 09:00", "Wed 13 18:00"]),
        ("2026-05-15 15:00", ["Fri 15 17:00", "Mon 18 09:00", "Mon 18 16:00"]),
        ("2026-05-16 10:00", ["Sat 16 12:00", "Mon 18 09:00", "Mon 18 11:00"]),
        ("2026-05-12 00:30", ["Tue 12 02:30", "Tue 12 04:30", "Wed 13 01:30"]),
        ("2026-05-12 23:30", ["Wed 13 01:30", "Wed 13 03:30", "Thu 14 00:30"]),
    ],
)
def test_when_to_thank(interview: str, times: list[str]) -> None:
    assert said(plan(moment_of(interview), None).thank_you) == times


def test_a_decision_on_the_same_day_leaves_a_couple_of_hours() -> None:
    found = plan(moment_of("2026-05-12 10:00"), moment_of("2026-05-12"))
    assert said(found.thank_you) == ["Tue 12 12:00", "Tue 12 12:00", "Tue 12 13:00"]


def test_a_follow_up_waits_for_the_promised_date() -> None:
    found = plan(moment_of("2026-05-12"), moment_of("2026-05-22"))
    assert said(found.follow_up) == ["Mon 25 09:00", "Tue 26 09:00", "Fri 29 18:00"]
    assert said(found.second) == ["Tue 02 09:00", "Thu 04 09:00", "Tue 16 18:00"]


def test_without_a_promise_it_waits_a_week() -> None:
    found = plan(moment_of("2026-05-12"), None)
    assert said(found.follow_up) == ["Tue 19 09:00", "Wed 20 09:00", "Tue 26 18:00"]


def test_the_zone_of_the_interview_stays() -> None:
    found = plan(moment_of("2026-05-12 10:00 +0200"), None)
    assert found.second.best.isoformat().endswith("09:00:00+02:00")


@pytest.mark.parametrize(
    ("interview", "decision", "says"),
    [
        ("2026-05-12", "2026-05-11", "before the interview"),
        ("9999-12-31 23:30", None, "end of the calendar"),
        ("9999-12-10", None, "end of the calendar"),
        ("0001-01-01 00:30 +1400", None, "end of the calendar"),
    ],
)
def test_what_no_plan_follows_from(interview: str, decision: str | None, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        plan(moment_of(interview), moment_of(decision) if decision else None)


@given(
    st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1)),
    st.one_of(st.none(), st.integers(0, 60)),
    st.booleans(),
)
def test_no_window_is_upside_down(start: datetime, wait: int | None, timed: bool) -> None:
    interview = Moment(start.date(), start.time() if timed else None)
    day = start.date()
    decision = None if wait is None else Moment(date.fromordinal(day.toordinal() + wait))
    found = plan(interview, decision)
    for window in (found.thank_you, found.follow_up, found.second):
        assert window.earliest <= window.best <= window.latest
    assert found.follow_up.best < found.second.earliest
    # What is recommended is never blamed.
    assert not is_after(
        Moment(found.thank_you.latest.date(), found.thank_you.latest.time()),
        thanks_due(interview, Workdays()),
    )


DUE = datetime(2026, 5, 13, 16, 0)


@pytest.mark.parametrize(
    ("sent", "late"),
    [
        ("2026-05-13 16:00", False),
        ("2026-05-13 16:01", True),
        ("2026-05-13", False),
        ("2026-05-14", True),
        ("2026-05-13 16:01 -0500", True),
        ("2026-05-13 15:59 -0500", False),
    ],
)
def test_after(sent: str, late: bool) -> None:
    assert is_after(moment_of(sent), DUE) is late


def test_two_zones_are_compared() -> None:
    due = DUE.replace(tzinfo=timezone.utc)
    assert not is_after(moment_of("2026-05-13 18:00 +0200"), due)
    assert is_after(moment_of("2026-05-13 12:01 -0400"), due)


@pytest.mark.parametrize(
    ("moment", "other", "day"),
    [
        ("2026-05-13 01:00 +0100", "2026-05-20 09:00 -0400", "2026-05-12"),
        ("2026-05-13 01:00 +0100", "2026-05-20 09:00", "2026-05-13"),
        ("2026-05-13", "2026-05-20 09:00 -0400", "2026-05-13"),
        ("0001-01-01 00:00 +0000", "2026-05-20 09:00 -0400", "0001-01-01"),
    ],
)
def test_the_day_beside_another(moment: str, other: str, day: str) -> None:
    assert day_beside(moment_of(moment), moment_of(other)) == date.fromisoformat(day)
