"""`--fix`, `--diff` and `--unsafe-fixes` on the command line."""

from __future__ import annotations

import codecs
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

FAULTY = """\
Subject: Our hour on tuesday

Dear Ana,

Thank you for the the hour on Tuesday 😀
I red the handbook.

Best regards,
Tom Reed
"""
MENDED = FAULTY.replace("tuesday", "Tuesday").replace("the the", "the").replace(" 😀", "")
CLEAN = MENDED.replace("red", "read")
#: As a mail server has signed it on its way.
SIGNED = f"DKIM-Signature: v=1; a=rsa-sha256; b=\n{FAULTY}"
RULES = ("--isolated", "--select", "emoji,repeated-word,typography,wrong-word")
LEFT = "6:3: FL402 “red” should be “read”\n"
#: A blank at the end of a line stands as "|".
DIFF = """\
--- draft.txt
+++ draft.txt
@@ -1,8 +1,8 @@
-Subject: Our hour on tuesday
+Subject: Our hour on Tuesday
|
 Dear Ana,
|
-Thank you for the the hour on Tuesday 😀
+Thank you for the hour on Tuesday
 I red the handbook.
|
 Best regards,
""".replace("|\n", " \n")


Run = Callable[..., Any]


@pytest.fixture
def run(folder: Path, invoke: Run) -> Run:
    """Run the command in an empty folder."""
    return lambda *arguments: invoke(*RULES, *arguments)


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.txt"
    path.write_text(FAULTY, encoding="utf-8", newline="")
    return path


def piped(given: bytes, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "followlint", *RULES, *arguments],
        input=given,
        capture_output=True,
        env={**os.environ, "PYTHONUTF8": "1"},
    )


class TestFix:
    def test_what_is_left_is_reported(self, run: Run, draft: Path) -> None:
        assert run("--fix", "draft.txt") == (
            1,
            f"draft.txt:{LEFT}",
            "followlint: fixed: 3, left: 1 (1 more with --unsafe-fixes)\n",
        )
        assert draft.read_text(encoding="utf-8") == MENDED

    def test_guesses_too(self, run: Run, draft: Path) -> None:
        expected = (0, "", "followlint: fixed: 4, left: 0\n")
        assert run("--fix", "--unsafe-fixes", "draft.txt") == expected
        assert draft.read_text(encoding="utf-8") == CLEAN

    def test_a_second_run_changes_nothing(self, run: Run, draft: Path) -> None:
        run("--fix", "draft.txt")
        first = draft.stat()
        assert run("--fix", "draft.txt").status == 1
        assert draft.stat() == first
        assert draft.read_text(encoding="utf-8") == MENDED

    def test_a_clean_draft_is_not_touched(self, run: Run, draft: Path) -> None:
        draft.write_text(CLEAN, encoding="utf-8")
        before = draft.stat()
        assert run("--fix", "draft.txt") == (0, "", "")
        after = draft.stat()
        assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)

    @pytest.mark.parametrize("option", [(), ("--unsafe-fixes",)], ids=["", "guesses alone"])
    def test_nothing_is_written_unasked(
        self, run: Run, draft: Path, option: tuple[str, ...]
    ) -> None:
        outcome = run(*option, "draft.txt")
        assert (outcome.status, outcome.out.count("\n"), outcome.err) == (1, 4, "")
        assert draft.read_text(encoding="utf-8") == FAULTY

    def test_only_chosen_rules_mend(self, run: Run, draft: Path) -> None:
        run("--fix", "--ignore", "emoji,repeated-word", "draft.txt")
        assert draft.read_text(encoding="utf-8") == FAULTY.replace("tuesday", "Tuesday")

    @pytest.mark.parametrize(
        ("mark", "encoding"),
        [
            (b"", "utf-8"),
            (codecs.BOM_UTF8, "utf-8"),
            (codecs.BOM_UTF16_LE, "utf-16-le"),
            (codecs.BOM_UTF32_BE, "utf-32-be"),
        ],
    )
    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["unix", "windows", "mac"])
    def test_encoding_and_line_ends_stay(
        self, run: Run, draft: Path, mark: bytes, encoding: str, end: str
    ) -> None:
        draft.write_bytes(mark + FAULTY.replace("\n", end).encode(encoding))
        assert run("--fix", "draft.txt").status == 1
        assert draft.read_bytes() == mark + MENDED.replace("\n", end).encode(encoding)

    def test_json_is_of_what_is_left(self, run: Run, draft: Path) -> None:
        (item,) = json.loads(run("--fix", "--output-format", "json", "draft.txt").out)
        assert item["fix"] == {
            "applicability": "unsafe",
            "message": "Replace with “read”",
            "edits": [
                {
                    "content": "read",
                    "location": {"row": 6, "column": 3},
                    "end_location": {"row": 6, "column": 6},
                }
            ],
        }

    def test_json_says_what_would_be_safe(self, run: Run, draft: Path) -> None:
        items = json.loads(run("--output-format", "json", "draft.txt").out)
        assert [item["fix"]["applicability"] for item in items] == ["safe"] * 3 + ["unsafe"]
        removed = items[2]["fix"]
        assert removed["message"] == "Remove"
        assert removed["edits"][0]["location"] == {"row": 5, "column": 38}
        assert removed["edits"][0]["end_location"] == {"row": 5, "column": 40}

    def test_a_file_that_cannot_be_written(
        self, run: Run, draft: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(os, "access", lambda *_: False)
        outcome = run("--fix", "draft.txt")
        assert (outcome.status, outcome.out.count("\n")) == (2, 4)
        assert outcome.err.startswith(
            "followlint: draft.txt: not fixed: the file is read-only\nfollowlint: fixed: 0, left: 4"
        )
        assert draft.read_text(encoding="utf-8") == FAULTY

    def test_a_saved_message_is_mended(self, run: Run, draft: Path) -> None:
        draft.rename("sent.eml")
        assert run("--fix", "sent.eml").out == f"sent.eml:{LEFT}"
        assert Path("sent.eml").read_text(encoding="utf-8") == MENDED

    def test_a_saved_message_that_is_signed_is_refused(self, run: Run, draft: Path) -> None:
        Path("sent.eml").write_text(SIGNED, encoding="utf-8", newline="")
        outcome = run("--fix", "sent.eml")
        assert outcome.status == 2
        assert "sent.eml: not fixed: the message is signed" in outcome.err
        assert outcome.out.count("sent.eml:") == 4
        assert Path("sent.eml").read_text(encoding="utf-8") == SIGNED

    def test_one_draft_that_fails_takes_no_other_along(self, run: Run, draft: Path) -> None:
        Path("broken.txt").write_bytes(b"\xff")
        assert run("--fix", "broken.txt", "draft.txt").status == 2
        assert draft.read_text(encoding="utf-8") == MENDED
        assert Path("broken.txt").read_bytes() == b"\xff"


class TestDiff:
    @pytest.mark.parametrize("option", [(), ("--fix",)], ids=["alone", "with --fix"])
    def test_a_diff_is_shown_and_nothing_written(
        self, run: Run, draft: Path, option: tuple[str, ...]
    ) -> None:
        assert run("--diff", *option, "draft.txt") == (
            1,
            DIFF,
            "followlint: to fix: 3, left: 1 (1 more with --unsafe-fixes)\n",
        )
        assert draft.read_text(encoding="utf-8") == FAULTY

    @pytest.mark.parametrize(
        ("text", "options", "status"),
        [
            pytest.param(CLEAN, (), 0, id="nothing at all"),
            pytest.param(MENDED, (), 1, id="a finding that is left"),
            pytest.param(FAULTY, ("--unsafe-fixes",), 1, id="nothing would be left"),
            pytest.param(FAULTY, ("--exit-zero",), 0, id="forgiven"),
        ],
    )
    def test_status(
        self, run: Run, draft: Path, text: str, options: tuple[str, ...], status: int
    ) -> None:
        draft.write_text(text, encoding="utf-8")
        assert run("--diff", *options, "draft.txt").status == status

    def test_no_draft(self, run: Run) -> None:
        assert run("--diff", "draft.txt").status == 2

    def test_several(self, run: Run, draft: Path) -> None:
        Path("a.txt").write_text(CLEAN, encoding="utf-8")
        Path("b.txt").write_text(FAULTY, encoding="utf-8")
        assert run("--diff", "a.txt", "b.txt", "draft.txt").out == (
            DIFF.replace("draft.txt", "b.txt") + DIFF
        )

    def test_into_a_file(self, run: Run, draft: Path) -> None:
        outcome = run("--diff", "--output-file", "fix.patch", "--quiet", "--count", "draft.txt")
        assert outcome == (1, "", "1\n")
        assert Path("fix.patch").read_text(encoding="utf-8") == DIFF

    def test_of_a_saved_message(self, run: Run, draft: Path) -> None:
        draft.rename("draft.eml")
        assert run("--diff", "draft.eml").out == DIFF.replace("draft.txt", "draft.eml")
        assert Path("draft.eml").read_text(encoding="utf-8") == FAULTY


class TestQuiet:
    def test_findings_are_told_and_what_was_mended_is_not(self, run: Run, draft: Path) -> None:
        assert run("--fix", "-q", "draft.txt") == (1, f"draft.txt:{LEFT}", "")

    def test_what_went_wrong_is_told(self, run: Run) -> None:
        assert (
            run("--fix", "--quiet", "no.txt").err == "followlint: no.txt: no such file or folder\n"
        )


class TestStandardInput:
    def test_a_saved_message(self) -> None:
        done = piped(FAULTY.encode(), "--fix", "--stdin-filename", "a.eml", "-")
        assert (done.returncode, done.stdout) == (1, MENDED.encode())

    def test_the_mended_draft_goes_out(self) -> None:
        done = piped(FAULTY.replace("\n", "\r\n").encode(), "--fix", "-")
        assert done.returncode == 1
        assert done.stdout == MENDED.replace("\n", "\r\n").encode()
        assert done.stderr.decode().splitlines()[0] == f"-:{LEFT.strip()}"

    def test_a_clean_draft_goes_out_as_it_came(self) -> None:
        done = piped(CLEAN.encode("utf-16"), "--fix", "-")
        assert (done.returncode, done.stdout, done.stderr) == (0, CLEAN.encode("utf-16"), b"")

    @pytest.mark.parametrize(
        ("given", "options"),
        [
            pytest.param(b"Dear \xff", (), id="no text"),
            pytest.param(b"", (), id="empty"),
            pytest.param(FAULTY.encode(), ("--select", "nonsense"), id="wrong usage"),
            pytest.param(SIGNED.encode(), ("--stdin-filename", "a.eml"), id="a signed message"),
        ],
    )
    def test_what_cannot_be_mended_goes_out_as_it_came(
        self, given: bytes, options: tuple[str, ...]
    ) -> None:
        done = piped(given, "--fix", *options, "-")
        assert (done.returncode, done.stdout) == (2, given)
        assert done.stderr

    def test_a_diff(self) -> None:
        done = piped(FAULTY.encode(), "--diff", "--stdin-filename", "draft.txt", "-")
        assert (done.returncode, done.stdout.decode()) == (1, DIFF)
