"""Are two words one name, two spellings of it, or two names?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

_POSSESSIVE = re.compile(r"['’]s?$")
_INNER = re.compile(r"['’‑.-]")
#: Letters that lose more than an accent where a keyboard lacks them.
_LETTERS = str.maketrans(
    {"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i"}
)
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
#: Names this short have others one letter away; from the second length on two slips are believed.
_SHORTEST, _LONG = 4, 8
_MOST_SLIPS = 2
#: What is longer is nobody's name, and slips in it would take long to count.
_LONGEST = 60
#: The beginning that a short form shares with its name, and the endings of pet forms.
_STEM = 3
_PET_ENDINGS = ("y", "ie", "i", "ey", "o", "s")

#: What family names end in for women where Slavic languages are spoken, and for men.
_FEMALE = (
    ("ova", "ov"),
    ("ova", ""),
    ("eva", "ev"),
    ("skaya", "sky"),
    ("skaya", "skiy"),
    ("skaia", "ski"),
    ("ska", "ski"),
    ("ska", "sky"),
    ("cka", "cki"),
    ("cka", "cky"),
)


def name_form(word: str) -> str:
    """Return a name in the form in which names are compared: no case, accents or apostrophes."""
    bare = _INNER.sub("", _POSSESSIVE.sub("", word)).casefold().translate(_LETTERS)
    marks = unicodedata.normalize("NFD", bare)
    return "".join(char for char in marks if not unicodedata.combining(char))


def edits(one: str, other: str) -> int:
    """Return how many letters to put in, leave out, swap with a neighbour or exchange lead over."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, char in enumerate(one, 1):
        row = [i]
        for j, opposite in enumerate(other, 1):
            best = min(last[j] + 1, row[-1] + 1, last[j - 1] + (char != opposite))
            if i > 1 and j > 1 and char == other[j - 2] and one[i - 2] == opposite:
                best = min(best, before[j - 2] + 1)
            row.append(best)
        before, last = last, row
    return last[-1]


@dataclass(frozen=True)
class Namesakes:
    """Knows short forms (`nicknames`: full name -> those) and names of one sound (`lookalikes`)."""

    nicknames: Mapping[str, frozenset[str]]
    lookalikes: Sequence[frozenset[str]]

    def same(self, one: str, other: str) -> bool:
        """Tell whether two words are one name, accents and short forms aside."""
        first, second = name_form(one), name_form(other)
        if first == second or _spelt_out(one) == second or first == _spelt_out(other):
            return True
        if _of_family(first) & _of_family(second):
            return True
        return self._short(first, second) or self._shortened(first, second)

    def slip(self, one: str, other: str) -> bool:
        """Tell whether one of two words is most likely the other, misspelt."""
        if self.same(one, other):
            return False
        first, second = name_form(one), name_form(other)
        if self._alike(first, second):
            return True
        shortest, longest = sorted((len(first), len(second)))
        if longest > _LONGEST or longest - shortest > _MOST_SLIPS:
            return False
        allowed = _MOST_SLIPS if shortest >= _LONG and first[:1] == second[:1] else 1
        return shortest >= _SHORTEST and edits(first, second) <= allowed

    def _short(self, first: str, second: str) -> bool:
        if second in self.nicknames.get(first, ()) or first in self.nicknames.get(second, ()):
            return True
        return not self._full_names(first).isdisjoint(self._full_names(second))

    def _full_names(self, short: str) -> frozenset[str]:
        return self._by_short.get(short, frozenset())

    @cached_property
    def _by_short(self) -> Mapping[str, frozenset[str]]:
        """Short form -> the full names that it may stand for."""
        found: dict[str, set[str]] = {}
        for full, shorts in self.nicknames.items():
            for short in shorts:
                found.setdefault(short, set()).add(full)
        return {short: frozenset(fulls) for short, fulls in found.items()}

    @cached_property
    def _of_one_sound(self) -> frozenset[str]:
        return frozenset().union(*self.lookalikes)

    def _alike(self, first: str, second: str) -> bool:
        """Tell whether two names are known to sound alike."""
        if first not in self._of_one_sound or second not in self._of_one_sound:
            return False
        return any(first in group and second in group for group in self.lookalikes)

    def _shortened(self, first: str, second: str) -> bool:
        """Tell whether one is cut from the other as pet forms are: "Alex" of "Alexandra"."""
        if self._alike(first, second):
            return False
        short, full = sorted((first, second), key=len)
        if len(short) < _STEM or short[:_STEM] != full[:_STEM]:
            return False
        cut = next((short[: -len(end)] for end in _PET_ENDINGS if short.endswith(end)), short)
        # A name that lacks no more than its last letter is rather a slip: "Okafo".
        return len(full) - len(short) > 1 and (full.startswith((short, cut)))


def _of_family(form: str) -> set[str]:
    """Return a family name with what a man of the family is called: "Sokolova", "Sokolov"."""
    found = {form}
    for ending, plain in _FEMALE:
        if form.endswith(ending) and len(form) > len(ending) + 2:
            found.add(form[: -len(ending)] + plain)
    return found


def _spelt_out(word: str) -> str:
    """Return a name with its umlauts in two letters: "Müller" is "Mueller" elsewhere."""
    return name_form(word.casefold().translate(_UMLAUTS))
