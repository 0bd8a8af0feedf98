"""The command line: what is asked for, what is printed where, and the exit status."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import followlint.mail
from followlint import __version__
from followlint.cli import COMMANDS
from followlint.explain import explain, reference
from followlint.rulebook import Rulebook

CLEAN = """\
Subject: Tuesday's interview

Dear Ana,

Thank you for the hour on Tuesday.

Best regards,
Tom Reed
"""
SMILING = CLEAN.replace("Tuesday.", "Tuesday 😀")
#: The finding in `SMILING`; `--select emoji` keeps every other rule out.
SMILE = "5:35: FL201 emoji “grinning face”\n"
NO_SUBJECT = CLEAN.partition("\n\n")[2]


class Outcome(NamedTuple):
    status: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture(autouse=True)
def here(folder: Path) -> None:
    """Every test works in a folder of its own."""


@pytest.fixture
def run(invoke: Run) -> Run:
    return invoke


def write(name: str, text: str | bytes = SMILING) -> str:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return name


def process(*arguments: str, given: bytes = b"", **environment: str) -> Outcome:
    """Run the command in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "followlint", *arguments],
        input=given,
        capture_output=True,
        env={**os.environ, "PYTHONUTF8": "1", **environment},
    )
    return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())


class TestExitStatus:
    def test_nothing_found(self, run: Run) -> None:
        assert run("--select", "emoji", write("draft.txt", CLEAN)) == (0, "", "")

    def test_an_error_is_found(self, run: Run) -> None:
        assert run("--select", "emoji", write("draft.txt")) == (1, f"draft.txt:{SMILE}", "")

    def test_a_warning_is_found(self, run: Run) -> None:
        draft = write("draft.txt", NO_SUBJECT)
        expected = (1, "draft.txt:1:1: FL502 no subject line\n", "")
        assert run("--select", "missing-subject", draft) == expected

    @pytest.mark.parametrize(
        ("fail_on", "text", "status"),
        [
            pytest.param("warning", NO_SUBJECT, 1, id="a warning, where warnings count"),
            pytest.param("error", NO_SUBJECT, 0, id="a warning, where only errors count"),
            pytest.param("warning", SMILING, 1, id="an error, where warnings count"),
            pytest.param("error", SMILING, 1, id="an error, where only errors count"),
        ],
    )
    def test_fail_on(self, fail_on: str, text: str, status: int, run: Run) -> None:
        draft = write("draft.txt", text)
        outcome = run("--select", "emoji,missing-subject", "--fail-on", fail_on, draft)
        assert outcome.status == status
        assert outcome.out.count("\n") == 1

    def test_exit_zero_prints_and_forgives(self, run: Run) -> None:
        draft = write("draft.txt")
        assert run("--select", "emoji", "--exit-zero", draft) == (0, f"draft.txt:{SMILE}", "")

    def test_a_file_that_is_not_there(self, run: Run) -> None:
        assert run("draft.txt") == (2, "", "followlint: draft.txt: no such file or folder\n")

    def test_a_folder_without_drafts(self, run: Run) -> None:
        write("drafts/notes.pdf", "x")
        endings = ".txt, .md, .eml or .mbox"
        problem = f"followlint: drafts: no drafts here (files ending in {endings})\n"
        expected = (2, "", problem)
        assert run("drafts") == expected

    def test_a_whole_draft_for_a_name(self, run: Run) -> None:
        text = "Dear Ana,\n" * 1000
        outcome = run(text)
        assert (outcome.status, outcome.out) == (2, "")
        assert outcome.err.startswith("followlint: Dear Ana,\\nDear Ana,\\n")
        assert outcome.err.count("\n") == 1

    @pytest.mark.parametrize(
        ("data", "reason"),
        [
            pytest.param(b"Dear \xff", "not UTF-8 text (byte 0xff at offset 5)", id="no UTF-8"),
            pytest.param(b"Dear\0", "holds a NUL at offset 4, so it is no text", id="NUL"),
            pytest.param(b"", "the draft is empty", id="empty"),
            pytest.param(b" \n\t\n", "the draft is empty", id="white space"),
        ],
    )
    def test_a_file_that_is_no_draft(self, data: bytes, reason: str, run: Run) -> None:
        assert run(write("draft.txt", data)) == (
            2,
            f"draft.txt:1:1: FL901 cannot be checked: {reason}\n",
            f"followlint: draft.txt: {reason}\n",
        )

    def test_no_draft_is_no_success_where_its_rule_is_left_out(self, run: Run) -> None:
        expected = (2, "", "followlint: draft.txt: the draft is empty\n")
        assert run("--select", "emoji", "--exit-zero", write("draft.txt", "")) == expected

    @pytest.mark.parametrize("options", [(), ("--exit-zero",)])
    def test_two_beats_one_and_findings_are_printed(
        self, options: tuple[str, ...], run: Run
    ) -> None:
        write("a.txt")
        write("c.txt")
        assert run("--select", "emoji", *options, "a.txt", "b.txt", "c.txt") == (
            2,
            f"a.txt:{SMILE}c.txt:{SMILE}",
            "followlint: b.txt: no such file or folder\n",
        )

    def test_a_broken_configuration_takes_only_its_drafts_along(self, run: Run) -> None:
        write("a/draft.txt")
        write("b/followlint.toml", "colour = 1\n")
        write("b/draft.txt")
        write("b/other.txt")
        write("c/draft.txt")
        outcome = run("--select", "emoji", "a", "b", "c")
        assert (outcome.status, outcome.out) == (2, f"a/draft.txt:{SMILE}c/draft.txt:{SMILE}")
        broken = Path("b/followlint.toml").resolve()
        assert outcome.err.startswith(f"followlint: {broken}: unknown key 'colour'")
        assert outcome.err.count("\n") == 1

    def test_a_broken_rule_of_the_users(self, rule_file: Callable[..., Path], run: Run) -> None:
        path = rule_file(("severity: warning", "severity: warn"))
        problem = f"followlint: {path}:6:11: 'warn' is not one of: error, warning\n"
        write("a.txt")
        write("b.txt")
        assert run("--rules", str(path.parent), "a.txt", "b.txt") == (2, "", problem)

    def test_a_tool_that_is_not_there_takes_only_its_rules_along(self, run: Run) -> None:
        write("followlint.toml", 'spacy-model = "no_such_model"\n')
        assert run("--select", "emoji,missing-gratitude", write("draft.txt")) == (
            2,
            f"draft.txt:{SMILE}",
            "followlint: draft.txt: the spaCy pipeline 'no_such_model' cannot be loaded; "
            "is it installed?\n",
        )

    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            pytest.param([], "Usage: followlint", id="nothing"),
            pytest.param(["check"], "nothing to check", id="no path"),
            pytest.param(["--colour", "draft.txt"], "--colour", id="unknown option"),
            pytest.param(["--kind", "love", "draft.txt"], "'love'", id="unknown kind"),
            pytest.param(["--output-format", "xml", "draft.txt"], "'xml'", id="unknown format"),
            pytest.param(["--fail-on", "never", "draft.txt"], "'never'", id="unknown severity"),
            pytest.param(["--now", "tomorrow", "draft.txt"], "'tomorrow'", id="no date"),
            pytest.param(["explain"], "RULE", id="explain nothing"),
            pytest.param(["rules", "draft.txt"], "draft.txt", id="one argument too many"),
        ],
    )
    def test_wrong_usage(self, arguments: list[str], said: str, run: Run) -> None:
        write("draft.txt")
        status, out, err = run(*arguments)
        assert (status, out) == (2, "")
        assert said in err

    @pytest.mark.parametrize("option", ["--select", "--ignore"])
    def test_an_unknown_rule(self, option: str, run: Run) -> None:
        status, out, err = run(option, "emojy", write("draft.txt"))
        assert (status, out) == (2, "")
        assert err.startswith("followlint: no rule is called 'emojy'; did you mean emoji")

    def test_no_rule_left(self, run: Run) -> None:
        expected = "followlint: no rule is left to check: everything selected is ignored\n"
        assert run("--select", "emoji", "--ignore", "FL2", write("draft.txt")) == (2, "", expected)


class TestWhichDrafts:
    def test_check_may_be_named_or_not(self, run: Run) -> None:
        draft = write("draft.txt")
        expected = (1, f"draft.txt:{SMILE}", "")
        assert run("--select", "emoji", draft) == expected
        assert run("check", "--select", "emoji", draft) == expected
        assert run(draft, "--select", "emoji") == expected
        assert run("--select", "emoji", "--", draft) == expected

    @pytest.mark.parametrize("command", COMMANDS)
    def test_a_file_named_like_a_command(self, command: str, run: Run) -> None:
        write(command)
        expected = (1, f"{command}:{SMILE}", "")
        assert run("check", "--select", "emoji", command) == expected
        assert run("--select", "emoji", command) == expected
        assert run(f"./{command}", "--select", "emoji") == expected

    def test_a_command_goes_before_a_file_of_its_name(self, run: Run) -> None:
        write("rules")
        assert run("rules").out.startswith("FL101  too-long ")

    def test_a_folder_is_walked_in_order(self, run: Run) -> None:
        for name in ("b.txt", "a/z.md", "a/y.TXT", "c.eml.bak", "d.pdf"):
            write(f"drafts/{name}")
        assert run("--select", "emoji", "drafts").out == "".join(
            f"drafts/{name}:{SMILE}" for name in ("a/y.TXT", "a/z.md", "b.txt")
        )

    def test_hidden_files_are_left_alone(self, run: Run) -> None:
        for name in ("a.txt", ".b.txt", ".git/c.txt"):
            write(f".drafts/{name}")
        assert run("--select", "emoji", ".drafts").out == f".drafts/a.txt:{SMILE}"

    def test_a_named_file_is_a_draft_whatever_it_ends_in(self, run: Run) -> None:
        assert run("--select", "emoji", write(".draft.eml")).out == f".draft.eml:{SMILE}"

    def test_a_draft_named_twice_is_checked_once(self, run: Run) -> None:
        write("drafts/a.txt")
        paths = ("drafts/a.txt", "drafts", "drafts/../drafts/a.txt")
        assert run("--select", "emoji", *paths).out == f"drafts/a.txt:{SMILE}"

    def test_a_path_stays_as_it_was_given(self, run: Run, folder: Path) -> None:
        draft = str(folder / write("draft.txt"))
        assert run("--select", "emoji", draft).out == f"{draft}:{SMILE}"


class TestStandardInput:
    def test_a_draft_that_comes_in(self) -> None:
        outcome = process("--select", "emoji", "-", given=SMILING.encode())
        assert outcome == (1, f"-:{SMILE}", "")

    def test_its_name(self) -> None:
        outcome = process(
            "--select", "emoji", "--stdin-filename", "to-ana.txt", "-", given=SMILING.encode()
        )
        assert outcome == (1, f"to-ana.txt:{SMILE}", "")

    def test_is_read_once(self) -> None:
        outcome = process("--select", "emoji", "-", "-", given=SMILING.encode())
        assert outcome == (1, f"-:{SMILE}", "")

    def test_between_files(self) -> None:
        write("a.txt")
        write("b.txt")
        outcome = process("--select", "emoji", "a.txt", "-", "b.txt", given=SMILING.encode())
        assert outcome == (1, f"a.txt:{SMILE}-:{SMILE}b.txt:{SMILE}", "")

    @pytest.mark.parametrize(
        ("given", "reason"),
        [(b"", "the draft is empty"), (b"\xe9", "not UTF-8 text (byte 0xe9 at offset 0)")],
    )
    def test_no_draft_comes_in(self, given: bytes, reason: str) -> None:
        assert process("-", given=given) == (
            2,
            f"-:1:1: FL901 cannot be checked: {reason}\n",
            f"followlint: -: {reason}\n",
        )

    def test_inspect(self) -> None:
        status, out, err = process("inspect", "-", given=CLEAN.encode())
        assert (status, err) == (0, "")
        assert out.startswith("kind: thank-you (told by the text)\n")


class TestOptions:
    @pytest.mark.parametrize(
        ("options", "codes"),
        [
            pytest.param(["--select", "emoji,missing-subject"], ["FL502", "FL201"], id="commas"),
            pytest.param(
                ["--select", "emoji", "--select", "FL502"], ["FL502", "FL201"], id="given twice"
            ),
            pytest.param(["--select", " FL201 , "], ["FL201"], id="spaces"),
            pytest.param(["--select", "FL20"], ["FL201"], id="beginning of a code"),
            pytest.param(["--select", "FL2,FL502", "--ignore", "emoji"], ["FL502"], id="ignore"),
        ],
    )
    def test_select_and_ignore(self, options: list[str], codes: list[str], run: Run) -> None:
        draft = write("draft.txt", SMILING.partition("\n\n")[2])
        out = run(*options, draft).out
        assert [line.split()[1] for line in out.splitlines()] == codes

    def test_select_goes_before_the_configuration(self, run: Run) -> None:
        write("followlint.toml", 'select = ["missing-subject"]\n')
        draft = write("draft.txt")
        assert run(draft) == (0, "", "")
        assert run("--select", "emoji", draft) == (1, f"draft.txt:{SMILE}", "")

    def test_ignore_adds_to_the_configuration(self, run: Run) -> None:
        write("followlint.toml", 'select = ["emoji", "missing-subject"]\nignore = ["FL502"]\n')
        draft = write("draft.txt", SMILING.partition("\n\n")[2])
        assert run(draft).out == f"draft.txt:{SMILE.replace('5:', '3:', 1)}"
        assert run("--ignore", "FL201", draft).status == 2

    def test_isolated(self, run: Run) -> None:
        write("followlint.toml", "colour = 1\n")
        draft = write("draft.txt")
        assert run("--select", "emoji", draft).status == 2
        assert run("--select", "emoji", "--isolated", draft) == (1, f"draft.txt:{SMILE}", "")

    def test_config(self, run: Run) -> None:
        write("followlint.toml", 'select = ["missing-subject"]\n')
        write("elsewhere/mine.toml", 'select = ["emoji"]\n')
        draft = write("draft.txt")
        expected = (1, f"draft.txt:{SMILE}", "")
        assert run("--config", "elsewhere/mine.toml", draft) == expected

    def test_config_that_is_not_there(self, run: Run) -> None:
        expected = (2, "", "followlint: mine.toml: no such configuration file\n")
        assert run("--config", "mine.toml", write("draft.txt")) == expected

    def test_each_draft_has_the_configuration_nearest_to_it(self, run: Run) -> None:
        write("followlint.toml", 'select = ["missing-subject"]\n')
        write("draft.txt")
        write("loud/followlint.toml", 'select = ["emoji"]\n')
        write("loud/deep/draft.txt")
        assert run(".").out == f"loud/deep/draft.txt:{SMILE}"

    def test_rules_of_ones_own(self, rule_file: Callable[..., Path], run: Run) -> None:
        folder = rule_file().parent
        draft = write("draft.txt", CLEAN.replace("hour", "pineapple"))
        expected = (1, "draft.txt:5:19: TM001 “pineapple” is a fruit\n", "")
        assert run("--rules", str(folder), "--select", "TM", draft) == expected
        write("followlint.toml", 'rules = ["team"]\nselect = ["pineapple"]\n')
        assert run(draft) == expected

    def test_rules_that_are_not_there(self, run: Run) -> None:
        expected = (2, "", "followlint: team: no such folder of rules\n")
        assert run("--rules", "team", write("draft.txt")) == expected

    @pytest.mark.parametrize(
        ("options", "kind"),
        [
            pytest.param([], "thank-you", id="from the text"),
            pytest.param(["--kind", "rejection-reply"], "rejection-reply", id="as asked for"),
        ],
    )
    def test_kind(self, options: list[str], kind: str, run: Run) -> None:
        draft = write("draft.txt")
        out = run("--select", "emoji", "--output-format", "json", *options, draft).out
        assert [finding["kind"] for finding in json.loads(out)] == [kind]

    def test_kind_goes_before_header_and_configuration(self, run: Run) -> None:
        write("followlint.toml", 'kind = "thank-you"\n')
        draft = write("draft.txt", "Kind: follow-up\n" + SMILING)
        options = ("--select", "emoji", "--output-format", "json")
        for asked, kind in [((), "thank-you"), (("--kind", "rejection-reply"), "rejection-reply")]:
            assert json.loads(run(*options, *asked, draft).out)[0]["kind"] == kind
        assert json.loads(run(*options, "--isolated", draft).out)[0]["kind"] == "follow-up"

    def test_output_formats(self, run: Run) -> None:
        draft = write("draft.txt")
        options = ("--select", "emoji", "--output-format")
        assert run(*options, "text", draft).out == f"draft.txt:{SMILE}"
        assert run(*options, "full", draft).out.startswith(f"draft.txt:{SMILE}    Thank you ")
        assert [item["code"] for item in json.loads(run(*options, "json", draft).out)] == ["FL201"]

    def test_json_is_an_array_even_where_nothing_is_found(self, run: Run) -> None:
        draft = write("draft.txt", CLEAN)
        assert run("--select", "emoji", "--output-format", "json", draft) == (0, "[]\n", "")

    def test_statistics_go_to_stderr_most_first(self, run: Run) -> None:
        write("a.txt", NO_SUBJECT)
        write("b.txt", SMILING.replace("hour", "hour 😀"))
        status, out, err = run("--select", "FL502,emoji", "--statistics", "a.txt", "b.txt")
        assert (status, out.count("\n")) == (1, 3)
        assert err == "    2  FL201 emoji\n    1  FL502 missing-subject\n"

    def test_now_and_no_cache_are_taken(self, run: Run) -> None:
        options = ("--select", "emoji", "--now", "2026-05-12", "--no-cache")
        assert run(*options, write("draft.txt")) == (1, f"draft.txt:{SMILE}", "")

    def test_version(self, run: Run) -> None:
        assert run("--version") == (0, f"followlint {__version__}\n", "")

    @pytest.mark.parametrize("option", ["-h", "--help"])
    def test_help_names_the_commands_and_the_statuses(self, option: str, run: Run) -> None:
        status, out, err = run(option)
        assert (status, err) == (0, "")
        assert "Exit status: 0 nothing found, 1 findings, 2 could not do the job." in out
        for command in COMMANDS:
            assert f"\n  {command} " in out

    @pytest.mark.parametrize("command", COMMANDS)
    def test_help_of_a_command(self, command: str, run: Run) -> None:
        status, out, err = run(command, "--help")
        assert (status, err) == (0, "")
        assert out.startswith(f"Usage: followlint {command} ")


class TestOtherCommands:
    @pytest.mark.parametrize(
        ("typed", "meant"),
        [("explian", "explain"), ("chek", "check"), ("rule", "rules"), ("inspekt", "inspect")],
    )
    def test_a_slip_in_a_command(self, typed: str, meant: str, run: Run) -> None:
        outcome = run(typed)
        assert outcome.status == 2
        hint, problem = outcome.err.splitlines()
        assert hint == f"followlint: did you mean the command {meant!r}?"
        assert problem == f"followlint: {typed}: no such file or folder"

    @pytest.mark.parametrize("name", ["rule", "draft", "explian.txt"])
    def test_a_draft_is_no_slip(self, name: str, run: Run) -> None:
        assert run("--isolated", "--select", "emoji", write(name, CLEAN)) == (0, "", "")
        assert run(write(name, CLEAN), "--isolated", "--select", "emoji").err == ""

    @pytest.mark.parametrize("name", ["FL201", "fl201", "emoji"])
    def test_explain(self, name: str, run: Run, rulebook: Rulebook) -> None:
        status, out, err = run("explain", name)
        assert (status, err) == (0, "")
        assert out.startswith("## FL201 emoji\n\nAn emoji stands in the email.\n")
        assert out == explain(rulebook.find("emoji")) + "\n"

    def test_explain_a_rule_of_ones_own(self, rule_file: Callable[..., Path], run: Run) -> None:
        folder = str(rule_file().parent)
        assert run("explain", "--rules", folder, "TM001").out == (
            "## TM001 pineapple\n\n"
            "A pineapple stands in the email.\n\n"
            "*Warning · every kind of email · answers: our own*\n\n"
            "Nobody hires a fruit.\n\n"
            "**What to do.** Name no fruit.\n\n"
            "**Flagged**\n\n~~~text\nI like pineapple.\n~~~\n\n"
            "**Left alone**\n\n~~~text\nI like work.\n~~~\n"
        )

    def test_explain_a_rule_that_is_not_there(self, run: Run) -> None:
        status, out, err = run("explain", "emojy")
        assert (status, out) == (2, "")
        assert err.startswith("followlint: no rule is called 'emojy'; did you mean emoji")

    def test_explain_the_beginning_of_codes(self, run: Run) -> None:
        said = "no rule is called 'FL3'; did you mean FL301 or FL302 or FL303 or FL304?"
        assert run("explain", "FL3") == (2, "", f"followlint: {said}\n")

    def test_rules_are_listed(self, run: Run, rulebook: Rulebook) -> None:
        status, out, err = run("rules")
        assert (status, err) == (0, "")
        listed = [line.split()[:3] for line in out.splitlines()]
        assert listed == [[r.code, r.slug, r.severity.value] for r in rulebook.rules]

    def test_rules_as_a_page(self, run: Run, rulebook: Rulebook) -> None:
        assert run("rules", "--markdown") == (0, reference(rulebook.rules), "")

    def test_pages_change_with_the_rules_and_the_configuration(
        self, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("FOLLOWLINT_CACHE_DIR", str(tmp_path / "kept"))
        rule = (Path(__file__).parent / "team-rule.yaml").read_text(encoding="utf-8")
        write("team/TM001-pineapple.yaml", rule)
        pages = []
        for summary, severity in [("A pineapple", "warning"), ("A fig", "warning"), ("", "error")]:
            write("team/TM001-pineapple.yaml", rule.replace("A pineapple", summary or "A fig"))
            write("followlint.toml", f'rules = ["team"]\n[severity]\nTM = "{severity}"\n')
            twice = [run("rules").out.splitlines()[-1] for _ in range(2)]
            assert twice[0] == twice[1]
            assert severity in twice[0]
            pages.append(twice[0])
        assert "A pineapple stands" in pages[0]
        assert "A fig stands" in pages[1]
        assert len(set(pages)) == 3

    def test_inspect(self, run: Run) -> None:
        draft = write("draft.txt", "Kind: follow-up\n" + CLEAN)
        status, out, err = run("inspect", draft)
        assert (status, err) == (0, "")
        lines = [" ".join(line.split()) for line in out.splitlines()]
        assert lines[:2] == ["kind: follow-up (told by the header)", "words: 7 in 1 paragraphs"]
        parts = lines[lines.index("parts:") + 1 : lines.index("sentences:") - 1]
        assert parts[1:] == [
            "2 subject Tuesday's interview",
            "4 greeting Dear Ana,",
            "6 body Thank you for the hour on Tuesday.",
            "8 closing Best regards,",
            "9 signature Tom Reed",
        ]
        assert "6:1 Thank you for the hour on Tuesday." in lines

    def test_inspect_with_a_kind(self, run: Run) -> None:
        out = run("inspect", "--kind", "rejection-reply", write("draft.txt", CLEAN)).out
        assert out.startswith("kind: rejection-reply (told by the option)\n")

    @pytest.mark.parametrize(
        ("data", "problem"),
        [
            pytest.param(None, "no such file or folder", id="not there"),
            pytest.param(b"\xff", "not UTF-8 text (byte 0xff at offset 0)", id="no text"),
        ],
    )
    def test_inspect_what_is_no_draft(self, data: bytes | None, problem: str, run: Run) -> None:
        if data is not None:
            write("draft.txt", data)
        assert run("inspect", "draft.txt") == (2, "", f"followlint: draft.txt: {problem}\n")

    def test_the_examples_of_ones_own_rules(self, rule_file: Callable[..., Path], run: Run) -> None:
        folder = str(rule_file().parent)
        assert run("test", folder) == (0, "", "1 rules, 2 examples, 0 problems\n")

    def test_examples_that_do_not_hold(self, rule_file: Callable[..., Path], run: Run) -> None:
        folder = str(rule_file(("I like work.", "I like pineapple.")).parent)
        assert run("test", folder) == (
            1,
            "TM001 pineapple: good example is flagged at 7–16: 'I like pineapple.'\n",
            "1 rules, 2 examples, 1 problems\n",
        )

    def test_the_examples_of_no_rules(self, run: Run) -> None:
        expected = (2, "", "followlint: team: no such folder of rules\n")
        assert run("test", "team") == expected


def opened_by_the_reader(pipe: Path, child: subprocess.Popen[bytes]) -> int:
    """Return the writing end of a pipe as soon as the child waits at the other for the draft."""
    while child.poll() is None:
        with contextlib.suppress(OSError):
            return os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
    raise AssertionError(child.communicate())


class TestProcess:
    """What only shows in a process of its own."""

    #: Prints which of the heavy libraries a command has imported.
    PROBE = (
        "import sys; from followlint.cli import main; status = main(sys.argv[1:]);"
        "sys.stdout.flush();"
        "print(*sorted({'spacy', 'harper', 'emoji', 'thinc'} & set(sys.modules)), file=sys.stderr);"
        "raise SystemExit(status)"
    )

    @pytest.mark.parametrize(
        "arguments",
        [
            pytest.param(["--help"], id="help"),
            pytest.param(["--version"], id="version"),
            pytest.param(["explain", "emoji"], id="explain"),
            pytest.param(["rules"], id="rules"),
            pytest.param(
                ["--select", "placeholder,missing-subject", "draft.txt"], id="light rules"
            ),
        ],
    )
    def test_nothing_heavy_is_imported_for(self, arguments: list[str]) -> None:
        write("draft.txt", CLEAN)
        done = subprocess.run(
            [sys.executable, "-c", self.PROBE, *arguments],
            capture_output=True,
            env={**os.environ, "PYTHONUTF8": "1"},
        )
        assert (done.returncode, done.stderr) == (0, os.linesep.encode())

    def test_a_console_that_knows_no_emoji_still_shows_the_finding(self) -> None:
        outcome = process("--select", "emoji", write("draft.txt"), PYTHONIOENCODING="latin-1")
        line = "draft.txt:5:35: FL201 emoji \\u201cgrinning face\\u201d"
        assert outcome == (1, line + os.linesep, "")

    def test_json_is_json_on_any_console(self) -> None:
        draft = write("é😀.txt")
        options = ("--select", "emoji", "--output-format", "json")
        outcome = process(*options, draft, PYTHONIOENCODING="latin-1")
        (finding,) = json.loads(outcome.out)
        assert finding["filename"] == draft
        assert finding["message"] == "emoji “grinning face”"

    @pytest.mark.skipif(os.name == "nt", reason="needs a shell that can close a stream")
    @pytest.mark.parametrize("command", [[], ["inspect"]], ids=["check", "inspect"])
    def test_standard_input_that_is_closed(self, command: list[str]) -> None:
        closing = ["sh", "-c", 'exec "$0" "$@" <&-', sys.executable, "-m", "followlint"]
        done = subprocess.run([*closing, *command, "-"], capture_output=True)
        expected = (2, b"", b"followlint: -: standard input is closed\n")
        assert (done.returncode, done.stdout, done.stderr) == expected

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is full")
    def test_findings_that_cannot_be_printed_are_no_findings(self) -> None:
        command = [sys.executable, "-m", "followlint", "--select", "emoji", write("draft.txt")]
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE)
        assert done.returncode == 2
        assert done.stderr.endswith(b"No space left on device\n")

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a named pipe")
    def test_ctrl_c(self, folder: Path) -> None:
        pipe = folder / "draft.txt"
        os.mkfifo(pipe)
        code = (
            "import signal; signal.signal(signal.SIGINT, signal.default_int_handler);"
            "from followlint.cli import main; raise SystemExit(main())"
        )
        child = subprocess.Popen(
            [sys.executable, "-c", code, str(pipe)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        with child:
            writer = opened_by_the_reader(pipe, child)
            child.send_signal(signal.SIGINT)
            os.close(writer)  # else a signal that comes just before the child reads wakes nobody
            out, err = child.communicate()
        assert (child.returncode, out, err.strip()) == (130, b"", b"")


def test_a_name_for_standard_input_finds_its_configuration(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "team").mkdir()
    (tmp_path / "team" / "followlint.toml").write_text('select = ["emoji"]\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    name = "team/draft.txt"
    run = subprocess.run(
        [sys.executable, "-m", "followlint", "--stdin-filename", name, "-"],
        input="Hello 🎉",
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert run.stdout.splitlines() == [f"{name}:1:7: FL201 emoji “party popper”"]


class Interrupted:
    """Something in whose end Ctrl-C is pressed, where Python ignores what is raised."""

    def __del__(self) -> None:
        raise KeyboardInterrupt


def test_control_c_is_heard_in_a_destructor(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "draft.txt").write_text("I am here.\n", encoding="utf-8")
    read = followlint.mail.read_bytes

    def press(*arguments: Any, **more: Any) -> Any:
        Interrupted()
        return read(*arguments, **more)

    monkeypatch.setattr(followlint.mail, "read_bytes", press)
    assert run("--isolated", "draft.txt").status == 130
