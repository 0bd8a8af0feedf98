from __future__ import annotations

from collections.abc import Callable

import pytest

from followlint.analysis import Draft
from followlint.analysis.names import name_key
from followlint.text import Span

DraftOf = Callable[..., Draft]

TEXT = """\
Subject: The Brackwater yard
From: Wim <wim@example.org>
Interviewer: Siobhán O’Neill
Company: klarna
Role: Chief Rigger
Accept: dbt, Jean-Luc
Date: Monday
Kind: follow-up

Dear Ms. Okafor,

The crew of Brackwater took me round; Priyanka spoke of the mast. Later Priyanka laughed.

The tide came once.

Best regards,
Tom Hale
Rigger, Leeds

P.S. Zeeland and Zeeland.

> Dear Xerxes
"""


@pytest.mark.parametrize(
    "name",
    [
        "Wim",
        "Siobhán",
        "O'Neill",
        "O’Neill’s",
        "Klarna",
        "DBT",
        "Jean-Luc",
        "rigger",
        "Okafor",
        "Hale's",
        "Leeds",
        "Brackwater",
        "Priyanka",
        "grommet",
    ],
)
def test_a_name_of_the_email(draft_of: DraftOf, name: str) -> None:
    assert name in draft_of(TEXT, None, accept=("grommet", "two words")).names


@pytest.mark.parametrize(
    "word", ["Dear", "Monday", "follow", "yard", "mast", "crew", "Later", "Xerxes", "Zeeland", ""]
)
def test_no_name_of_the_email(draft_of: DraftOf, word: str) -> None:
    assert word not in draft_of(TEXT, None).names


def test_every_accepted_word_counts_alone(draft_of: DraftOf) -> None:
    names = draft_of("It rained.", accept=("data build tool",)).names
    assert all(word in names for word in ("data", "Build", "TOOL’s"))


def test_a_word_is_a_name_where_the_parse_says_so(draft_of: DraftOf) -> None:
    text = "We met Priyanka at the yard."
    names = draft_of(text).names
    at = text.index("Priyanka")
    assert names.at(Span(at, at + 8))
    assert not names.at(Span(0, 2))
    assert "Priyanka" not in names


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("Tom's", "tom"),
        ("Tom’s", "tom"),
        ("James'", "james"),
        ("O’Neill", "o'neill"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("Thomas", "thomas"),
    ],
)
def test_names_are_compared_in_any_case_and_without_ending(word: str, key: str) -> None:
    assert name_key(word) == key
