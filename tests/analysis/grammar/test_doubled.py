from __future__ import annotations

from collections.abc import Callable

import pytest

from followlint.analysis import Draft
from followlint.analysis.typos import SlipKind
from followlint.analysis.typos.grammar.doubled import doubled_words

DraftOf = Callable[..., Draft]


@pytest.mark.parametrize(
    ("text", "twice"),
    [
        ("Nobody raised their voice voice on the shift.", "voice voice"),
        ("They needed somebody straight away away.", "away away"),
        ("It was kind of you to do\nto do it.", ""),
        ("I am glad about\nabout the news.", "about\nabout"),
    ],
)
def test_words_that_stand_twice(draft_of: DraftOf, text: str, twice: str) -> None:
    slips = list(doubled_words(draft_of(text).prose))
    assert [slip.span.of(text) for slip in slips] == [twice] * bool(twice)
    assert all(slip.kind is SlipKind.REPEATED_WORD for slip in slips)


@pytest.mark.parametrize(
    "text",
    [
        "I really really enjoyed it, and it was so so good.",
        "Knock knock, I said; you had had enough.",
        "Walla Walla is a town, and moi moi a dish.",
        "She gave her her badge, and that that was kind.",
        "Well-being being one of your aims, I asked.",
    ],
)
def test_words_that_may(draft_of: DraftOf, text: str) -> None:
    assert not list(doubled_words(draft_of(text).prose))
