"""Runs the small transformer that `training/export.py` writes, on plain arrays.

A runtime for networks would be faster. The one there is, ONNX Runtime, reports to its maker since
1.29 from every process that has not forbidden it, over sockets that Python never sees. A draft is
private, and a page of arithmetic is easier to trust.
"""

from __future__ import annotations

import itertools
import mmap
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from followlint.errors import ToolError

#: What keeps the spread of a row from being nothing; as the network was trained.
_LEAST_VARIANCE = 1e-12
#: Numbers of numpy. Its types are left open: it is imported at the first question.
Array = Any


@dataclass(frozen=True)
class Encoded:
    """The numbers of a text's pieces, and for each whether it belongs to the text itself (1) or to
    what stands before it (0); nothing of that for a network that reads a text by itself."""

    numbers: Sequence[int]
    own: Sequence[int] = ()


@dataclass(frozen=True)
class Network:
    """A network in a file (`.npz`), loaded at the first question (30 ms)."""

    path: Path

    @cached_property
    def _arrays(self) -> _Arrays:
        import numpy as np

        try:
            with self.path.open("rb") as file, np.load(file, allow_pickle=False) as packed:
                return _Arrays({name: packed[name] for name in packed.files})
        except Exception as error:  # whatever a damaged file makes of zip files and arrays
            raise ToolError(f"the network {self.path.name} cannot be loaded: {error}") from error

    @cached_property
    def _layers(self) -> Sequence[_Layer]:
        count = int(self._arrays["layers"])
        return [_Layer.of(self._arrays, f"layer.{number}.") for number in range(count)]

    def read(self, texts: Sequence[Encoded]) -> Sequence[Sequence[float]]:
        """Return what the network says of each text: a number for each question it was trained for.

        Several at once take three quarters of the time: its weights are fetched once.
        """
        import numpy as np

        if not texts:
            return []
        means = [
            states[np.array(text.own, dtype=bool)].mean(0)
            for states, text in zip(self.states(texts), texts, strict=True)
        ]
        told: Sequence[Sequence[float]] = self.linear("reads").of(np.stack(means)).tolist()
        return told

    def states(self, texts: Sequence[Encoded]) -> Sequence[Array]:
        """Return for each text what the network makes of its pieces: a row of numbers each."""
        import numpy as np

        if not texts:
            return []
        ends = itertools.accumulate(len(text.numbers) for text in texts)
        places = [
            slice(end - len(text.numbers), end) for end, text in zip(ends, texts, strict=True)
        ]
        states = np.concatenate([self._embedded(text) for text in texts])
        for layer in self._layers:
            states = layer.read(states, places)
        return [states[place] for place in places]

    def pieces(self, numbers: Sequence[int]) -> Array:
        """Return what pieces mean by themselves, wherever they stand: a row each."""
        arrays, rows = self._arrays, list(numbers)
        return arrays["words"][rows] * arrays["words.scale"][rows, None]

    def linear(self, name: str) -> Linear:
        """Return one of the network's last layers, by its name."""
        if name not in self._last:
            self._last[name] = self._arrays.linear(name)
        return self._last[name]

    def norm(self, name: str) -> Norm:
        """Return one of the network's norms, by its name."""
        return self._arrays.norm(name)

    @cached_property
    def _last(self) -> dict[str, Linear]:
        return {}

    def _embedded(self, text: Encoded) -> Array:
        arrays, words = self._arrays, self.pieces(text.numbers)
        words += arrays["order"][: len(words)]
        if text.own:
            words += arrays["own"][list(text.own)]
        return arrays.norm("embedded").of(words)


@dataclass(frozen=True)
class _Arrays:
    """The arrays of a network, by their names."""

    by_name: dict[str, Array]

    def __getitem__(self, name: str) -> Array:
        if name not in self.by_name:
            raise ToolError(f"the network has no {name!r}; reinstall followlint")
        return self.by_name[name]

    def linear(self, name: str) -> Linear:
        """Take out a layer whose weights are kept in eight bits, with a scale for each row.

        Nobody asks for it twice: beside what they stand for the eight bits would be a quarter more.
        """
        import numpy as np

        bits, scale = self[f"{name}.weights"], self[f"{name}.scale"]
        weights = np.multiply(bits, scale[:, None], out=_room_for(bits.shape))
        del self.by_name[f"{name}.weights"]
        return Linear(weights.T, self[f"{name}.bias"])

    def norm(self, name: str) -> Norm:
        return Norm(self[f"{name}.gain"], self[f"{name}.bias"])


def _room_for(shape: tuple[int, int]) -> Array:
    """Return a table to be written. numpy's own would have huge pages, which Linux takes four times
    as long to clear as small ones."""
    import numpy as np

    rows, columns = shape
    return np.frombuffer(mmap.mmap(-1, rows * columns * 4), "float32").reshape(shape)


@dataclass(frozen=True)
class Linear:
    """A layer that weighs each number of a row for each number of the next."""

    weights: Array
    bias: Array

    def of(self, states: Array) -> Array:
        """Return the next row of each row."""
        told = states @ self.weights
        told += self.bias
        return told


@dataclass(frozen=True)
class Norm:
    """Brings rows to one measure."""

    gain: Array
    bias: Array

    def of(self, states: Array) -> Array:
        """Return the rows with their mean at nothing and their spread at one, scaled again."""
        import numpy as np

        centred = states - states.mean(1, keepdims=True)
        variance = np.square(centred).mean(1, keepdims=True) + _LEAST_VARIANCE
        centred *= self.gain / np.sqrt(variance)
        centred += self.bias
        return centred


@dataclass(frozen=True)
class _Layer:
    """One layer of a transformer: each piece looks at all of its text, then thinks it over."""

    heads: int
    looks: Linear
    looked: Linear
    after_look: Norm
    thinks: Linear
    thought: Linear
    after_thought: Norm

    @classmethod
    def of(cls, arrays: _Arrays, name: str) -> _Layer:
        return cls(
            int(arrays["heads"]),
            arrays.linear(f"{name}looks"),
            arrays.linear(f"{name}looked"),
            arrays.norm(f"{name}after-look"),
            arrays.linear(f"{name}thinks"),
            arrays.linear(f"{name}thought"),
            arrays.norm(f"{name}after-thought"),
        )

    def read(self, states: Array, places: Sequence[slice]) -> Array:
        """Return the next states of the pieces of several texts; `places` are the texts' rows."""
        import numpy as np

        asked = self.looks.of(states)
        seen = np.concatenate([self._look(asked[place]) for place in places])
        states = self.after_look.of(self.looked.of(seen) + states)
        return self.after_thought.of(self.thought.of(gelu(self.thinks.of(states))) + states)

    def _look(self, asked: Array) -> Array:
        """Return what each piece of a text sees of all of them, head by head."""
        import numpy as np

        pieces, size = len(asked), asked.shape[1] // 3 // self.heads
        queries, keys, values = asked.reshape(pieces, 3, self.heads, size).transpose(1, 2, 0, 3)
        likeness = queries @ keys.transpose(0, 2, 1) / np.float32(size**0.5)
        likeness = np.exp(likeness - likeness.max(2, keepdims=True))
        seen = (likeness / likeness.sum(2, keepdims=True)) @ values
        return seen.transpose(1, 0, 2).reshape(pieces, -1)


def gelu(states: Array) -> Array:
    """Return the Gaussian error linear units of numbers (Hendrycks and Gimpel 2016, by tanh)."""
    import numpy as np

    inner = np.square(states)
    inner *= np.float32(0.044715)
    inner += np.float32(1)
    inner *= states
    inner *= np.float32((2 / np.pi) ** 0.5)
    np.tanh(inner, out=inner)
    inner += np.float32(1)
    inner *= states
    inner *= np.float32(0.5)
    return inner
