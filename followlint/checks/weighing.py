"""What the expressions of a move and the learned opinion say together, weighed before accusing.

Expressions know why something is a topic and are blind to what nobody listed; the opinion has
an ear for what it cannot explain. Where no expression suffices, all that was heard is weighed.
Where one does, that is that: weights that may outvote it find a few more missing moves, and accuse
plain good emails in words that their table has not met.
`tools/train_verdicts.py` learns the weights from the development part of the corpus.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from followlint.analysis import Draft
from followlint.analysis.odds import SUREST, likelihood_of, odds_of
from followlint.mail import Kind, Part
from followlint.text import Span

#: A kind further ahead of the next one than this is no surer.
FAR_AHEAD = 6.0
#: The move whose opinion says that a sentence only tells which interview it was.
OTHER = "interview"


@dataclass(frozen=True)
class Weighing:
    """Weights of a logistic regression over what `evidence` returns.

    It accuses where the move is likelier missing than `over`.
    """

    start: float
    weights: Mapping[str, float]
    over: float = 0.5

    def accuses(self, found: Mapping[str, float]) -> bool:
        """Tell whether the move is likelier missing than that."""
        score = self.start + sum(weight * found[name] for name, weight in self.weights.items())
        return likelihood_of(score) > self.over


@dataclass(frozen=True)
class Heard:
    """What the expressions of a move found where none sufficed: the sentences that say something
    weaker, and those that were blocked."""

    counted: Collection[Span]
    blocked: Collection[Span]


def evidence(
    draft: Draft,
    move: str,
    heard: Heard,
    opinions: Mapping[Span, Mapping[str, float]] | None = None,
) -> dict[str, float]:
    """Return what speaks for and against a missing move, by name.

    `opinions` are by default the draft's own; training brings others.
    """
    said = draft.opinions if opinions is None else opinions
    sure = {place: odds_of(likely.get(move, 0.0)) for place, likely in said.items()}
    loudest = [*sorted(sure.values(), reverse=True), -SUREST, -SUREST]
    content = [
        len(draft.content_of(sentence.tokens))
        for sentence in draft.prose
        if sentence.part is not Part.CLOSING
    ]
    return {
        "some-counted": float(bool(heard.counted)),
        "some-blocked": float(bool(heard.blocked)),
        "loudest": loudest[0],
        "second": loudest[1],
        "together": odds_of(1 - math.prod(1 - likely.get(move, 0.0) for likely in said.values())),
        "weaker": max((odds_of(o.get(OTHER, 0.0)) for o in said.values()), default=-SUREST),
        "loudest-blocked": _loudest(sure, heard.blocked),
        "sentences": float(len(content)),
        "content": float(max(content, default=0)),
        "content-in-all": float(sum(content)),
        "follow-up": float(draft.kind is Kind.FOLLOW_UP),
        "kind-lead": min(draft.verdict.lead, FAR_AHEAD),
    }


def _loudest(sure: Mapping[Span, float], places: Collection[Span]) -> float:
    return max((odds for place, odds in sure.items() if place in places), default=-SUREST)
