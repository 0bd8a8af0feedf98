"""What paths lead to: files, folders, mailboxes and their messages."""

from __future__ import annotations

import mailbox
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest

from followlint.cli import main
from followlint.drafts import DraftFile, NoDraftError, find_drafts
from followlint.mail import read_bytes

SMILING = "Dear Ana,\n\nThank you for Tuesday 😀.\n\nBest,\nTom\n"
#: Two messages, and a line of text that begins as the mark between them does.
MBOX = """\
From tom@example.org Tue May 12 10:02:33 2026
Subject: Thank you
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

Dear Ana,

From here on I wait: it was a good day.

>From the window I saw the sea.

From tom@example.org Tue May 19 10:02:33 2026
Subject: Again
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

Dear Ana 😀,
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(name: str, text: str = SMILING) -> str:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return name


def names(*paths: str) -> list[str]:
    return [item.name for item in found(*paths)]


def found(*paths: str) -> Iterator[DraftFile]:
    for item in find_drafts(paths):
        assert isinstance(item, DraftFile), item
        yield item


def errors(*paths: str) -> list[str]:
    return [str(item) for item in find_drafts(paths) if isinstance(item, NoDraftError)]


def maildir(name: str, *subjects: str) -> None:
    box = mailbox.Maildir(name, create=True)
    for subject in subjects:
        message = EmailMessage()
        message["Subject"] = subject
        message.set_content("Dear Ana,\n")
        box.add(message)


def test_every_kind_of_draft_below_a_folder() -> None:
    for name in ("b.txt", "a.md", "c.eml", "d.mbox", "e.pdf", ".f.txt", "g/h.TXT", ".i/j.txt"):
        write(f"all/{name}", MBOX if name.endswith("mbox") else SMILING)
    below = ["a.md", "b.txt", "c.eml", "d.mbox:1", "d.mbox:2", "g/h.TXT"]
    assert names("all") == [str(Path("all", name)) for name in below]


def test_messages_of_a_mailbox_stand_where_they_stand_in_it() -> None:
    first, second = found(write("sent.mbox", MBOX))
    assert (first.message, first.first_row, second.first_row) == (True, 1, 12)
    email = read_bytes(second.name, second.read(), message=True, first_row=second.first_row)
    assert email.source.position(email.text.index("😀")) == (17, 10)
    assert email.source.line(17) == "Dear Ana 😀,"


def test_a_line_of_text_begins_no_message() -> None:
    email = read_bytes("x", next(found(write("sent.mbox", MBOX))).read(), message=True)
    assert "\nFrom here on I wait" in email.outgoing
    assert "\nFrom the window" in email.outgoing


def test_the_library_reads_the_same_messages() -> None:
    box = mailbox.mbox("made.mbox")
    for subject in ("One", "Two", "Three"):
        message = EmailMessage()
        message["Subject"] = subject
        message.set_content("Dear Ana,\n\nFrom you I heard nothing.\n")
        box.add(message)
    box.close()
    emails = [read_bytes(f.name, f.read(), message=True) for f in found("made.mbox")]
    assert [email.headers.value("Subject") for email in emails] == ["One", "Two", "Three"]
    assert {email.outgoing.strip() for email in emails} == {
        "Dear Ana,\n\nFrom you I heard nothing."
    }


@pytest.mark.parametrize("name", ["Drafts", "Sent.mbox/mbox"], ids=["Thunderbird", "Apple Mail"])
def test_mailboxes_without_an_ending(name: str) -> None:
    assert names(write(name, MBOX)) == [f"{Path(name)}:1", f"{Path(name)}:2"]


def test_a_file_without_an_ending_that_is_no_mailbox() -> None:
    assert names(write("Draft", "From here on I wait.\n\nSubject: x\n")) == ["Draft"]


def test_a_mailbox_without_messages() -> None:
    assert errors(write("sent.mbox", "")) == ["sent.mbox: no messages in this mailbox"]


def test_a_message_is_named_by_its_number() -> None:
    write("sent.mbox", MBOX)
    assert names("sent.mbox:2") == ["sent.mbox:2"]
    assert errors("sent.mbox:3") == ["sent.mbox:3: no such file or folder"]
    assert errors("none.mbox:1") == ["none.mbox:1: no such file or folder"]


def test_a_maildir_is_read_in_the_order_of_delivery() -> None:
    maildir("box", "One", "Two", "Three")
    drafts = list(found("box"))
    assert [draft.name for draft in drafts] == ["box:1", "box:2", "box:3"]
    assert all(draft.message for draft in drafts)
    emails = [read_bytes(f.name, f.read(), message=f.message) for f in drafts]
    assert sorted(str(email.headers.value("Subject")) for email in emails) == [
        "One",
        "Three",
        "Two",
    ]


def test_a_maildir_below_a_folder_and_what_is_still_being_written() -> None:
    write("all/note.txt")
    maildir("all/box", "One")
    write("all/box/tmp/2.eml")
    assert names("all") == [f"{Path('all/box')}:1", str(Path("all/note.txt"))]


def test_a_draft_is_found_once() -> None:
    write("all/sent.mbox", MBOX)
    assert len(names("all", "all/sent.mbox", "all")) == 2


def test_a_locked_folder_is_said_and_takes_no_other_along(monkeypatch: pytest.MonkeyPatch) -> None:
    write("all/a.txt")
    write("all/locked/b.txt")
    look = Path.iterdir

    def refuse(path: Path) -> Iterator[Path]:
        if path.name == "locked":
            raise PermissionError(13, "Permission denied")
        return look(path)

    monkeypatch.setattr(Path, "iterdir", refuse)
    items = list(find_drafts(["all"]))
    first, second = str(Path("all/a.txt")), str(Path("all/locked"))
    assert [item.name for item in items if isinstance(item, DraftFile)] == [first]
    assert [str(item) for item in items if isinstance(item, NoDraftError)] == [
        f"{second}: cannot be read: Permission denied"
    ]


class TestCommands:
    def body(self, capfdbinary: pytest.CaptureFixture[bytes], *paths: str) -> tuple[int, bytes]:
        status = main(["body", *paths])
        return status, capfdbinary.readouterr().out

    @pytest.mark.parametrize(
        ("name", "text", "sent"),
        [
            ("a.txt", "Subject: x\nKind: follow-up\n\n" + SMILING, SMILING),
            ("a.txt", "\n" + SMILING, SMILING),
            ("a.md", "---\nsubject: x\n---\n\n" + SMILING, SMILING),
            (
                "a.txt",
                ("Subject: x\n\n" + SMILING).replace("\n", "\r\n"),
                SMILING.replace("\n", "\r\n"),
            ),
            ("a.txt", "Subject: x\n\n  Hi  \n\n> old\n", "  Hi  \n\n> old\n"),
            (
                "a.eml",
                "Subject: x\nContent-Type: text/plain; charset=utf-8\n"
                "Content-Transfer-Encoding: quoted-printable\n\n"
                "Caf=C3=A9 an=\nd tea =F0=9F=98=80\n",
                "Café and tea 😀\n",
            ),
            ("sent.mbox", MBOX[MBOX.index("From tom", 9) :], "Dear Ana 😀,\n"),
        ],
        ids=[
            "header block",
            "none",
            "front matter",
            "CRLF",
            "blanks and quotes",
            "mail",
            "mailbox",
        ],
    )
    def test_body(
        self, name: str, text: str, sent: str, capfdbinary: pytest.CaptureFixture[bytes]
    ) -> None:
        assert self.body(capfdbinary, write(name, text)) == (0, sent.encode())

    @pytest.mark.parametrize(
        ("path", "problem"),
        [
            ("none.txt", "none.txt: no such file or folder"),
            ("sent.mbox", "sent.mbox: holds 2 drafts; name one, such as sent.mbox:1"),
            ("no.eml", "no.eml: no mail headers on top, so it is no message"),
        ],
    )
    def test_no_body(self, path: str, problem: str, capsys: pytest.CaptureFixture[str]) -> None:
        write("sent.mbox", MBOX)
        write("no.eml")
        assert main(["body", path]) == 2
        assert capsys.readouterr() == ("", f"followlint: {problem}\n")

    def test_a_message_is_checked_in_its_place(self, capsys: pytest.CaptureFixture[str]) -> None:
        write("sent.mbox", MBOX)
        assert main(["--isolated", "--select", "emoji", "sent.mbox"]) == 1
        assert capsys.readouterr().out == "sent.mbox:2:17:10: FL201 emoji “grinning face”\n"

    def test_what_is_no_message_is_a_finding(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["--isolated", write("no.eml")]) == 2
        reason = "no mail headers on top, so it is no message"
        assert capsys.readouterr() == (
            f"no.eml:1:1: FL901 cannot be checked: {reason}\n",
            f"followlint: no.eml: {reason}\n",
        )

    def test_inspect_takes_a_message(self, capsys: pytest.CaptureFixture[str]) -> None:
        write("sent.mbox", MBOX)
        assert main(["inspect", "--isolated", "sent.mbox:2"]) == 0
        assert "greeting    Dear Ana 😀," in capsys.readouterr().out
