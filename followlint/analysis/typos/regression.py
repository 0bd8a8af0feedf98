"""A logistic regression, as `tools/train_misfits.py` learns it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass


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
        return 1 / (1 + math.exp(-max(-60.0, min(60.0, score))))
