"""What a check type is: a frozen dataclass whose fields are the keys a rule may give it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, Protocol

from followlint.across import Letter
from followlint.analysis import Draft, Need
from followlint.finding import Edit
from followlint.text import Span


@dataclass(frozen=True)
class Hit:
    """A place that a check objects to, and what the rule's message may say about it."""

    span: Span
    says: Mapping[str, object] = field(default_factory=dict)
    edit: Edit | None = None


@dataclass(frozen=True)
class Peer:
    """One of the drafts of a run, as a check that compares them sees it.

    `name` is what it goes by in reports, `note` what the check noted of it (plain data).
    """

    name: str
    letter: Letter
    note: Any = None


@dataclass(frozen=True)
class Second:
    """What a check has to say of a draft, by its number, now that it knows the others.

    With `instead`, it takes the place of what the check found in the draft alone.
    """

    number: int
    hits: tuple[Hit, ...] = ()
    instead: bool = False


class Check(Protocol):
    """A check type. It knows no code, severity or message; the linter stamps these."""

    #: What must be worked out before; nothing is loaded that no chosen rule needs.
    needs: ClassVar[frozenset[Need]]
    #: What a rule's message may mention, as `{name}`.
    says: ClassVar[frozenset[str]]
    #: Whether the check looks at files that cannot be read as drafts, and only at those.
    judges_broken: ClassVar[bool]
    #: Whether the check looks at the slots of templates, and at nothing else.
    judges_templates: ClassVar[bool]
    #: Whether other checks know better where they hit the same place: "plz" is slang before it is
    #: a misspelling.
    yields: ClassVar[bool]
    #: Whether the check has more to say once it knows the other drafts of the run.
    compares: ClassVar[bool]

    def hits(self, draft: Draft) -> Iterator[Hit]:
        """Yield the places that the check objects to, in any order."""
        ...

    def note(self, draft: Draft) -> Any:
        """Return what the check must know of a draft to compare it, as JSON knows it."""
        ...

    def compared(self, peers: Sequence[Peer]) -> Iterator[Second]:
        """Yield what the check says of drafts that it holds against each other.

        The drafts come in an order of their own, whatever that of the files; their places are
        known by the notes alone.
        """
        ...


class CheckType:
    """The usual answers of a check type; a type overrides what differs."""

    needs: ClassVar[frozenset[Need]] = frozenset()
    says: ClassVar[frozenset[str]] = frozenset()
    judges_broken: ClassVar[bool] = False
    judges_templates: ClassVar[bool] = False
    yields: ClassVar[bool] = False
    compares: ClassVar[bool] = False

    def note(self, draft: Draft) -> Any:
        """Return nothing: most checks need no more than the draft itself."""
        return None

    def compared(self, peers: Sequence[Peer]) -> Iterator[Second]:
        """Say nothing."""
        return iter(())
