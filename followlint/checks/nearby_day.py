"""`nearby-day`: "yesterday" and the like, where the interview was on another day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar

from followlint.across import letter_of
from followlint.across.early import said
from followlint.across.timeline import Timing, timings
from followlint.analysis import Draft
from followlint.analysis.nearby_days import fits
from followlint.analysis.said import sentences_in, unquoted
from followlint.checks.base import CheckType, Hit, Peer, Second
from followlint.mail.email import PROSE
from followlint.pattern import Pattern, PatternSet
from followlint.text import Span, fold
from followlint.view import View, words_of

#: What makes a weekday a date of its own: "Tuesday, 5 May", "Tuesday the 5th".
_DATED = re.compile(
    r",?\s+(?:the\s+)?(?:\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class NearbyDay(CheckType):
    """Objects to a day told from today that is not the interview's; `{fact}` speaks against it.

    `wordings` are those that mean the interview, with the day marked as `<…>`; in a sentence where
    one of `unless` matches, it may mean something else.
    """

    wordings: Sequence[Pattern]
    unless: Sequence[Pattern] = ()

    says: ClassVar[frozenset[str]] = frozenset({"match", "fact"})
    compares: ClassVar[bool] = True

    def hits(self, draft: Draft) -> Iterator[Hit]:
        """Yield each such day, going by the interview that the draft names."""
        if draft.email.context.interview_date and (days := self.note(draft)):
            yield from _judged(days, Timing.of(letter_of(draft)))

    def note(self, draft: Draft) -> Any:
        """Return the days that are told from today: place and words."""
        found = {
            span
            for block in draft.email.of(*PROSE)
            for sentence in sentences_in(block.span, draft.text)
            for span in self._days(sentence, draft.text)
        }
        return [[s.start, s.end, fold(s.of(draft.text))] for s in sorted(found)] or None

    def compared(self, peers: Sequence[Peer]) -> Iterator[Second]:
        """Yield those of drafts whose interview another message of the application names."""
        for number, timing in enumerate(timings([peer.letter for peer in peers])):
            if timing is None:
                yield Second(number, instead=True)
            elif timing.letter.interview is None and peers[number].note:
                yield Second(number, tuple(_judged(peers[number].note, timing)))

    def _days(self, sentence: Span, text: str) -> Iterator[Span]:
        view = View(words_of(unquoted(sentence.of(text)), sentence.start))
        numbers = self._wordings.matching(view)
        if not numbers or self._unless.matching(view):
            return
        for number in numbers:
            for place in self.wordings[number].marks(view):
                span = view.span_of(*place)
                if not _DATED.match(text, span.end):
                    yield span

    @cached_property
    def _wordings(self) -> PatternSet:
        return PatternSet(self.wordings)

    @cached_property
    def _unless(self) -> PatternSet:
        return PatternSet(self.unless)


def _judged(days: Sequence[Sequence[Any]], timing: Timing) -> Iterator[Hit]:
    interview, sent = timing.interview, timing.sent
    if interview is None or sent.day < interview.value.day:
        return
    for start, end, words in days:
        if not fits(words.lower(), sent, interview.value):
            clock = interview.value.time
            at = f" at {clock:%H:%M}" if clock and interview.value.day == sent.day else ""
            fact = f"the interview was on {said(interview.value.day)}{at}"
            if interview.value.day != sent.day:
                fact += f", and this goes out on {said(sent.day)}"
            yield Hit(Span(start, end), {"match": words, "fact": fact})
