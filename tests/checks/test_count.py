from __future__ import annotations

from collections.abc import Callable

import pytest

from followlint.analysis import Draft
from followlint.checks import Hit
from followlint.checks.count import Count
from followlint.pattern import Literal
from followlint.text import Span

DraftOf = Callable[..., Draft]

MARKS = Count(Literal.of("<!>"), max=1)


@pytest.mark.parametrize("text", ["", "It rained.", "It rained!"], ids=["nothing", "none", "one"])
def test_a_sign_is_fine_up_to_the_limit(draft_of: DraftOf, text: str) -> None:
    assert not list(MARKS.hits(draft_of(text)))


def test_the_first_one_too_many_is_hit_once(draft_of: DraftOf) -> None:
    assert list(MARKS.hits(draft_of("👍! It rained! And how!"))) == [
        Hit(Span(12, 13), {"number": 3, "limit": 1, "match": "!"})
    ]


def test_none_may_be_allowed(draft_of: DraftOf) -> None:
    (hit,) = Count(Literal.of("<;> "), max=0).hits(draft_of("Yes; no;"))
    assert hit == Hit(Span(3, 4), {"number": 1, "limit": 0, "match": ";"})


def test_all_that_the_reader_sees_is_counted(draft_of: DraftOf) -> None:
    text = "To: !\nSubject: Hi!\n\nHi Ana!\n\nOk!\n\nBest!\nTom\n\nP.S. Yes!\n\n> No!\n"
    (hit,) = MARKS.hits(draft_of(text, None))
    assert hit.says["number"] == 5
    assert hit.span.start == text.index("Ana!") + 3
