from __future__ import annotations

from collections.abc import Callable

import pytest

from followlint.analysis import Draft
from followlint.analysis.typos import Slip, SlipKind
from followlint.analysis.typos.grammar.articles import article_slips
from followlint.text import Span

DraftOf = Callable[..., Draft]

AN = """
    apple egg idea orange uncle umbrella urban urgent hour hourly honest honour heir
    usher unusual unidentified
"""
A = """
    nurse tea hand human university unit uniform unique union useful user usual utility european
    euro one once unanimous uranium utensils ubiquitous
"""


@pytest.mark.parametrize(
    ("right", "wrong", "word"),
    [("an", "a", word) for word in AN.split()] + [("a", "an", word) for word in A.split()],
)
def test_the_sound_of_the_next_word_tells(
    draft_of: DraftOf, right: str, wrong: str, word: str
) -> None:
    assert list(article_slips(draft_of(f"It was {wrong} {word}.").sentences)) == [
        Slip(Span(7, 7 + len(wrong)), SlipKind.GRAMMAR, (right,))
    ]
    assert not list(article_slips(draft_of(f"It was {right} {word}.").sentences))


@pytest.mark.parametrize(("wrong", "right"), [("A", "An"), ("An", "A")])
def test_a_capital_stays(draft_of: DraftOf, wrong: str, right: str) -> None:
    word = "apple" if right == "An" else "nurse"
    (slip,) = article_slips(draft_of(f"{wrong} {word} was there.").sentences)
    assert (slip.span.start, slip.suggestions) == (0, (right,))


LEFT_ALONE = {
    "acronyms": ["MBA", "UNESCO", "NHS", "SQL", "FAQ"],
    "capitals": ["Apple", "Ikea", "Nurse", "European"],
    "both ways": ["hotel", "historic", "herb", "unimportant"],
    "rare words": ["ulexite", "ukulele", "zyxt"],
    "numbers and mixtures": ["8", "18", "k8s", "x"],
}


@pytest.mark.parametrize("word", [word for group in LEFT_ALONE.values() for word in group])
@pytest.mark.parametrize("article", ["a", "an"])
def test_what_no_spelling_shows_is_left_alone(draft_of: DraftOf, article: str, word: str) -> None:
    assert not list(article_slips(draft_of(f"It was {article} {word} there.").sentences))


def test_an_a_that_is_no_article_is_left_alone(draft_of: DraftOf) -> None:
    assert not list(article_slips(draft_of("There is vitamin A in it.").sentences))
