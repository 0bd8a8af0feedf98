from __future__ import annotations

from collections.abc import Callable

import pytest

from followlint.analysis.metrics import Measure, count_words, grade_at_most, measure, reading_grade
from followlint.mail import Email


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one two", 2),
        ("  one\n\ttwo  ", 2),
        ("it’s a take-home", 3),
        ("5 % of 1,928 people", 4),
        ("yes – no … & •", 2),
        ("__ -- ?!", 0),
        ("", 0),
        ("日本語 naïve", 2),
    ],
)
def test_words_hold_a_letter_or_a_digit(text: str, expected: int) -> None:
    assert count_words(text) == expected


def test_only_what_the_reader_must_read_is_counted(email_of: Callable[..., Email]) -> None:
    email = email_of("""\
Subject: The tour of the ward

Dear Dr. van der Berg,

Thank you for the tour,
and for the tea.

It rained.

Best regards,
Tom Hale

P.S. I found it.

On Monday Ana wrote:
> See you in May.
""")
    assert measure(email, Measure.WORDS) == 9 + 2 + 4
    assert measure(email, Measure.PARAGRAPHS) == 3


def test_nothing_has_no_words(email_of: Callable[..., Email]) -> None:
    assert [measure(email_of(""), what) for what in Measure] == [0] * len(Measure)


@pytest.mark.parametrize(
    "sentences",
    [
        pytest.param(["Thank you for the tour of the mill.", "I liked the red door."], id="plain"),
        pytest.param(["Thank you.", "I saw the mill at work."], id="a short one is left out"),
        pytest.param(["We met at the mill", "I saw the door."], id="one without an end is joined"),
        pytest.param(["“I saw the mill at work.”", "It ran."], id="a quote behind the end"),
    ],
)
def test_the_quick_grade_is_never_lower(sentences: list[str]) -> None:
    assert grade_at_most(sentences) >= reading_grade(" ".join(sentences)) - 1e-9


def test_the_quick_grade_of_nothing() -> None:
    assert grade_at_most([]) == 0
