"""`swap`: a wording that should be another one: a real word in the wrong place, a broken phrase.

The cue is the rule: a swap's pattern holds the wrong words between `<` and `>` and the
surroundings that give them away. Without surroundings the words alone are hit twenty times an
email.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from followlint.analysis import Draft, Need
from followlint.analysis.typos import SlipKind
from followlint.checks.base import CheckType, Hit
from followlint.checks.marked import Entries, Entry
from followlint.checks.removal import with_space
from followlint.finding import Edit
from followlint.pattern import Pattern
from followlint.text import Span, Spans, fold, in_case_of

#: More words that may have been meant only make a reader doubt all of them.
_SHOWN = 2


@dataclass(frozen=True, kw_only=True)
class Swap(Entry):
    """A wrong wording and what is put in for it, in its case; empty means it should go."""

    right: str


@dataclass(frozen=True)
class Swaps(CheckType):
    """Objects to the `swaps` found, unless a match of `unless` overlaps them.

    `engine` are kinds of slips that the typo engine finds and that count here, too, where no swap
    has spoken.
    """

    swaps: Sequence[Swap]
    unless: Sequence[Pattern] = ()
    engine: Sequence[SlipKind] = ()

    needs: ClassVar[frozenset[Need]] = frozenset({Need.PARSE, Need.TYPOS})
    says: ClassVar[frozenset[str]] = frozenset({"match", "right"})

    @cached_property
    def _entries(self) -> Entries[Swap]:
        return Entries(self.swaps, self.unless)

    def hits(self, draft: Draft) -> Iterator[Hit]:
        """Yield the wrong wordings, each with the edit that would mend it."""
        spoken: list[Span] = []
        for swap, span in self._entries.found(draft):
            wrong = span.of(draft.text)
            right = in_case_of(wrong, swap.right)
            if fold(right) != fold(wrong):
                spoken.append(span)
                place = span if right else with_space(draft.text, span)
                yield Hit(span, {"match": fold(wrong), "right": right}, Edit(place, right))
        settled = Spans(spoken)
        for slip in draft.slips if self.engine else ():
            if slip.kind in self.engine and not settled.overlap(slip.span):
                guess = slip.suggestions[0] if slip.suggestions else ""
                right = "” or “".join(slip.suggestions[:_SHOWN])
                says = {"match": fold(slip.span.of(draft.text)), "right": right}
                yield Hit(slip.span, says, Edit(slip.span, guess) if guess else None)
