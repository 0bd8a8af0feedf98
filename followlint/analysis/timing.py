"""When to write after an interview, in business days.

There is no research on it; these are the figures that careers services and columnists agree on:

* thank-you: within 24 hours nearly everywhere, 24 to 48 at Princeton and TU Delft, two days at
  Wesleyan; counted in business days, so that Monday morning answers Friday afternoon. Minutes after
  leaving reads as canned: a few hours is the happy medium. Where they decide the same day, a couple
  of hours.
* follow-up where they named a date: one to two business days behind it (climbtheladder.com,
  youtern.com), others wait up to a week.
* follow-up where they named none: a week to ten days; from 4–5 (youtern.com) over 5–7
  (wiseworq.com) to 10 business days.
* one follow-up and another: about a week, 5–7 business days; others two to three weeks.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone

from followlint.analysis.workdays import Workdays
from followlint.mail import Moment

#: How long an interview lasts whose beginning is known, and when it ends where only its day is.
LENGTH = timedelta(hours=1)
DAY_ENDS = time(18)
DAY_BEGINS = time(9)
#: Business days for a thank-you, and how many more before anybody complains if no time is given.
THANKING_DAYS = 1
SLACK_DAYS = 1
#: Business days from the interview to a follow-up, where no date was named: a week.
WAITING_DAYS = 5

_SOONEST, _FEW_HOURS, _COUPLE = (timedelta(hours=hours) for hours in (1, 3, 2))

#: Business days to the earliest, the best and the latest follow-up: after the day that they named,
#: after the last word of either side where they named none, and after a first follow-up.
_PROMISED, _SILENT, _AGAIN = (1, 2, 5), (5, 6, 10), (5, 7, 15)


@dataclass(frozen=True)
class Window:
    """The times for one message, local to the interview; with a zone where that has one."""

    earliest: datetime
    best: datetime
    latest: datetime


@dataclass(frozen=True)
class Plan:
    """When to send each message, as long as nobody answers."""

    thank_you: Window
    follow_up: Window
    second: Window


def plan(interview: Moment, decision: Moment | None, workdays: Workdays | None = None) -> Plan:
    """Return the times that follow from an interview and the day on which they wished to decide.

    Raises `ValueError` where the decision lies before the interview, or the calendar ends.
    """
    days = workdays or Workdays()
    if decision and decision.day < interview.day:
        raise ValueError("the decision lies before the interview")
    try:
        end = _end(interview)
        from_day, counts = (decision.day, _PROMISED) if decision else (interview.day, _SILENT)
        follow_up = _window(days, from_day, counts, end)
        second = _window(days, follow_up.best.date(), _AGAIN, end)
        same_day = decision is not None and decision.day == interview.day
        thanking = _thanking(days, interview, end, same_day=same_day)
        if end.tzinfo:
            for moment in (end, second.latest):
                moment.astimezone(timezone.utc)  # must have a name there, too
        return Plan(thanking, follow_up, second)
    except OverflowError:
        raise ValueError(f"{interview.day} is too near the end of the calendar") from None


def follow_up_after(
    day: date, workdays: Workdays, *, promised: bool = False, again: bool = False
) -> Window:
    """Return when to follow up: after a word of either side, the day `promised`, or `again`.

    Raises `OverflowError` where the calendar ends.
    """
    counts = _AGAIN if again else _PROMISED if promised else _SILENT
    return _window(workdays, day, counts, datetime.combine(day, DAY_BEGINS))


def thanks_due(interview: Moment, workdays: Workdays) -> datetime:
    """Return until when a thank-you is beyond reproach; raises `OverflowError`."""
    slack = 0 if interview.time else SLACK_DAYS
    return workdays.later(_end(interview), THANKING_DAYS + slack)


def is_after(sent: Moment, due: datetime) -> bool:
    """Tell whether a message went out after `due`, for certain.

    Of two times without or with one zone, both are taken to be of the same place.
    """
    if sent.time is None:
        return sent.day > due.date()
    when = datetime.combine(sent.day, sent.time)
    if when.tzinfo is None or due.tzinfo is None:
        when, due = when.replace(tzinfo=None), due.replace(tzinfo=None)
    return when > due


def day_beside(moment: Moment, other: Moment) -> date:
    """Return the day of a moment as it is called at the place of another, if both zones are known.

    One in the morning of the 13th in London is still the 12th in New York.
    """
    if moment.exact and other.exact:
        with contextlib.suppress(OverflowError):  # the first or last day of the calendar
            return moment.exact.astimezone(other.exact.tzinfo).date()
    return moment.day


def _end(interview: Moment) -> datetime:
    if interview.time is None:
        return datetime.combine(interview.day, DAY_ENDS)
    return datetime.combine(interview.day, interview.time) + LENGTH


def _thanking(days: Workdays, interview: Moment, end: datetime, *, same_day: bool) -> Window:
    earliest = end + _SOONEST
    if same_day:
        return Window(earliest, earliest, end + _COUPLE)
    best, latest = end + _FEW_HOURS, days.later(end, THANKING_DAYS)
    if best.time() > DAY_ENDS or best.date() > end.date() or not days.has(best.date()):
        # Out of hours: it waits on top of the inbox of the next morning, or goes before that.
        best = min(_next_morning(days, end), latest)
    return Window(earliest, max(best, earliest), latest)


def _next_morning(days: Workdays, end: datetime) -> datetime:
    by_night = end.time() < DAY_BEGINS and days.has(end.date())
    return _at(end.date() if by_night else days.after(end.date()), DAY_BEGINS, end)


def _window(days: Workdays, start: date, counts: tuple[int, int, int], like: datetime) -> Window:
    earliest, best, latest = (days.after(start, number) for number in counts)
    return Window(
        _at(earliest, DAY_BEGINS, like), _at(best, DAY_BEGINS, like), _at(latest, DAY_ENDS, like)
    )


def _at(day: date, clock: time, like: datetime) -> datetime:
    return datetime.combine(day, clock, like.tzinfo)
