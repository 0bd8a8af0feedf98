from __future__ import annotations

from collections.abc import Callable

import pytest

from followlint.analysis import Draft
from followlint.checks import Hit
from followlint.checks.name_mismatch import NameMismatch
from followlint.finding import Edit
from followlint.mail import Kind
from followlint.rulebook import Rulebook
from followlint.text import Span

DraftOf = Callable[..., Draft]


@pytest.fixture(scope="module")
def check(rulebook: Rulebook) -> NameMismatch:
    found = rulebook.find("name-mismatch").check
    assert isinstance(found, NameMismatch)
    return found


def found(draft: Draft, check: NameMismatch) -> list[str]:
    return [hit.span.of(draft.text) for hit in check.hits(draft)]


def test_a_misspelt_greeting_is_put_right_from_the_header(
    check: NameMismatch, draft_of: DraftOf
) -> None:
    draft = draft_of("To: Priya Nair <pn@example.org>\n\nDear Pryia,\n\nThank you.", None)
    assert list(check.hits(draft)) == [
        Hit(
            Span(38, 43),
            {"match": "Pryia", "fault": "stands as “Priya” in the header “To:”"},
            Edit(Span(38, 43), "Priya"),
        )
    ]


#: Header, greeting, and what is wrong in it ("" for nothing).
GREETINGS = [
    ("To: Priya Nair <pn@example.org>", "Dear Priya,", ""),
    ("To: Priya Nair <pn@example.org>", "Dear Ms. Nair:", ""),
    ("To: Priya Nair <pn@example.org>", "Dear Nair Priya,", ""),
    ("To: Nair, Priya", "Hi Priya!", ""),
    ("To: Priya Nair <pn@example.org>", "PRIYA,", ""),
    ("To: Priya Nair <pn@example.org>", "Dear hiring team,", ""),
    ("To: Priya Nair <pn@example.org>", "Dear Friend,", ""),
    ("To: Priya Nair <pn@example.org>", "Good morning,", ""),
    ("To: Priya Nair <pn@example.org>", "Dear Pria and Tom,", "Pria"),
    ("To: Priya Nair <pn@example.org>", "Dear Priya and Tom,", ""),
    ("To: Priya Nair <pn@example.org>", "Dear Tom,", "Tom"),
    ("To: Priya Nair <pn@example.org>", "Dear Mr Tom Hale,", "Tom Hale"),
    ("To: Priya Nair <pn@example.org>", "Dear Priya Niar,", "Niar"),
    ("To: Priya Nair (Recruiting) <pn@example.org>", "Dear Preya,", "Preya"),
    ("To: Elizabeth (Bee) Hale <eh@example.org>", "Dear Bee,", ""),
    ("To: Elizabeth Hale <eh@example.org>", "Dear Lizzie,", ""),
    ("To: Liz Hale <eh@example.org>", "Dear Elizabeth,", ""),
    ("To: Alexandra Hale <eh@example.org>", "Dear Alexa,", ""),
    ("To: Katherine Hale <eh@example.org>", "Dear Catherine,", "Catherine"),
    ("To: Anna Hale <eh@example.org>", "Dear Ana,", "Ana"),
    ("To: Daniel Hale <eh@example.org>", "Dear Danielle,", "Danielle"),
    ("To: Zoë Łukasz <zl@example.org>", "Dear Zoe Lukasz,", ""),
    ("To: Jörg Weiß <jw@example.org>", "Dear Joerg Weiss,", ""),
    ("To: Min-jun Kim <mk@example.org>", "Dear Minjun,", ""),
    ("To: priya.nair@example.org", "Dear Piya,", "Piya"),
    ("To: priya.nair@example.org", "Dear Tom,", "Tom"),
    ("To: pnair@example.org", "Dear Tom,", ""),
    ("To: p.nair@example.org", "Dear Tom,", ""),
    ("To: jobs@example.org", "Dear Tom,", ""),
    ("To: Harrow Recruiting <priya@example.org>", "Dear Tom,", ""),
    ("To: Priya <priya@example.org>", "Dear Tom,", ""),
    ("To: 김민준 <mk@example.org>", "Dear Minjun,", ""),
    ("To: Priya Nair <pn@example.org>\nCc: Tom Hale <th@example.org>", "Dear Tom,", ""),
    ("To: Priya Nair <pn@example.org>\nInterviewer: Tom Hale", "Dear Tom,", ""),
    ("To: Priya Nair <pn@example.org>\nCc: x@example.org", "Dear Tom,", ""),
    ("Interviewer: Priya Nair", "Dear Tom,", "Tom"),
    ("Subject: x", "Dear Tom,", ""),
]


@pytest.mark.parametrize(("header", "greeting", "wrong"), GREETINGS)
def test_greetings(
    header: str, greeting: str, wrong: str, check: NameMismatch, draft_of: DraftOf
) -> None:
    draft = draft_of(f"{header}\n\n{greeting}\n\nThank you for the tour of the kiln.", None)
    assert found(draft, check) == ([wrong] if wrong else [])


def test_a_recruiter_may_be_asked_about_the_interview(
    check: NameMismatch, draft_of: DraftOf
) -> None:
    text = "Interviewer: Priya Nair\n\nDear Tom,\n\nIs there any news?"
    assert found(draft_of(text, None, Kind.FOLLOW_UP), check) == []
    assert found(draft_of(text, None, Kind.THANK_YOU), check) == ["Tom"]


#: Greeting, body, and what is wrong in it.
BODIES = [
    ("Dear Ms Okafor,", "Ms Okofor showed me the kiln.", "Okofor"),
    ("Dear Ms Okafor,", "Ms Okofor’s kiln was warm.", "Okofor"),
    ("Dear Ms Okafor,", "Mr Okofor showed me the kiln.", ""),
    ("Dear Ms Okafor,", "Ms Okafors showed me “Ms Okofor”.", ""),
    ("Dear Siobhan,", "As Siobahn said, the kiln is warm.", "Siobahn"),
    ("Dear Priya,", "It was good to meet you, Pria. The kiln was warm.", "Pria"),
    ("Dear Priya,", "Pria, thank you for the tour.", "Pria"),
    ("Dear Priya,", "The lead, Pria, gave me a tour, and so did the cook, Prita.", ""),
    ("Dear Priya Nair,", "Somebody put Priya Niar on the list.", "Niar"),
    ("Dear Priya Nair,", "Pria Hale gave me a tour.", ""),
    ("Dear Sarah,", "Sara gave me a tour.", ""),
    ("Dear Martin,", "The Marten and the Marlin are boats.", ""),
    ("Dear Ms Hall,", "The Hull dock and the Hill site are near.", ""),
    ("Hello,", "Dr Adebayo fired it. Dr Adebajo said so.", "Adebajo"),
    ("Hello,", "Mr Hanson and Ms Hansen fired it.", ""),
    ("Hello,", "Tom Hanson fired it. Mark Hansen said so.", ""),
]


@pytest.mark.parametrize(("greeting", "body", "wrong"), BODIES)
def test_names_in_the_text(
    greeting: str, body: str, wrong: str, check: NameMismatch, draft_of: DraftOf
) -> None:
    draft = draft_of(f"Subject: Tuesday\n\n{greeting}\n\n{body}", None)
    assert found(draft, check) == ([wrong] if wrong else [])


def test_the_writer_may_be_called_nearly_the_same(check: NameMismatch, draft_of: DraftOf) -> None:
    body = "Two of a name: thank you, Jon."
    text = f"Dear John,\n\n{body}\n\nBest,\n"
    assert found(draft_of(text + "Jon Hale", None), check) == []
    assert found(draft_of(text + "Tom Hale", None), check) == ["Jon"]


def test_quoted_mail_is_not_looked_at(check: NameMismatch, draft_of: DraftOf) -> None:
    text = "Dear Ms Okafor,\n\nYes.\n\nBest,\nTom\n\nOn Monday Ana wrote:\n> Dear Ms Okofor, yes?"
    assert found(draft_of(text, None), check) == []
