"""What a check type is: a frozen dataclass whose fields are the keys a rule may give it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Protocol

from followlint.analysis import Draft, Need
from followlint.finding import Edit
from followlint.text import Span


@dataclass(frozen=True)
class Hit:
    """A place that a check objects to, and what the rule's message may say about it."""

    span: Span
    says: Mapping[str, object] = field(default_factory=dict)
    edit: Edit | None = None


class Check(Protocol):
    """A check type. It knows no code, severity or message; the linter stamps these."""

    #: What must be worked out before; nothing is loaded that no chosen rule needs.
    needs: ClassVar[frozenset[Need]]
    #: What a rule's message may mention, as `{name}`.
    says: ClassVar[frozenset[str]]
    #: Whether the check looks at files that cannot be read as drafts, and only at those.
    judges_broken: ClassVar[bool]
    #: Whether other checks know better where they hit the same place: "plz" is slang before it is
    #: a misspelling.
    yields: ClassVar[bool]

    def hits(self, draft: Draft) -> Iterator[Hit]:
        """Yield the places that the check objects to, in any order."""
        ...


class CheckType:
    """The usual answers of a check type; a type overrides what differs."""

    needs: ClassVar[frozenset[Need]] = frozenset()
    says: ClassVar[frozenset[str]] = frozenset()
    judges_broken: ClassVar[bool] = False
    yields: ClassVar[bool] = False
