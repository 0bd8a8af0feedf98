"""Pairs of words that are both right where one of them stands."""

from __future__ import annotations

import pytest

from followlint.analysis.typos.both_right import (
    answers_neither,
    is_adverb_before_day,
    may_be_several,
    only_another_form,
    presents_as_right,
    says_more,
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


def test_an_adverb_before_a_day_is_no_preposition() -> None:
    assert is_adverb_before_day("in", "yesterday")
    assert not is_adverb_before_day("in", "monday")
    assert not is_adverb_before_day("for", "today")


def test_of_many_things_there_may_be_several() -> None:
    assert may_be_several("offices", "office", "NNS", ("at", "your"))
    assert not may_be_several("evenings", "evening", "NNS", ("practised", "every"))
    assert not may_be_several("childrens", "children", "NNS", ("have", "two"))
    assert not may_be_several("needs", "need", "VBZ", ("school", "would"))
    assert not may_be_several("offices", "officer", "NNS", ("at", "your"))


def test_what_is_surer_is_sure() -> None:
    assert says_more("surer", "sure")
    assert says_more("kindest", "kind")
    assert not says_more("former", "form")
    assert not says_more("owner", "own")
