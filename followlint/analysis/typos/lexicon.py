"""Which words there are, and how common they are in English.

The frequencies are built by `tools/build_frequencies.py`, which names their source.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path

_COMMENT = re.compile("#.*")
_FILE, _RARE_FILE = "frequencies.txt.gz", "rare-words.txt.gz"


@cache
def _frequencies() -> Mapping[str, int]:
    """Return word -> frequency in tenths of the Zipf scale. Read (20 ms) at the first suspect."""
    cells = "\t".join(_lines(_FILE)).split("\t")
    return dict(zip(cells[::2], map(int, cells[1::2]), strict=True))


@cache
def _rare_words() -> frozenset[str]:
    """Return words that few dictionaries have. Read (30 ms) at the first unknown word."""
    return frozenset(_lines(_RARE_FILE))


def _lines(name: str) -> list[str]:
    return gzip.decompress((files(__package__) / name).read_bytes()).decode().splitlines()


@dataclass(frozen=True)
class Terms:
    """Words of trades and other languages that no dictionary need know, from files.

    A file holds one word a line; `#` begins a comment. Files are read at the first question.
    """

    paths: tuple[Path, ...] = ()

    @cached_property
    def _words(self) -> frozenset[str]:
        words = {
            line.strip()
            for path in self.paths
            for line in _COMMENT.sub("", path.read_text(encoding="utf-8")).lower().splitlines()
        }
        return frozenset(words - {""})

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and word.lower() in self._words


def zipf(word: str) -> float:
    """Return how common a word is: "the" 7.6, "receive" 5.2, "manger" 3.1; 0 if unknown."""
    return _frequencies().get(word.lower(), 0) / 10


def words_from(least: float) -> Iterator[str]:
    """Yield the words that are so common on the Zipf scale, or more."""
    return (word for word, tenths in _frequencies().items() if tenths / 10 >= least)


def is_word(word: str) -> bool:
    """Tell whether the word, or its stem before a possessive ending, is in the list."""
    return word.lower().replace("’", "'").removesuffix("'s") in _frequencies()


def is_rare_word(word: str) -> bool:
    """Tell whether the word is one that few dictionaries have, and people hardly use.

    The list is built by `tools/build_rare_words.py`, which names its source.
    """
    return word.lower() in _rare_words()


def mildest(words: Iterable[str]) -> float:
    """Return the frequency of the rarest of some words (a split word is as rare as its parts)."""
    return min((zipf(word) for word in words), default=0.0)


def is_known(word: str) -> bool:
    """Tell whether the word is any that a dictionary has."""
    return is_word(word) or is_rare_word(word)
