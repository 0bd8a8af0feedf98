from __future__ import annotations

from collections.abc import Callable

import pytest

from followlint.analysis import Draft
from followlint.checks import Hit
from followlint.checks.company import WrongCompany
from followlint.rulebook import Rulebook
from followlint.text import Span

DraftOf = Callable[..., Draft]


@pytest.fixture(scope="module")
def check(rulebook: Rulebook) -> WrongCompany:
    found = rulebook.find("wrong-company").check
    assert isinstance(found, WrongCompany)
    return found


def test_the_right_company_is_named(check: WrongCompany, draft_of: DraftOf) -> None:
    text = "Company: Harrow\n\nDear Ana,\n\nI would love to join Zenith."
    assert list(check.hits(draft_of(text, None))) == [
        Hit(Span(49, 55), {"match": "Zenith", "right": "Harrow"})
    ]


#: The context's company, a sentence, and what is wrong in it.
COMPANIES = [
    ("Harrow", "I would love to join Harrow.", ""),
    ("Harrow & Sons Ltd", "I would love to work for Harrow’s kiln office.", ""),
    ("The Harrow Group", "I would love to join the Harrow crew.", ""),
    ("Harrow", "I would love to join Harrow International Ltd.", ""),
    ("International Business Machines", "I would love to join IBM.", ""),
    ("H&M", "I would love to join H&M.", ""),
    ("Harrow / Zenith", "I would love to join Zenith.", ""),
    ("Harrow (part of Zenith)", "I would love to join Zenith.", ""),
    ("Harrow Health", "I would love to join Zenith Health.", "Zenith Health"),
    ("Harrow", "I would love to join Marks & Spencer.", "Marks & Spencer"),
    ("Harrow", "I am keen to be part of iRobot.", "iRobot"),
    ("Harrow", "The opportunity with Zenith is what I want.", "Zenith"),
    ("Harrow", "The role at Zenith is what I want.", "Zenith"),
    ("Harrow", "Harrow is warm. The role at Lerwick is what I want.", ""),
    ("Harrow", "My role at Zenith is what I have.", ""),
    ("Harrow", "I left Zenith. I would love to join Zenith’s rivals.", ""),
    ("Harrow", "I was eager to join Zenith years ago.", ""),
    ("Harrow", "I have an offer to join Zenith.", ""),
    ("Harrow", "You said: “I was keen to join Zenith”.", ""),
    ("Harrow", "I would love to join Marta’s team.", ""),
    ("Harrow", "I would love to join the Kiln Room and the Marketing team.", ""),
    ("Harrow", "I look forward to working with Marta.", ""),
    ("Harrow", "I would love to start on Monday and to join Engineering.", ""),
]


@pytest.mark.parametrize(("company", "sentence", "wrong"), COMPANIES)
def test_companies(
    company: str, sentence: str, wrong: str, check: WrongCompany, draft_of: DraftOf
) -> None:
    draft = draft_of(f"Company: {company}\n\nDear Ana,\n\n{sentence}", None)
    assert [hit.says["match"] for hit in check.hits(draft)] == ([wrong] if wrong else [])


@pytest.mark.parametrize(
    "header",
    [
        "From: Tom <tom@zenith.example>",
        "To: Ana <ana@zenith.example>",
        "Accept: Zenith",
        "Interviewer: Zenith Hale",
        "Role: Kiln hand for Zenith",
    ],
)
def test_names_that_the_headers_know(header: str, check: WrongCompany, draft_of: DraftOf) -> None:
    text = f"{header}\nCompany: Harrow\n\nDear Ana,\n\nI would love to join Zenith."
    assert list(check.hits(draft_of(text, None))) == []


#: The context's role, a sentence, and what is wrong in it.
ROLES = [
    ("Data Engineer", "Thank you for talking about the data analyst role.", "data analyst"),
    ("Data Engineer", "I want this Data Analyst position.", "Data Analyst"),
    ("Data Engineer", "I want the position of a data analyst at Harrow.", "data analyst"),
    ("Data Engineer", "I want the engineer role, or the data developer position.", ""),
    ("Data Engineer", "I want the data role.", ""),
    ("Data Engineer", "My last data analyst role taught me much.", ""),
    ("Data Engineer", "I also saw another advert for the data analyst role.", ""),
    ("Kiln hand", "I want the warehouse role.", ""),
    ("Wizard", "I want the data analyst role.", ""),
    ("Nurse manager", "I want the staff nurse role.", ""),
]


@pytest.mark.parametrize(("role", "sentence", "wrong"), ROLES)
def test_roles(
    role: str, sentence: str, wrong: str, check: WrongCompany, draft_of: DraftOf
) -> None:
    draft = draft_of(f"Role: {role}\n\nDear Ana,\n\n{sentence}", None)
    assert [hit.says["match"] for hit in check.hits(draft)] == ([wrong] if wrong else [])


def test_without_context_nothing_is_judged(check: WrongCompany, draft_of: DraftOf) -> None:
    draft = draft_of("I would love to join Zenith for the data analyst role.")
    assert list(check.hits(draft)) == []


def test_quoted_mail_is_not_looked_at(check: WrongCompany, draft_of: DraftOf) -> None:
    text = "Company: Harrow\n\nDear Ana,\n\nYes.\n\nBest,\nTom\n\n> I would love to join Zenith."
    assert list(check.hits(draft_of(text, None))) == []
