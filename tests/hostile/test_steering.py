"""Drafts that are out to steer a terminal, forge a header or hide a letter, in all that is printed.

Escape sequences, overrides of the reading direction, characters without a width and line breaks
within header fields: in names, companies, subjects and the text. What must be exact to the letter
(`body`, `fill`, `--diff`, what --fix puts out) hands them on; nothing else does.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest

from followlint.cli import main
from followlint.mail import read_bytes
from followlint.report import FORMATS

#: What moves a cursor, breaks a line or turns the text round.
STEERS = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
#: What has no width, where a line is printed.
UNSEEN = re.compile("[\u200b\u2060\ufeff]")
TEXT = (
    "Dear A\u202ena\u200b,\n\nThank you for the to\u200bur\u202e gnp.exe \x1b[2J\x9b31m and "
    "the\u2066 \u2028 role\x85 we dis\ufeffcussed, te\u2060am 😀.\n\nBest,\nTom\n"
)
DRAFTS = {
    "evil.txt": (
        "Subject: a\x1b[31m\u202eb\u200b\nTo: A\x1b]0;x\x07na\u202e <a@b.c>\nKind: follow-up\n"
        "Company: Red\u202ewood\x1b[2J\u200b\nInterview-Date: 2026-05-12\n\n" + TEXT
    ),
    "evil.md": (
        '---\nkind: follow-up\ncompany: "Red\\e[2Jwood\\u202e\\nBcc: eve@b.c"\n'
        'role: "a\\u200bb\\x07"\n---\n\n' + TEXT
    ),
    "evil.eml": (
        "From: Tom\nSubject: =?utf-8?q?a=0D=0ABcc=3A_eve=40b=2Ec=1B[31m=E2=80=AE?=\n"
        "To: =?utf-8?b?G1szMW1BbmENCkJjYzogZXZlQGIuYw==?= <a@b.c>\n"
        "X-Followlint-Company: =?utf-8?q?Red=1B[2Jwood=E2=80=AE=E2=80=8B?=\n"
        "X-Followlint-Kind: follow-up\nX-Followlint-Interview-Date: 2026-05-12\n"
        "Content-Type: text/plain; charset=utf-8\n\n" + TEXT.replace("\x85", "")
    ),
}
#: Rules that are quick, and quote what they find.
CHEAP = ["--isolated", "--no-cache", "--select", "FL201,FL406,FL502,FL503,FL508,FL509"]
#: Formats that are lines for people to read.
LINES = {"text", "full", "grouped", "github"}
Outcome = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(folder: Path, capsys: pytest.CaptureFixture[str]) -> Outcome:
    for name, text in DRAFTS.items():
        (folder / name).write_bytes(text.encode())

    def go(*arguments: str) -> tuple[int, str, str]:
        status = main(list(arguments))
        return status, *capsys.readouterr()

    return go


def steering(text: str) -> list[str]:
    return STEERS.findall(text.replace("\r\n", "\n"))


@pytest.mark.parametrize("redact", ["--redact", "--no-redact"])
@pytest.mark.parametrize("form", FORMATS)
def test_findings(form: str, redact: str, run: Outcome) -> None:
    status, out, err = run("check", *CHEAP, "--output-format", form, redact, *DRAFTS)
    assert (status, err) == (1, "")
    assert steering(out) == []
    assert form not in LINES or UNSEEN.findall(out) == []
    for name in DRAFTS:
        assert name in out
    if form in ("json", "sarif", "gitlab", "rdjson"):
        json.loads(out)
    if form == "junit":
        ElementTree.fromstring(out)


def test_they_are_themselves_found(run: Outcome) -> None:
    _, out, _ = run("check", *CHEAP, "--select", "FL406", "--output-format", "json", *DRAFTS)
    found = {(item["filename"], item["message"].rpartition(": ")[2]) for item in json.loads(out)}
    for name in DRAFTS:
        for what in ("zero width space", "right-to-left override", "left-to-right isolate"):
            assert (name, what) in found


def test_the_source_lines(run: Outcome) -> None:
    for form in ("text", "full"):
        _, out, _ = run("check", *CHEAP, "--show-source", "--output-format", form, *DRAFTS)
        assert "gnp.exe" in out
        assert steering(out) + UNSEEN.findall(out) == []


@pytest.mark.parametrize("form", ["text", "json"])
def test_applications(form: str, run: Outcome) -> None:
    status, out, err = run("status", "--isolated", "--output-format", form, *DRAFTS)
    assert (status, err) == (0, "")
    assert "wood" in out
    assert steering(out) == []
    if form == "text":  # a row a draft, and the head
        assert len(out.splitlines()) <= 1 + len(DRAFTS)
        assert UNSEEN.findall(out) == []


@pytest.mark.parametrize("name", DRAFTS)
def test_what_is_understood(name: str, run: Outcome) -> None:
    status, out, err = run("inspect", "--isolated", name)
    assert (status, err) == (0, "")
    assert "gnp.exe" in out
    assert steering(out) + UNSEEN.findall(out) == []


def test_what_is_ignored(run: Outcome) -> None:
    """Neither the notice nor the file of ignores steers, nor holds a word of the draft."""
    reason = "a\x1b[2J\nb"
    status, out, err = run("ignore", "evil.txt:9", "FL201", "--reason", reason)
    assert (status, out) == (0, ""), err
    assert steering(err) == []
    kept = Path("followlint-ignores.toml").read_text(encoding="utf-8")
    assert steering(kept) == []
    assert "gnp" not in kept
    assert run("check", "--no-cache", "--select", "FL201", "evil.txt") == (0, "", "")


@pytest.mark.parametrize("name", DRAFTS)
def test_no_header_is_forged(name: str) -> None:
    """A break within a field makes no field: neither in what is read nor in what would be sent."""
    email = read_bytes(name, DRAFTS[name].encode())
    assert email.headers.get("Bcc") is None
    assert "Bcc" not in email.outgoing
    assert "eve@b.c" not in email.outgoing


def test_what_is_exact_is_exact(run: Outcome) -> None:
    status, out, err = run("body", "evil.txt")
    assert (status, err) == (0, "")
    assert TEXT.strip() in out
