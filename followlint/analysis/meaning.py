"""What the sentences of a draft mean, read by a small network that learned it (`training/`).

Rules see words; whether a concrete sentence comes from *this* interview, or whether somebody wants
the job in an image that nobody listed, is meaning. The network reads a sentence after the one
before it and says for each move, tone and kind how much speaks for it.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path

from followlint.analysis.neural.network import Encoded, Network
from followlint.analysis.neural.pieces import Vocabulary
from followlint.mail import Kind

#: What the network says of a sentence, in the order of its numbers (`training/train.py`).
MOVES = ("gratitude", "reference", "interview", "interest", "ask")
TONES = ("desperate", "pushy", "jargon", "slang")
_READS = (*MOVES, *TONES, *(kind.value for kind in Kind))
#: A sentence says little about the kind of its email; their mean is raised by this, as in training.
_KIND_SCALE = 3.0
#: Pieces of a sentence and the one before it, with the three marks; what is longer is cut.
_LONGEST = 112

#: Of a sentence: how much speaks for each move, tone and kind, as the logarithm of its odds.
Reading = Mapping[str, float]


@dataclass(frozen=True)
class Meaning:
    """Reads what sentences mean. Nothing is loaded before the first question."""

    network: Network = field(
        default_factory=lambda: Network(Path(str(files(__package__) / "neural" / "moves.onnx"))),
    )
    vocabulary: Vocabulary = field(default_factory=Vocabulary)

    def read(self, sentences: Sequence[tuple[str, str]]) -> list[Reading]:
        """Return what each sentence says; sentences are given as (the one before it, itself).

        Raises `ToolError` where the network cannot be loaded.
        """
        told = self.network.read([self._encoded(before, text) for before, text in sentences])
        return [dict(zip(_READS, map(float, row), strict=True)) for row in told]

    def _encoded(self, before: str, text: str) -> Encoded:
        head = [piece.number for piece in self.vocabulary.pieces(before)]
        own = [piece.number for piece in self.vocabulary.pieces(text)]
        too_many = len(head) + len(own) + 3 - _LONGEST
        for _ in range(too_many):  # from the end of the longer one, as the network learned it
            (head if len(head) > len(own) else own).pop()
        opens, ends = self.vocabulary.number("[CLS]"), self.vocabulary.number("[SEP]")
        return Encoded(
            [opens, *head, ends, *own, ends], [0] * (len(head) + 2) + [1] * (len(own) + 1)
        )


def kind_likelihoods(readings: Sequence[Reading]) -> Mapping[Kind, float]:
    """Return how likely an email with these sentences is of each kind."""
    if not readings:
        return {kind: 1 / len(Kind) for kind in Kind}
    sums = {
        kind: _KIND_SCALE * sum(reading[kind.value] for reading in readings) / len(readings)
        for kind in Kind
    }
    highest = max(sums.values())
    powers = {kind: math.exp(value - highest) for kind, value in sums.items()}
    return {kind: power / sum(powers.values()) for kind, power in powers.items()}
