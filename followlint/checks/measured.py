"""`measure`: a number about the email out of bounds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from followlint.analysis import Draft
from followlint.analysis.metrics import Measure, measure
from followlint.checks.base import CheckType, Hit
from followlint.mail import Kind, Part
from followlint.text import Span


@dataclass(frozen=True)
class Measured(CheckType):
    """Objects where `measure` is over `max` or under `min`; limits are given by kind of email."""

    measure: Measure
    max: Mapping[Kind, int] = field(default_factory=dict)
    min: Mapping[Kind, int] = field(default_factory=dict)

    says: ClassVar[frozenset[str]] = frozenset({"number", "limit"})

    def hits(self, draft: Draft) -> Iterator[Hit]:
        """Yield the start of the body, with the number found and the limit."""
        number = measure(draft.email, self.measure)
        most, fewest = self.max.get(draft.kind), self.min.get(draft.kind)
        over = most is not None and number > most
        if over or (fewest is not None and number < fewest):
            body = draft.spans(Part.BODY, Part.POSTSCRIPT)
            start = body[0].start if body else draft.email.where(Part.BODY).start
            yield Hit(Span(start, start), {"number": number, "limit": most if over else fewest})
