"""Patterns over text as it is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from followlint.pattern.engine import MARKED, PatternError, compiled, with_mark


@dataclass(frozen=True)
class Literal:
    """A pattern (RE2) over text as it is written; `<…>` marks the stretch that it points at."""

    source: str

    @classmethod
    def of(cls, source: str) -> Literal:
        """Compile the pattern; raises `PatternError` where it is none or marks nothing."""
        if not MARKED.search(source):
            raise PatternError("mark the place with <…>")
        literal = cls(source)
        compiled(literal._expanded)
        return literal

    @property
    def _expanded(self) -> str:
        return with_mark(self.source)

    @cached_property
    def _compiled(self) -> Any:
        return compiled(self._expanded)

    def marks(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield the marked stretches from left to right; surroundings may be shared."""
        group = self._compiled.groupindex["mark"]
        at = 0
        while match := self._compiled.search(text, at):
            start, end = match.span(group)
            yield start, end
            at = max(end, at + 1)
