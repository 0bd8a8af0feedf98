"""A second opinion before a move is called missing: what a network reads, weighed with the rest.

Expressions and the learned opinion know words; the network knows sentences like these. It is asked
unless both of the former are content, and then all that was heard is weighed.
`training/weigh.py` learns the weights from emails by writers whom the network never read.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from followlint.analysis import Draft
from followlint.checks.weighing import FAR_AHEAD, OTHER, odds
from followlint.mail import Kind
from followlint.text import Span

#: No reading is surer than this (as the logarithm of its odds).
_SUREST = 7.0


@dataclass(frozen=True)
class SecondOpinion:
    """Weights of a logistic regression over what `heard_of` returns.

    It accuses where the move is likelier missing than `over`. Where an expression suffices and the
    learned opinion is surer than `spares`, it is not asked. For a follow-up `weaker`, another
    move, will do.
    """

    start: float
    weights: Mapping[str, float]
    over: float = 0.5
    spares: float = 0.9
    weaker: str = ""

    def is_spared(self, draft: Draft, move: str, suffices: bool) -> bool:
        """Tell whether nothing is left to ask: an expression is found, and it sounds like one."""
        return suffices and _loudest(draft.opinions, move) > self.spares

    def accuses(self, found: Mapping[str, float]) -> bool:
        """Tell whether the move is likelier missing than that."""
        score = self.start + sum(weight * found[name] for name, weight in self.weights.items())
        return 1 / (1 + math.exp(-score)) > self.over

    def heard_of(
        self,
        draft: Draft,
        move: str,
        suffices: bool,
        opinions: Mapping[Span, Mapping[str, float]] | None = None,
    ) -> dict[str, float]:
        """Return what speaks for and against a missing move, by name.

        `opinions` are by default the draft's own; training brings others. Raises `ToolError` where
        the network cannot be loaded.
        """
        said = draft.opinions if opinions is None else opinions
        made = self._made(draft, move)
        loudest = [*sorted(made, reverse=True), -_SUREST, -_SUREST]
        return {
            "runs": odds(_loudest(said, move)),
            "runs-other": odds(_loudest(said, OTHER)),
            "follow-up": float(draft.kind is Kind.FOLLOW_UP),
            "rejection-reply": float(draft.kind is Kind.REJECTION_REPLY),
            "kind-lead": min(draft.verdict.lead, FAR_AHEAD),
            "meaning": loudest[0],
            "meaning-second": loudest[1],
            "meaning-together": _together(made),
            "meaning-other": _bounded(
                max((read[OTHER] for read in draft.meanings.values()), default=-_SUREST)
            ),
            "suffices": float(suffices),
        }

    def _made(self, draft: Draft, move: str) -> Sequence[float]:
        """Return how much in each sentence speaks for the move, or for one that will do."""
        asked = [move]
        if self.weaker and draft.kind is Kind.FOLLOW_UP:
            asked.append(self.weaker)
        return [_bounded(max(read[name] for name in asked)) for read in draft.meanings.values()]


def _loudest(said: Mapping[Span, Mapping[str, float]], move: str) -> float:
    return max((likely.get(move, 0.0) for likely in said.values()), default=0.0)


def _together(made: Sequence[float]) -> float:
    """Return how much speaks for any of the sentences making the move, were each on its own."""
    return odds(1 - math.prod(1 / (1 + math.exp(score)) for score in made))


def _bounded(score: float) -> float:
    return min(max(score, -_SUREST), _SUREST)
