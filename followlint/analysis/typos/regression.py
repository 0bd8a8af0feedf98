"""A logistic regression, as `tools/train_misfits.py` learns it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from followlint.analysis.odds import likelihood_of


@dataclass(frozen=True)
class Weights:
    """A logistic regression over named features; `threshold` is the likelihood that accuses."""

    start: float
    threshold: float
    weights: Mapping[str, float]

    def likelihood(self, features: Mapping[str, float]) -> float:
        """Return how likely a suspect is a slip."""
        score = self.start + sum(
            weight * features[name] for name, weight in self.weights.items() if features[name]
        )
        return likelihood_of(score)
