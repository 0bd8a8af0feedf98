"""A second opinion before a move is called missing: what a network reads, weighed with the rest.

Expressions and the learned opinion know words; the network knows sentences like these. It is asked
unless both of the former are content, of the likeliest sentence first and of more at a time, until
nothing that it could still say of the others would make the move missing. `training/weigh.py`
learns the weights from emails by writers whom the network never read.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from followlint.analysis import Draft
from followlint.analysis.meaning import Reading
from followlint.analysis.odds import SUREST, likelihood_of, odds_of
from followlint.checks.weighing import FAR_AHEAD, OTHER
from followlint.mail import Kind
from followlint.text import Span

#: The facts that tell of what the network reads. With every sentence they grow, or stay.
_GROWING = ("meaning", "meaning-second", "meaning-together", "meaning-other")
#: By sentence: how likely it makes each move, by its words alone.
Opinions = Mapping[Span, Mapping[str, float]]


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

    def accuses(self, draft: Draft, move: str, suffices: bool) -> bool:
        """Tell whether the move is likelier missing than that; `suffices`: an expression is found.

        Raises `ToolError` where the network cannot be loaded.
        """
        if suffices and _loudest(draft.opinions, move) > self.spares:
            return False
        known = self._known(draft, move, suffices, draft.opinions)
        read: list[Reading] = []
        for places in _more_and_more(_likeliest_first(draft, move)):
            read += draft.meanings.read(places)
            if not self._is_over(self._at_most(known | self._heard(draft, move, read))):
                return False
        return self._is_over(known | self._heard(draft, move, read))

    def heard_of(
        self, draft: Draft, move: str, suffices: bool, opinions: Opinions
    ) -> dict[str, float]:
        """Return all that speaks for and against a missing move, by name.

        It is for training, which brings opinions of its own.
        """
        known = self._known(draft, move, suffices, opinions)
        return known | self._heard(draft, move, list(draft.meanings.values()))

    def _is_over(self, found: Mapping[str, float]) -> bool:
        score = self.start + sum(weight * found[name] for name, weight in self.weights.items())
        return likelihood_of(score) > self.over

    def _at_most(self, found: Mapping[str, float]) -> Mapping[str, float]:
        """Return what, of all that may yet be found, would speak loudest for a missing move."""
        accusing = {name: SUREST for name in _GROWING if self.weights.get(name, 0.0) > 0}
        return {**found, **accusing}

    def _known(
        self, draft: Draft, move: str, suffices: bool, opinions: Opinions
    ) -> dict[str, float]:
        """Return what is known without the network."""
        return {
            "runs": odds_of(_loudest(opinions, move)),
            "runs-other": odds_of(_loudest(opinions, OTHER)),
            "follow-up": float(draft.kind is Kind.FOLLOW_UP),
            "rejection-reply": float(draft.kind is Kind.REJECTION_REPLY),
            "kind-lead": min(draft.verdict.lead, FAR_AHEAD),
            "suffices": float(suffices),
        }

    def _heard(self, draft: Draft, move: str, read: Sequence[Reading]) -> dict[str, float]:
        """Return what the network's readings of some sentences say together."""
        asked = [move]
        if self.weaker and draft.kind is Kind.FOLLOW_UP:
            asked.append(self.weaker)
        made = [_bounded(max(one[name] for name in asked)) for one in read]
        loudest = [*sorted(made, reverse=True), -SUREST, -SUREST]
        other = _bounded(max((one[OTHER] for one in read), default=-SUREST))
        return dict(zip(_GROWING, (*loudest[:2], _together(made), other), strict=True))


def _likeliest_first(draft: Draft, move: str) -> Sequence[Span]:
    """Return the places of the sentences, those first that sound most like the move."""
    said = draft.opinions
    return sorted(draft.meanings, key=lambda place: -said.get(place, {}).get(move, 0.0))


def _more_and_more(places: Sequence[Span]) -> Iterator[Sequence[Span]]:
    """Yield one place, then two, then four: the first may do, and several at once are cheaper."""
    at, many = 0, 1
    while at < len(places):
        yield places[at : at + many]
        at, many = at + many, 2 * many


def _loudest(said: Opinions, move: str) -> float:
    return max((likely.get(move, 0.0) for likely in said.values()), default=0.0)


def _together(made: Iterable[float]) -> float:
    """Return how much speaks for any of the sentences making the move, were each on its own."""
    return odds_of(1 - math.prod(likelihood_of(-score) for score in made))


def _bounded(score: float) -> float:
    return min(max(score, -SUREST), SUREST)
