"""How the regions spell: which words are not at home in a dialect, and what is written there.

The table is built by `tools/build_spellings.py`, which names its source.
"""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from followlint.mail.dialects import Dialect

_FILE = "spellings.txt.gz"
#: The dialects in the table, by their letters.
_LETTERS = {
    "a": Dialect.AMERICAN,
    "b": Dialect.BRITISH,
    "c": Dialect.CANADIAN,
    "u": Dialect.AUSTRALIAN,
    "i": Dialect.INDIAN,
}


@dataclass(frozen=True)
class Elsewhere:
    """What is written in a dialect instead of another region's spelling.

    `known` tells whether its dictionaries have the other one, too, as the less usual; `tags` are
    those of the sense that is meant, where only that is spelt otherwise.
    """

    right: str
    known: bool = False
    tags: frozenset[str] = frozenset()


def elsewhere(word: str, dialect: Dialect) -> Elsewhere | None:
    """Return what a dialect writes for a word in lower case; None where that is right there."""
    return _table().get(word, {}).get(dialect)


@cache
def _table() -> Mapping[str, Mapping[Dialect, Elsewhere]]:
    """Return word -> dialect -> what is written there. Read (5 ms) where a dialect is set."""
    table: dict[str, dict[Dialect, Elsewhere]] = {}
    text = gzip.decompress((files(__package__) / _FILE).read_bytes()).decode()
    for line in text.splitlines():
        word, letters, right, *tags = line.split("\t")
        of = frozenset(" ".join(tags).split())
        for letter in letters:
            entry = Elsewhere(right, letter.isupper(), of)
            table.setdefault(word, {})[_LETTERS[letter.lower()]] = entry
    return table
