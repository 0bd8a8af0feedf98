"""Verbs and their subjects, nouns and the words that count them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from followlint.analysis import Draft
from followlint.analysis.typos.agreeing import agreeing

DraftOf = Callable[..., Draft]


def told(draft: Draft) -> dict[str, bool]:
    """Return what is told, by word."""
    words = {token.span.start: token.text for sentence in draft.prose for token in sentence.tokens}
    return {words[start]: agrees for start, agrees in agreeing(draft.prose).items()}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The position suit me very well.", "suit"),
        ("I liked that the mothers writes in it.", "writes"),
        ("May I ask whether a decision have been made?", "have"),
        ("My boots is by the door.", "is"),
        ("I know what it take to keep a team moving.", "take"),
        ("I has been there.", "has"),
        ("We keep two machine for the night shift.", "machine"),
    ],
)
def test_what_does_not_agree(draft_of: DraftOf, text: str, word: str) -> None:
    assert told(draft_of(text))[word] is False


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The position suits me very well.", "suits"),
        ("Ana and Tom were kind to me.", "were"),
        ("I have been there.", "have"),
        ("One inspector checks the loom.", "checks"),
        ("We keep two machines for the night shift.", "machines"),
    ],
)
def test_what_agrees(draft_of: DraftOf, text: str, word: str) -> None:
    assert told(draft_of(text))[word] is True


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Please let her know.", "know"),
        ("I suggest that he come at noon.", "come"),
        ("The staff are kind.", "are"),
        ("I wish I were there.", "were"),
        ("We will count the stock.", "count"),
        ("We keep a two machine line.", "machine"),
    ],
)
def test_of_what_may_have_either_number_nothing_is_told(
    draft_of: DraftOf, text: str, word: str
) -> None:
    assert word not in told(draft_of(text))
