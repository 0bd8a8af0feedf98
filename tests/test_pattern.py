from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followlint.pattern import Lexicons, Literal, Pattern, PatternError, PatternSet
from followlint.text import Span
from followlint.view import View, words_of

LEXICONS = Lexicons(
    {
        "thank": ["thank", "thanks"],
        "you": ["you", "{thank} giving"],
        "loop": ["{loop}"],
        "round": ["{about}"],
        "about": ["{round}"],
    }
)


def view_of(text: str) -> View:
    return View(words_of(text))


def found(pattern: str, text: str) -> list[str]:
    """Return the pieces of `text` that the pattern matches."""
    view = view_of(text)
    places = Pattern.of(pattern, LEXICONS).ranges(view)
    return [view.span_of(*place).of(text) for place in places]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I'd like", "i would like"),
        ("I’ll see, we've met", "i will see , we have met"),
        ("I'm sure you're in", "i am sure you are in"),
        ("I don't", "i do not"),
        ("We can’t, won't, SHAN'T", "we can not , will not , shall not"),
        ("ca wo sha", "ca wo sha"),
        ("im here", "im here"),
        ("Tom’s ward", "tom 's ward"),
        ("a take-home – “done”", 'a take - home - " done "'),
        ("", ""),
    ],
    ids=[
        "would",
        "curly apostrophe",
        "am and are",
        "not",
        "irregular stems",
        "stems that stand alone",
        "no apostrophe",
        "possessive",
        "dashes and quotes",
        "nothing",
    ],
)
def test_the_view_of_a_text(text: str, expected: str) -> None:
    assert view_of(text).text == (f" {expected} " if expected else " ")


def test_words_stand_where_the_text_does() -> None:
    text = "Café won’t – ok"
    assert [(word.text, word.span.start) for word in words_of(text, 100)] == [
        ("Café", 100),
        ("wo", 105),
        ("n’t", 107),
        ("–", 111),
        ("ok", 113),
    ]
    assert all(word.span.shifted(-100).of(text) == word.text for word in words_of(text, 100))


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("thank", "thankless thanks", []),
        ("thank", "thank-less", ["thank"]),
        ("{thank} you", "Thanks you and thank  you", ["Thanks you", "thank  you"]),
        ("{you}", "thanks giving", ["thanks giving"]),
        ("a a", "a a a a", ["a a", "a a"]),
        ("thank|b c", "b c thank", ["b c", "thank"]),
        ("would like", "Élodie, I’d like 👍 tea", ["’d like"]),
        ("not", "I don't", ["n't"]),
        ("i", "I-i", ["I", "i"]),
        ("x?", "a b", []),
    ],
    ids=[
        "whole words only",
        "a hyphen parts words",
        "lexicon",
        "lexicon within a lexicon",
        "neighbours share the space between them",
        "alternatives hold together",
        "places behind other scripts",
        "opened contraction",
        "any case",
        "no empty match",
    ],
)
def test_matches(pattern: str, text: str, expected: list[str]) -> None:
    assert found(pattern, text) == expected


def test_a_match_can_be_told_in_words() -> None:
    view = view_of("Well , I would like tea")
    (place,) = Pattern.of("would like", LEXICONS).ranges(view)
    assert view.range_of(*place) == (3, 5)
    assert view.range_of(0, 0) == (0, 0)


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ("", "an empty pattern matches everything"),
        ("  ", "an empty pattern matches everything"),
        ("(thank", "missing )"),
        ("thank)|(you", "unexpected )"),
        ("[a", "missing ]"),
        ("(?=a)", "invalid perl operator"),
        (r"(a)\1", "invalid escape sequence"),
        ("{nope} you", r"unknown lexicon {nope}"),
        ("{loop}", "lexicon loop stands for itself"),
        ("{round}", "lexicon round stands for itself"),
    ],
    ids=[
        "empty",
        "blank",
        "open group",
        "group that closes ours",
        "open class",
        "look-ahead",
        "back reference",
        "unknown lexicon",
        "lexicon in itself",
        "lexicons in each other",
    ],
)
def test_what_is_no_pattern_is_refused_with_the_reason(pattern: str, reason: str) -> None:
    with pytest.raises(PatternError) as caught:
        Pattern.of(pattern, LEXICONS)
    assert reason in str(caught.value)


def test_a_pattern_keeps_what_its_author_wrote() -> None:
    pattern = Pattern.of("{thank} you", LEXICONS)
    assert (pattern.source, pattern.expanded) == ("{thank} you", "(?:thank|thanks) you")


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("you <form> [a-z]+", "I thank you form Leeds, you form it.", ["form", "form"]),
        ("<{thank}> you", "Thanks you", ["Thanks"]),
        ("a <b c> d", "a b c d", ["b c"]),
        ("thank you", "I thank you", ["thank you"]),
        ("<thank> you", "I thank", []),
    ],
    ids=["surroundings", "lexicon", "several words", "nothing marked", "no match"],
)
def test_a_pattern_may_mark_a_stretch(pattern: str, text: str, expected: list[str]) -> None:
    view = view_of(text)
    places = Pattern.of(pattern, LEXICONS).marks(view)
    assert [view.span_of(*place).of(text) for place in places] == expected


def test_what_stands_beside_a_match() -> None:
    view = view_of("We had green tea, we drank tea here")
    tea = Pattern.of("tea", LEXICONS)
    green = Pattern.of("had .* green|drank|green", LEXICONS)
    comma = Pattern.of(", [a-z]+|here", LEXICONS)
    first, second = tea.ranges(view)
    assert [green.precedes(view, start) for start, _ in (first, second)] == [True, True]
    assert [comma.follows(view, end) for _, end in (first, second)] == [True, True]
    assert not tea.precedes(view, first[0])
    assert not tea.follows(view, second[1])
    assert not green.follows(view, first[1])


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        (r"\b<i>\b", "i think that I and i know", ["i", "i"]),
        ("[a-z]< ,>", "tea , milk ,", [" ,", " ,"]),
        ("[.]<[A-Z]>", "Rain.Tea.Milk", ["T", "M"]),
        ("é<x>", "👍 éx", ["x"]),
        ("<x>", "", []),
    ],
    ids=[
        "capitals count",
        "spaces count",
        "shared surroundings",
        "behind other scripts",
        "nothing",
    ],
)
def test_a_literal_marks_the_text_as_it_is_written(
    source: str, text: str, expected: list[str]
) -> None:
    assert [text[start:end] for start, end in Literal.of(source).marks(text)] == expected


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("tea", "mark the place with <…>"),
        ("a<>b", "mark the place with <…>"),
        ("(<tea>", "missing )"),
    ],
    ids=["no mark", "an empty mark", "open group"],
)
def test_what_is_no_literal_is_refused(source: str, reason: str) -> None:
    with pytest.raises(PatternError) as caught:
        Literal.of(source)
    assert reason in str(caught.value)


def test_a_count_is_no_lexicon() -> None:
    assert found("(a ){2,3}b", "a a b") == ["a a b"]


def test_a_set_names_the_patterns_that_match() -> None:
    patterns = [Pattern.of(source, LEXICONS) for source in ("tea", "b c", "{thank}", "coffee")]
    assert PatternSet(patterns).matching(view_of("Thanks for the tea")) == [0, 2]
    assert PatternSet(patterns).matching(view_of("water")) == []
    assert PatternSet([]).matching(view_of("tea")) == []


@given(st.text(), st.integers(0, 5))
def test_any_text_has_a_view(text: str, offset: int) -> None:
    words = words_of(text, offset)
    assert all(word.span.shifted(-offset).of(text) == word.text for word in words)
    assert "".join(text.split()) == "".join(word.text for word in words)
    view = View(words)
    for number, form in enumerate(view.forms):
        start = len(" ".join(["", *view.forms[:number]])) + 1
        assert view.range_of(start, start + len(form)) == (number, number + 1)


@given(st.lists(st.sampled_from(["thank", "thanks", "you", "I’d", "don't", "é", "–"])))
def test_a_pattern_and_a_set_of_it_agree(words: list[str]) -> None:
    text = " ".join(words)
    view = view_of(text)
    pattern = Pattern.of("{thank} (you|not)", LEXICONS)
    places = list(pattern.ranges(view))
    assert bool(places) == (PatternSet([pattern]).matching(view) == [0])
    spans = [view.span_of(*place) for place in places]
    assert all(isinstance(span, Span) for span in spans)
    assert spans == sorted(spans)


def test_two_marks_are_refused() -> None:
    with pytest.raises(PatternError, match="only one place"):
        Pattern.of("a <b>|<c> d", LEXICONS)


def test_an_alternative_without_a_mark_is_marked_as_a_whole() -> None:
    pattern = Pattern.of("my <own> tea|the kiln", Lexicons())
    view = View(words_of("The kiln is by my own tea."))
    assert [view.text[start:end] for start, end in pattern.marks(view)] == ["the kiln", "own"]
