from __future__ import annotations

from collections.abc import Callable

import pytest

from followlint.analysis import Draft
from followlint.checks import Hit
from followlint.checks.shouting import Shouting
from followlint.mail import Part
from followlint.text import Span

DraftOf = Callable[..., Draft]

SHOUTING = Shouting(
    frozenset({"really", "please", "now", "not", "wish", "don't"}),
    {"so": frozenset({"glad"})},
    frozenset({"not gate", "now tv"}),
)


def found(draft: Draft) -> list[str]:
    return [hit.span.of(draft.text) for hit in SHOUTING.hits(draft)]


def test_a_word_is_hit_where_it_stands(draft_of: DraftOf) -> None:
    assert list(SHOUTING.hits(draft_of("I REALLY want it."))) == [
        Hit(Span(2, 8), {"match": "REALLY", "number": 1, "more": ""})
    ]


def test_several_shouts_are_one_finding_with_the_count(draft_of: DraftOf) -> None:
    (hit,) = SHOUTING.hits(draft_of("I REALLY\nWANT THIS role. PLEASE call NOW, from PDF to PLC."))
    assert hit.says == {"match": "REALLY WANT THIS", "number": 5, "more": " and 2 more words"}


def test_one_more_word_is_no_words(draft_of: DraftOf) -> None:
    (hit,) = SHOUTING.hits(draft_of("PLEASE call NOW."))
    assert hit.says["more"] == " and 1 more word"


@pytest.mark.parametrize(
    ("text", "shouts"),
    [
        pytest.param("I DON’T know.", ["DON’T"], id="curly apostrophe"),
        pytest.param("It was **REALLY** good.", ["REALLY"], id="emphasis signs"),
        pytest.param("JCB PLEASE", ["PLEASE"], id="an acronym at the edge is none of it"),
        pytest.param("I am SO glad.", ["SO"], id="before a word that settles it"),
        pytest.param("I filled in the SO form.", [], id="before another word"),
        pytest.param("Then a NOT gate.", [], id="a pair that is a term"),
        pytest.param("It is NOT. Gate five is", ["NOT"], id="a pair across a stop"),
        pytest.param("The NHS, SAP and KPMG; OK, USA, XIX", [], id="acronyms"),
        pytest.param("COMMITTED TEAM", [], id="words nobody listed"),
        pytest.param("Please call now, really.", [], id="small letters"),
        pytest.param('It says “PLEASE WAIT” and "NOW" and `NOT`.', [], id="quoted"),
        pytest.param("[PLEASE FILL] {{NOW}} <NOT> «NOW» *|NOT|* %NOW%", [], id="slots"),
        pytest.param("A4-NOT and https://x.org/NOW and NOW/NOT and NOW_", ["NOW"], id="odd words"),
        pytest.param("Ms NOT and Dr. REALLY came.", [], id="behind a title"),
        pytest.param("PLEASE READ NOW:\n- one", [], id="a heading"),
        pytest.param("PLEASE READ: one", ["PLEASE READ"], id="a label in the line"),
    ],
)
def test_what_shouts(text: str, shouts: list[str], draft_of: DraftOf) -> None:
    assert found(draft_of(text)) == shouts


def test_names_from_headers_and_greeting_are_none(draft_of: DraftOf) -> None:
    body = "I saw NOW and Kenji WISH.\n\nBest,\nTom"
    assert found(draft_of(f"Company: Now\n\nDear Mr WISH,\n\n{body}", None)) == []
    assert found(draft_of(f"Dear Ana,\n\n{body}", None)) == ["NOW"]


def test_greeting_signature_and_quotes_are_not_looked_at(draft_of: DraftOf) -> None:
    text = "Hi NOW,\n\nIt rained.\n\nBest,\nTom NOT\n\n> PLEASE\n"
    assert found(draft_of(text, None)) == []


@pytest.mark.parametrize(
    ("subject", "shouts"),
    [
        ("DATA ANALYST INTERVIEW", ["DATA ANALYST INTERVIEW"]),
        ("INTERVIEW – data", []),
        ("RN, ICU", []),
        ("PLEASE answer", ["PLEASE"]),
        ("RE: PLEASE ANSWER", []),
        ("Fwd: NOW", []),
    ],
)
def test_a_subject_in_capitals(subject: str, shouts: list[str], draft_of: DraftOf) -> None:
    assert found(draft_of(subject, Part.SUBJECT)) == shouts


@pytest.mark.parametrize(
    ("text", "shouts"),
    [
        pytest.param("She shouted that we must come NOW.", [], id="somebody else's voice"),
        pytest.param("You called, and I am NOT late.", ["NOT"], id="the writer's own after it"),
        pytest.param("I said that I REALLY want it.", ["REALLY"], id="the writer's own voice"),
        pytest.param("The lamp shows NOT READY.", [], id="behind what shows it"),
        pytest.param("I painted PLEASE WAIT in white letters.", [], id="the look of the letters"),
        pytest.param("I pressed the NOW button.", [], id="before what bears it"),
        pytest.param("I cut the PLEASE PAY NOTICE to a line.", [], id="a paper by its title"),
        pytest.param("I saw the sign. It is NOT far.", ["NOT"], id="a bearer in another sentence"),
    ],
)
def test_what_is_shown_is_not_said(draft_of: DraftOf, text: str, shouts: list[str]) -> None:
    assert found(draft_of(text)) == shouts
