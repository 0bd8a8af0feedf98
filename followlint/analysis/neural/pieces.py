"""Cuts text into the pieces of words that a network knows (BERT's WordPiece)."""

from __future__ import annotations

import gzip
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from importlib.resources import files
from pathlib import Path

_WORD = re.compile(r"(?:[^\W_]|[\u0300-\u036f])+|[^\w\s]|_")
_UNKNOWN = "[UNK]"
#: Longer words are not cut: nobody wrote them, and it would take long.
_LONGEST = 100


@dataclass(frozen=True)
class Vocabulary:
    """The pieces that a network knows: one a line, gzipped, in the order of their numbers.

    `cased` tells capitals and accents apart; else all is read in lower case, and plain.
    """

    path: Path = field(
        default_factory=lambda: Path(str(files(__package__) / "vocabulary.txt.gz")),
    )
    cased: bool = False

    @cached_property
    def _numbers(self) -> dict[str, int]:
        text = gzip.decompress(self.path.read_bytes()).decode("utf-8")
        return {piece: number for number, piece in enumerate(text.splitlines())}

    @cached_property
    def _cut(self) -> dict[str, tuple[int, ...]]:
        return {}

    def number(self, piece: str) -> int:
        """Return the number of a piece such as "[CLS]"; raises KeyError where there is none."""
        return self._numbers[piece]

    def pieces(self, text: str) -> list[int]:
        """Return the numbers of the pieces of a text, in its order."""
        return [number for _, numbers in self.words(text) for number in numbers]

    def words(self, text: str) -> Iterator[tuple[int, tuple[int, ...]]]:
        """Yield for each word and mark of a text where it starts, and the numbers of its pieces.

        Offsets count code points from 0.
        """
        for word in _WORD.finditer(text):
            yield word.start(), self._pieces_of(word.group())

    def _pieces_of(self, word: str) -> tuple[int, ...]:
        known = self._cut.get(word)
        if known is None:
            known = self._cut[word] = tuple(
                self._longest_first(word if self.cased else _plain(word))
            )
        return known

    def _longest_first(self, word: str) -> list[int]:
        """Cut a word into the longest pieces from its start; an unknown rest spoils it whole."""
        if len(word) > _LONGEST:
            return [self._numbers[_UNKNOWN]]
        found: list[int] = []
        at = 0
        while at < len(word):
            for end in range(len(word), at, -1):
                number = self._numbers.get(("##" if at else "") + word[at:end])
                if number is not None:
                    break
            else:
                return [self._numbers[_UNKNOWN]]
            found.append(number)
            at = end
        return found


def _plain(word: str) -> str:
    """Return a word in lower case and without accents, as the vocabulary has it."""
    if word.isascii():
        return word.lower()
    opened = unicodedata.normalize("NFD", word.lower())
    return "".join(sign for sign in opened if unicodedata.category(sign) != "Mn")
