"""`count`: a sign that is fine once and a habit when it stands there more often."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from followlint.analysis import Draft
from followlint.checks.base import CheckType, Hit
from followlint.mail.email import VISIBLE
from followlint.pattern import Literal
from followlint.text import Span, fold


@dataclass(frozen=True)
class Count(CheckType):
    """Objects once where `find` is marked more than `max` times, at the first one too many."""

    find: Literal
    max: int

    says: ClassVar[frozenset[str]] = frozenset({"number", "limit", "match"})

    def hits(self, draft: Draft) -> Iterator[Hit]:
        """Yield the first one too many, with how many there are."""
        places = [
            Span(block.start + start, block.start + end)
            for block in draft.spans(*VISIBLE)
            for start, end in self.find.marks(block.of(draft.text))
        ]
        if len(places) > self.max:
            place = places[self.max]
            says = {"number": len(places), "limit": self.max}
            yield Hit(place, {**says, "match": fold(place.of(draft.text))})
