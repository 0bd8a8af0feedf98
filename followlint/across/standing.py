"""How each application stands on a day: what was sent and answered, and what is due next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from functools import cached_property

from followlint.across.letter import Letter
from followlint.across.sides import sides
from followlint.across.states import Standing, State, Step
from followlint.across.threads import threads
from followlint.across.timeline import order
from followlint.analysis.timing import Window, follow_up_after, plan
from followlint.analysis.workdays import Workdays
from followlint.mail import Kind, Moment

#: As many follow-ups make sense where nobody answers.
_PATIENCE = 2


def standings(letters: Sequence[Letter], now: datetime) -> list[Standing]:
    """Return how each application stands at `now`, a time without a zone.

    What is dated later has not happened yet. What names neither a company nor a reader nor an
    interview is no application.
    """
    own = sides(letters)
    return [
        _Told(members, letters, own, now).standing()
        for members in threads(letters, own)
        if any(_is_application(letters[number]) for number in members)
    ]


def _is_application(letter: Letter) -> bool:
    return bool(letter.company or letter.people or letter.readers or letter.interview)


class _Told:
    """What the letters of one application tell."""

    def __init__(
        self,
        members: Sequence[int],
        letters: Sequence[Letter],
        own: Sequence[bool | None],
        now: datetime,
    ) -> None:
        self._members = tuple(members)
        self._all = [letters[number] for number in members]
        self._now, self._today = now, now.date()
        past = {n for n in members if letters[n].dated and letters[n].sent.day <= self._today}
        self._mine = [letters[n] for n in members if n in past and own[n] is not False]
        self._theirs = [letters[n] for n in members if n in past and own[n] is False]
        self._unsent = tuple(n for n in members if n not in past and own[n] is not False)
        self._own = [letters[n] for n in members if own[n] is not False]
        # Drafts of one application lie in one folder, as a rule, and under one configuration.
        self._workdays = self._own[0].workdays if self._own else Workdays()

    def standing(self) -> Standing:
        step = None if self._outcome else self._step()
        return Standing(
            self._members,
            self._unsent,
            next((letter.company for letter in self._all if letter.company), ""),
            next((letter.role for letter in self._all if letter.role), ""),
            self._people(),
            self._state(step),
            self._interview.day if self._interview else None,
            self._thanked,
            self._follow_ups,
            self._answered,
            step,
            self._outcome or ("silence" if self._is_over else ""),
        )

    def _state(self, step: Step | None) -> State:
        if self._outcome or self._is_over:
            return State.CLOSED
        if self._interview and self._interview.day > self._today:
            return State.AHEAD
        if step and self._now > step.window.latest.replace(tzinfo=None):
            return State.OVERDUE
        if step and self._now >= step.window.earliest.replace(tzinfo=None):
            return State.DUE
        if self._answered and self._answered == self._last:
            return State.ANSWERED
        if self._follow_ups:
            return State.FOLLOWED_UP
        if self._thanked:
            return State.THANKED
        return State.INTERVIEWED if self._interview else State.UNKNOWN

    def _step(self) -> Step | None:
        try:
            if self._interview and not self._thanked:
                return Step("thank-you", plan(self._interview, None, self._workdays).thank_you)
            window = self._follow_up()
        except (OverflowError, ValueError):  # the calendar ends
            return None
        return Step("follow-up", window) if window else None

    def _follow_up(self) -> Window | None:
        last = self._last
        if last is None or len(self._follow_ups) >= _PATIENCE:
            return None
        if self._follow_ups:
            return follow_up_after(last, self._workdays, again=True)
        if (promised := self._promised) and promised >= last:
            return follow_up_after(promised, self._workdays, promised=True)
        if self._answered != last and self._interview:
            return follow_up_after(self._interview.day, self._workdays)
        return follow_up_after(last, self._workdays)

    @cached_property
    def _interview(self) -> Moment | None:
        """The last interview that was, or else the first to come."""
        known = sorted((a.interview.value for a in self._own if a.interview), key=order)
        past = [moment for moment in known if moment.day <= self._today]
        return past[-1] if past else known[0] if known else None

    @cached_property
    def _start(self) -> date:
        return self._interview.day if self._interview else date.min

    @cached_property
    def _sent(self) -> list[date]:
        """The days of the writer's messages since the interview."""
        noted = (v.value.day for a in self._own for v in a.earlier if v.value.day <= self._today)
        return sorted({d for d in (*noted, *(a.sent.day for a in self._mine)) if d >= self._start})

    @cached_property
    def _answered(self) -> date | None:
        written = [a.sent.day for a in self._theirs if not a.automatic]
        quoted = [a.heard for a in self._own if a.heard and a.heard <= self._today]
        return max((day for day in (*written, *quoted) if day >= self._start), default=None)

    @cached_property
    def _thanked(self) -> date | None:
        if self._interview:
            return self._sent[0] if self._sent else None
        thanks = (a.sent.day for a in self._mine if a.kind is Kind.THANK_YOU)
        return min(thanks, default=None)

    @cached_property
    def _follow_ups(self) -> tuple[date, ...]:
        since = max(self._thanked or date.min, self._answered or date.min)
        return tuple(day for day in self._sent if day > since)

    @cached_property
    def _last(self) -> date | None:
        """The day of the last word of either side."""
        days = (self._thanked, self._answered, *self._follow_ups)
        return max((day for day in days if day), default=None)

    @cached_property
    def _promised(self) -> date | None:
        days = (a.decision.value.day for a in self._own if a.decision)
        return max((day for day in days if day >= self._start), default=None)

    @cached_property
    def _outcome(self) -> str:
        ended = [a for a in (*self._mine, *self._theirs) if a.sent.day >= self._start]
        for letter in sorted(ended, key=lambda a: order(a.sent)):
            if letter.outcome:
                return letter.outcome
            if letter.kind is Kind.REJECTION_REPLY and letter in self._mine:
                return "declined"
        return ""

    @cached_property
    def _is_over(self) -> bool:
        """Tell whether two follow-ups are without an answer, and the time for another is past."""
        if len(self._follow_ups) < _PATIENCE:
            return False
        try:
            window = follow_up_after(self._follow_ups[-1], self._workdays, again=True)
        except OverflowError:
            return False
        return self._now > window.latest

    def _people(self) -> tuple[str, ...]:
        """Return whom the writer wrote to: by name ("Ana" is Ana Berg), else by address."""
        names = {
            form: name for a in self._own for form, name in zip(a.people, a.names, strict=True)
        }
        whole = [f for f in names if not any(set(f.split()) < set(g.split()) for g in names)]
        return tuple(names[form] for form in sorted(whole)) or tuple(
            sorted({address for a in self._own for address in a.readers})
        )
