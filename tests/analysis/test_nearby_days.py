from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followlint.analysis.nearby_days import fits
from followlint.mail import Moment
from followlint.mail.dates import moment_of

#: 12 May 2026 is a Tuesday. Words, when they are sent, when the interview was.
TUESDAY = "2026-05-12"


@pytest.mark.parametrize(
    ("words", "sent", "interview", "fit"),
    [
        ("today", "2026-05-12", TUESDAY, True),
        ("earlier today", "2026-05-12", TUESDAY, True),
        ("today", "2026-05-13", TUESDAY, False),
        ("today", "2026-05-13 00:30", TUESDAY, True),
        ("today", "2026-05-13 06:00", TUESDAY, False),
        ("this morning", "2026-05-12 18:00", "2026-05-12 09:00", True),
        ("this morning", "2026-05-12 18:00", "2026-05-12 15:00", False),
        ("this afternoon", "2026-05-12 18:00", "2026-05-12 12:00", True),
        ("this afternoon", "2026-05-12 18:00", "2026-05-12 09:00", False),
        ("this evening", "2026-05-12 18:00", TUESDAY, True),
        ("yesterday", "2026-05-13", TUESDAY, True),
        ("yesterday afternoon", "2026-05-13", "2026-05-12 15:00", True),
        ("yesterday afternoon", "2026-05-13", "2026-05-12 09:00", False),
        ("yesterday", "2026-05-12", TUESDAY, False),
        ("yesterday", "2026-05-14", TUESDAY, False),
        ("yesterday", "2026-05-14 01:00", TUESDAY, True),
        ("last night", "2026-05-13", TUESDAY, True),
        ("the day before yesterday", "2026-05-14", TUESDAY, True),
        ("the day before yesterday", "2026-05-13", TUESDAY, False),
        ("this week", "2026-05-15", TUESDAY, True),
        ("earlier this week", "2026-05-18", TUESDAY, False),
        # Sunday ends a week, or begins one
        ("last week", "2026-05-17", TUESDAY, True),
        ("this week", "2026-05-17", TUESDAY, True),
        ("last week", "2026-05-15", TUESDAY, False),
        ("last week", "2026-05-18", TUESDAY, True),
        ("last week", "2026-05-25", TUESDAY, False),
        ("last tuesday", "2026-05-15", TUESDAY, True),
        ("last tuesday", "2026-05-25", TUESDAY, True),
        ("last tuesday", "2026-05-12", TUESDAY, False),
        ("last tuesday", "2026-05-26", TUESDAY, False),
        ("last wednesday", "2026-05-15", TUESDAY, False),
        ("tuesday", "2026-06-12", TUESDAY, True),
        ("tuesday morning", "2026-05-13", "2026-05-12 16:00", False),
        ("wednesday", "2026-05-14", TUESDAY, False),
        ("two days ago", "2026-05-14", TUESDAY, True),
        ("2 days ago", "2026-05-15", TUESDAY, False),
        ("a week ago", "2026-05-17", TUESDAY, True),
        ("a week ago", "2026-05-24", TUESDAY, False),
        ("three weeks ago", "2026-06-03", TUESDAY, True),
        ("several weeks ago", "2026-05-13", TUESDAY, True),
        ("whenever", "2026-05-30", TUESDAY, True),
        # the day is that of the place where the interview was
        ("yesterday", "2026-05-14 06:00 +0900", "2026-05-12 10:00 -0400", True),
        ("today", "2026-05-13 06:00 +0900", "2026-05-12 10:00 -0400", True),
    ],
)
def test_days(words: str, sent: str, interview: str, fit: bool) -> None:
    assert fits(words, moment_of(sent), moment_of(interview)) is fit


@given(st.dates(), st.dates(), st.sampled_from(["yesterday", "last week", "9 weeks ago", "today"]))
def test_no_day_is_too_far_off(one: object, other: object, words: str) -> None:
    assert fits(words, Moment(one), Moment(other)) in (True, False)  # type: ignore[arg-type]


def test_the_first_day_of_the_calendar_is_survived() -> None:
    assert fits("today", moment_of("0001-01-01 00:30"), moment_of("0001-01-01"))
