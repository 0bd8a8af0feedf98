from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from followlint.analysis import Draft
from followlint.checks import Hit
from followlint.checks.ear import Ear
from followlint.checks.wording import Wording, Wordings
from followlint.pattern import Lexicons, Pattern
from followlint.text import Span

DraftOf = Callable[..., Draft]


def pattern(source: str) -> Pattern:
    return Pattern.of(source, Lexicons())


def wording(says: str, **more: Any) -> Wording:
    return Wording(says=pattern(says), example="", **more)


@pytest.mark.parametrize(
    ("instead", "said"), [("please", "; say “please”"), ("", "")], ids=["a plain word", "none"]
)
def test_a_hit_says_what_to_say_instead(draft_of: DraftOf, instead: str, said: str) -> None:
    draft = draft_of("Write soon, Plz.")
    assert list(Wordings([wording("plz", instead=instead)]).hits(draft)) == [
        Hit(Span(12, 15), {"match": "Plz", "instead": said})
    ]


def test_a_wording_over_a_wrap_is_shown_on_one_line(draft_of: DraftOf) -> None:
    (hit,) = Wordings([wording("touch base")]).hits(draft_of("Let us touch\n  base."))
    assert hit.says["match"] == "touch base"


def test_its_sense_is_told_by_the_tag(draft_of: DraftOf) -> None:
    text = "I run a ward. The run was long."
    (hit,) = Wordings([wording("run", tags=["NN"])]).hits(draft_of(text))
    assert hit.span.start == text.index("run was")


def test_what_is_quoted_may_be_innocent(draft_of: DraftOf) -> None:
    text = "The sign says “plz”, so plz."
    (hit,) = Wordings([wording("plz")], [pattern('" [^"]+ "')]).hits(draft_of(text))
    assert hit.span.start == text.rindex("plz")


WEIGHED = {
    "one weak sign": ("We leverage it.", []),
    "two weak signs": ("We leverage it. It is robust.", ["leverage", "robust"]),
    "one sign twice": ("We leverage it. We leverage tea.", ["leverage", "leverage"]),
    "one strong sign": ("I see synergy.", ["synergy"]),
    "strong and weak": ("I see robust synergy.", ["robust", "synergy"]),
    "none": ("I see tea.", []),
}


@pytest.mark.parametrize(("text", "expected"), WEIGHED.values(), ids=WEIGHED)
def test_signs_must_weigh_enough_together(
    draft_of: DraftOf, text: str, expected: list[str]
) -> None:
    check = Wordings(
        [wording("leverage"), wording("robust"), wording("synergy", weight=2)], at_least=2
    )
    assert [hit.says["match"] for hit in check.hits(draft_of(text))] == expected


def test_a_word_that_comes_again_may_count_once(draft_of: DraftOf) -> None:
    check = Wordings([wording("unpack|unpacking"), wording("robust")], at_least=2, repeats=False)
    assert not list(check.hits(draft_of("We were unpacking. I can unpack.")))
    assert len(list(check.hits(draft_of("We were unpacking robust tea.")))) == 2


CLOSE = {
    "alone": ("We need clarity.", []),
    "two in one sentence": ("We need clarity and, now, focus today.", ["clarity and, now, focus"]),
    "two in two sentences": ("We need clarity. We need focus.", []),
    "beside one that stands alone": ("We leverage clarity.", ["leverage"]),
}


@pytest.mark.parametrize(("text", "expected"), CLOSE.values(), ids=CLOSE)
def test_what_counts_only_beside_another(draft_of: DraftOf, text: str, expected: list[str]) -> None:
    close = [wording(word, close=True) for word in ("clarity", "focus")]
    check = Wordings([*close, wording("leverage")], at_least=2)
    assert [hit.says["match"] for hit in check.hits(draft_of(text))] == expected


def test_a_text_keeps_to_one_sense_of_a_word(draft_of: DraftOf) -> None:
    check = Wordings([wording("guys", about=[pattern("ropes?|mast")])])
    assert not list(check.hits(draft_of("The guys were slack. You showed me the mast.")))
    assert list(check.hits(draft_of("The guys were kind. You showed me the kiln.")))


def test_an_ear_hears_what_no_wording_says(draft_of: DraftOf) -> None:
    draft = draft_of("Thank you for the tour. You owe me an answer by noon. The kiln was warm.")
    _, pressing, calm = (sentence.span for sentence in draft.prose)
    vars(draft)["opinions"] = {pressing: {"pushy": 0.97}, calm: {"pushy": 0.2}}
    assert not list(Wordings([wording("leverage")]).hits(draft))
    (hit,) = Wordings([wording("leverage")], ear=Ear("pushy", 0.9)).hits(draft)
    assert hit.span == pressing
    assert hit.says["match"] == "You owe me an answer by noon."


def test_where_wordings_suffice_nothing_is_overheard(draft_of: DraftOf) -> None:
    draft = draft_of("You owe me an answer by noon and leverage it.")
    vars(draft)["opinions"] = {draft.prose[0].span: {"pushy": 0.97}}
    check = Wordings([wording("leverage")], ear=Ear("pushy", 0.9))
    assert [hit.says["match"] for hit in check.hits(draft)] == ["leverage"]
