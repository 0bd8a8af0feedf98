"""What the linter has to say: a finding, how grave it is, and the edit that would cure it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from followlint.text import Span


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
