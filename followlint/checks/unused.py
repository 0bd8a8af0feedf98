"""`unused`: what a draft wants ignored and is not there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from followlint.analysis import Draft
from followlint.checks.base import CheckType, Hit


@dataclass(frozen=True)
class Unused(CheckType):
    """Objects to entries of `Followlint-Ignore:` that ignore nothing; `{problem}` says why."""

    says: ClassVar[frozenset[str]] = frozenset({"problem"})

    def hits(self, draft: Draft) -> Iterator[Hit]:
        """Yield each such entry."""
        for problem in draft.idle_ignores:
            yield Hit(problem.span, {"problem": problem.says})
