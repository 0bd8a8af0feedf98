"""A rule: what it finds, why that matters, how it is found, and the examples that prove it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from followlint.checks import Check
from followlint.finding import Severity
from followlint.mail import Kind
from followlint.text import Span

# "[[[Company]]]" marks "[Company]": the closing marks are the last two of three brackets.
_MARK = re.compile(r"\[\[(.*?)\]\](?!\])", re.DOTALL)


@dataclass(frozen=True)
class Example:
    """A text with the places that must be flagged in it; without any it must stay silent."""

    text: str
    marks: tuple[Span, ...] = ()

    @classmethod
    def of(cls, marked: str) -> Example:
        """Take the `[[…]]` marks out of a text; an empty mark stands where something is missing."""
        parts: list[str] = []
        marks: list[Span] = []
        at = length = 0
        for match in _MARK.finditer(marked):
            parts += [marked[at : match.start()], match[1]]
            start = length + match.start() - at
            marks.append(Span(start, start + len(match[1])))
            at, length = match.end(), start + len(match[1])
        return cls("".join([*parts, marked[at:]]), tuple(marks))


@dataclass(frozen=True)
class Examples:
    """Texts that a rule must flag exactly at their marks, and texts it must leave alone."""

    bad: Sequence[Example]
    good: Sequence[Example]


@dataclass(frozen=True)
class Rule:
    """One rule, as its file says."""

    code: str
    slug: str
    summary: str
    rationale: str
    source: str
    severity: Severity
    check: Check
    message: str
    suggestion: str
    examples: Examples
    kinds: Sequence[Kind] = field(default_factory=lambda: tuple(Kind))

    def goes_by(self, name: str) -> bool:
        """Tell whether `name` means this rule: its slug, its code or the beginning of its code."""
        return name == self.slug or (bool(name) and self.code.startswith(name.upper()))
