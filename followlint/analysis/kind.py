"""Which kind of email a draft is, told from its text where nobody says it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from followlint.mail import Email, Kind, Part
from followlint.pattern import Pattern, PatternSet, View, Word, words_of
from followlint.text import Span

#: What the kind is told from: the greeting and the signature say nothing about it.
_TELLING = (Part.SUBJECT, Part.BODY, Part.POSTSCRIPT, Part.CLOSING)


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
    """The kind of an email and why: `told_by` is "option", "header" or "text"."""

    kind: Kind
    told_by: str
    evidence: tuple[Evidence, ...] = ()


class KindDetector:
    """Weighs cues. Without any evidence an email is a thank-you, the first that anybody sends."""

    def __init__(self, cues: Sequence[Cue]) -> None:
        """Take the cues; their patterns are compiled once."""
        self._cues = cues
        self._set = PatternSet([cue.pattern for cue in cues])

    def detect(self, email: Email) -> Verdict:
        """Tell the kind from the writer's own words."""
        evidence = tuple(self._evidence(email))
        scores = {kind: sum(e.weight for e in evidence if e.kind is kind) for kind in Kind}
        # max() keeps the first of equals, and Kind begins with the thank-you.
        best = max(Kind, key=lambda kind: scores[kind])
        return Verdict(best, "text", evidence)

    def _evidence(self, email: Email) -> list[Evidence]:
        """Return each cue's first hit: saying a thing twice makes it no truer."""
        found: dict[int, Evidence] = {}
        for part in _TELLING:
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
