"""What a configuration says of a whole run, for which followlint it is, and the user's own one."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from followlint import __version__
from followlint.cli import main
from followlint.config import ConfigError, read_config
from followlint.config.version import VersionError, must_suit

DRAFT = "Subject: A\n\nDear Ana,\n\nThank you for the the tour 😀.\n"


Run = Callable[..., Any]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write("draft.txt", DRAFT)
    return tmp_path


def write(name: str, text: str) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def run(invoke: Run) -> Run:
    return lambda *arguments: invoke("--select", "emoji", *arguments)


class TestARun:
    def test_output_format(self, run: Run) -> None:
        write("followlint.toml", 'output-format = "json"\n')
        assert json.loads(run("draft.txt").out)[0]["code"] == "FL201"
        assert run("--output-format", "text", "draft.txt").out.startswith("draft.txt:5:")
        assert run("--isolated", "draft.txt").out.startswith("draft.txt:5:")

    def test_fail_on(self, run: Run) -> None:
        write("followlint.toml", 'fail-on = "error"\n[severity]\nemoji = "warning"\n')
        assert run("draft.txt").status == 0
        assert run("--fail-on", "warning", "draft.txt").status == 1

    def test_redact(self, run: Run) -> None:
        assert "grinning" in run("draft.txt").out
        write("followlint.toml", "redact = true\n")
        assert "grinning" not in run("draft.txt").out
        assert "grinning" in run("--no-redact", "draft.txt").out

    def test_fix(self, run: Run) -> None:
        path = write("followlint.toml", "fix = true\n")
        assert run("--no-fix", "draft.txt").status == 1
        assert Path("draft.txt").read_text(encoding="utf-8") == DRAFT
        assert run("--diff", "draft.txt").status == 1
        assert Path("draft.txt").read_text(encoding="utf-8") == DRAFT
        assert run("--write-baseline", "b.json", "draft.txt").status == 0
        assert run("draft.txt").err == "followlint: fixed: 1, left: 0\n"
        assert "😀" not in Path("draft.txt").read_text(encoding="utf-8")
        path.unlink()

    def test_unsafe_fixes(self, run: Run) -> None:
        write("draft.txt", DRAFT.replace("the the tour 😀.", "the adress."))
        select = ("--select", "misspelling", "--diff", "draft.txt")
        assert "unsafe-fixes" in run(*select).err
        write("followlint.toml", "unsafe-fixes = true\n")
        assert "to fix: 1" in run(*select).err
        assert "unsafe-fixes" in run(*select, "--no-unsafe-fixes").err

    def test_of_the_working_directory_not_of_the_draft(self, run: Run) -> None:
        write("deep/followlint.toml", 'output-format = "json"\n')
        write("deep/draft.txt", DRAFT)
        assert run("deep/draft.txt").out.startswith("deep/draft.txt:5:")

    def test_of_another_file(self, run: Run) -> None:
        write("other.toml", 'output-format = "json"\n')
        assert run("--config", "other.toml", "draft.txt").out.startswith("[")

    def test_of_a_file_that_is_extended(self, run: Run) -> None:
        write("base.toml", 'output-format = "json"\nredact = true\n')
        write("followlint.toml", 'extend = "base.toml"\nredact = false\n')
        outcome = run("draft.txt")
        assert "grinning" in json.loads(outcome.out)[0]["message"]

    def test_a_broken_file_is_told_once(self, run: Run) -> None:
        write("followlint.toml", 'output-format = "yaml"\n')
        outcome = run("draft.txt")
        assert (outcome.status, outcome.out) == (2, "")
        assert outcome.err.count("not one of: text, full") == 1

    def test_help_does_not_ask_for_it(self, run: Run) -> None:
        write("followlint.toml", "broken\n")
        assert main(["check", "--help"]) == 0

    @pytest.mark.parametrize(
        ("text", "problem"),
        [
            ('fail-on = "info"', "'fail-on' is 'info', not one of: warning, error"),
            ("fix = 1", "'fix' should be true or false"),
            ("output-format = []", "'output-format' should be a string"),
            ("unsafe-fix = true", "unknown key 'unsafe-fix'; did you mean 'unsafe-fixes'?"),
        ],
    )
    def test_what_means_nothing(self, text: str, problem: str) -> None:
        path = write("followlint.toml", f"{text}\n")
        with pytest.raises(ConfigError) as caught:
            read_config(path)
        assert str(caught.value) == f"{path}: {problem}"


class TestRequiredVersion:
    @pytest.mark.parametrize(
        "required", [">=0.3", "0.3", "==0.3.0", ">=0.2, <1", "<=0.3,!=0.4", ">0.2.9", " >= 0.3 "]
    )
    def test_what_is_met(self, required: str) -> None:
        must_suit(required, "0.3.0")

    @pytest.mark.parametrize("required", [">0.3", "0.3.1", ">=0.10", "<0.3", "!=0.3", ">=0.2,<0.3"])
    def test_what_is_not(self, required: str) -> None:
        with pytest.raises(VersionError, match=r"is asked for; this is followlint 0\.3\.0$"):
            must_suit(required, "0.3.0")

    @pytest.mark.parametrize("required", ["", ">=", "~=0.3", ">=0.3;", "now", ">=0.3 <1", "=0.3"])
    def test_what_cannot_be_read(self, required: str) -> None:
        with pytest.raises(VersionError, match="is no comparison of versions"):
            must_suit(required, "0.3.0")

    def test_it_is_said_before_anything_else(self, run: Run) -> None:
        path = write("followlint.toml", 'new-key = 1\nrequired-version = ">=9"\n')
        outcome = run("draft.txt")
        assert outcome.status == 2
        assert f"'>=9' is asked for; this is followlint {__version__}" in outcome.err
        assert "new-key" not in outcome.err
        path.write_text(f'required-version = "=={__version__}"\n', encoding="utf-8")
        assert run("draft.txt").status == 1

    def test_an_extended_file_asks_for_its_own(self, run: Run) -> None:
        base = write("base.toml", 'required-version = ">=9"\n')
        write("followlint.toml", f'extend = "base.toml"\nrequired-version = "{__version__}"\n')
        assert run("draft.txt").status == 2
        base.write_text(f'required-version = "{__version__}"\n', encoding="utf-8")
        assert run("draft.txt").status == 1


class TestTheUsersOwn:
    @pytest.fixture(autouse=True)
    def home(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
        write("home/followlint/followlint.toml", 'ignore = ["placeholder"]\nredact = true\n')

    def test_holds_where_there_is_no_other(self, run: Run) -> None:
        assert main(["--select", "placeholder", "draft.txt"]) == 2
        assert "grinning" not in run("draft.txt").out

    def test_is_not_merged(self, run: Run) -> None:
        write("followlint.toml", "")
        assert main(["--select", "placeholder", "draft.txt"]) == 0
        assert "grinning" in run("draft.txt").out

    def test_isolated(self, run: Run) -> None:
        assert "grinning" in run("--isolated", "draft.txt").out

    def test_below_the_home_folder(
        self, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.delenv("XDG_CONFIG_HOME")
        monkeypatch.setenv("HOME", str(tmp_path))
        monkeypatch.setenv("USERPROFILE", str(tmp_path))
        assert "grinning" in run("draft.txt").out
        write(".config/followlint/followlint.toml", "redact = true\n")
        assert "grinning" not in run("draft.txt").out
