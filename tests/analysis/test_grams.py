from __future__ import annotations

from collections.abc import Callable

import pytest

from followlint.analysis.grams import grams_of
from followlint.mail import Email, Part

EmailOf = Callable[..., Email]


def test_runs_of_one_to_three_words_with_both_ends(email_of: EmailOf) -> None:
    assert grams_of(email_of("I like tea", Part.BODY)) == {
        *("^", "i", "like", "tea", "$"),
        *("^ i", "i like", "like tea", "tea $"),
        *("^ i like", "i like tea", "like tea $"),
    }


SHAPES = {
    "number": ("12", "#"),
    "number with signs": ("1928", "#"),
    "number in words": ("twelve", "#"),
    "ordinal": ("3rd", "#th"),
    "month": ("March", "MONTH"),
    "short month": ("sept", "MONTH"),
    "may is mostly a verb": ("May", "may"),
    "day": ("Friday", "DAY"),
    "a word that holds a number": ("k8s", "k8s"),
    "a word": ("Tea", "tea"),
}


@pytest.mark.parametrize(("word", "shape"), SHAPES.values(), ids=SHAPES)
def test_numbers_months_and_days_are_alike(email_of: EmailOf, word: str, shape: str) -> None:
    assert f"on {shape} we" in grams_of(email_of(f"On {word} we met", Part.BODY))


def test_contractions_are_opened(email_of: EmailOf) -> None:
    assert "i would like" in grams_of(email_of("I’d like tea", Part.BODY))


def test_greeting_signature_headers_and_quotes_are_left_out(email_of: EmailOf) -> None:
    text = (
        "To: alpha\nSubject: bravo\n\nDear charlie,\n\nThe delta.\n\nBest echo,\nfoxtrot\n\n"
        "P.S. The golf.\n\n> The hotel.\n"
    )
    words = {"alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel"}
    assert grams_of(email_of(text)) & words == {"bravo", "delta", "echo", "golf"}


def test_no_run_reaches_over_a_paragraph(email_of: EmailOf) -> None:
    found = grams_of(email_of("We met\n\nat noon", Part.BODY))
    assert {"met $", "^ at"} <= found
    assert "met at" not in found


def test_nothing_has_no_runs(email_of: EmailOf) -> None:
    assert grams_of(email_of("")) == frozenset()
