from __future__ import annotations

import re
from collections.abc import Callable
from types import SimpleNamespace
from typing import cast

import pytest

from followlint.analysis import Draft
from followlint.analysis.typos import Slip, SlipKind
from followlint.checks import SlipCheck
from followlint.finding import Applicability, Edit
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
    assert hit.edit == Edit(Span(4, 12), "received", Applicability.SAFE)


def test_no_more_than_three_guesses_are_shown(draft_of: DraftOf) -> None:
    hits = list(SPELLING.hits(draft_of("I hav it. It was teh yard. I saw an oportunity.")))
    assert len(hits) == 3
    assert {str(hit.says["guess"]).count("“") for hit in hits} <= {1, 2, 3}


def test_a_repeated_word_is_cured_by_one(draft_of: DraftOf) -> None:
    text = "I saw the the ward."
    (hit,) = REPEATED.hits(draft_of(text))
    assert hit.span.of(text) == "the the"
    assert hit.says["match"] == "the the"
    assert hit.edit == Edit(hit.span, "the", Applicability.SAFE)


def test_a_check_is_for_one_kind_of_slip(draft_of: DraftOf) -> None:
    draft = draft_of("I recieved the the parcel.")
    assert [hit.span.of(draft.text) for hit in SPELLING.hits(draft)] == ["recieved"]
    assert [hit.span.of(draft.text) for hit in REPEATED.hits(draft)] == ["the the"]


@pytest.mark.parametrize("check", [SPELLING, REPEATED], ids=["spelling", "repeated word"])
def test_clean_text_is_no_hit(draft_of: DraftOf, check: SlipCheck) -> None:
    assert not list(check.hits(draft_of("I received the parcel on Tuesday.")))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("I saw the\nthe ward.", "I saw the\nward.", id="over a line break"),
        pytest.param("I saw the\nthe\nward.", "I saw\nthe\nward.", id="the second on its own"),
        pytest.param("I saw the\nthe  \nward.", "I saw\nthe  \nward.", id="and blanks"),
        pytest.param("I saw the\r\nthe.", "I saw\r\nthe.", id="of Windows, before a stop"),
        pytest.param("I saw the\r\nthe ward.", "I saw the\r\nward.", id="of Windows"),
        pytest.param("The\nthe ward.", "The\nward.", id="with a capital"),
        pytest.param("I saw the ward\nward.", "I saw the\nward.", id="before a stop"),
    ],
)
def test_a_line_break_between_two_words_stays(text: str, expected: str) -> None:
    match = re.search(r"\b(\w+)\s+\1\b", text, re.IGNORECASE)
    assert match
    slip = Slip(Span(*match.span()), SlipKind.REPEATED_WORD, (match[1],))
    (hit,) = REPEATED.hits(cast(Draft, SimpleNamespace(text=text, slips=[slip])))
    assert hit.edit
    span = hit.edit.span
    assert text[: span.start] + hit.edit.content + text[span.end :] == expected


@pytest.mark.parametrize(
    "text",
    ["Tom Hale\nty\nty\n", "ty\n ty", "Ana\r\nBern\r\nBern\r\n3000", "a\n  ty\nty.", "The\nthe"],
)
def test_a_line_of_ones_own_is_left_alone(text: str) -> None:
    match = re.search(r"\b(\w+)\s+\1\b", text, re.IGNORECASE)
    assert match
    slip = Slip(Span(*match.span()), SlipKind.REPEATED_WORD, (match[1],))
    (hit,) = REPEATED.hits(cast(Draft, SimpleNamespace(text=text, slips=[slip])))
    assert hit.edit is None


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("I saw the the ward.", True),
        ("Please please write.", True),
        ("I gave her her badge.", False),
        ("We live in Walla Walla now.", False),
    ],
)
def test_a_doubled_word_may_be_meant(draft_of: DraftOf, text: str, safe: bool) -> None:
    edits = [hit.edit for hit in REPEATED.hits(draft_of(text))]
    assert all(edit and (edit.applicability is Applicability.SAFE) is safe for edit in edits)
    assert edits or not safe
