"""An ear for sentences that beg or press in words that no list has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from followlint.analysis import Draft
from followlint.analysis.odds import likelihood_of
from followlint.text import Span


@dataclass(frozen=True)
class Ear:
    """A learned opinion of sentences, by the tone's name, and what it takes to believe it.

    Word runs alone are believed over `alone`. Where networks are asked, they need only be over
    `over`, but what one reads in the sentence must be over `agreed`, too. All are likelihoods.
    """

    tone: str
    alone: float
    over: float = 1.0
    agreed: float = 1.0

    def overhears(self, draft: Draft) -> Iterator[Span]:
        """Yield the sentences that have the tone.

        Raises `ToolError` where a network is to be asked and cannot be loaded.
        """
        over = self.over if draft.has_meanings else self.alone
        for place, likely in draft.opinions.items():
            if likely.get(self.tone, 0.0) > over and self._agrees(draft, place):
                yield place

    def _agrees(self, draft: Draft, place: Span) -> bool:
        """Tell whether a network reads the tone, too; without one there is nothing to object."""
        if not draft.has_meanings:
            return True
        if place not in draft.meanings:
            return False
        return likelihood_of(draft.meanings[place][self.tone]) > self.agreed
