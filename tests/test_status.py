"""`followlint status` on folders of drafts and mail."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from followlint.cli import main

TO = "To: Ana Berg <ana@harrow.example>"
THANKS = f"""\
Subject: Kiln hand
Company: Harrow
Role: Kiln hand
Kind: thank-you
{TO}
Interview-Date: 2026-05-12 10:00
Date: 2026-05-12 16:00

Dear Ana,

Thank you for the tour.
"""
FOLLOW_UP = f"""\
Subject: Kiln hand
Kind: follow-up
{TO}
Date: 2026-05-20

Dear Ana,

Is there any news?
"""
ANSWER = """\
From: Ana Berg <ana@harrow.example>
To: tom@mail.example
Subject: Re: Kiln hand
Date: Fri, 22 May 2026 09:00:00 +0200

Hello Tom,

{}
"""


class Folder:
    """A folder of drafts, and what is said of it."""

    def __init__(self, path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.path = path
        self._capsys = capsys

    def write(self, **drafts: str) -> Folder:
        for name, text in drafts.items():
            (self.path / name.replace("_", ".")).write_text(text, encoding="utf-8")
        return self

    def rows(self, now: str, *paths: str) -> list[dict[str, Any]]:
        status, out = self.run("--now", now, "--output-format", "json", *(paths or (".",)))
        assert status == 0
        rows: list[dict[str, Any]] = json.loads(out)
        return rows

    def run(self, *given: str) -> tuple[int, str]:
        status = main(["status", "--isolated", *given])
        return status, self._capsys.readouterr().out


@pytest.fixture
def folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Folder:
    monkeypatch.chdir(tmp_path)
    return Folder(tmp_path, capsys)


@pytest.mark.parametrize(
    ("now", "status", "step"),
    [
        ("2026-05-11", "ahead", "thank-you"),
        ("2026-05-12 11:30", "interviewed", "thank-you"),
        ("2026-05-12 12:30", "due", "thank-you"),
        ("2026-05-13 09:00", "due", "thank-you"),
        ("2026-05-13", "overdue", "thank-you"),
        ("2026-05-30", "overdue", "thank-you"),
    ],
)
def test_before_anything_is_sent(now: str, status: str, step: str, folder: Folder) -> None:
    unsent = THANKS.replace("\nDate: 2026-05-12 16:00", "")
    (row,) = folder.write(a_txt=unsent).rows(now)
    assert (row["status"], row["next"]["message"]) == (status, step)
    assert row["thanked"] is None
    assert row["drafts"] == row["files"] == ["a.txt"]


@pytest.mark.parametrize(
    ("now", "status"),
    [
        ("2026-05-13", "thanked"),
        ("2026-05-18", "thanked"),
        ("2026-05-19", "due"),
        ("2026-05-26", "due"),
        ("2026-05-27", "overdue"),
    ],
)
def test_after_the_thanks(now: str, status: str, folder: Folder) -> None:
    (row,) = folder.write(a_txt=THANKS).rows(now)
    assert row["status"] == status
    assert (row["company"], row["role"], row["people"]) == ("Harrow", "Kiln hand", ["Ana Berg"])
    assert (row["interviewed"], row["thanked"]) == ("2026-05-12", "2026-05-12")
    assert row["next"] == {
        "message": "follow-up",
        "earliest": "2026-05-19T09:00:00",
        "best": "2026-05-20T09:00:00",
        "latest": "2026-05-26T18:00:00",
    }


def test_a_promised_day_is_waited_for(folder: Folder) -> None:
    promised = THANKS.replace("Kind:", "Decision-Date: 2026-05-29\nKind:")
    (row,) = folder.write(a_txt=promised).rows("2026-05-28")
    assert (row["status"], row["next"]["earliest"]) == ("thanked", "2026-06-01T09:00:00")


@pytest.mark.parametrize(
    ("now", "status"),
    [
        ("2026-05-19", "due"),  # it had not been sent then
        ("2026-05-26", "followed up"),
        ("2026-05-27", "due"),
        ("2026-06-11", "overdue"),
    ],
)
def test_after_the_follow_up(now: str, status: str, folder: Folder) -> None:
    (row,) = folder.write(a_txt=THANKS, b_txt=FOLLOW_UP).rows(now)
    assert row["status"] == status
    assert row["files"] == ["a.txt", "b.txt"]


@pytest.mark.parametrize(
    ("now", "status", "ended"),
    [("2026-06-19", "followed up", None), ("2026-06-22", "closed", "silence")],
)
def test_silence_ends_it(now: str, status: str, ended: str | None, folder: Folder) -> None:
    folder.write(a_txt=THANKS, b_txt=FOLLOW_UP, c_txt=FOLLOW_UP.replace("05-20", "05-29"))
    (row,) = folder.rows(now)
    assert (row["status"], row["ended"], row["next"]) == (status, ended, None)
    assert row["followed_up"] == ["2026-05-20", "2026-05-29"]


@pytest.mark.parametrize(
    ("now", "status"),
    [("2026-05-25", "answered"), ("2026-05-29", "due"), ("2026-06-08", "overdue")],
)
def test_their_answer_begins_a_new_wait(now: str, status: str, folder: Folder) -> None:
    folder.write(a_txt=THANKS, b_txt=FOLLOW_UP, c_eml=ANSWER.format("It takes another week."))
    (row,) = folder.rows(now)
    assert (row["status"], row["answered"], row["followed_up"]) == (status, "2026-05-22", [])


@pytest.mark.parametrize(
    ("text", "ended"),
    [
        ("We have decided to move forward with another candidate.", "declined"),
        ("I regret to inform you that the role has been filled.", "declined"),
    ],
)
def test_their_no_closes_it(text: str, ended: str, folder: Folder) -> None:
    (row,) = folder.write(a_txt=THANKS, c_eml=ANSWER.format(text)).rows("2026-06-30")
    assert (row["status"], row["ended"], row["next"]) == ("closed", ended, None)


def test_so_does_an_answer_to_it(folder: Folder) -> None:
    reply = FOLLOW_UP.replace("follow-up", "rejection-reply")
    (row,) = folder.write(a_txt=THANKS, b_txt=reply).rows("2026-06-30")
    assert (row["status"], row["ended"]) == ("closed", "declined")


def test_messages_noted_in_a_draft_count(folder: Folder) -> None:
    noted = FOLLOW_UP.replace("Date: 2026-05-20", "Interview-Date: 2026-05-12\nSent: 2026-05-13")
    (row,) = folder.write(a_txt=noted).rows("2026-05-19")
    assert (row["status"], row["thanked"], row["drafts"]) == ("due", "2026-05-13", ["a.txt"])


def test_the_table(folder: Folder) -> None:
    other = THANKS.replace("Harrow", "Zenith").replace("harrow", "zenith").replace("Ana", "Ben")
    folder.write(a_txt=THANKS, b_txt=other.replace("05-12", "05-05"))
    assert folder.run("--now", "2026-05-18", ".") == (
        0,
        "application        interviewed  thanked     follow-ups  answered  status   next\n"
        "Zenith (Ben Berg)  2026-05-05   2026-05-05  -           -         due"
        "      follow-up, until Tue 2026-05-19 18:00\n"
        "Harrow (Ana Berg)  2026-05-12   2026-05-12  -           -         thanked"
        "  follow-up, from Tue 2026-05-19 09:00\n",
    )


def test_one_company_two_roles(folder: Folder) -> None:
    folder.write(a_txt=THANKS, b_txt=THANKS.replace("Role: Kiln hand", "Role: Cook"))
    assert [row["role"] for row in folder.rows("2026-05-13")] == ["Kiln hand", "Cook"]


def test_the_order_of_files_does_not_show(folder: Folder) -> None:
    folder.write(a_txt=THANKS, b_txt=FOLLOW_UP, c_eml=ANSWER.format("It takes a week."))
    rows = folder.rows("2026-05-25", "a.txt", "b.txt", "c.eml")
    assert folder.rows("2026-05-25", "c.eml", "b.txt", "a.txt") == rows


def test_what_is_no_application(folder: Folder) -> None:
    folder.write(a_txt="Thank you.\n", b_txt="\n")
    status, out = folder.run(".")
    assert (status, out[:20]) == (0, "no applications here")


def test_what_cannot_be_read_is_told(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    folder.write(a_txt=THANKS)
    (folder.path / "b.txt").write_bytes(b"\xff\xfe\xff")
    assert main(["status", "--isolated", "--now", "2026-05-13", "a.txt", "b.txt", "c.txt"]) == 2
    found = capsys.readouterr()
    assert "Harrow" in found.out
    assert "b.txt" in found.err
    assert "c.txt: no such file" in found.err


@pytest.mark.parametrize(
    ("given", "says"),
    [(["--now", "soon", "."], "no date"), ([], "PATHS"), (["--output-format", "xml", "."], "xml")],
)
def test_wrong_usage(given: list[str], says: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["status", *given]) == 2
    assert says in capsys.readouterr().err


def test_a_name_cannot_steer_the_terminal(folder: Folder) -> None:
    folder.write(a_txt=THANKS.replace("Company: Harrow", "Company: Har\x1b[2Jrow"))
    status, out = folder.run("--now", "2026-05-13", ".")
    assert status == 0
    assert "\x1b" not in out
