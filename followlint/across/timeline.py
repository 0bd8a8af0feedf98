"""What the other letters of an application tell of the time of one: who wrote when before it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from followlint.across.letter import Letter
from followlint.across.sides import sides
from followlint.across.threads import conversations, same_reader, threads
from followlint.mail import Kind, Moment, Value

#: No more than so many messages before one are looked at: a mailbox may hold years of them.
_MANY = 50


@dataclass(frozen=True)
class Timing:
    """All that is known of the time of a letter.

    `earlier` are the writer's messages to the same reader, `heard` is the day on which the other
    side last wrote; `may_have_heard` is the same where what came on the day of the letter itself,
    nobody knows whether before it, counts. `asked` is the day on which the writer last asked, or
    last wrote at all where nobody knows when the interview was. What another letter told has no
    span.
    """

    letter: Letter
    interview: Value[Moment] | None = None
    decision: Value[Moment] | None = None
    earlier: tuple[Value[Moment], ...] = ()
    heard: date | None = None
    may_have_heard: date | None = None
    asked: date | None = None

    @classmethod
    def of(cls, letter: Letter) -> Timing:
        """Return what a letter tells of itself."""
        heard = letter.heard
        return cls(letter, letter.interview, letter.decision, letter.earlier, heard, heard)

    @property
    def sent(self) -> Moment:
        """When the letter goes out."""
        return self.letter.sent


def timings(letters: Sequence[Letter]) -> Sequence[Timing | None]:
    """Return what is known of each letter's time; None for letters of the other side.

    What has no date of its own was not sent yet, and tells the others of no message.
    """
    return _timings(tuple(letters))


@lru_cache(maxsize=1)  # several checks ask, one after another, of the same letters
def _timings(letters: tuple[Letter, ...]) -> Sequence[Timing | None]:
    own, talks = sides(letters), conversations(letters)
    known: list[Timing | None] = [None] * len(letters)
    for members in threads(letters, own):
        told = _Told(letters, members, own, talks)
        for number in members:
            if own[number]:
                known[number] = told.of(number)
            elif own[number] is None:
                known[number] = Timing.of(letters[number])
    return tuple(known)


def order(moment: Moment) -> tuple[date, str]:
    """Return what moments are sorted by: their days, and the time of day as it is written."""
    return moment.day, f"{moment.time or ''}"


class _Told:
    """What the letters of one application tell, in the order in which they were sent."""

    def __init__(
        self,
        letters: Sequence[Letter],
        members: Sequence[int],
        own: Sequence[bool | None],
        talks: Sequence[int],
    ) -> None:
        self._letters, self._talks = letters, talks
        dated = [n for n in members if letters[n].dated]
        dated.sort(key=lambda n: (*order(letters[n].sent), n))
        self._mine = [n for n in dated if own[n]]
        self._days = [letters[n].sent.day for n in self._mine]
        self._answers = [letters[n] for n in dated if own[n] is False and not letters[n].automatic]
        self._answer_days = [letter.sent.day for letter in self._answers]
        every = [letters[n] for n in members if own[n]]
        self._interviews = [letter.interview for letter in every if letter.interview]
        self._decisions = [letter.decision for letter in every if letter.decision]

    def of(self, number: int) -> Timing:
        """Return what is known of the time of one of the writer's letters."""
        letter, day = self._letters[number], self._letters[number].sent.day
        behind = bisect_left(self._days, day)
        before = self._mine[max(0, behind - _MANY) : behind]
        to_them = [self._letters[n] for n in before if self._same_exchange(n, number)]
        past = [value for value in self._interviews if value.value.day <= day]
        interview = letter.interview or _latest(past)
        answers = self._answers[: bisect_right(self._answer_days, day)][-_MANY:]
        heard = [a.sent.day for a in answers if _precedes(a, letter)]
        heard += [a.heard for n in before if (a := self._letters[n]).heard and a.heard <= day]
        heard += [letter.heard] if letter.heard else []
        may = [*heard, *(a.sent.day for a in answers if _precedes(a, letter) is None)]
        asked = (a.sent.day for a in to_them if a.kind is Kind.FOLLOW_UP or interview is None)
        return Timing(
            letter,
            interview,
            letter.decision or _latest(self._decisions),
            _earlier(letter, to_them),
            max(heard, default=None),
            max(may, default=None),
            max(asked, default=None),
        )

    def _same_exchange(self, one: int, other: int) -> bool:
        if self._talks[one] == self._talks[other]:
            return True
        return same_reader(self._letters[one], self._letters[other]) is not False


def _earlier(letter: Letter, before: Iterable[Letter]) -> tuple[Value[Moment], ...]:
    """Return the messages before a letter, one a day; those that it names itself go first."""
    found: dict[date, Value[Moment]] = {}
    for other in before:
        found |= {value.value.day: Value(value.value) for value in other.earlier}
        found[other.sent.day] = Value(other.sent)
    new = [found[day] for day in sorted(found.keys() - {v.value.day for v in letter.earlier})]
    return (*letter.earlier, *new)


def _precedes(answer: Letter, letter: Letter) -> bool | None:
    """Tell whether an answer came before a letter; None where both are of a day and not timed."""
    if answer.identity and answer.identity in letter.answers:
        return True
    if letter.identity and letter.identity in answer.answers:
        return False
    one, other = answer.sent.exact, letter.sent.exact
    if one and other:
        return one <= other
    return None if answer.sent.day == letter.sent.day else answer.sent.day < letter.sent.day


def _latest(values: Sequence[Value[Moment]]) -> Value[Moment] | None:
    found = [value.value for value in values]
    return Value(max(found, key=order)) if found else None
