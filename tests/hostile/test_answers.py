"""Whatever a draft is, there is an answer, or one clear message and status 2."""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from followlint.cli import main
from followlint.limits import MOST_BYTES, MOST_TEXT, MOST_WRITTEN
from followlint.linter import Linter, Report
from followlint.mail import read_bytes
from followlint.text import Source, UnreadableError

sys.path.insert(0, str(Path(__file__).parent))
from drafts import HEAD, TAIL, TEXTS, nested

NOISE = random.Random(9).randbytes(20_000)
#: What is no draft, and the words in which that is told.
NONE = {
    "nothing": (b"", "the draft is empty"),
    "white space": (b" \r\n\t\x0b\x0c\xc2\xa0\n" * 50, "the draft is empty"),
    "a lone mark": (b"\xef\xbb\xbf", "the draft is empty"),
    "a lone UTF-16 mark": (b"\xff\xfe", "the draft is empty"),
    "a lone UTF-32 mark": (b"\xff\xfe\x00\x00", "the draft is empty"),
    "noise": (NOISE, "not UTF-8 text"),
    "NULs": (b"\0" * 5_000, "holds a NUL at offset 0"),
    "a NUL in the text": (b"Dear Ana,\n\0\nThank you.", "holds a NUL at offset 10"),
    "UTF-16 without a mark": ("Dear Ana".encode("utf-16-le"), "holds a NUL"),
    "UTF-32 without a mark": ("Dear Ana".encode("utf-32-be"), "holds a NUL"),
    "half a UTF-16 character": (b"\xff\xfeD\x00\x00", "not UTF-16 text"),
    "a lone surrogate in UTF-16": (b"\xff\xfe\x00\xd8A\x00", "not UTF-16 text"),
    "a lone surrogate in UTF-8": (b"Dear \xed\xa0\x80", "not UTF-8 text"),
    "UTF-32 beyond Unicode": (b"\xff\xfe\x00\x00\x00\x00\x11\x00", "not UTF-32 text"),
    "overlong UTF-8": (b"Dear \xc0\xaf", "not UTF-8 text"),
    "an old code page": ("Grüße".encode("latin-1"), "not UTF-8 text"),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "not UTF-8 text"),
    "a program": (b"\x7fELF\x02\x01\x01" + b"\0" * 50, "holds a NUL"),
    "100 MB": (b"a" * 100_000_000, f"more than {MOST_BYTES:,} bytes"),
    "a novel in a draft": (b"We met. " * 30_000, f"more than {MOST_WRITTEN:,} characters of new"),
    "a library": (b"a\n" * 600_000, f"more than {MOST_TEXT:,} characters"),
    "a library, quoted": (b"> a\n" * 300_000, f"more than {MOST_TEXT:,} characters"),
}


def judged(linter: Linter, name: str, data: bytes) -> Report:
    try:
        return linter.lint_email(read_bytes(name, data))
    except UnreadableError as error:
        return linter.lint_broken(name, error.reason)


@pytest.fixture
def run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., tuple[int, str, str]]:
    """Run the command line in a folder of its own; returns status, stdout and stderr."""
    monkeypatch.chdir(tmp_path)

    def go(*arguments: str) -> tuple[int, str, str]:
        status = main(["check", "--isolated", "--no-cache", *arguments])
        out, err = capsys.readouterr()
        return status, out, err

    return go


@pytest.mark.parametrize("name", NONE)
def test_what_is_no_draft(name: str, linter: Linter) -> None:
    data, reason = NONE[name]
    report = judged(linter, "draft.txt", data)
    assert [finding.code for finding in report.findings] == ["FL901"]
    assert len(report.failures) == 1
    assert reason in report.failures[0]


@pytest.mark.parametrize("name", NONE)
def test_it_is_told_in_a_line_and_by_the_status(
    name: str, run: Callable[..., tuple[int, str, str]]
) -> None:
    data, reason = NONE[name]
    Path("draft.txt").write_bytes(data)
    status, out, err = run("draft.txt", "--fix")
    assert status == 2
    assert out.startswith("draft.txt:1:1: FL901 cannot be checked: ")
    assert err.splitlines()[0].startswith("followlint: draft.txt: ")
    assert reason in err.splitlines()[0]
    assert "Traceback" not in err
    assert Path("draft.txt").read_bytes() == data


def test_half_a_character_from_a_program(linter: Linter) -> None:
    report = linter.lint(Source("draft.txt", "Dear Ana,\n\nThank \ud800 you."))
    assert [finding.code for finding in report.findings] == ["FL901"]


class TestByName:
    """The inputs that were asked for by name and size."""

    def test_400_000_letters_on_a_line(self, linter: Linter) -> None:
        report = judged(linter, "draft.txt", b"a" * 400_000)
        assert report.failures == (
            "larger than any email: more than 200,000 characters of new text",
        )

    def test_as_many_letters_as_are_read(self, linter: Linter) -> None:
        size = MOST_WRITTEN - len(HEAD) - len(TAIL)
        report = judged(linter, "draft.txt", TEXTS["one word"](size))
        assert report.failures == ()

    def test_200_000_blank_lines(self, linter: Linter) -> None:
        report = judged(linter, "draft.txt", TEXTS["blank lines"](200_000))
        assert report.failures == ()
        assert "FL301" in {finding.code for finding in report.findings}

    def test_ten_thousand_thanks(self, linter: Linter) -> None:
        report = judged(linter, "draft.txt", TEXTS["thanks"](10_000 * len("thank you for ")))
        assert report.failures == ()
        assert "FL101" in {finding.code for finding in report.findings}

    def test_50_000_brackets(self, linter: Linter) -> None:
        report = judged(linter, "draft.txt", TEXTS["opening brackets"](50_000))
        assert report.failures == ()

    def test_300_parts_within_one_another(self, linter: Linter) -> None:
        report = judged(linter, "draft.eml", nested(300))
        assert report.failures == ()
        assert "Thank you for the tour." in report.source.text

    def test_30_000_parts_within_one_another(self, linter: Linter) -> None:
        report = judged(linter, "draft.eml", nested(30_000))
        assert len(report.failures) == 1
        assert "nested too deeply" in report.failures[0]


#: Messages that are broken somewhere and hold a text all the same.
BROKEN = {
    "a boundary that is nowhere": b"Content-Type: multipart/mixed; boundary=zz\n\nDear Ana,\n",
    "no boundary": b"Content-Type: multipart/mixed\n\n--a\n\nDear Ana,\n--a--\n",
    "a boundary of brackets": b'Content-Type: multipart/mixed; boundary="(.*)+$"\n\n--(.*)+$\n\n'
    b"Dear Ana,\n--(.*)+$--\n",
    "a boundary that never ends": b"Content-Type: multipart/mixed; boundary=a\n\n--a\n\nDear Ana,",
    "the boundary of the part around": b"Content-Type: multipart/mixed; boundary=a\n\n--a\n"
    b"Content-Type: multipart/mixed; boundary=a\n\n--a\n\nDear Ana,\n--a--\n--a--\n",
    "an unknown charset": b"Content-Type: text/plain; charset=klingon\n\nDear Ana,\n",
    "a charset that runs code": b"Content-Type: text/plain; charset=unicode_escape\n\nDear Ana,\n",
    "a charset that packs": b"Content-Type: text/plain; charset=zlib\n\nDear Ana,\n",
    "a wrong charset": b"Content-Type: text/plain; charset=utf-8\n\nDear Ana, \xff\xfe\n",
    "a charset of NULs": b'Content-Type: text/plain; charset="utf\0-8"\n\nDear Ana,\n',
    "broken base64": b"Content-Transfer-Encoding: base64\n\nRGVhciBBbmEs*\n",
    "an unknown encoding": b"Content-Transfer-Encoding: uuuu\n\nDear Ana,\n",
    "broken encoded words": b"Subject: =?utf-8?b?!!?= =?x?q?=?= =?utf-8?z?a?=\n\nDear Ana,\n",
    "a type that is none": b"Content-Type: ///;;==\n\nDear Ana,\n",
    "headers twice": b"Content-Type: text/plain\nContent-Type: text/html\n\nDear Ana,\n",
    "an injected header": b"Subject: a\r\rBcc: eve@example.org\n\nDear Ana,\n",
    "an injected header, encoded": b"Subject: =?utf-8?q?a=0ABcc=3A_eve?=\n\nDear Ana,\n",
    "a mailbox's line": b"From eve Tue May 12\nSubject: a\n\nDear Ana,\n",
}


@pytest.mark.parametrize("name", BROKEN)
def test_broken_messages(name: str, linter: Linter) -> None:
    report = judged(linter, "draft.eml", b"X-A: b\n" + BROKEN[name])
    assert report.failures == ()
    assert "Dear Ana" in report.source.text


def test_no_header_is_made_of_a_value(linter: Linter) -> None:
    for name in ("an injected header", "an injected header, encoded"):
        email = read_bytes("draft.eml", BROKEN[name])
        assert email.headers.get("Bcc") is None, name


YAML = {
    "anchors": "kind: &a follow-up\nrole: *a",
    "a bomb": "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]",
    "a tag": "kind: !!python/object/apply:os.system [echo]",
    "no end of lists": "kind: " + "[" * 50_000,
    "no end of closed lists": "kind: " + "[" * 20_000 + "]" * 20_000,
    "no end of mappings": "kind: " + "{a: " * 20_000,
    "no end of indents": "\n".join(" " * n + "a:" for n in range(500)),
    "a control": "kind: \x07",
    "a key twice": "kind: follow-up\nkind: follow-up",
}


@pytest.mark.parametrize("name", YAML)
def test_hostile_front_matter(name: str, linter: Linter) -> None:
    """It is told, and the text below it judged all the same."""
    text = f"---\n{YAML[name]}\n---\n\nDear Ana,\n\nYou rock 😀\n"
    report = judged(linter, "draft.md", text.encode())
    assert report.failures == ()
    assert "FL201" in {finding.code for finding in report.findings}
    if name != "no end of indents":  # a stack of keys that nobody knows is other tools' business
        assert "FL903" in {finding.code for finding in report.findings}
