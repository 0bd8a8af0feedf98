"""Likelihoods and odds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followlint.analysis.odds import SUREST, likelihood_of, odds_of, shares

ODDS = st.floats(-1e6, 1e6)


def test_even_odds() -> None:
    assert likelihood_of(0) == 0.5
    assert odds_of(0.5) == 0


@given(st.floats(-SUREST, SUREST))
def test_there_and_back(odds: float) -> None:
    assert odds_of(likelihood_of(odds)) == pytest.approx(odds, abs=1e-6)


@given(ODDS)
def test_nothing_overflows(odds: float) -> None:
    assert 0 <= likelihood_of(odds) <= 1
    assert abs(odds_of(likelihood_of(odds))) <= SUREST + 1e-9


@given(st.dictionaries(st.text(), ODDS, min_size=1))
def test_shares_are_of_one(scores: dict[str, float]) -> None:
    found = shares(scores)
    assert sum(found.values()) == pytest.approx(1)
    best = max(scores, key=lambda key: scores[key])
    assert found[best] == max(found.values())
