from __future__ import annotations

import pytest

from followlint.analysis.typos.days import misspelt_day
from followlint.text import Span


@pytest.mark.parametrize(
    ("before", "word", "day"),
    [
        ("We met on ", "Wensday", "Wednesday"),
        ("your letter of ", "Febuary", "February"),
        ("it starts in ", "Septmber", "September"),
        ("on 3rd ", "Januray", "January"),
        ("on Monday, 4 ", "Novemeber", "November"),
        ("last\n", "Thrusday", "Thursday"),
        # names, days as they are, and what is too far or too short to be sure of
        ("Octavia ", "Novembre", ""),
        ("Dear ", "Saturdey", ""),
        ("We met on ", "Wednesday", ""),
        ("I spoke to Ruth and ", "Munday", ""),
        ("I was told by ", "Saturnin", ""),
        ("on ", "wensday", ""),
        ("in ", "Augusta", ""),
    ],
)
def test_a_day_is_told_from_a_name(before: str, word: str, day: str) -> None:
    text = f"{before}{word} at noon"
    assert misspelt_day(Span(len(before), len(before) + len(word)), text) == day
