from __future__ import annotations

from collections.abc import Callable

import pytest

from followlint.across import letter_of
from followlint.analysis import Draft
from followlint.checks import Hit
from followlint.checks.base import Peer
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
    ("Klarna", "I would love to join Klanra.", "Klanra"),
    ("Klarna", "Thank you for the interview at Klarma.", "Klarma"),
    ("Klarna", "Klarnas is what my sister calls Klarna.", ""),
    ("Klarna", "Klara showed me the office, and Klara's kettle.", ""),
    ("Harrow", "Thank you for the interview at Barrow.", ""),
    ("Initech", "The team at Intech was kind.", "Intech"),
    ("Acme", "The team at Acne was kind.", ""),
    ("Northgate Systems", "Thank you for the talk at Nortgate.", "Nortgate"),
    ("Mailchimp", "Thank you for the talk at Malichmip.", "Malichmip"),
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


def test_a_misspelt_name_is_mended(check: WrongCompany, draft_of: DraftOf) -> None:
    draft = draft_of("Company: Klarna Bank\n\nDear Ana,\n\nI would love to join Klanra Bank.", None)
    (hit,) = check.hits(draft)
    assert (hit.span.of(draft.text), hit.edit and hit.edit.content) == ("Klanra", "Klarna")


#: The text of a draft for Harrow, and what another one that is for Zenith makes wrong in it.
ACROSS = [
    ("Thank you for the interview at Zenith.", ["Zenith"]),
    ("I like how Zenith works, and the people at Zenith.", ["Zenith", "Zenith"]),
    ("The Zenith team was kind.", ["Zenith"]),
    ("I read about Zenith. Zenith makes kilns.", ["Zenith"]),
    ("At Zenith I fired kilns. Thank you for the talk at Zenith’s yard.", []),
    ("My work at Zenith taught me glaze, and the Zenith team taught me patience.", []),
    ("Unlike the team at Zenith, you wait.", []),
    ("I also interviewed with the team at Zenith.", []),
    ("“The team at Zenith” was what they said.", []),
    ("The team at Globex is kind.", []),
]


@pytest.mark.parametrize(("text", "wrong"), ACROSS)
def test_the_company_of_another_draft(
    text: str, wrong: list[str], check: WrongCompany, draft_of: DraftOf
) -> None:
    texts = [f"Company: Harrow\n\nDear Ana,\n\n{text}", "Company: Zenith Ltd\n\nDear Ben,\n\nYes."]
    drafts = [draft_of(written, None) for written in texts]
    for order in (drafts, drafts[::-1]):
        peers = [Peer("", letter_of(draft), check.note(draft)) for draft in order]
        found = {
            second.number: [hit.span.of(order[second.number].text) for hit in second.hits]
            for second in check.compared(peers)
        }
        assert found == ({order.index(drafts[0]): wrong} if wrong else {})
