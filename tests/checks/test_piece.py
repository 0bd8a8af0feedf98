from __future__ import annotations

from collections.abc import Callable

import pytest

from followlint.analysis import Draft
from followlint.checks import Hit
from followlint.checks.piece import Piece, Unit
from followlint.text import Span

DraftOf = Callable[..., Draft]

# The bar shows where a piece of more than four words begins.
PIECES = {
    "a sentence at the limit": (Unit.SENTENCE, "I saw the ward."),
    "a sentence over it": (Unit.SENTENCE, "It rained. |I saw the big ward. I left."),
    "two sentences over it": (Unit.SENTENCE, "|I saw the big ward. |I saw the small yard."),
    "signs are no words": (Unit.SENTENCE, "I saw – the ward."),
    "a paragraph at the limit": (Unit.PARAGRAPH, "It rained. I left.\n\nI saw the ward."),
    "a paragraph over it": (Unit.PARAGRAPH, "It rained.\n\n|It rained. I went home."),
}


@pytest.mark.parametrize(("unit", "marked"), PIECES.values(), ids=PIECES)
def test_a_long_piece_is_hit_at_its_start(draft_of: DraftOf, unit: Unit, marked: str) -> None:
    text = marked.replace("|", "")
    starts = [len(part) for part in marked.split("|")[:-1]]
    places = [sum(starts[: n + 1]) for n in range(len(starts))]
    assert list(Piece(unit, 4).hits(draft_of(text))) == [
        Hit(Span(at, at), {"number": 5, "limit": 4}) for at in places
    ]


@pytest.mark.parametrize(
    ("unit", "last"), [(Unit.SENTENCE, "It rained on and"), (Unit.PARAGRAPH, "P.S.")]
)
def test_body_and_postscript_are_measured(draft_of: DraftOf, unit: Unit, last: str) -> None:
    text = (
        "Subject: The tour of the ward\n\nDear Ana and all of you,\n\nIt rained on all day.\n\n"
        "With best regards to you,\nTom\n\nP.S. It rained on and on.\n\n> I saw the big ward."
    )
    starts = [hit.span.start for hit in Piece(unit, 3).hits(draft_of(text, None))]
    assert starts == [text.index("It rained on all"), text.index(last)]
