"""What the linter has to say: a finding, how grave it is, and the edit that would cure it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from followlint.mail.kinds import Kind
from followlint.text import Source, Span


class Severity(Enum):
    """How much harm a fault does: an `error` costs the reader's good will, a `warning` may."""

    WARNING = "warning"
    ERROR = "error"

    def __ge__(self, other: Severity) -> bool:
        order = list(Severity)
        return order.index(self) >= order.index(other)


class Applicability(Enum):
    """Whether an edit may be put in unread: a `safe` one says what was meant beyond doubt."""

    SAFE = "safe"
    UNSAFE = "unsafe"


@dataclass(frozen=True)
class Edit:
    """Put `content` where `span` is; a guess at what was meant, unless it is said to be safe."""

    span: Span
    content: str
    applicability: Applicability = Applicability.UNSAFE


@dataclass(frozen=True)
class Finding:
    """One fault at one place. `span` is empty where something is missing."""

    span: Span
    code: str
    name: str
    severity: Severity
    message: str
    suggestion: str = ""
    edit: Edit | None = None


@dataclass(frozen=True)
class Report:
    """What came of one draft: its findings in the order of the text, and what could not be done.

    `failures` are one-line messages of checks that could not run; whoever gets any must not call
    the draft clean. `ignored` are findings that somebody has said are right as they stand. `facts`
    are for rules that compare drafts, as JSON knows them (see `followlint.facts`). `dated` says
    that it may be another one tomorrow: the draft has no date, and something hangs on it.
    """

    source: Source
    kind: Kind
    findings: tuple[Finding, ...] = ()
    failures: tuple[str, ...] = ()
    ignored: tuple[Finding, ...] = ()
    facts: Mapping[str, Any] = field(default_factory=dict, repr=False, compare=False)
    dated: bool = field(default=False, compare=False)
