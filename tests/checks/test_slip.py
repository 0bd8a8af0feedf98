from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from followlint.analysis import Draft
from followlint.analysis.typos import SlipKind
from followlint.checks import SlipCheck
from followlint.finding import Edit
from followlint.text import Span

DraftOf = Callable[..., Draft]

SPELLING = SlipCheck(SlipKind.SPELLING)
REPEATED = SlipCheck(SlipKind.REPEATED_WORD)


def test_a_misspelling_comes_with_guesses_and_an_edit(draft_of: DraftOf) -> None:
    text = "👍 I recieved the parcel."
    (hit,) = SPELLING.hits(draft_of(text))
    assert hit.span == Span(4, 12)
    assert hit.says["match"] == "recieved"
    guess = str(hit.says["guess"])
    assert re.fullmatch(r"; did you mean “received”( or “[^”]+”){0,2}\?", guess)
    assert hit.edit == Edit(Span(4, 12), "received")


def test_no_more_than_three_guesses_are_shown(draft_of: DraftOf) -> None:
    hits = list(SPELLING.hits(draft_of("I hav it. It was teh yard. I saw an oportunity.")))
    assert len(hits) == 3
    assert {str(hit.says["guess"]).count("“") for hit in hits} <= {1, 2, 3}


def test_a_repeated_word_is_cured_by_one(draft_of: DraftOf) -> None:
    text = "I saw the the ward."
    (hit,) = REPEATED.hits(draft_of(text))
    assert hit.span.of(text) == "the the"
    assert hit.says["match"] == "the the"
    assert hit.edit == Edit(hit.span, "the")


def test_a_check_is_for_one_kind_of_slip(draft_of: DraftOf) -> None:
    draft = draft_of("I recieved the the parcel.")
    assert [hit.span.of(draft.text) for hit in SPELLING.hits(draft)] == ["recieved"]
    assert [hit.span.of(draft.text) for hit in REPEATED.hits(draft)] == ["the the"]


@pytest.mark.parametrize("check", [SPELLING, REPEATED], ids=["spelling", "repeated word"])
def test_clean_text_is_no_hit(draft_of: DraftOf, check: SlipCheck) -> None:
    assert not list(check.hits(draft_of("I received the parcel on Tuesday.")))
