"""`piece`: a sentence or a paragraph that is longer than a reader follows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import ClassVar

from followlint.analysis import Draft, Need
from followlint.analysis.metrics import count_words
from followlint.checks.base import CheckType, Hit
from followlint.mail import Part
from followlint.text import Span


class Unit(Enum):
    """What is measured."""

    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"


@dataclass(frozen=True)
class Piece(CheckType):
    """Objects to every `unit` of more than `max` words, at its start."""

    unit: Unit
    max: int

    needs: ClassVar[frozenset[Need]] = frozenset({Need.PARSE})
    says: ClassVar[frozenset[str]] = frozenset({"number", "limit"})

    def hits(self, draft: Draft) -> Iterator[Hit]:
        """Yield an empty place at the start of each piece that is too long."""
        for span in self._pieces(draft):
            number = count_words(span.of(draft.text))
            if number > self.max:
                yield Hit(Span(span.start, span.start), {"number": number, "limit": self.max})

    def _pieces(self, draft: Draft) -> Iterator[Span]:
        if self.unit is Unit.PARAGRAPH:
            yield from draft.spans(Part.BODY, Part.POSTSCRIPT)
        else:
            parts = (Part.BODY, Part.POSTSCRIPT)
            yield from (sentence.span for sentence in draft.prose if sentence.part in parts)
