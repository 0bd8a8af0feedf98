"""What is plainly not English, and what is English with a slip in it."""

from __future__ import annotations

import pytest

from followlint.analysis.typos.foreign import is_foreign


@pytest.mark.parametrize("text", ["Ashe oleng,", "Nāku noa, nā", "Le gach dea-ghuí,"])
def test_other_languages(text: str) -> None:
    assert is_foreign(text)


@pytest.mark.parametrize("text", ["Kind regads,", "Sincerly yours,", "Sincerly,", "Regads", ""])
def test_english_with_slips_and_single_words(text: str) -> None:
    assert not is_foreign(text)
