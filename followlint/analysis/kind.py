"""Which kind of email a draft is, told from its text where nobody says it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from followlint.analysis.grams import TELLING, grams_of
from followlint.analysis.odds import shares
from followlint.analysis.opinion import Weights
from followlint.mail import Email, Kind, Part
from followlint.pattern import Pattern, PatternSet
from followlint.text import Span
from followlint.view import View, Word, words_of

#: How much the learned weights count beside the cues, which somebody wrote. Fitted on the writers
#: of the development emails whom the cues were not written for.
_LEARNED_SHARE = 1.5
#: How much it counts what a network reads; fitted on emails by writers whom it has never read.
_READ_SHARE = 0.5
#: A kind further ahead than this stands, whatever a network would say (as fitted).
SURE_LEAD = 3.0
#: Nothing makes a kind less likely than one in a thousand.
_FARTHEST = 7.0


@dataclass(frozen=True)
class Cue:
    """A wording that speaks for a kind (or, with a weight below zero, against it)."""

    kind: Kind
    weight: float
    pattern: Pattern
    part: Part | None = None


@dataclass(frozen=True)
class Evidence:
    """A cue found in the draft: what it says, for which kind, and where."""

    kind: Kind
    weight: float
    span: Span


@dataclass(frozen=True)
class Verdict:
    """The kind of an email and why: `told_by` is "option", "header" or "text".

    `likelihood` goes by the runs of words alone, and `read` by what a network reads, where one was
    asked. `lead` is how far its score is ahead of the next kind's, in the units of a cue's weight;
    without end where nobody had to guess.
    """

    kind: Kind
    told_by: str
    evidence: tuple[Evidence, ...] = ()
    likelihood: Mapping[Kind, float] = field(default_factory=dict)
    read: Mapping[Kind, float] = field(default_factory=dict)
    lead: float = field(default=math.inf, compare=False)

    @classmethod
    def weighed(
        cls,
        evidence: tuple[Evidence, ...],
        likelihood: Mapping[Kind, float],
        read: Mapping[Kind, float] | None = None,
    ) -> Verdict:
        """Return what cues, runs of words and, where it was asked, a network say together.

        Without any evidence an email is a thank-you, the first that anybody sends.
        """
        scores = {
            kind: sum(e.weight for e in evidence if e.kind is kind)
            + _LEARNED_SHARE * _logarithm(likelihood, kind)
            + _READ_SHARE * _logarithm(read or {}, kind)
            for kind in Kind
        }
        # max() keeps the first of equals, and Kind begins with the thank-you.
        best = max(Kind, key=lambda kind: scores[kind])
        lead = scores[best] - max(scores[kind] for kind in Kind if kind is not best)
        return cls(best, "text", evidence, likelihood, read or {}, lead)

    def read_again(self, read: Mapping[Kind, float]) -> Verdict:
        """Return the verdict that heeds also what a network reads."""
        return Verdict.weighed(self.evidence, self.likelihood, read)


def _logarithm(likelihood: Mapping[Kind, float], kind: Kind) -> float:
    return max(math.log(max(likelihood.get(kind, 1.0), 1e-9)), -_FARTHEST)


class KindDetector:
    """Weighs cues, which somebody wrote, and runs of words, whose weights were learned."""

    def __init__(self, cues: Sequence[Cue], learned: Weights | None = None) -> None:
        """Take the cues, and learned weights whose columns are the kinds."""
        self._cues = cues
        self._learned = learned
        self._set = PatternSet([cue.pattern for cue in cues])

    def detect(self, email: Email) -> Verdict:
        """Tell the kind from the writer's own words."""
        return Verdict.weighed(tuple(self._evidence(email)), self._likelihood(email))

    def _likelihood(self, email: Email) -> Mapping[Kind, float]:
        """Return how likely each kind is, going by the runs of words alone."""
        if self._learned is None:
            return {}
        totals = self._learned.scores(grams_of(email))
        highest = max(totals.values())
        return shares({kind: max(totals[kind.value] - highest, -_FARTHEST) for kind in Kind})

    def _evidence(self, email: Email) -> list[Evidence]:
        """Return each cue's first hit: saying a thing twice makes it no truer."""
        found: dict[int, Evidence] = {}
        for part in TELLING:
            words = [word for block in email.of(part) for word in _words(email, block.span)]
            view = View(words)
            for number in self._set.matching(view):
                cue = self._cues[number]
                if number not in found and cue.part in (None, part):
                    first = next(cue.pattern.ranges(view))
                    found[number] = Evidence(cue.kind, cue.weight, view.span_of(*first))
        return sorted(found.values(), key=lambda item: item.span)


def _words(email: Email, span: Span) -> list[Word]:
    return words_of(span.of(email.text), span.start)
