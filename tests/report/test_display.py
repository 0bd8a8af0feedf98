"""The options of the command line that say how findings are shown, and where."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from followlint.report import FORMATS

DRAFT = "Subject: Tuesday\n\nDear Ana,\n\nThank you for Tuesday 😀\n\nBest regards,\nTom Reed\n"
SMILE = "draft.txt:5:23: FL201 emoji “grinning face”\n"
LINE = "    Thank you for Tuesday 😀\n                          ^^\n"


Run = Callable[..., Any]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder with one draft that smiles."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    Path("draft.txt").write_text(DRAFT, encoding="utf-8")
    return tmp_path


@pytest.fixture
def run(invoke: Run) -> Run:
    return lambda *arguments: invoke("--select", "emoji", *arguments, "draft.txt")


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_runs(name: str, run: Run) -> None:
    status, out, err = run("--output-format", name)
    assert (status, err) == (1, "")
    assert "FL201" in out
    assert ("grinning" in out) is not FORMATS[name].public


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--output-format", "json"], "emoji “grinning face”"),
        (["--output-format", "json", "--redact"], "An emoji stands in the email."),
        (["--output-format", "json", "--no-redact"], "emoji “grinning face”"),
    ],
)
def test_redact(options: list[str], message: str, run: Run) -> None:
    assert json.loads(run(*options).out)[0]["message"] == message


def test_no_redact_for_a_public_format(run: Run) -> None:
    out = run("--output-format", "gitlab", "--no-redact").out
    assert json.loads(out)[0]["description"] == "FL201 emoji “grinning face”"


def test_full_redacted_shows_no_line(run: Run) -> None:
    out = run("--output-format", "full", "--redact").out
    assert "Tuesday" not in out
    assert out.startswith("draft.txt:5:23: FL201 An emoji stands in the email.\n    ")


class TestFormat:
    def test_a_template(self, run: Run) -> None:
        outcome = run("--format", "%(path)s|%(row)d|%(col)d|%(code)s|%(text)s")
        assert outcome == (1, "draft.txt|5|23|FL201|emoji “grinning face”\n", "")

    def test_a_name(self, run: Run) -> None:
        assert run("--format", "jsonl") == run("--output-format", "jsonl")

    @pytest.mark.parametrize(
        ("template", "said"),
        [
            ("xml", "'xml' is neither a template such as"),
            ("%(rwo)d", "unknown name 'rwo'; did you mean 'row'?"),
            ("%(path)d", "is no template"),
        ],
    )
    def test_a_wrong_one(self, template: str, said: str, run: Run) -> None:
        status, out, err = run("--format", template)
        assert (status, out) == (2, "")
        assert said in err
        assert "Traceback" not in err


class TestShowSource:
    def test_text(self, run: Run) -> None:
        assert run("--show-source").out == SMILE + LINE

    def test_full_does_so_anyway(self, run: Run) -> None:
        full = ("--output-format", "full")
        assert run(*full, "--show-source") == run(*full)

    @pytest.mark.parametrize(
        ("options", "said"),
        [
            (["--output-format", "json"], "no place for source lines"),
            (["--output-format", "html"], "no place for source lines"),
            (["--redact"], "shows what --redact leaves out"),
        ],
    )
    def test_at_odds(self, options: list[str], said: str, run: Run) -> None:
        status, out, err = run("--show-source", *options)
        assert (status, out) == (2, "")
        assert said in err


class TestOutputFile:
    def test_written(self, run: Run) -> None:
        assert run("--output-file", "r.txt", "--count") == (1, "", "1\n")
        assert Path("r.txt").read_text(encoding="utf-8") == SMILE

    @pytest.mark.parametrize("place", ["no/r.txt", "."])
    def test_not_writable(self, place: str, run: Run) -> None:
        status, out, err = run("--output-file", place, "--exit-zero")
        assert (status, out) == (2, "")
        assert err.startswith(f"followlint: {place}: cannot be written: ")
        assert err.count("\n") == 1

    @pytest.mark.parametrize("options", [("--output-file",), ("--diff", "--output-file")])
    def test_never_over_a_draft(self, options: tuple[str, ...], run: Run) -> None:
        Path("link.txt").symlink_to("draft.txt")
        for name in ("draft.txt", "./draft.txt", "link.txt"):
            status, out, err = run(*options, name)
            assert (status, out) == (2, "")
            assert f"--output-file: {Path(name)} is one of the drafts" in err
            assert Path("draft.txt").read_text(encoding="utf-8") == DRAFT

    def test_nothing_found_is_written_too(self, run: Run) -> None:
        Path("r.json").write_text("old", encoding="utf-8")
        Path("draft.txt").write_text(DRAFT.replace(" 😀", "."), encoding="utf-8")
        assert run("--output-format", "json", "--output-file", "r.json") == (0, "", "")
        assert Path("r.json").read_text(encoding="utf-8") == "[]\n"


class TestCount:
    def test_on_stderr_before_the_statistics(self, run: Run) -> None:
        outcome = run("--count", "--statistics")
        assert outcome == (1, SMILE, "1\n    1  FL201 emoji\n")

    def test_none(self, run: Run) -> None:
        Path("draft.txt").write_text(DRAFT.replace(" 😀", "."), encoding="utf-8")
        assert run("--count") == (0, "", "0\n")


class TestColour:
    @pytest.mark.parametrize("name", ["text", "full", "grouped"])
    def test_always(self, name: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("NO_COLOR", "1")  # what is typed goes before what is set
        assert "\x1b[31mFL201" in run("--output-format", name, "--color", "always").out

    @pytest.mark.parametrize("name", ["json", "sarif", "github", "html", "junit"])
    def test_never_in_what_programs_read(self, name: str, run: Run) -> None:
        assert "\x1b" not in run("--output-format", name, "--color", "always").out

    def test_not_in_a_pipe(self, run: Run) -> None:
        assert "\x1b" not in run("--output-format", "full").out

    @pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
    @pytest.mark.parametrize(
        ("options", "environment", "coloured"),
        [
            pytest.param([], {}, True, id="a terminal"),
            pytest.param(["--color", "never"], {}, False, id="never"),
            pytest.param([], {"NO_COLOR": "1"}, False, id="NO_COLOR"),
            pytest.param([], {"NO_COLOR": ""}, True, id="NO_COLOR that is empty"),
            pytest.param([], {"TERM": "dumb"}, False, id="a terminal without colours"),
        ],
    )
    def test_auto(self, options: list[str], environment: dict[str, str], coloured: bool) -> None:
        import pty

        ours, theirs = pty.openpty()
        command = [sys.executable, "-m", "followlint", "--select", "emoji", *options, "draft.txt"]
        done = subprocess.run(
            [*command, "--output-format", "full"],
            stdout=theirs,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONUTF8": "1", **environment},
        )
        os.close(theirs)
        shown = os.read(ours, 65536).decode()
        os.close(ours)
        assert (done.returncode, done.stderr) == (1, b"")
        assert "FL201" in shown
        assert ("\x1b[" in shown) is coloured
