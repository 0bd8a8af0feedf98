"""`late`, `early`, `unanswered`: an email that goes out too late, too early or once too often.

They lean on what the draft says of the interview and of earlier messages, and without that have
nothing to say.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from followlint.analysis import Draft
from followlint.analysis.replies import last_reply
from followlint.analysis.timing import WAITING_DAYS, day_beside, is_after, thanks_due
from followlint.analysis.workdays import Workdays
from followlint.checks.base import CheckType, Hit
from followlint.mail import Context, Moment, Part, Value
from followlint.mail.email import PROSE
from followlint.pattern import Pattern, PatternSet
from followlint.text import Span
from followlint.view import View, words_of

_WORKDAYS = Workdays()
#: As many messages may wait for an answer before the next is one too many.
_PATIENCE = 2
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


@dataclass(frozen=True)
class Late(CheckType):
    """Objects to an email that goes out later than a business day after the interview.

    `{age}` says how long after, `{due}` until when it would have been in time.
    """

    says: ClassVar[frozenset[str]] = frozenset({"age", "due"})

    def hits(self, draft: Draft) -> Iterator[Hit]:
        """Yield the date of the draft, or what stands for it, if it is too late."""
        interview = draft.email.context.interview_date
        if interview is None or draft.sent.day < interview.value.day:
            return
        try:
            due = thanks_due(interview.value, _WORKDAYS)
        except OverflowError:  # the last days of the calendar
            return
        thanked = any(
            sent.value.day >= interview.value.day and not is_after(sent.value, due)
            for sent in draft.email.context.sent
        )
        if is_after(draft.sent, due) and not thanked:
            says = {"age": _age(interview.value, draft.sent), "due": _said(due.date())}
            yield Hit(_place(draft, interview), says)


@dataclass(frozen=True)
class Early(CheckType):
    """Objects to an email before the promised date, or within a week where none is known.

    The week is counted from the interview, or from what they wrote since. `unless` are wordings
    that give a reason to write before; `{fact}` is what speaks against today.
    """

    unless: Sequence[Pattern] = ()

    says: ClassVar[frozenset[str]] = frozenset({"fact"})

    def hits(self, draft: Draft) -> Iterator[Hit]:
        """Yield the date of the draft, or what stands for it, if it is too early."""
        context, sent = draft.email.context, draft.sent
        found = _before_promised(context, sent) or _within_a_week(draft, context, sent)
        if found and not _mentions(draft, self.unless):
            fact, reason = found
            yield Hit(_place(draft, reason), {"fact": fact})


@dataclass(frozen=True)
class Unanswered(CheckType):
    """Objects to a further email where two have not been answered yet; `{number}` is how many.

    An answer quoted in the draft, or mentioned in the wordings of `unless`, begins a new count.
    """

    unless: Sequence[Pattern] = ()

    says: ClassVar[frozenset[str]] = frozenset({"number"})

    def hits(self, draft: Draft) -> Iterator[Hit]:
        """Yield the last message before the draft, if two or more wait for an answer."""
        context = draft.email.context
        since = _last_word(draft, context)
        # Two of one day went to two people, or are one noted twice.
        waiting = {
            sent.value.day: sent
            for sent in context.sent
            if since <= sent.value.day < draft.sent.day
        }
        if len(waiting) >= _PATIENCE and not _mentions(draft, self.unless):
            last = waiting[max(waiting)]
            number = len(waiting)
            said = _NUMBERS[number] if number < len(_NUMBERS) else str(number)
            yield Hit(last.span or _place(draft, last), {"number": said})


def _before_promised(context: Context, sent: Moment) -> tuple[str, Value[Moment]] | None:
    promised, interview = context.decision_date, context.interview_date
    if promised is None or (interview and not _in_order(interview.value, sent, promised.value)):
        return None
    if day_beside(sent, promised.value) >= promised.value.day:
        return None
    return f"they decide by {_said(promised.value.day)}", promised


def _within_a_week(
    draft: Draft, context: Context, sent: Moment
) -> tuple[str, Value[Moment]] | None:
    interview = context.interview_date
    if interview is None or sent.day < interview.value.day:
        return None
    if context.decision_date and context.decision_date.value.day >= interview.value.day:
        return None
    start = max(interview.value.day, last_reply(draft.email) or date.min)
    try:
        open_from = _WORKDAYS.after(start, WAITING_DAYS)
    except OverflowError:  # they wrote, and nobody knows when
        return None
    if day_beside(sent, interview.value) >= open_from or sent.day < start:
        return None
    what = "the interview was" if start == interview.value.day else "they wrote"
    return f"{what} on {_said(start)}, less than a week ago", interview


def _in_order(interview: Moment, sent: Moment, promised: Moment) -> bool:
    """Tell whether the days can be right: nobody promises before the interview or asks there."""
    return interview.day <= promised.day and interview.day <= sent.day


def _last_word(draft: Draft, context: Context) -> date:
    """Return the day from which on messages wait for an answer: they spoke or wrote before it."""
    interview = context.interview_date.value.day if context.interview_date else date.min
    reply = last_reply(draft.email)
    if reply is None or reply < interview:
        return interview
    # What was sent on the day of their answer was answered by it, or answers it.
    return date.fromordinal(min(reply.toordinal() + 1, date.max.toordinal()))


def _mentions(draft: Draft, wordings: Sequence[Pattern]) -> bool:
    known = PatternSet(wordings)
    return any(
        known.matching(View(words_of(span.of(draft.text), span.start)))
        for span in draft.spans(*PROSE)
    )


def _place(draft: Draft, reason: Value[Moment]) -> Span:
    """Return where the draft's own date stands, or else the date that speaks against it."""
    own = draft.email.context.date
    return (own and own.span) or reason.span or draft.email.where(Part.BODY)


def _age(interview: Moment, sent: Moment) -> str:
    days = (day_beside(sent, interview) - interview.day).days
    if days < 2:
        return "more than a day"
    return f"{_NUMBERS[days] if days < len(_NUMBERS) else days} days"


def _said(day: date | datetime) -> str:
    return (
        f"{calendar.day_name[day.weekday()]}, {day.day} {calendar.month_name[day.month]} {day.year}"
    )
