"""Runs a network that is kept as ONNX: the only importer of onnxruntime."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from followlint.errors import ToolError

#: Texts that are read at once: longer batches wait for their longest text.
_AT_ONCE = 8


@dataclass(frozen=True)
class Encoded:
    """The numbers of a text's pieces, and for each whether it belongs to the text itself (1) or to
    what stands before it (0)."""

    numbers: Sequence[int]
    own: Sequence[int]


@dataclass(frozen=True)
class Network:
    """A network in a file, loaded at the first question (0.1 s); one thread, so that runs agree."""

    path: Path

    @cached_property
    def _session(self) -> Any:
        try:
            import onnxruntime

            options = onnxruntime.SessionOptions()
            options.intra_op_num_threads = options.inter_op_num_threads = 1
            options.log_severity_level = 4
            return onnxruntime.InferenceSession(
                str(self.path), options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:  # onnxruntime raises what it likes
            raise ToolError(f"the network {self.path.name} cannot be loaded: {error}") from error

    def load(self) -> None:
        """Load it now; raises `ToolError` where that fails."""
        _ = self._session

    def read(self, texts: Sequence[Encoded]) -> list[Any]:
        """Return what the network says of each text, in their order, as arrays of numbers.

        A network that speaks of pieces returns a row for each piece of the text.
        """
        found: list[Any] = [None] * len(texts)
        for batch in _batches(texts):
            for place, told in zip(batch, self._run([texts[at] for at in batch]), strict=True):
                found[place] = told
        return found

    def _run(self, batch: Sequence[Encoded]) -> Iterator[Any]:
        import numpy as np

        longest = max(len(text.numbers) for text in batch)
        fed = {
            name: np.zeros((len(batch), longest), dtype=np.int64)
            for name in ("input_ids", "attention_mask", "token_type_ids")
        }
        for row, text in enumerate(batch):
            length = len(text.numbers)
            fed["input_ids"][row, :length] = text.numbers
            fed["attention_mask"][row, :length] = 1
            fed["token_type_ids"][row, :length] = text.own
        asked = {given.name: fed[given.name] for given in self._session.get_inputs()}
        (told,) = self._session.run(None, asked)
        for row, text in enumerate(batch):
            yield told[row] if told.ndim == 2 else told[row, : len(text.numbers)]


def _batches(texts: Sequence[Encoded]) -> Iterator[Sequence[int]]:
    """Yield the places of texts of about equal length."""
    order = sorted(range(len(texts)), key=lambda at: len(texts[at].numbers))
    for start in range(0, len(order), _AT_ONCE):
        yield order[start : start + _AT_ONCE]
