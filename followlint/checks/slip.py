"""`slip`: what the typo engine found and the gate let through."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from followlint.analysis import Draft, Need
from followlint.analysis.typos import SlipKind
from followlint.checks.base import CheckType, Hit
from followlint.finding import Edit
from followlint.text import fold

#: More guesses than this only make a reader doubt all of them.
_SHOWN = 3


@dataclass(frozen=True)
class SlipCheck(CheckType):
    """Objects to the slips of one `kind`; `{guess}` offers what may have been meant."""

    kind: SlipKind

    needs: ClassVar[frozenset[Need]] = frozenset({Need.TYPOS, Need.PARSE})
    yields: ClassVar[bool] = True
    says: ClassVar[frozenset[str]] = frozenset({"match", "guess"})

    def hits(self, draft: Draft) -> Iterator[Hit]:
        """Yield the slips; the first suggestion is offered as an edit."""
        for slip in draft.slips:
            if slip.kind is not self.kind:
                continue
            guesses = [f"“{guess}”" for guess in slip.suggestions[:_SHOWN] if guess.strip()]
            guess = f"; did you mean {' or '.join(guesses)}?" if guesses else ""
            edit = Edit(slip.span, slip.suggestions[0]) if slip.suggestions else None
            yield Hit(slip.span, {"match": fold(slip.span.of(draft.text)), "guess": guess}, edit)
