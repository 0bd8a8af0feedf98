"""`late`, `early`, `unanswered`: an email that goes out too late, too early or once too often.

They lean on what the draft says of the interview and of earlier messages, and on the other messages
of the run that belong to the same application; without either they have nothing to say.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, ClassVar

from followlint.across import letter_of
from followlint.across.early import asked_lately, before_promised, said, within_a_week
from followlint.across.timeline import Timing, timings
from followlint.analysis import Draft
from followlint.analysis.timing import day_beside, is_after, thanks_due
from followlint.checks.base import CheckType, Hit, Peer, Second
from followlint.mail import Moment, Value
from followlint.mail.email import PROSE
from followlint.pattern import Pattern, PatternSet
from followlint.text import Span
from followlint.view import View, words_of

#: As many messages may wait for an answer before the next is one too many.
_PATIENCE = 2
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


@dataclass(frozen=True)
class _Timed(CheckType, ABC):
    """What the three have in common: they judge times, with or without the other messages."""

    compares: ClassVar[bool] = True

    def hits(self, draft: Draft) -> Iterator[Hit]:
        """Yield what is wrong with the time, going by the draft alone."""
        context = draft.email.context
        if not (context.interview_date or context.decision_date or context.sent):
            return  # and nobody need ask which day it is
        hit = self._judged(Timing.of(letter_of(draft)))
        if hit and not self.note(draft):
            yield hit

    def note(self, draft: Draft) -> Any:
        """Return whether the draft gives a reason that settles it."""
        return False

    def compared(self, peers: Sequence[Peer]) -> Iterator[Second]:
        """Yield what is wrong with the time of drafts of which others tell more."""
        for number, timing in enumerate(timings([peer.letter for peer in peers])):
            if timing is None:
                yield Second(number, instead=True)  # the other side may write when it likes
            elif timing != Timing.of(timing.letter):
                hit = None if peers[number].note else self._judged(timing)
                yield Second(number, (hit,) if hit else (), instead=True)

    @abstractmethod
    def _judged(self, timing: Timing) -> Hit | None:
        """Return what is wrong with the time, if anything."""


@dataclass(frozen=True)
class Late(_Timed):
    """Objects to an email that goes out later than a business day after the interview.

    `{age}` says how long after, `{due}` until when it would have been in time.
    """

    says: ClassVar[frozenset[str]] = frozenset({"age", "due"})

    def _judged(self, timing: Timing) -> Hit | None:
        interview = timing.interview
        if interview is None or timing.sent.day < interview.value.day:
            return None
        try:
            due = thanks_due(interview.value, timing.letter.workdays)
        except OverflowError:  # the last days of the calendar
            return None
        thanked = any(
            sent.value.day >= interview.value.day and not is_after(sent.value, due)
            for sent in timing.earlier
        )
        if not is_after(timing.sent, due) or thanked:
            return None
        says = {"age": _age(interview.value, timing.sent), "due": said(due.date())}
        return Hit(_place(timing, interview), says)


@dataclass(frozen=True)
class Early(_Timed):
    """Objects to an email before the promised date, or within a week where none is known.

    The week is counted from the interview, or from what they wrote since, or from when they were
    last asked. `unless` are wordings that give a reason to write before; `{fact}` is what speaks
    against today.
    """

    unless: Sequence[Pattern] = ()

    says: ClassVar[frozenset[str]] = frozenset({"fact"})

    def note(self, draft: Draft) -> Any:
        """Return whether the draft says why it is sent before."""
        return _mentions(draft, self._unless)

    @cached_property
    def _unless(self) -> PatternSet:
        return PatternSet(self.unless)

    def _judged(self, timing: Timing) -> Hit | None:
        found = before_promised(timing) or within_a_week(timing) or asked_lately(timing)
        if found is None:
            return None
        fact, reason = found
        return Hit(_place(timing, reason), {"fact": fact})


@dataclass(frozen=True)
class Unanswered(_Timed):
    """Objects to a further email where two have not been answered yet; `{number}` is how many.

    An answer that is quoted in the draft, mentioned in the wordings of `unless` or found among the
    other messages begins a new count.
    """

    unless: Sequence[Pattern] = ()

    says: ClassVar[frozenset[str]] = frozenset({"number"})

    def note(self, draft: Draft) -> Any:
        """Return whether the draft speaks of an answer."""
        return _mentions(draft, self._unless)

    @cached_property
    def _unless(self) -> PatternSet:
        return PatternSet(self.unless)

    def _judged(self, timing: Timing) -> Hit | None:
        since = _last_word(timing)
        # Two of one day went to two people, or are one noted twice.
        waiting = {
            sent.value.day: sent
            for sent in timing.earlier
            if since <= sent.value.day < timing.sent.day
        }
        if len(waiting) < _PATIENCE:
            return None
        last = waiting[max(waiting)]
        number = len(waiting)
        words = _NUMBERS[number] if number < len(_NUMBERS) else str(number)
        return Hit(last.span or _place(timing, last), {"number": words})


def _last_word(timing: Timing) -> date:
    """Return the day from which on messages wait for an answer: they spoke or wrote before it."""
    interview = timing.interview.value.day if timing.interview else date.min
    if timing.may_have_heard is None or timing.may_have_heard < interview:
        return interview
    # What was sent on the day of their answer was answered by it, or answers it.
    return date.fromordinal(min(timing.may_have_heard.toordinal() + 1, date.max.toordinal()))


def _mentions(draft: Draft, known: PatternSet) -> bool:
    return any(
        known.matching(View(words_of(span.of(draft.text), span.start)))
        for span in draft.spans(*PROSE)
    )


def _place(timing: Timing, reason: Value[Moment]) -> Span:
    """Return where the draft's own date stands, or else the date that speaks against it."""
    if timing.letter.dated:
        return timing.letter.place
    return reason.span or timing.letter.place


def _age(interview: Moment, sent: Moment) -> str:
    days = (day_beside(sent, interview) - interview.day).days
    if days < 2:
        return "more than a day"
    return f"{_NUMBERS[days] if days < len(_NUMBERS) else days} days"
