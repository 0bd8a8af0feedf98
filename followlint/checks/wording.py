"""`wording`: what should be said otherwise, told by its sense: word, tag, neighbours, kind.

"Sick" is slang of a demo and plain English of a child; the entry says which is which.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from followlint.analysis import Draft, Need
from followlint.checks.base import CheckType, Hit
from followlint.checks.marked import Entries, Entry
from followlint.pattern import Pattern
from followlint.text import fold


@dataclass(frozen=True, kw_only=True)
class Wording(Entry):
    """A wording to avoid and, where there is a plain one, what to say `instead`.

    `weight` is how much it counts towards the rule's `at_least`.
    """

    instead: str = ""
    weight: int = 1


@dataclass(frozen=True)
class Wordings(CheckType):
    """Objects to the `wordings` found; `{match}` is the wording, `{instead}` what to say.

    Wordings that weigh less than `at_least` together say nothing: one weak sign is no habit.
    """

    wordings: Sequence[Wording]
    unless: Sequence[Pattern] = ()
    at_least: int = 1

    needs: ClassVar[frozenset[Need]] = frozenset({Need.PARSE})
    says: ClassVar[frozenset[str]] = frozenset({"match", "instead"})

    @cached_property
    def _entries(self) -> Entries[Wording]:
        return Entries(self.wordings, self.unless)

    def hits(self, draft: Draft) -> Iterator[Hit]:
        """Yield the wordings, each place once."""
        found = list(self._entries.found(draft))
        if sum(wording.weight for wording, _ in found) < self.at_least:
            return
        for wording, span in found:
            instead = f"; say “{wording.instead}”" if wording.instead else ""
            yield Hit(span, {"match": fold(span.of(draft.text)), "instead": instead})
