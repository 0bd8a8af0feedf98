"""`muddled`: what a draft says about itself and cannot be understood."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from followlint.analysis import Draft
from followlint.checks.base import CheckType, Hit


@dataclass(frozen=True)
class Muddled(CheckType):
    """Objects to values of headers and front matter that mean nothing; `{problem}` says why."""

    says: ClassVar[frozenset[str]] = frozenset({"problem"})

    def hits(self, draft: Draft) -> Iterator[Hit]:
        """Yield each such value, and the places where a message is not what it claims to be."""
        for problem in draft.email.problems:
            yield Hit(problem.span, {"problem": problem.says})
