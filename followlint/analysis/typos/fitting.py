"""How well each word of a passage fits where it stands, as a small network reads it.

The network learned on passages into which slips were put: a word taken for another, one left out,
one too many (`training/slips.py`). It sees the words on both sides, as far as the passage goes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any

from followlint.analysis.neural.network import Encoded, Network
from followlint.analysis.neural.pieces import Vocabulary
from followlint.analysis.parse import Sentence

#: What a passage is cut into: as in training, a contraction is one word.
_WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?")
#: A passage is closed when it has this many tokens; the network learned on up to ninety pieces.
_ENOUGH = 40
_LONGEST = 126


@dataclass(frozen=True)
class Doubt:
    """How likely a word stands for another, lacks one before it, or is one too many (0 to 1)."""

    misfit: float
    lacks: float
    surplus: float

    @property
    def wrong(self) -> float:
        """How likely anything is wrong."""
        return self.misfit + self.lacks + self.surplus


@dataclass(frozen=True)
class Passage:
    """Some sentences of a paragraph: `at` says where in `text` each token stands, by its place."""

    text: str
    at: Mapping[int, int]

    def with_word(self, start: int, written: str, word: str) -> Passage:
        """Return the passage with another word for the one `written` at an offset in the draft."""
        at = self.at[start]
        text = self.text[:at] + word + self.text[at + len(written) :]
        return Passage(text, {start: at})


@dataclass(frozen=True)
class Fitting:
    """Reads passages. Nothing is loaded before the first question."""

    network: Network = field(
        default_factory=lambda: Network(
            Path(str(files("followlint.analysis") / "neural" / "slips.onnx"))
        ),
    )
    vocabulary: Vocabulary = field(default_factory=Vocabulary)

    def doubts(self, passages: Sequence[Passage]) -> list[Mapping[int, Doubt]]:
        """Return, for each passage, the doubts about its words by their offset in the draft.

        Raises `ToolError` where the network cannot be loaded.
        """
        opens, ends = self.vocabulary.number("[CLS]"), self.vocabulary.number("[SEP]")
        cut = [self.vocabulary.pieces(passage.text)[:_LONGEST] for passage in passages]
        texts = [[opens, *(piece.number for piece in pieces), ends] for pieces in cut]
        told = self.network.read([Encoded(text, [0] * len(text)) for text in texts])
        found: list[Mapping[int, Doubt]] = []
        for passage, pieces, rows in zip(passages, cut, told, strict=True):
            words = {match.start() for match in _WORD.finditer(passage.text)}
            likely = _likelihoods(rows)
            by_offset = {
                piece.start: Doubt(*likely[number + 1][1:])
                for number, piece in enumerate(pieces)
                if piece.opens and piece.start in words
            }
            found.append(
                {start: by_offset[at] for start, at in passage.at.items() if at in by_offset}
            )
        return found


def _likelihoods(rows: Any) -> Sequence[Sequence[float]]:
    import numpy as np

    powers = np.exp(rows - np.max(rows, axis=1, keepdims=True))
    likely: Sequence[Sequence[float]] = (powers / powers.sum(axis=1, keepdims=True)).tolist()
    return likely


def passages(sentences: Iterable[Sentence]) -> Iterator[Passage]:
    """Yield the passages of a draft: sentences that follow one another in one part of it."""
    group: list[Sentence] = []
    for sentence in sentences:
        full = sum(len(one.tokens) for one in group) >= _ENOUGH
        if group and (full or sentence.part is not group[-1].part):
            yield _passage(group)
            group = []
        group.append(sentence)
    if group:
        yield _passage(group)


def _passage(sentences: Iterable[Sentence]) -> Passage:
    """Put tokens together again, as wide apart as they stood, with any white space as one."""
    text, at, end = "", {}, -1
    for token in (token for sentence in sentences for token in sentence.tokens):
        if text and token.span.start > end:
            text += " "
        at[token.span.start] = len(text)
        text += token.text
        end = token.span.end
    return Passage(text, at)
