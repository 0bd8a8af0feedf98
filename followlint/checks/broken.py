"""`broken`: a file that cannot be read as the draft it claims to be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from followlint.analysis import Draft
from followlint.checks.base import CheckType, Hit
from followlint.text import Span


@dataclass(frozen=True)
class Broken(CheckType):
    """Objects to a draft that is none; `{reason}` says why."""

    judges_broken: ClassVar[bool] = True
    says: ClassVar[frozenset[str]] = frozenset({"reason"})

    def hits(self, draft: Draft) -> Iterator[Hit]:
        """Yield the file's first place."""
        if draft.broken:
            yield Hit(Span(0, 0), {"reason": draft.broken})
