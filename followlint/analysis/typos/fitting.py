"""How well words fit their sentence, as a small network reads it that sees the whole of it.

The network learned on sentences into which slips were put (`training/slips.py`): of a word and what
it may stand for, which is likeliest where it stands? And is a little word missing before it?
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path

from followlint.analysis.neural.network import Array, Encoded, Network, gelu
from followlint.analysis.neural.pieces import Vocabulary

_FOLDER = Path(str(files("followlint.analysis") / "neural"))
#: Pieces of a sentence that are read; what is behind them is not judged.
_LONGEST = 126
#: The words that are missed where they are missing, in the order of the network's numbers.
_LITTLE = """
    to the a an for of in on at with by from about as and that it you i me my your is are was be
    been have has had would will do not
"""
LITTLE = tuple(_LITTLE.split())
#: More likely missing than this, a word is worth a thought.
_AS_LIKELY = 0.5


@dataclass(frozen=True)
class Choice:
    """A word of a sentence: its offset in code points from 0, itself, and what it may stand for."""

    at: int
    words: Sequence[str]


@dataclass(frozen=True)
class Missing:
    """A little word that is missing before the word at an offset, and how likely (0 to 1)."""

    at: int
    word: str
    likelihood: float


@dataclass(frozen=True)
class Reading:
    """What the network says of a sentence.

    `likely` has for each choice how likely each of its words is, as natural logarithms; None for
    one behind the pieces that are read. `missing` has the words before which one is more likely
    missing than not.
    """

    likely: Sequence[Sequence[float] | None]
    missing: Sequence[Missing]


@dataclass(frozen=True)
class Fitting:
    """Reads sentences for words that do not fit. Nothing is loaded before the first question."""

    network: Network = field(default_factory=lambda: Network(_FOLDER / "slips.npz"))
    vocabulary: Vocabulary = field(
        default_factory=lambda: Vocabulary(_FOLDER / "slips-vocabulary.txt.gz", cased=True)
    )

    def read(self, sentences: Sequence[tuple[str, Sequence[Choice]]]) -> list[Reading]:
        """Read sentences for some of their words.

        Raises `ToolError` where the network cannot be loaded.
        """
        cut = [self._cut(text) for text, _ in sentences]
        states = self.network.states([encoded for encoded, _ in cut])
        asked = [
            (state[starts[choice.at]], choice.words)
            for state, (_, starts), (_, choices) in zip(states, cut, sentences, strict=True)
            for choice in choices
            if choice.at in starts
        ]
        told = self._likelihoods(asked)
        return [
            Reading(
                [next(told) if choice.at in starts else None for choice in choices],
                list(self._missing(state, starts)),
            )
            for state, (_, starts), (_, choices) in zip(states, cut, sentences, strict=True)
        ]

    def _cut(self, text: str) -> tuple[Encoded, dict[int, int]]:
        """Return a sentence in pieces, and which piece each word starts with, by its offset."""
        numbers = [self.vocabulary.number("[CLS]")]
        starts: dict[int, int] = {}
        for start, pieces in self.vocabulary.words(text):
            if len(numbers) < _LONGEST:
                starts[start] = len(numbers)
                numbers += pieces
        return Encoded([*numbers[:_LONGEST], self.vocabulary.number("[SEP]")]), starts

    def _likelihoods(self, asked: Sequence[tuple[Array, Sequence[str]]]) -> Iterator[list[float]]:
        """Yield how likely each of some words is where the network is in a state; the first is the
        one that is written."""
        import numpy as np

        if not asked:
            return
        network, states = self.network, np.stack([state for state, _ in asked])
        turned = network.norm("turned").of(gelu(network.linear("turn").of(states)))
        kept = network.linear("keep").of(states)[:, 0]
        pieces = [self.vocabulary.pieces(word) for _, words in asked for word in words]
        counts = [len(some) for some in pieces]
        firsts = [0, *itertools.accumulate(counts[:-1])]
        rows = network.pieces(list(itertools.chain.from_iterable(pieces)))
        # What a word means by itself is the mean of its pieces.
        means = np.add.reduceat(rows, firsts, axis=0) / np.array(counts, "float32")[:, None]
        at = 0
        for (_, words), meant, own in zip(asked, turned, kept, strict=True):
            scores = means[at : at + len(words)] @ meant
            at += len(words)
            scores[0] += own
            scores -= scores.max()
            yield (scores - np.log(np.exp(scores).sum())).tolist()

    def _missing(self, state: Array, starts: Mapping[int, int]) -> Iterator[Missing]:
        import numpy as np

        offsets, places = list(starts), list(starts.values())
        told = self.network.linear("missing").of(state[places])
        told = np.exp(told - told.max(1, keepdims=True))
        none = told[:, 0] / told.sum(1)
        for at in np.flatnonzero(none < _AS_LIKELY).tolist():
            word = LITTLE[int(told[at, 1:].argmax())]
            yield Missing(offsets[at], word, 1 - float(none[at]))
