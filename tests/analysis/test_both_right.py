"""Pairs of words that are both right where one of them stands."""

from __future__ import annotations

import pytest

from followlint.analysis.typos.both_right import (
    answers_neither,
    only_another_form,
    presents_as_right,
)


@pytest.mark.parametrize("pair", [("afterward", "afterwards"), ("towards", "toward")])
def test_an_adverb_with_and_without_its_s(pair: tuple[str, str]) -> None:
    assert only_another_form(*pair)


@pytest.mark.parametrize(
    "pair", [("ward", "wards"), ("reward", "rewards"), ("after", "afters"), ("toward", "forward")]
)
def test_what_differs_in_more_or_means_more_than_one(pair: tuple[str, str]) -> None:
    assert not only_another_form(*pair)


def test_a_past_after_its_subject() -> None:
    assert "appreciate" in presents_as_right("i", "appreciated")
    assert "walk" in presents_as_right("you", "walked")
    assert not presents_as_right("to", "walked")
    assert not presents_as_right("i", "walking")


def test_a_nor_far_from_its_neither() -> None:
    assert answers_neither("nor", ["neither", "the", "lathe", "nor"])
    assert not answers_neither("nor", ["the", "lathe", "nor"])
    assert not answers_neither("not", ["neither", "not"])
