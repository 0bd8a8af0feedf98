"""`wording`: what should be said otherwise, told by its sense: word, tag, neighbours, kind.

"Sick" is slang of a demo and plain English of a child; the entry says which is which.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from followlint.analysis import Draft, Need
from followlint.checks.base import CheckType, Hit
from followlint.checks.ear import Ear
from followlint.checks.marked import Entries, Entry
from followlint.pattern import Pattern
from followlint.text import Span, fold


@dataclass(frozen=True, kw_only=True)
class Wording(Entry):
    """A wording to avoid and, where there is a plain one, what to say `instead`.

    `weight` is how much it counts towards the rule's `at_least`; what is `close` counts only in a
    sentence with another one.
    """

    instead: str = ""
    weight: int = 1
    close: bool = False

    @property
    def rank(self) -> int:
        """Its weight: a weak sign must not stand before a plain one."""
        return self.weight


Found = tuple[Wording, Span]

#: So many first letters tell one word from another, whatever its ending.
_STEM = 5


@dataclass(frozen=True)
class Wordings(CheckType):
    """Objects to the `wordings` found; `{match}` is the wording, `{instead}` what to say.

    Wordings that weigh less than `at_least` together say nothing: one weak sign is no habit. Unless
    `repeats`, one that comes again ("unpack", "unpacked") counts once: it is what the email is
    about. Those that must stand close are shown as one stretch where a sentence holds no other.
    Where they are too few, the `ear` may hear a whole sentence: people beg and press in words that
    no list has.
    """

    wordings: Sequence[Wording]
    unless: Sequence[Pattern] = ()
    at_least: int = 1
    repeats: bool = True
    ear: Ear | None = None

    needs: ClassVar[frozenset[Need]] = frozenset({Need.PARSE})
    says: ClassVar[frozenset[str]] = frozenset({"match", "instead"})

    @cached_property
    def _entries(self) -> Entries[Wording]:
        return Entries(self.wordings, self.unless)

    def hits(self, draft: Draft) -> Iterator[Hit]:
        """Yield the wordings, each place once."""
        found = list(self._entries.found(draft))
        heard = [group for group in _by_sentence(draft, found) if len(group) > 1 or _alone(group)]
        if self._weight(draft, heard) >= self.at_least:
            for group in heard:
                yield from _shown(draft, group)
        elif self.ear:
            for place in self.ear.overhears(draft):
                yield Hit(place, {"match": fold(place.of(draft.text)), "instead": ""})

    def _weight(self, draft: Draft, groups: Sequence[Sequence[Found]]) -> int:
        """Add up the weights of what was found in the sentences."""
        counted: set[object] = set()
        weight = 0
        for wording, span in itertools.chain.from_iterable(groups):
            word = wording.says, span.of(draft.text)[:_STEM].casefold()
            if self.repeats or word not in counted:
                weight += wording.weight
            counted.add(word)
        return weight


def _by_sentence(draft: Draft, found: Sequence[Found]) -> Iterator[list[Found]]:
    """Yield what was found in each sentence that holds some."""
    for sentence in draft.sentences:
        if group := [(wording, span) for wording, span in found if sentence.span.overlaps(span)]:
            yield group


def _alone(group: Sequence[Found]) -> list[Found]:
    """Return the wordings of a sentence that count by themselves."""
    return [(wording, span) for wording, span in group if not wording.close]


def _shown(draft: Draft, group: Sequence[Found]) -> Iterator[Hit]:
    if alone := _alone(group):
        for wording, span in alone:
            instead = f"; say “{wording.instead}”" if wording.instead else ""
            yield Hit(span, {"match": fold(span.of(draft.text)), "instead": instead})
    else:
        span = Span(group[0][1].start, group[-1][1].end)
        yield Hit(span, {"match": fold(span.of(draft.text)), "instead": ""})
