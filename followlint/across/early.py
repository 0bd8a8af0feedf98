"""What speaks against asking on a day: a promise, the interview, an answer or a question too near.

Each returns the fact in words and the moment that it hangs on, or None.
"""

from __future__ import annotations

import calendar
from datetime import date, datetime

from followlint.across.timeline import Timing
from followlint.analysis.timing import WAITING_DAYS, day_beside
from followlint.analysis.workdays import Workdays
from followlint.mail import Moment, Value


def said(day: date | datetime) -> str:
    """Return a day as messages name it: "Tuesday, 12 May 2026"."""
    return (
        f"{calendar.day_name[day.weekday()]}, {day.day} {calendar.month_name[day.month]} {day.year}"
    )


def before_promised(timing: Timing) -> tuple[str, Value[Moment]] | None:
    """Tell that the day on which they wished to decide is still to come."""
    promised, interview, sent = timing.decision, timing.interview, timing.sent
    if promised is None or (interview and not _in_order(interview.value, sent, promised.value)):
        return None
    if day_beside(sent, promised.value) >= promised.value.day:
        return None
    return f"they decide by {said(promised.value.day)}", promised


def within_a_week(timing: Timing) -> tuple[str, Value[Moment]] | None:
    """Tell that the interview, or what they wrote since, is less than a week ago."""
    interview, sent = timing.interview, timing.sent
    if interview is None or sent.day < interview.value.day:
        return None
    if timing.decision and timing.decision.value.day >= interview.value.day:
        return None
    start = max(interview.value.day, timing.heard or date.min)
    today = day_beside(sent, interview.value)
    if sent.day < start or not _is_recent(start, today, timing.letter.workdays):
        return None
    what = "the interview was" if start == interview.value.day else "they wrote"
    return f"{what} on {said(start)}, less than a week ago", interview


def asked_lately(timing: Timing) -> tuple[str, Value[Moment]] | None:
    """Tell that the writer asked less than a week ago, and nobody has answered."""
    asked, interview = timing.asked, timing.interview
    if asked is None or (timing.heard and timing.heard >= asked):
        return None
    if interview and asked < interview.value.day:
        return None
    if not _is_recent(asked, timing.sent.day, timing.letter.workdays):
        return None
    return f"you wrote on {said(asked)}, less than a week ago", Value(Moment(asked))


def _is_recent(start: date, today: date, workdays: Workdays) -> bool:
    try:
        return today < workdays.after(start, WAITING_DAYS)
    except OverflowError:  # they wrote, and nobody knows when
        return False


def _in_order(interview: Moment, sent: Moment, promised: Moment) -> bool:
    """Tell whether the days can be right: nobody promises before the interview or asks there."""
    return interview.day <= promised.day and interview.day <= sent.day
