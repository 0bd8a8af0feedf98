"""What a pattern requires: never more than its matches hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followlint.pattern import Lexicons, Pattern, PatternSet
from followlint.view import View, words_of

LEXICONS = Lexicons(
    {
        "thank": ["thank", "thanks", "thanking"],
        "adverb": ["very ", "so ", "really "],
        "polite": ["{thank} you", "much obliged"],
        "number": ["[0-9]+", "some"],
    }
)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("the hiring <manager>", {"manager"}),
        ("<(form|fro)> you", {"form", "fro"}),
        ("touch base|circle back", {"touch", "circle"}),
        ("{thank} you for", {"thank", "thanks", "thanking"}),
        ("thank(s|ed)? you", {"thank", "thanks", "thanked"}),
        ("favou?rite", {"favourite", "favorite"}),
        ("would {adverb}?(love|like) to", {"love", "like"}),
        ("would ({adverb})*(love|like) to", {"love", "like"}),
        ("{polite} indeed sir", {"thanking", "indeed", "obliged"}),
        ("{polite}", {"thank", "thanks", "thanking", "obliged"}),
        ("{number} days late", {"days"}),
        ("[^ ]+ 's ([^ ]+ )?(point|idea)", {"point", "idea"}),
        ("(mr|mrs)[.]? [^ ]+ told", {"told"}),
        ("( rather)* good", {"good"}),
        ("(was|were)", {"was", "were"}),
        (r"\$ ?owed", {"owed", "$owed"}),
        # Of a word that may go on it is the beginning, unless that is short.
        ("interest[a-z]* (rate|in)", {"inte…"}),
        ("interest(s|ing[a-z]*)", {"inte…"}),
        ("tea[a-z]*", None),
        ("(a|b)?", None),
        ("(soon )?[a-z]+", None),
        ("{number}", None),
        ("kiln|[a-z]+", None),
        # Classes of few characters are told, whatever else stands in brackets.
        ("gr[ae]y", {"gray", "grey"}),
        ("[[:alpha:]]+ kiln", {"kiln"}),
        ("(?:[^]()] )?kiln[.!?]? at", {"kiln", "kiln.", "kiln!", "kiln?"}),
    ],
)
def test_what_is_required(source: str, words: set[str] | None) -> None:
    required = Pattern.of(source, LEXICONS).required
    assert required == (None if words is None else frozenset(words))


def test_a_rare_word_is_asked_for_before_a_common_one() -> None:
    assert Pattern.of("i would be overjoyed to", LEXICONS).required == {"overjoyed"}
    assert Pattern.of("(i|we) (would|will) [a-z]+ overjoyed", LEXICONS).required == {"overjoyed"}


def test_of_more_words_than_can_be_listed_none_is_required() -> None:
    many = "|".join(f"word{number}" for number in range(2000))
    assert Pattern.of(many, LEXICONS).required is None


_PIECES = st.sampled_from(
    ["tea", "te", "a", " ", "s", "{thank}", "{adverb}", "{number}", "[^ ]+", "[a-z]*", "you", "7"]
)
_SOURCES = st.recursive(
    _PIECES,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=4).map("".join),
        st.lists(inner, min_size=1, max_size=3).map(lambda some: f"({'|'.join(some)})"),
        st.tuples(inner, st.sampled_from("?*+")).map(lambda pair: f"({pair[0]}){pair[1]}"),
    ),
    max_leaves=8,
)
_TEXTS = st.lists(
    st.sampled_from(["tea", "teas", "te", "a", "s", "thanks", "thank", "very", "7", "some", "you"]),
    max_size=8,
).map(" ".join)


@given(_SOURCES, _TEXTS)
def test_no_match_is_without_what_its_pattern_requires(source: str, text: str) -> None:
    if not source.strip():
        return
    pattern = Pattern.of(source, LEXICONS)
    view = View(words_of(text))
    if pattern._compiled.search(view.encoded):
        assert pattern.may_stand_in(view)
        assert PatternSet([pattern]).matching(view) == [0]
