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
        ("Best\nAm 3. Mai schrieb Ana:\n> Hallo", ".>>"),
        ("Best\nAm 3. Mai 2026 um 10:02 schrieb Ana Berg\n<ana@example.org>:\n\n> Hi", ".>>.>"),
        ("Best\nAna <ana@example.org> schrieb am 3. Mai 2026:\n\nHallo", ".>>>"),
        ("Best\nLe 3 mai 2026 à 10:02, Ana a écrit :\n\n> Salut", ".>.>"),
        ("Le lun. 3 mai, Ana Berg <ana@example.org> a\nécrit :\n> Salut", ">>>"),
        ("El lun, 3 may 2026 a las 10:02, Ana escribió:\nHola", ">>"),
        ("Il giorno 3 mag 2026 alle 10:02 Ana ha scritto:\n> Ciao", ">>"),
        ("W dniu 3.05.2026 o 10:02 Ana napisała:\n> Hej", ">>"),
        ("2026年5月3日(日) 10:02 Ana <ana@example.org>:\n> Hi", ">>"),
        ("Ana 于2026年5月3日周日 10:02写道：\n> Hi", ">>"),
        ("On 12 May 2026 at 10:02 Ana replied:\n> Hi", ">>"),
        ("Best\nAna a écrit :", ".>"),
        ("Best\n-----Ursprüngliche Nachricht-----\nVon: Ana\n\nHallo", ".>>>>"),
        ("Best\n---------- Mensaje reenviado ---------\nDe: Ana\nHola", ".>>>"),
        ("Best\nVon: Ana <ana@example.org>\nGesendet: heute\nAn: Tom", ".>>>"),
        ("Best\nDe : Ana\nEnvoyé : 3 mai 2026 10:02\nÀ : Tom", ".>>>"),
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
        "German",
        "German over two lines",
        "German above unmarked text",
        "French",
        "French over two lines",
        "Spanish above unmarked text",
        "Italian",
        "Polish",
        "Japanese",
        "Chinese",
        "another verb",
        "French above nothing",
        "German separator",
        "Spanish separator",
        "German Outlook",
        "French Outlook",
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
        "Am Montag schrieb Ana:\nHallo",
        "Agenda for 2026:\n- tea",
        "The plan\nfor 12 May 2026:\n- tea",
        "----- Tom Hale -----\nNurse",
        "De: the French word\nis short: yes",
        "Von: a\nword: b\nand: c",
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
        "German without a date above unmarked text",
        "a list under a year",
        "a list under a wrapped date",
        "a name between dashes",
        "a word's meaning",
        "labels without a date",
    ],
)
def test_the_writers_own_words(text: str) -> None:
    assert set(quoted(text)) == {"."}


@pytest.mark.parametrize(
    "line",
    [
        "As you wrote on 12 May 2026:",
        "We spoke of this at 10:02:",
        "My plan for 2026:",
        "The best line of all:",
    ],
)
def test_the_writers_own_words_above_a_quote(line: str) -> None:
    assert quoted(f"{line}\n> When?") == ".>"


def test_answers_between_quotes_are_the_writers() -> None:
    assert quoted("> Can you start in May?\nYes.\n> And the shift?\n\nThat, too.") == ">.>.."
