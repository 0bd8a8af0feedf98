from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followlint.analysis import Draft, Tools
from followlint.analysis.names import Names
from followlint.analysis.typos import Slip, SlipKind, masked
from followlint.analysis.typos.plausible import is_sure
from followlint.errors import ToolError
from followlint.text import Span

DraftOf = Callable[..., Draft]


def slips(draft: Draft, kind: SlipKind = SlipKind.SPELLING) -> list[str]:
    return [slip.span.of(draft.text) for slip in draft.slips if slip.kind is kind]


MISSPELT = {
    "in a sentence": ("I recieved it on Monday.", ["recieved"]),
    "at its start": ("Recieved with thanks.", ["Recieved"]),
    "at its start, in quotes": ("It says: “Recieved with thanks.”", ["Recieved"]),
    "at the start of a bullet": ("We need:\n- recieved parcels", ["recieved"]),
    "behind a wrap": ("The parcel that I\r\nrecieved is here.", ["recieved"]),
    "in a compound": ("A well-recieved talk.", ["recieved"]),
    "beside a slash": ("I recieved it via post / by hand.", ["recieved"]),
    "behind an emoji": ("It came 👍🏽. I recieved it.", ["recieved"]),
    "twice": ("I recieved it; I beleive it.", ["recieved", "beleive"]),
}


@pytest.mark.parametrize(("text", "expected"), MISSPELT.values(), ids=MISSPELT)
def test_what_is_kept(draft_of: DraftOf, text: str, expected: list[str]) -> None:
    assert slips(draft_of(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "I met Oluwaseun and Wojciechowski.",
        "I met\nPriyanka at noon.",
        "We wore adidas shoes.",
        "We use iPhone, GitHub, GPT4 and k8s.",
        "KPMG, NASA and the CEOs agree.",
        "The naïve café owner spoke of coöperation.",
        "The Jean-luc crew sells B2b gear.",
        "See https://example.org/recieved or mail recieved@example.org.",
        "The file is in /srv/recieved.",
        "My colour and your color, I realise and you realize.",
        "The raibh maith agat was kind.",
        "I am used to complicated diaries.",
        "We did check-ins, sign-offs and run-throughs.",
    ],
    ids=[
        "foreign names",
        "name behind a wrap",
        "brand in lower case",
        "odd shapes",
        "acronyms",
        "letters of other alphabets",
        "compounds with capitals",
        "addresses",
        "paths",
        "both Englishes",
        "words of another language",
        "a “to” with no verb behind it",
        "nouns of verb and particle",
    ],
)
def test_what_is_dropped(draft_of: DraftOf, text: str) -> None:
    assert slips(draft_of(text)) == []


def test_a_word_that_the_user_accepts_is_dropped(draft_of: DraftOf) -> None:
    assert slips(draft_of("I recieved it.", accept=("recieved",))) == []


@pytest.mark.parametrize(
    "header",
    ["Accept: beleive, recieved", "Company: Recieved Ltd", "Interviewer: Ana Recieved"],
)
def test_a_word_that_the_headers_name_is_dropped(draft_of: DraftOf, header: str) -> None:
    assert slips(draft_of(f"{header}\n\nHi Ana,\n\nI recieved it.", None)) == []


def test_only_the_writers_own_words_are_proofread(draft_of: DraftOf) -> None:
    text = """\
Subject: It is definately on
To: Ana

Hi Freind,

I recieved it.

Thanks for the oportunity,
Tom Seperate

P.S. I beleive it.

On Monday Ana wrote:
> It is accross the yard.
"""
    assert slips(draft_of(text, None)) == ["definately", "recieved", "oportunity", "beleive"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I saw the the yard.", ["the the"]),
        ("The the yard.", ["The the"]),
        ("I saw the\nthe yard.", ["the\nthe"]),
        ("It is the fix that that crew had had.", []),
        ("I saw the yard. The yard was big.", []),
    ],
    ids=["twice", "with a capital", "over a wrap", "good English", "in two sentences"],
)
def test_repeated_words(draft_of: DraftOf, text: str, expected: list[str]) -> None:
    assert slips(draft_of(text), SlipKind.REPEATED_WORD) == expected


def test_the_likeliest_guess_comes_first(draft_of: DraftOf) -> None:
    first = [slip.suggestions[0] for slip in draft_of("I recieved it; I beleive it.").slips]
    assert first == ["received", "believe"]


def test_the_engine_counts_code_points(tools: Tools) -> None:
    text = "👍🏽 I recieved it."
    (slip,) = tools.engine.slips(text)
    assert slip.span.of(text) == "recieved"
    assert slip.kind is SlipKind.SPELLING
    assert "received" in slip.suggestions


def test_an_engine_that_panics_is_an_error(tools: Tools, monkeypatch: pytest.MonkeyPatch) -> None:
    class Panic(BaseException):
        """As pyo3's PanicException, which is no Exception."""

    class Panicking:
        def lint(self, text: str, language: object) -> object:
            raise Panic("index out of range")

    monkeypatch.setattr(tools.engine, "_first", Panicking())
    with pytest.raises(ToolError, match="Harper failed: index out of range"):
        list(tools.engine.slips("It rained."))


NAMES = Names(frozenset({"oluwaseun", "o'neill", "mark", "bo"}), frozenset({0}))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("we met Oluwaseun there", "we met Elizabeth there"),
        ("he met Mark and Mark", "he met Anna and Mark"),
        ("Priyanka met Bo", "Jonathan met Ed"),
        ("bo can mark it", "bo can mark it"),
        ("it rained", "it rained"),
        ("", ""),
    ],
    ids=["by name", "no name twice", "by the parse", "lower case", "none", "nothing"],
)
def test_names_are_masked(text: str, expected: str) -> None:
    assert masked(Span(0, len(text)), text, NAMES) == expected


def test_a_masked_piece_is_cut_out_of_the_text() -> None:
    text = "Bo met Oluwaseun, Bo!"
    assert masked(Span(7, 17), text, NAMES) == "Elizabeth,"


@given(
    st.lists(
        st.sampled_from(["Bo", "Mark’s", "Priyanka", "it", "é", "👍🏽", " ", "\r\n", "Ǆ", "ẞ"])
    ),
    st.frozensets(st.sampled_from(["bo", "mark", "priyanka", "it", "ss", "ǆ"])),
    st.frozensets(st.integers(0, 40)),
    st.integers(0, 10),
)
def test_masking_keeps_every_offset(
    pieces: list[str], words: frozenset[str], proper: frozenset[int], start: int
) -> None:
    text = "".join(pieces)
    span = Span(min(start, len(text)), len(text))
    found = masked(span, text, Names(words, proper))
    assert len(found) == len(span)
    for before, after in zip(span.of(text), found, strict=True):
        assert before == after or (before.isalpha() and after.isalpha())


def test_slips_stand_in_the_order_of_the_text(draft_of: DraftOf) -> None:
    draft = draft_of("I saw the the oportunity and recieved it.\n\nI beleive the the yard.")
    found: list[Slip] = list(draft.slips)
    assert len(found) == 5
    assert found == sorted(found, key=lambda slip: slip.span)


SURE = {
    "a letter doubled": ("untill", "until"),
    "a letter lost": ("enviroment", "environment"),
    "another letter": ("seperate", "separate"),
    "letters swapped": ("recieved", "received"),
    "letters swapped in a short word": ("teh", "the"),
    "an apostrophe lost": ("doesnt", "doesn't"),
    "a pronoun's apostrophe lost": ("Im", "I'm"),
}
UNSURE = {
    "a rival as common": ("leter", "later"),
    "a rival one edit away": ("realy", "real"),
    "an ending too many": ("informations", "information"),
    "an ending of the wrong sort": ("taked", "take"),
    "two edits away": ("greatful", "grateful"),
    "a rare guess": ("scarr", "scar"),
    "too short": ("tro", "to"),
    "a capital": ("Recieved", "Received"),
    "a possessive": ("sheeter's", "shelter's"),
    "two words": ("alot", "a lot"),
}


@pytest.mark.parametrize(("word", "guess"), SURE.values(), ids=SURE)
def test_sure_guesses(word: str, guess: str) -> None:
    assert is_sure(word, guess)


@pytest.mark.parametrize(("word", "guess"), UNSURE.values(), ids=UNSURE)
def test_guesses_that_may_be_wrong(word: str, guess: str) -> None:
    assert not is_sure(word, guess)
