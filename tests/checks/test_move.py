from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from followlint.analysis import Draft
from followlint.checks import Hit, Move
from followlint.checks.expression import Context, Expression, Scope, Trace, Where
from followlint.mail import Kind, Part
from followlint.pattern import Lexicons, Pattern
from followlint.text import Span

DraftOf = Callable[..., Draft]


def patterns(*sources: str) -> list[Pattern]:
    return [Pattern.of(source, Lexicons()) for source in sources]


def says(source: str, **more: Any) -> Expression:
    return Expression(*patterns(source), example="", **more)


def context(where: Where, *sources: str) -> Context:
    return Context("tea", where, patterns(*sources))


def move(*expressions: Expression, **more: Any) -> Move:
    return Move("joy", expressions, **more)


def blocked(move: Move, draft: Draft) -> list[str]:
    """Return what blocked each match; nothing where it counts."""
    return [trace.blocked_by for trace in move.traces(draft)]


GLAD = says("glad")


def test_a_move_that_is_made_is_no_hit(draft_of: DraftOf) -> None:
    assert not list(move(GLAD).hits(draft_of("It rained. I am Glad.")))


def test_a_missing_move_is_a_hit_at_the_start_of_the_body(draft_of: DraftOf) -> None:
    text = "Subject: glad tidings\n\nDear Glad,\n\nIt rained.\n\nBest,\nTom\n\n> I am glad."
    joy = move(says("glad", parts=[Part.BODY]))
    at = text.index("It rained")
    assert list(joy.hits(draft_of(text, None))) == [Hit(Span(at, at), {"found": ""})]


def test_neither_greeting_nor_signature_nor_quote_makes_a_move(draft_of: DraftOf) -> None:
    text = "Dear Glad,\n\nIt rained.\n\nBest,\nTom Glad\n\n> I am glad."
    assert not list(move(GLAD).traces(draft_of(text, None)))


@pytest.mark.parametrize("part", ["Subject: I am glad\n\nHi,\n\nOk.", "P.S. I am glad."])
def test_subject_and_postscript_make_a_move(draft_of: DraftOf, part: str) -> None:
    assert not list(move(GLAD).hits(draft_of(part, None)))


def test_a_misspelt_word_is_read_as_what_was_meant(draft_of: DraftOf) -> None:
    thanks = move(says("grateful"))
    assert not list(thanks.hits(draft_of("I am greatful for the tour.")))
    assert len(list(thanks.hits(draft_of("I am great for the tour.")))) == 1


# Where the context is looked for, a text in which it stands there, and one in which it does not.
PLACES = {
    "clause": (Where.CLAUSE, "I am glad of tea.", "I am glad, and I had tea."),
    "sentence": (Where.SENTENCE, "I am glad, and I had tea.", "I am glad. I had tea."),
    "previous sentence": (Where.PREVIOUS, "I had tea. I am glad.", "I had tea. Rain. I am glad."),
    "no previous sentence": (Where.PREVIOUS, "Tea! I am glad.", "I am glad of tea."),
    "email": (Where.EMAIL, "I am glad. Rain. Tea.", "I am glad. Rain."),
    "before": (Where.BEFORE, "With tea I am glad.", "I am glad of tea."),
    "after": (Where.AFTER, "I am glad of tea.", "With tea I am glad."),
    "just before": (Where.JUST_BEFORE, "I am tea glad.", "With tea I am glad."),
    "next": (Where.NEXT, "I am glad tea came.", "I am glad of tea."),
    "opens": (Where.OPENS, "Tea made me glad.", "The tea made me glad."),
    "opens the clause": (Where.OPENS, "It rained; tea made me glad.", "It rained, tea: I am glad."),
    "ends": (Where.ENDS, "I am glad of tea", "I am glad of tea."),
}


@pytest.mark.parametrize(("where", "there", "elsewhere"), PLACES.values(), ids=PLACES)
def test_a_context_that_forbids(
    draft_of: DraftOf, where: Where, there: str, elsewhere: str
) -> None:
    joy = move(says("glad", unless=[context(where, "tea")]))
    assert blocked(joy, draft_of(there)) == ["tea"]
    assert blocked(joy, draft_of(elsewhere)) == [""]


@pytest.mark.parametrize(("where", "there", "elsewhere"), PLACES.values(), ids=PLACES)
def test_a_context_that_is_asked_for(
    draft_of: DraftOf, where: Where, there: str, elsewhere: str
) -> None:
    joy = move(says("glad", context=[context(where, "tea")]))
    assert blocked(joy, draft_of(there)) == [""]
    assert blocked(joy, draft_of(elsewhere)) == ["no tea"]


def test_a_context_within_the_match(draft_of: DraftOf) -> None:
    joy = move(says("glad of [a-z]+", unless=[context(Where.WITHIN, "of tea", "with tea")]))
    assert blocked(joy, draft_of("I am glad of tea.")) == ["tea"]
    assert blocked(joy, draft_of("I am glad of milk, not of tea.")) == [""]


@pytest.mark.parametrize("where", [Where.AFTER, Where.NEXT])
def test_any_wording_of_a_context_will_do(draft_of: DraftOf, where: Where) -> None:
    joy = move(says("glad", unless=[context(where, "milk", "green tea")]))
    assert blocked(joy, draft_of("I am glad green tea is my milk.")) == ["tea"]
    assert blocked(joy, draft_of("I am glad tea is green.")) == [""]


def test_one_of_several_places_is_enough(draft_of: DraftOf) -> None:
    for where in (Where.NEXT, Where.JUST_BEFORE):
        joy = move(says("glad", unless=[context(where, "tea", "milk")]))
        assert blocked(joy, draft_of("Milk or no tea, tea glad tea, milk.")) == ["tea"]


def test_every_context_that_is_asked_for_must_stand(draft_of: DraftOf) -> None:
    milk = Context("milk", Where.SENTENCE, patterns("milk"))
    joy = move(says("glad", context=[context(Where.SENTENCE, "tea"), milk]))
    assert blocked(joy, draft_of("I am glad of tea.")) == ["no milk"]
    assert blocked(joy, draft_of("I am glad of tea with milk.")) == [""]


def test_a_context_of_the_move_holds_for_every_expression(draft_of: DraftOf) -> None:
    negated = Context("negated", Where.JUST_BEFORE, patterns("not"))
    joy = move(GLAD, says("happy"), unless=[negated])
    found = blocked(joy, draft_of("I am not happy. I’m not glad. You are not only glad."))
    assert found == ["negated", "negated", ""]


@pytest.mark.parametrize(
    ("scope", "text", "expected"),
    [
        (Scope.CLAUSE, "I had tea, and I am glad.", []),
        (Scope.SENTENCE, "I had tea, and I am glad.", ["tea, and I am glad"]),
        (Scope.SENTENCE, "I had tea. I am glad.", []),
    ],
    ids=["clause", "sentence", "never over two sentences"],
)
def test_the_scope_is_what_an_expression_is_looked_for_in(
    draft_of: DraftOf, scope: Scope, text: str, expected: list[str]
) -> None:
    joy = move(says("tea .* glad", scope=scope))
    assert [trace.span.of(text) for trace in joy.traces(draft_of(text))] == expected


def test_opening_and_ending_are_those_of_the_scope(draft_of: DraftOf) -> None:
    text = "It rained, and I am glad, but my tea is cold."
    for where, word in ((Where.OPENS, "it"), (Where.ENDS, "cold [.]")):
        joy = move(says("glad", scope=Scope.SENTENCE, context=[context(where, word)]))
        assert blocked(joy, draft_of(text)) == [""]
        joy = move(says("glad", scope=Scope.CLAUSE, context=[context(where, word)]))
        assert blocked(joy, draft_of(text)) == ["no tea"]


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [([], 1), ([Kind.FOLLOW_UP], 1), ([Kind.THANK_YOU, Kind.REJECTION_REPLY], 0)],
    ids=["any kind", "this kind", "other kinds"],
)
def test_an_expression_may_be_of_some_kinds(
    draft_of: DraftOf, kinds: Sequence[Kind], expected: int
) -> None:
    draft = draft_of("I am glad.", kind=Kind.FOLLOW_UP)
    assert len(list(move(says("glad", kinds=kinds)).traces(draft))) == expected


@pytest.mark.parametrize(
    ("parts", "expected"),
    [([], 2), ([Part.SUBJECT], 1), ([Part.POSTSCRIPT], 0)],
    ids=["any part", "one part", "another part"],
)
def test_an_expression_may_be_of_some_parts(
    draft_of: DraftOf, parts: Sequence[Part], expected: int
) -> None:
    draft = draft_of("Subject: A glad day\n\nHi,\n\nI am glad.", None)
    assert len(list(move(says("glad", parts=parts)).traces(draft))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I am glad to help.", ""),
        ("I am glad of it.", "no TO or NNS behind it"),
        ("I am glad", "no TO or NNS behind it"),
        ("I have glad tidings.", ""),
    ],
    ids=["one tag", "another word", "nothing behind it", "the other tag"],
)
def test_the_word_behind_must_have_one_of_the_tags(
    draft_of: DraftOf, text: str, expected: str
) -> None:
    assert blocked(move(says("glad", then=["TO", "NNS"])), draft_of(text)) == [expected]


@pytest.mark.parametrize(
    ("text", "content", "expected"),
    [
        ("I am glad of the torque wrenches.", 2, ""),
        ("I am glad of the torque wrenches.", 3, "nothing particular"),
        ("I am glad of the role and the great team.", 1, "nothing particular"),
        ("I am glad of it; torque wrenches.", 1, "nothing particular"),
        ("I am glad tidings came.", 2, ""),
        ("I am glad of it.", 0, ""),
    ],
    ids=[
        "enough",
        "too few",
        "generic words",
        "in another clause",
        "right behind",
        "none asked for",
    ],
)
def test_so_many_words_of_content_must_stand_beside_it(
    draft_of: DraftOf, text: str, content: int, expected: str
) -> None:
    assert blocked(move(says("glad", content=content)), draft_of(text)) == [expected]


LEVELS = {
    "the lowest, where nothing is asked": (Kind.REJECTION_REPLY, "I am pleased.", True),
    "the level asked for": (Kind.FOLLOW_UP, "I am happy.", True),
    "a higher one": (Kind.FOLLOW_UP, "I am overjoyed.", True),
    "a lower one": (Kind.FOLLOW_UP, "I am pleased.", False),
    "the highest": (Kind.THANK_YOU, "I am overjoyed.", True),
    "the highest is blocked": (Kind.THANK_YOU, "I am not overjoyed but happy.", False),
}
SCALE = move(
    says("pleased", level="low"),
    says("happy", level="middle"),
    says("overjoyed", level="high", unless=[context(Where.BEFORE, "not")]),
    levels=["low", "middle", "high"],
    enough={Kind.FOLLOW_UP: "middle", Kind.THANK_YOU: "high"},
)


@pytest.mark.parametrize(("kind", "text", "made"), LEVELS.values(), ids=LEVELS)
def test_the_kind_says_which_level_will_do(
    draft_of: DraftOf, kind: Kind, text: str, made: bool
) -> None:
    assert bool(list(SCALE.hits(draft_of(text, kind=kind)))) is not made


@pytest.mark.parametrize("given", ["expression", "enough"])
def test_a_level_that_the_move_does_not_have_is_refused(given: str) -> None:
    expression = says("glad", level="highest" if given == "expression" else "low")
    enough = {Kind.FOLLOW_UP: "highest"} if given == "enough" else {}
    with pytest.raises(ValueError, match="'highest' is not one of the move's levels: 'low'"):
        move(expression, levels=["low"], enough=enough)


NEAREST = {
    "nothing": ("It rained.", ""),
    "the highest that counts": (
        "I am pleased.\nI am happy.",
        " (nearest: “I am happy.” in line 2)",
    ),
    "what counts before what is blocked": (
        "I am not overjoyed.\n\nI am pleased.",
        " (nearest: “I am pleased.” in line 3)",
    ),
    "what is blocked": (
        "It rained. I am not\r\noverjoyed.",
        " (nearest: “I am not overjoyed.” in line 2)",
    ),
    "a long sentence": (
        "I am pleased by the tour of the ward, the garden, the kitchen and the roof.",
        " (nearest: “I am pleased by the tour of the ward, the garden, the …” in line 1)",
    ),
}


@pytest.mark.parametrize(("text", "expected"), NEAREST.values(), ids=NEAREST)
def test_a_hit_says_what_came_nearest(draft_of: DraftOf, text: str, expected: str) -> None:
    (hit,) = SCALE.hits(draft_of(text))
    assert hit.says == {"found": expected}


def test_every_match_leaves_a_trace(draft_of: DraftOf) -> None:
    guarded = says("happy", unless=[context(Where.NEXT, "hour")])
    text = "I am glad, glad.\n\nIt was a happy hour."
    first, second = Span(0, 16), Span(18, 38)
    assert list(move(GLAD, guarded).traces(draft_of(text))) == [
        Trace(GLAD, Span(5, 9), first),
        Trace(GLAD, Span(11, 15), first),
        Trace(guarded, Span(27, 32), second, "tea"),
    ]
    assert [trace.counts for trace in move(GLAD, guarded).traces(draft_of(text))] == [
        True,
        True,
        False,
    ]
