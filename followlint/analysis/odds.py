"""Likelihoods, and the logarithms of their odds in which evidence adds up."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TypeVar

#: Nothing is surer than this (a logarithm of odds) where it is weighed with other evidence.
SUREST = 7.0
#: Farther out `exp` would only overflow.
_FARTHEST = 60.0

K = TypeVar("K")


def likelihood_of(odds: float) -> float:
    """Return the likelihood, from 0 to 1, that a logarithm of odds stands for."""
    return 1 / (1 + math.exp(-min(max(odds, -_FARTHEST), _FARTHEST)))


def odds_of(likelihood: float) -> float:
    """Return the logarithm of the odds of a likelihood, within `SUREST`."""
    least = likelihood_of(-SUREST)
    bounded = min(max(likelihood, least), 1 - least)
    return math.log(bounded / (1 - bounded))


def shares(scores: Mapping[K, float]) -> dict[K, float]:
    """Return likelihoods that add up to 1, one of which holds: the softmax of the scores."""
    highest = max(scores.values())
    powers = {key: math.exp(score - highest) for key, score in scores.items()}
    total = sum(powers.values())
    return {key: power / total for key, power in powers.items()}
