"""`absent`: a part of the email that is not there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from followlint.analysis import Draft
from followlint.checks.base import CheckType, Hit
from followlint.mail import Part


@dataclass(frozen=True)
class Absent(CheckType):
    """Objects where `part` has no text. `unless` names a part that makes up for it."""

    part: Part
    unless: Part | None = None

    def hits(self, draft: Draft) -> Iterator[Hit]:
        """Yield the empty place where the part should stand."""
        if self.unless and draft.email.has(self.unless):
            return
        if not draft.email.has(self.part):
            yield Hit(draft.email.where(self.part))
