from __future__ import annotations

import pytest

from followlint.mail.quoting import quoted_lines


def quoted(text: str) -> str:
    """Return a mark for each line: `>` where it is quoted, `.` where it is the writer's."""
    return "".join(">" if mark else "." for mark in quoted_lines(text.split("\n")))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hi\n> Dear Tom\n>\n>> older\n  > indented\nBest", ".>>>>."),
        ("On Tue, 12 May 2026 at 10:02, Ana <ana@example.org> wrote:\n> Hi", ">>"),
        ("On Tue, 12 May 2026 at 10:02, Ana Berg\n<ana@example.org> wrote:\n> Hi", ">>>"),
        ("On Tue, 12 May 2026\nat 10:02, Ana Berg\n<ana@example.org> wrote:\n\n> Hi", ">>>.>"),
        ("At 10:02 Ana said:\n> Hi\nYes", ">>."),
        ("On Monday Ana writes:\n> Hi", ">>"),
        ("On 12 May 2026 at 10:02, Ana wrote:\n\nHi Tom,\nbye", ">>>>"),
        ("Best\nOn Monday Ana wrote:", ".>"),
        ("Best\n-----Original Message-----\nFrom: Ana\n\nHi", ".>>>>"),
        ("Best\n---------- Forwarded message ---------\nFrom: Ana\n\nHi", ".>>>>"),
        ("Best\n-- Forwarded by Ana Berg on 12 May --\nHi", ".>>"),
        ("Best\nBegin forwarded message:\n\nFrom: Ana", ".>>>"),
        ("Best\n" + "_" * 32 + "\nHi", ".>>"),
        ("Best\nFrom: Ana Berg\nSent: Tuesday\nTo: Tom\n\nHi", ".>>>>>"),
        ("Best\n*From:* Ana Berg\n*Date:* Tuesday\n\nHi", ".>>>>"),
        ("Best\nfrom: Ana Berg\nsubject: Interview", ".>>"),
    ],
    ids=[
        "marks",
        "attribution",
        "attribution over two lines",
        "attribution over three lines",
        "said",
        "writes",
        "dated attribution above unmarked text",
        "attribution above nothing",
        "original message",
        "forwarded by Gmail",
        "forwarded by name",
        "forwarded by Apple",
        "ruler",
        "Outlook block",
        "Outlook block in bold",
        "Outlook block in lower case",
    ],
)
def test_quoted(text: str, expected: str) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "On Tuesday you wrote:\nthe ward is busy. It is.",
        "On 12 May 2026 we met.\n\nAna wrote:\nYes",
        "On Tuesday we met.\nThe notes that you sent\nand the plan\nsay what Tom wrote:\nYes",
        "From: start to end it went well.\nThank you",
        "a -> b\nx > y",
        "Best\nFrom: Ana Berg",
        "______\nTom",
        "- Original plan -\nwas good",
        "Once Ana wrote:\nYes",
        "",
    ],
    ids=[
        "the writer's own attribution",
        "across a blank line",
        "too far below",
        "From at a line's start",
        "From on the last line",
        "arrows and comparisons",
        "short ruler",
        "dashes",
        "another word that begins with On",
        "nothing",
    ],
)
def test_the_writers_own_words(text: str) -> None:
    assert set(quoted(text)) == {"."}


def test_answers_between_quotes_are_the_writers() -> None:
    assert quoted("> Can you start in May?\nYes.\n> And the shift?\n\nThat, too.") == ">.>.."
