from __future__ import annotations

from collections.abc import Callable

import pytest

from followlint.analysis.metrics import Measure, count_words, measure
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
