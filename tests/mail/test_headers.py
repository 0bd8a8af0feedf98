from __future__ import annotations

import pytest

from followlint.mail.headers import Headers, read_headers
from followlint.text import Source


def headers_of(text: str) -> Headers:
    return read_headers(Source("draft.txt", text))


def values(text: str) -> list[tuple[str, str]]:
    return [(header.name, header.value) for header in headers_of(text).items]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Subject: Thank you\n\nHi", [("Subject", "Thank you")]),
        ("SUBJECT :Thanks\nkind: follow-up\n\nHi", [("Subject", "Thanks"), ("Kind", "follow-up")]),
        ("Subject: Thank\n you\n\tall\nTo: Al\n\nHi", [("Subject", "Thank you all"), ("To", "Al")]),
        ("Subject:\n  Thank you\n\nHi", [("Subject", "Thank you")]),
        ("Subject:\n\nHi", [("Subject", "")]),
        ("Subject: a: b\n\nHi", [("Subject", "a: b")]),
        ("Subject: Thank you\r\nTo: Ana\r\n\r\nHi\r\n", [("Subject", "Thank you"), ("To", "Ana")]),
        ("\n \nSubject: Thank you\n\nHi", [("Subject", "Thank you")]),
        ("Sent: Monday\nSent: Friday\n\nHi", [("Sent", "Monday"), ("Sent", "Friday")]),
        ("Subject: Thank you\nHi Ana,\nTo: the point", [("Subject", "Thank you")]),
        ("Dear Ana: thank you", []),
        ("Note: bring the badge\n\nSubject: late", []),
        ("  Subject: Thank you\n\nHi", []),
        ("Hi\n\nSubject: Thank you", []),
        ("", []),
        ("\n\n", []),
    ],
    ids=[
        "one",
        "any case",
        "folded",
        "folded from the first line",
        "empty value",
        "colon in the value",
        "CRLF",
        "blank lines above",
        "repeated",
        "ends at the first other line",
        "greeting with a colon",
        "unknown name",
        "indented",
        "not on top",
        "empty text",
        "only blank lines",
    ],
)  # fmt: skip
def test_headers(text: str, expected: list[tuple[str, str]]) -> None:
    assert values(text) == expected


def test_a_header_stands_where_its_value_does() -> None:
    text = "To: Ana\nSubject:  Thank you\n again \n\nHi"
    headers = headers_of(text)
    assert [header.value for header in headers.items] == ["Ana", "Thank you again"]
    assert [header.span.of(text) for header in headers.items] == ["Ana", "Thank you\n again "]


@pytest.mark.parametrize(
    ("text", "below"),
    [
        ("Subject: Thank you\n\nHi", "\nHi"),
        ("Subject: Thank you\nHi", "\nHi"),
        ("Subject: Thank you\r\n\r\nHi", "\r\nHi"),
        ("Subject: Thank you", ""),
        ("Hi", "Hi"),
    ],
    ids=["blank line", "no blank line", "CRLF", "nothing below", "no headers"],
)
def test_the_text_begins_below_the_block(text: str, below: str) -> None:
    assert text[headers_of(text).end :] == below


def test_headers_are_asked_by_name() -> None:
    headers = headers_of("To: Ana\nInterviewer: Ana\nInterviewer: Tom\n\n")
    assert headers.value("to") == "Ana"
    assert headers.value("INTERVIEWER") == "Ana"
    assert [header.value for header in headers.all("Interviewer")] == ["Ana", "Tom"]
    assert headers.get("Cc") is None
    assert headers.value("Cc") is None
