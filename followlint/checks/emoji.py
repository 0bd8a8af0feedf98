"""`emoji`: a pictograph, anywhere the reader sees it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from followlint.analysis import Draft
from followlint.checks.base import CheckType, Hit
from followlint.checks.removal import removal, rows


@dataclass(frozen=True)
class Emoji(CheckType):
    """Objects to every emoji; `{name}` is its name in words."""

    says: ClassVar[frozenset[str]] = frozenset({"name", "match"})

    def hits(self, draft: Draft) -> Iterator[Hit]:
        """Yield each emoji once, families and flags whole; one that can go comes with an edit."""
        beside = rows(draft.text, (emoji.span for emoji in draft.emojis))
        for emoji in draft.emojis:
            says = {"name": emoji.name, "match": emoji.span.of(draft.text)}
            yield Hit(emoji.span, says, removal(draft.text, emoji.span, beside[emoji.span]))
