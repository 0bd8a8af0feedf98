"""A network so small that its answers can be worked out by hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from followlint.analysis.neural.network import Network


@pytest.fixture
def arrays() -> dict[str, Any]:
    """A network of one layer with two heads over four pieces, whose every number is known."""
    draw = np.random.default_rng(7)

    def table(*shape: int) -> Any:
        return draw.integers(-127, 127, shape).astype("int8")

    def some(*shape: int) -> Any:
        return draw.normal(size=shape).astype("float32")

    found: dict[str, Any] = {
        "layers": np.array(1),
        "heads": np.array(2),
        "words": table(4, 6),
        "words.scale": np.full(4, 0.01, "float32"),
        "order": some(8, 6),
        "own": some(2, 6),
    }
    linears = {"layer.0.looks": (18, 6), "layer.0.looked": (6, 6), "reads": (3, 6)}
    linears |= {"layer.0.thinks": (10, 6), "layer.0.thought": (6, 10)}
    for name, shape in linears.items():
        found |= {
            f"{name}.weights": table(*shape),
            f"{name}.scale": np.abs(some(shape[0])) / 50,
            f"{name}.bias": some(shape[0]),
        }
    for name in ("embedded", "layer.0.after-look", "layer.0.after-thought"):
        found |= {f"{name}.gain": some(6), f"{name}.bias": some(6)}
    return found


@pytest.fixture
def network(tmp_path: Path) -> Callable[[Mapping[str, Any]], Network]:
    def make(arrays: Mapping[str, Any]) -> Network:
        np.savez(tmp_path / "tea.npz", **arrays)
        return Network(tmp_path / "tea.npz")

    return make
