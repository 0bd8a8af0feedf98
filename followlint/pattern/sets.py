"""Many patterns asked at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from followlint.pattern.pattern import Pattern
from followlint.view import View


@dataclass(frozen=True)
class PatternSet:
    """Many patterns asked at once, most of them by a look at which words are there."""

    patterns: Sequence[Pattern]

    @cached_property
    def _by_word(self) -> Mapping[str, Sequence[int]]:
        """The patterns by the words that they require."""
        index: dict[str, list[int]] = {}
        for number, pattern in enumerate(self.patterns):
            for word in pattern.required or ():
                index.setdefault(word, []).append(number)
        return index

    @cached_property
    def _others(self) -> Sequence[int]:
        """The patterns that require no word."""
        return [n for n, pattern in enumerate(self.patterns) if pattern.required is None]

    def candidates(self, view: View) -> list[int]:
        """Return the indices of the patterns that may match somewhere in the view, in order."""
        found = set(self._others)
        for word in view.vocabulary & self._by_word.keys():
            found.update(self._by_word[word])
        return sorted(found)

    def matching(self, view: View) -> list[int]:
        """Return the indices of the patterns that match somewhere in the view, in order."""
        return [n for n in self.candidates(view) if self.patterns[n].stands_in(view)]
