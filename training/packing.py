"""Layers of a trained network as plain arrays in eight bits, by the names followlint reads them by.

Every table of weights is kept in whole numbers from -127 to 127, with a scale for each row.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import torch

Named = Iterator[tuple[str, np.ndarray]]


def linear(name: str, weights: torch.Tensor, bias: torch.Tensor) -> Named:
    yield from rows(f"{name}.weights", f"{name}.scale", weights)
    yield f"{name}.bias", bias.numpy()


def rows(name: str, scale_name: str, table: torch.Tensor) -> Named:
    scale = table.abs().amax(1).clamp(min=1e-12) / 127
    yield name, (table / scale[:, None]).round().to(torch.int8).numpy()
    yield scale_name, scale.numpy()


def norm(name: str, gain: torch.Tensor, bias: torch.Tensor) -> Named:
    yield f"{name}.gain", gain.numpy()
    yield f"{name}.bias", bias.numpy()
