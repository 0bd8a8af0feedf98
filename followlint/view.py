"""Text as patterns see it: tokens in lower case, contractions opened, one space between them."""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from followlint.required import stem_of
from followlint.text import Span

_OPENED = {
    "'d": "would",
    "'ll": "will",
    "'m": "am",
    "'re": "are",
    "'ve": "have",
    "n't": "not",
    "ca": "can",
    "wo": "will",
    "sha": "shall",
}
_QUOTES = str.maketrans(
    {"’": "'", "‘": "'", "`": "'", "“": '"', "”": '"', "‑": "-", "–": "-", "—": "-"}
)
_LIGHT_TOKEN = re.compile(
    r"\w+?(?=n['’]t\b)|n['’]t\b|['’](?:d|ll|m|re|ve|s)\b|\w+|[^\w\s]", re.IGNORECASE
)


class Word(NamedTuple):
    """A token: its text as written and where it stands."""

    text: str
    span: Span


@dataclass(frozen=True)
class View:
    """Words as patterns see them. `text` begins and ends with a space."""

    words: Sequence[Word]

    @cached_property
    def text(self) -> str:
        """The normal forms of the words, a space between and around them."""
        return " " + "".join(f"{form} " for form in self.forms)

    @cached_property
    def forms(self) -> list[str]:
        """The normal form of each word."""
        forms = []
        for number, word in enumerate(self.words):
            form = word.text.translate(_QUOTES).lower()
            if form in ("ca", "wo", "sha") and not self._before_not(number):
                forms.append(form)
            else:
                forms.append(_OPENED.get(form, form))
        return forms

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The normal forms, and what they begin with, each once: what patterns require."""
        return frozenset(self.forms).union(map(stem_of, self.forms))

    def _before_not(self, number: int) -> bool:
        following = self.words[number + 1 : number + 2]
        return bool(following) and following[0].text.translate(_QUOTES).lower() == "n't"

    @cached_property
    def _starts(self) -> list[int]:
        starts, at = [], 1
        for form in self.forms:
            starts.append(at)
            at += len(form) + 1
        return starts

    @cached_property
    def encoded(self) -> bytes:
        """The text in UTF-8, which is what re2 reads."""
        return self.text.encode("utf-8")

    @cached_property
    def _byte_starts(self) -> Sequence[int]:
        """The byte at which each character begins, and where the last one ends."""
        if len(self.encoded) == len(self.text):
            return range(len(self.text) + 1)
        return [0, *itertools.accumulate(len(char.encode("utf-8")) for char in self.text)]

    def byte_of(self, at: int) -> int:
        """Return the byte of `encoded` at which a character of `text` begins."""
        return self._byte_starts[at]

    def place_of(self, start: int, end: int) -> tuple[int, int]:
        """Return the range of `text` that is a range of bytes of `encoded`."""
        starts = self._byte_starts
        return bisect.bisect_left(starts, start), bisect.bisect_left(starts, end)

    def range_of(self, start: int, end: int) -> tuple[int, int]:
        """Return which words (first, behind last) the range of `text` from start to end covers."""
        first = max(0, bisect.bisect_right(self._starts, start) - 1)
        if first < len(self.forms) and self._starts[first] + len(self.forms[first]) <= start:
            first += 1
        behind = bisect.bisect_left(self._starts, end)
        return (first, behind) if first < behind else (0, 0)

    def span_of(self, start: int, end: int) -> Span:
        """Return the span in the source of a range of `text`."""
        first, behind = self.range_of(start, end)
        return Span(self.words[first].span.start, self.words[behind - 1].span.end)


def words_of(text: str, offset: int = 0) -> list[Word]:
    """Cut `text` into words without a language model; `offset` is where it stands in the source."""
    return [
        Word(match[0], Span(offset + match.start(), offset + match.end()))
        for match in _LIGHT_TOKEN.finditer(text)
    ]
