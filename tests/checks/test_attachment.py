from __future__ import annotations

from email.message import EmailMessage

import pytest

from followlint.analysis import Draft, Tools
from followlint.checks import Hit
from followlint.checks.attachment import MissingAttachment
from followlint.mail import read_bytes
from followlint.rulebook import Rulebook

PROMISE = "Dear Ana,\n\nMy references are attached.\n\nBest,\nTom Hale\n"


@pytest.fixture(scope="module")
def check(rulebook: Rulebook) -> MissingAttachment:
    found = rulebook.find("missing-attachment").check
    assert isinstance(found, MissingAttachment)
    return found


def message(body: str = PROMISE, *, company: str = "", role: str = "") -> EmailMessage:
    made = EmailMessage()
    made["Subject"] = "Tuesday"
    if company:
        made["X-Followlint-Company"] = company
    if role:
        made["X-Followlint-Role"] = role
    made.set_content(body)
    return made


def draft_of(made: EmailMessage, tools: Tools) -> Draft:
    return Draft(read_bytes("x.eml", bytes(made)), tools)


def said(made: EmailMessage, check: MissingAttachment, tools: Tools) -> list[str]:
    draft = draft_of(made, tools)
    return [f"{hit.says['match']} {hit.says['fault']}" for hit in check.hits(draft)]


def test_a_promise_that_is_not_kept(check: MissingAttachment, tools: Tools) -> None:
    draft = draft_of(message(), tools)
    (hit,) = check.hits(draft)
    assert hit == Hit(hit.span, {"match": "are attached", "fault": "but nothing is attached"})
    assert hit.span.of(draft.text) == "are attached"


def test_a_promise_that_is_kept(check: MissingAttachment, tools: Tools) -> None:
    made = message()
    made.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="references.pdf")
    assert said(made, check, tools) == []


@pytest.mark.parametrize(
    ("text", "file", "objected"),
    [
        ("Thank you.", "references.pdf", True),
        ("Thank you.", "CV Tom Hale.docx", True),
        ("Thank you.", "2026-05.zip", True),
        ("Thank you. The references are below.", "references.pdf", False),
        ("Thank you. You asked for it.", "x.pdf", False),
        ("Thank you. Here is what I meant.", "x.pdf", False),
        ("Thank you for the quiz about kilns.", "Quizzes_kiln.pdf", False),
        ("Thank you.", "kiln.jpg", False),
        ("Thank you.", "call.ics", False),
        ("Thank you.", "smime.p7s", False),
        ("Thank you.", "image001.png", False),
        ("Thank you.", "Outlook-1tz3wq.png", False),
        ("Thank you.", "ATT00001.htm", False),
        ("Thank you.", "signature.asc", False),
        ("Thank you.", "card.vcf", False),
        ("Thank you.", "note.eml", False),
    ],
)
def test_a_document_that_nobody_mentions(
    text: str, file: str, objected: bool, check: MissingAttachment, tools: Tools
) -> None:
    made = message(f"Dear Ana,\n\n{text}\n\nBest,\nTom Hale\n")
    made.add_attachment(b"...", maintype="application", subtype="octet-stream", filename=file)
    fault = f"{file} is attached, and no word of the email says so"
    assert said(made, check, tools) == [fault] * objected
    made.replace_header("Subject", "Fwd: Tuesday")  # it explains itself
    assert said(made, check, tools) == []


def test_a_document_is_found_where_the_text_begins(check: MissingAttachment, tools: Tools) -> None:
    made = message("Dear Ana,\n\nThank you.\n\nBest,\nTom Hale\n")
    made.add_attachment(b"...", maintype="application", subtype="pdf", filename="references.pdf")
    draft = draft_of(made, tools)
    (hit,) = check.hits(draft)
    assert draft.text[hit.span.start :].startswith("Thank you.")
    assert len(hit.span) == 0


def test_an_invitation_is_not_what_was_promised(check: MissingAttachment, tools: Tools) -> None:
    made = message()
    made.add_attachment(b"BEGIN:VCALENDAR", maintype="text", subtype="calendar", filename="x.ics")
    assert said(made, check, tools) == ["are attached but nothing is attached"]


@pytest.mark.parametrize(("thing", "kept"), [("references are", False), ("drawing is", True)])
def test_a_picture_in_the_text_keeps_only_a_promise_of_one(
    thing: str, kept: bool, check: MissingAttachment, tools: Tools
) -> None:
    made = message(f"Dear Ana,\n\nMy {thing} attached.\n")
    made.add_related(b"GIF89a", maintype="image", subtype="gif", cid="<1@x>", disposition="inline")
    assert bool(said(made, check, tools)) is not kept


def test_of_a_plain_draft_nobody_knows(check: MissingAttachment, tools: Tools) -> None:
    draft = Draft(read_bytes("x.txt", PROMISE.encode()), tools)
    assert list(check.hits(draft)) == []


#: A file's name, and the other company in it ("" for none) where Harrow is ours.
FILES = [
    ("CV for Zenith.pdf", "Zenith"),
    ("CoverLetterForZenith.pdf", "Zenith"),
    ("cover_letter_to_Globex_Ltd.docx", "Globex Ltd"),
    ("CV for Harrow.pdf", ""),
    ("CV_for_Harrow_Kilns.pdf", ""),
    ("CV for Kiln Hand.pdf", ""),
    ("CV for review.pdf", ""),
    ("Notes for Tuesday Meeting.pdf", ""),
    ("CV Tom Hale.pdf", ""),
    ("CV for.pdf", ""),
    ("", ""),
]


@pytest.mark.parametrize(("name", "other"), FILES)
def test_files_for_other_companies(
    name: str, other: str, check: MissingAttachment, tools: Tools
) -> None:
    made = message(company="Harrow Ltd", role="Kiln hand")
    made.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename=name)
    expected = [f"{name} is named after “{other}”"] if other else []
    assert said(made, check, tools) == expected


def test_without_a_company_no_file_is_wrong(check: MissingAttachment, tools: Tools) -> None:
    made = message()
    made.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="CV for X.pdf")
    assert said(made, check, tools) == []
