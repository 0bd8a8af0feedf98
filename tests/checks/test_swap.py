from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from followlint.analysis import Draft
from followlint.analysis.typos import Slip, SlipKind
from followlint.checks import Hit
from followlint.checks.swap import Swap, Swaps
from followlint.finding import Edit
from followlint.mail import Kind, Part
from followlint.pattern import Lexicons, Pattern
from followlint.text import Span

DraftOf = Callable[..., Draft]


def pattern(source: str) -> Pattern:
    return Pattern.of(source, Lexicons())


def swap(says: str, right: str, **more: Any) -> Swap:
    return Swap(says=pattern(says), right=right, example="", **more)


def mended(check: Swaps, draft: Draft) -> str:
    """Return the text with every edit made."""
    text = draft.text
    for hit in sorted(check.hits(draft), key=lambda hit: hit.span.start, reverse=True):
        assert hit.edit
        text = text[: hit.edit.span.start] + hit.edit.content + text[hit.edit.span.end :]
    return text


MANGER = swap("(the|our) <manger>", "manager")


def test_only_the_marked_words_are_replaced(draft_of: DraftOf) -> None:
    draft = draft_of("I met the manger there.")
    assert list(Swaps([MANGER]).hits(draft)) == [
        Hit(Span(10, 16), {"match": "manger", "right": "manager"}, Edit(Span(10, 16), "manager"))
    ]


SWAPPED = {
    "a capital stays": (swap("<loosing> weight", "losing"), "Loosing weight.", "Losing weight."),
    "small stays small": (swap("<loosing> weight", "losing"), "loosing weight", "losing weight"),
    "over a wrap": (swap("touch bass", "touch base"), "We touch\nbass.", "We touch base."),
    "without surroundings": (MANGER, "A manger of hay.", "A manger of hay."),
    "right already": (swap("thank(s|you)", "thanks"), "Thanks.", "Thanks."),
    "the tag": (swap("<run>", "ran", tags=["VBP"]), "I run a ward.", "I ran a ward."),
    "another tag": (swap("<run>", "ran", tags=["VBP"]), "The run was long.", "The run was long."),
    "the next tag": (swap("was <to>", "too", then=["JJ"]), "It was to loud.", "It was too loud."),
    "another next tag": (swap("was <to>", "too", then=["JJ"]), "It was to me.", "It was to me."),
    "no next word": (swap("was <to>", "too", then=["JJ"]), "It was to", "It was to"),
    "its own exception": (
        swap("the <manger>", "manager", unless=[pattern("manger of hay")]),
        "See the manger of hay and the manger.",
        "See the manger of hay and the manager.",
    ),
    "empty goes at the start": (swap("<so> very", ""), "so very kind", "very kind"),
    "empty goes before a stop": (swap("tour <very>", ""), "A tour very.", "A tour."),
    "empty goes on a line": (swap("tour <very>", ""), "A tour\nvery unique.", "A tour\nunique."),
    "empty goes": (swap("<very> unique", ""), "A very unique tour.", "A unique tour."),
}


@pytest.mark.parametrize(("entry", "text", "expected"), SWAPPED.values(), ids=SWAPPED)
def test_swaps(draft_of: DraftOf, entry: Swap, text: str, expected: str) -> None:
    assert mended(Swaps([entry]), draft_of(text)) == expected


def test_an_exception_of_the_rule_is_one_of_every_swap(draft_of: DraftOf) -> None:
    check = Swaps([MANGER, swap("the <from>", "form")], [pattern('" [^"]+ "')])
    text = "“See the manger, the from.” I saw the from."
    assert mended(check, draft_of(text)) == "“See the manger, the from.” I saw the form."


def test_the_longest_of_two_that_overlap_speaks(draft_of: DraftOf) -> None:
    check = Swaps([swap("loose", "lose"), swap("loose it", "lose it all")])
    assert mended(check, draft_of("I loose it.")) == "I lose it all."


WHOLE = "Subject: The manger\n\nHi the manger,\n\nThe manger.\n\nBest,\nTom\n\nP.S. The manger."


@pytest.mark.parametrize(
    ("more", "expected"),
    [({}, [13, 41, 70]), ({"parts": [Part.BODY]}, [41]), ({"parts": [Part.GREETING]}, [28])],
    ids=["not the greeting", "body", "greeting"],
)
def test_where_a_swap_is_looked_for(
    draft_of: DraftOf, more: dict[str, Any], expected: list[int]
) -> None:
    check = Swaps([swap("the <manger>", "manager", **more)])
    assert [hit.span.start for hit in check.hits(draft_of(WHOLE, None))] == expected


@pytest.mark.parametrize(("kind", "hits"), [(Kind.THANK_YOU, 1), (Kind.FOLLOW_UP, 0)])
def test_a_swap_may_be_for_some_kinds(draft_of: DraftOf, kind: Kind, hits: int) -> None:
    check = Swaps([swap("the <manger>", "manager", kinds=[Kind.THANK_YOU])])
    assert len(list(check.hits(draft_of("I met the manger.", kind=kind)))) == hits


def test_the_engine_speaks_only_where_no_swap_does(draft_of: DraftOf) -> None:
    check = Swaps([swap("could <of>", "’ve")], engine=[SlipKind.WRONG_WORD])
    draft = draft_of("I could of asked. I should of gone.")
    assert {hit.span.of(draft.text): hit.says["right"] for hit in check.hits(draft)} == {
        "of": "’ve",
        "should of": "should have",
    }


def test_two_words_that_may_have_been_meant_are_both_told(draft_of: DraftOf) -> None:
    draft = draft_of("A firm that trusts it's people.")
    slip = Slip(Span(19, 23), SlipKind.WRONG_WORD, ("its", "it", "is"))
    vars(draft)["slips"] = (slip,)
    (hit,) = Swaps([MANGER], engine=[SlipKind.WRONG_WORD]).hits(draft)
    assert hit == Hit(slip.span, {"match": "it's", "right": "its” or “it"}, Edit(slip.span, "its"))


@pytest.mark.parametrize("engine", [[], [SlipKind.GRAMMAR]], ids=["none", "another kind"])
def test_the_engine_is_asked_for_the_chosen_kinds(
    draft_of: DraftOf, engine: list[SlipKind]
) -> None:
    assert not list(Swaps([MANGER], engine=engine).hits(draft_of("I should of gone.")))


def test_a_name_is_shielded(draft_of: DraftOf) -> None:
    text = "Hi Rose,\n\nI met Rose. The rose was red."
    (hit,) = Swaps([swap("rose", "rise")]).hits(draft_of(text, None))
    assert hit.span.start == text.index("rose")
