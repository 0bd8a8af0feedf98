"""Patterns in numbers, and patterns too large for the memory that one is first given."""

from __future__ import annotations

from followlint.analysis.typos.confusable import COMMON, is_common
from followlint.analysis.typos.lexicon import words_from, zipf
from followlint.pattern import Lexicons, Pattern, PatternSet
from followlint.view import View, words_of

NONE = Lexicons()


def patterns(*sources: str) -> PatternSet:
    return PatternSet([Pattern.of(source, NONE) for source in sources])


def test_a_set_of_any_size_numbers_its_patterns_in_their_order() -> None:
    many = patterns(*(f"w{number}" for number in range(100)))
    view = View(words_of("w99 w0 w100 w11 w12 w13 w0 w48"))
    assert many.matching(view) == [0, 11, 12, 13, 48, 99]


def test_each_pattern_of_a_set_is_asked_however_many_match() -> None:
    many = patterns(*(["same"] * 40))
    assert many.matching(View(words_of("the same"))) == list(range(40))


def test_a_pattern_of_thousands_of_words_matches_the_last_of_them() -> None:
    words = [f"{number * 2654435761 % 2**32:08x}" for number in range(1, 4001)]
    pattern = Pattern.of(f"my ({'|'.join(words)})", NONE)
    view = View(words_of(f"Here is my {words[-1]}, not my a{words[0]}."))
    assert [view.text[start:end] for start, end in pattern.ranges(view)] == [f"my {words[-1]}"]


def test_a_short_pattern_may_stand_for_a_long_one() -> None:
    # It does not fit into the memory that its length asks for.
    chorus = "row row row your boat gently down the stream merrily merrily merrily life"
    pattern = Pattern.of(f"sing( {chorus}){{2,1000}}", NONE)
    view = View(words_of(f"We sing {chorus} {chorus} today"))
    found = [view.text[start:end] for start, end in pattern.ranges(view)]
    assert found == [f"sing {chorus} {chorus}"]


def test_a_pattern_that_needs_many_states_matches_after_many_texts() -> None:
    pattern = Pattern.of("([^ ]+ ){0,40}(a|b)[a-z]{0,30}c", NONE)
    view = View(words_of("xabca bxxcab " * 40 + "done abc"))
    again = View(
        words_of(" ".join(f"b{n:b}".replace("0", "x").replace("1", "c") for n in range(900)))
    )
    for _ in range(3):
        assert [view.text[s:e] for s, e in pattern.ranges(view)][-1].endswith("abc")
        assert list(pattern.ranges(again))


def test_a_word_is_common_as_its_frequency_says() -> None:
    common = set(words_from(COMMON))
    assert "the" in common and "manger" in common
    assert all(zipf(word) >= COMMON for word in common)
    assert {is_common(word) for word in ("manger", "manager's", "i")} == {True}
    assert not is_common("manxger") and not is_common("b")
