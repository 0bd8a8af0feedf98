"""`phrase`: any of a list of wordings, unless it stands within an innocent one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from followlint.analysis import Draft
from followlint.checks.base import CheckType, Hit
from followlint.mail.email import VISIBLE, Part
from followlint.pattern import Pattern, PatternSet
from followlint.text import Span, Spans, fold
from followlint.view import View, words_of


@dataclass(frozen=True)
class Phrase(CheckType):
    """Objects to `phrases` (patterns over words, see `pattern`) in the given `parts`.

    A hit that overlaps a match of `unless` is innocent: "ping test" saves "ping".
    """

    phrases: Sequence[Pattern]
    unless: Sequence[Pattern] = ()
    parts: Sequence[Part] = VISIBLE

    says: ClassVar[frozenset[str]] = frozenset({"match"})

    @cached_property
    def _phrases(self) -> PatternSet:
        return PatternSet(self.phrases)

    @cached_property
    def _unless(self) -> PatternSet:
        return PatternSet(self.unless)

    def hits(self, draft: Draft) -> Iterator[Hit]:
        """Yield the longest hit at each place."""
        for block in draft.spans(*self.parts):
            view = View(words_of(block.of(draft.text), block.start))
            found = _spans(self._phrases, view)
            innocent = Spans(_spans(self._unless, view) if found else ())
            last = -1
            for span in sorted(found, key=lambda span: (span.start, -span.end)):
                if span.start >= last and not innocent.overlap(span):
                    last = span.end
                    yield Hit(span, {"match": fold(span.of(draft.text))})


def _spans(patterns: PatternSet, view: View) -> list[Span]:
    return [
        view.span_of(*place)
        for number in patterns.candidates(view)
        for place in patterns.patterns[number].ranges(view)
    ]
