"""What the sentences of a draft mean, read by a small network that learned it (`training/`).

Rules see words; whether a concrete sentence comes from *this* interview, or whether somebody wants
the job in an image that nobody listed, is meaning. The network reads a sentence after the one
before it and says for each move, tone and kind how much speaks for it.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path

from followlint.analysis.neural.network import Encoded, Network
from followlint.analysis.neural.pieces import Vocabulary
from followlint.analysis.odds import shares
from followlint.analysis.parse import Sentence
from followlint.mail import Kind, Part
from followlint.text import Span

#: What the network says of a sentence, in the order of its numbers (`training/train.py`).
MOVES = ("gratitude", "reference", "interview", "interest", "ask")
TONES = ("desperate", "pushy", "jargon", "slang")
_READS = (*MOVES, *TONES, *(kind.value for kind in Kind))
#: A sentence says little about the kind of its email; their mean is raised by this, as in training.
_KIND_SCALE = 3.0
#: Pieces of a sentence and the one before it, with the three marks; what is longer is cut.
_LONGEST = 112
#: Sentences that are read together: more would only take more memory.
_AT_ONCE = 8
#: Sentences of a draft that are read, 10 to 15 ms each. Emails of the corpus have up to twenty-two.
_MOST_READ = 60

#: Of a sentence: how much speaks for each move, tone and kind, as the logarithm of its odds.
Reading = Mapping[str, float]


@dataclass(frozen=True)
class Meaning:
    """Reads what sentences mean. Nothing is loaded before the first question."""

    network: Network = field(
        default_factory=lambda: Network(Path(str(files(__package__) / "neural" / "moves.npz"))),
    )
    vocabulary: Vocabulary = field(default_factory=Vocabulary)

    def load(self) -> None:
        """Load the network now (30 ms, 70 MB); raises `ToolError` where it cannot be."""
        for _ in self.read([("", "")]):
            pass

    def read(self, pairs: Sequence[tuple[str, str]]) -> Iterator[Reading]:
        """Yield what each sentence says, after the one before it ("" where there is none).

        Takes 10 to 15 ms for one alone. Raises `ToolError` where the network cannot be loaded.
        """
        for at in range(0, len(pairs), _AT_ONCE):
            told = self.network.read([self._encoded(*pair) for pair in pairs[at : at + _AT_ONCE]])
            yield from (dict(zip(_READS, numbers, strict=True)) for numbers in told)

    def _encoded(self, before: str, text: str) -> Encoded:
        head, own = self.vocabulary.pieces(before), self.vocabulary.pieces(text)
        too_many = len(head) + len(own) + 3 - _LONGEST
        for _ in range(too_many):  # from the end of the longer one, as the network learned it
            (head if len(head) > len(own) else own).pop()
        opens, ends = self.vocabulary.number("[CLS]"), self.vocabulary.number("[SEP]")
        return Encoded(
            [opens, *head, ends, *own, ends], [0] * (len(head) + 2) + [1] * (len(own) + 1)
        )


class Meanings(Mapping[Span, Reading]):
    """What the sentences of a draft mean, by their places. None is read before it is asked for: to
    most questions the first few are answer enough."""

    def __init__(self, meaning: Meaning, sentences: Mapping[Span, tuple[str, str]]) -> None:
        """Take the sentences as (the one before it, itself)."""
        self._meaning = meaning
        self._sentences = sentences
        self._read: dict[Span, Reading] = {}

    def __getitem__(self, place: Span) -> Reading:
        (reading,) = self.read([place])
        return reading

    def read(self, places: Iterable[Span]) -> list[Reading]:
        """Return what several sentences mean; those that are new are read together."""
        asked = list(places)
        new = [place for place in asked if place not in self._read]
        told = self._meaning.read([self._sentences[place] for place in new])
        self._read.update(zip(new, told, strict=True))
        return [self._read[place] for place in asked]

    def __iter__(self) -> Iterator[Span]:
        return iter(self._sentences)

    def __len__(self) -> int:
        return len(self._sentences)


def meanings_of(sentences: Iterable[Sentence], text: str, meaning: Meaning) -> Meanings:
    """Return what the first sixty sentences of a draft mean: whatever is longer is no email."""
    pairs, before = {}, ""
    told = (sentence for sentence in sentences if sentence.part is not Part.CLOSING)
    for sentence in itertools.islice(told, _MOST_READ):
        own = sentence.span.of(text)
        pairs[sentence.span] = before, own
        # A subject line is nobody's context.
        before = "" if sentence.part is Part.SUBJECT else own
    return Meanings(meaning, pairs)


def kind_likelihoods(told: Iterable[Reading]) -> Mapping[Kind, float]:
    """Return how likely an email with these sentences is of each kind."""
    readings = list(told)
    if not readings:
        return {kind: 1 / len(Kind) for kind in Kind}
    return shares(
        {
            kind: _KIND_SCALE * sum(reading[kind.value] for reading in readings) / len(readings)
            for kind in Kind
        }
    )
