"""Rules as a configuration wants them: options, severities, and what is known of every draft."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from followlint.cli import main
from followlint.config import ConfigError, read_config
from followlint.finding import Severity
from followlint.mail import Moment, Value
from followlint.rulebook import Rulebook, RulebookError
from followlint.tuning import tuned

DRAFT = """\
Subject: Tuesday

Dear Ana,

Thank you for the hour! It was good! I liked Alder Farm.

Best regards,
Tom Reed
"""
Found = Callable[..., list[dict[str, Any]]]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def configure(text: str) -> Path:
    path = Path("followlint.toml").absolute()
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def found(capsys: pytest.CaptureFixture[str]) -> Found:
    def check(rules: str, *options: str, text: str = DRAFT) -> list[dict[str, Any]]:
        Path("draft.txt").write_text(text, encoding="utf-8")
        main(["--select", rules, "--output-format", "json", *options, "draft.txt"])
        out, err = capsys.readouterr()
        assert err == ""
        findings: list[dict[str, Any]] = json.loads(out)
        return findings

    return check


class TestOptions:
    @pytest.mark.parametrize("name", ["FL101", "fl101", "too-long"])
    def test_a_limit_of_ones_own(self, name: str, found: Found) -> None:
        assert found("too-long") == []
        configure(f"[rules.{name}]\nmax = {{thank-you = 5}}\n")
        (finding,) = found("too-long")
        assert "5" in finding["message"]

    def test_of_a_mapping_only_what_is_given_changes(self, rulebook: Rulebook) -> None:
        before = rulebook.find("too-long").check
        after = tuned(rulebook, {"too-long": {"max": {"thank-you": 5}}}, {}).find("FL101").check
        old, new = (
            {kind.value: limit for kind, limit in vars(check)["max"].items()}
            for check in (before, after)
        )
        assert new == {**old, "thank-you": 5} != old

    def test_what_is_not_tuned_stays(self, rulebook: Rulebook) -> None:
        changed = tuned(rulebook, {"too-long": {"max": {"thank-you": 5}}}, {})
        assert [r.code for r in changed.rules] == [r.code for r in rulebook.rules]
        untouched = [(a, b) for a, b in zip(rulebook.rules, changed.rules, strict=True) if a is b]
        assert len(untouched) == len(rulebook.rules) - 1
        assert tuned(rulebook, {}, {}) is rulebook

    @pytest.mark.parametrize(
        ("name", "options", "problem"),
        [
            pytest.param(
                "too-long",
                {"mx": 1},
                "'rules.too-long': unknown key 'mx'; did you mean 'max'?",
                id="near an option",
            ),
            pytest.param(
                "too-long",
                {"max": 5},
                "'rules.too-long': 'max': expected keys and values, not a single value",
                id="number for a table",
            ),
            pytest.param(
                "too-long",
                {"max": {"thank-you": "many"}},
                "'rules.too-long': 'max': 'many' is not a whole number",
                id="word for a number",
            ),
            pytest.param(
                "too-long",
                {"max": {"thank-you": True}},
                "'rules.too-long': 'max': 'true' is not a whole number",
                id="boolean for a number",
            ),
            pytest.param(
                "too-long",
                {"max": {"thank-you": 1.5}},
                "'rules.too-long': 'max': '1.5' is not a whole number",
                id="fraction for a number",
            ),
            pytest.param(
                "too-long",
                {"max": {"thank-you": "5"}},
                "'rules.too-long': 'max': '5' is not a whole number",
                id="number in quotes",
            ),
            pytest.param(
                "shouting",
                {"words": [5]},
                "'rules.shouting': 'words': '5' is not a string",
                id="number for a string",
            ),
            pytest.param(
                "too-long",
                {"max": {"letter": 5}},
                "'rules.too-long': 'max': 'letter' is not one of: "
                "follow-up, rejection-reply, thank-you",
                id="no such kind",
            ),
            pytest.param(
                "too-long",
                {"severity": "fatal"},
                "'rules.too-long': 'severity': 'fatal' is not one of: error, warning",
                id="no such severity",
            ),
            pytest.param(
                "too-lon", {}, "no rule is called 'too-lon'; did you mean too-long", id="no rule"
            ),
            pytest.param("FL1", {}, "no rule is called 'FL1'", id="more than one rule"),
        ],
    )
    def test_what_means_nothing_is_refused(
        self, name: str, options: dict[str, Any], problem: str, rulebook: Rulebook
    ) -> None:
        with pytest.raises(RulebookError) as caught:
            tuned(rulebook, {name: options}, {})
        assert str(caught.value).startswith(problem)

    def test_the_file_is_named(self, capsys: pytest.CaptureFixture[str]) -> None:
        path = configure("[rules.too-long]\nmx = 1\n")
        Path("draft.txt").write_text(DRAFT, encoding="utf-8")
        assert main(["--select", "emoji", "draft.txt"]) == 2
        assert capsys.readouterr().err == (
            f"followlint: {path}: 'rules.too-long': unknown key 'mx'; did you mean 'max'?\n"
        )

    def test_folders_stand_beside_them(self, rule_file: Callable[..., Path], found: Found) -> None:
        rule_file()
        configure('[rules]\nfolders = ["team"]\n[rules.pineapple]\nseverity = "error"\n')
        (finding,) = found("pineapple", text="I like pineapple.")
        assert finding["severity"] == "error"

    @pytest.mark.parametrize(
        ("text", "problem"),
        [
            ("[rules]\nfolders = 1\n", "'rules.folders' should be a list of strings"),
            ("[rules]\ntoo-long = 5\n", "'rules.too-long' should be a table"),
        ],
    )
    def test_wrong_shapes(self, text: str, problem: str) -> None:
        path = configure(text)
        with pytest.raises(ConfigError) as caught:
            read_config(path)
        assert str(caught.value) == f"{path}: {problem}"


class TestSeverity:
    def test_by_name_or_beginning(self, rulebook: Rulebook) -> None:
        given = {"FL2": Severity.WARNING, "emoji": Severity.ERROR, "too-long": Severity.ERROR}
        rules = tuned(rulebook, {}, given)
        assert rules.find("slang").severity is Severity.WARNING
        assert rules.find("emoji").severity is Severity.ERROR
        assert rules.find("too-long").severity is Severity.ERROR
        assert rules.find("placeholder").severity is Severity.ERROR  # as it was

    def test_it_decides_the_exit_status(self, capsys: pytest.CaptureFixture[str]) -> None:
        Path("draft.txt").write_text("Hello 😀", encoding="utf-8")
        arguments = ["--select", "emoji", "--fail-on", "error", "draft.txt"]
        assert main(arguments) == 1
        configure('[severity]\nemoji = "warning"\n')
        assert main(arguments) == 0
        assert "FL201" in capsys.readouterr().out

    def test_a_rules_own_table_goes_first(self, found: Found) -> None:
        configure('[severity]\nFL2 = "warning"\n[rules.emoji]\nseverity = "error"\n')
        (finding,) = found("emoji", text="Hello 😀")
        assert finding["severity"] == "error"

    @pytest.mark.parametrize(
        ("text", "problem"),
        [
            ('severity = "error"\n', "'severity' should be a table"),
            (
                '[severity]\nemoji = "info"\n',
                "'severity.emoji' is 'info', not one of: warning, error",
            ),
            ("[severity]\nemoji = 1\n", "'severity.emoji' should be a string"),
        ],
    )
    def test_what_is_none(self, text: str, problem: str) -> None:
        path = configure(text)
        with pytest.raises(ConfigError) as caught:
            read_config(path)
        assert str(caught.value) == f"{path}: {problem}"

    def test_of_no_rule(self, rulebook: Rulebook) -> None:
        with pytest.raises(RulebookError, match="no rule is called 'emojy'"):
            tuned(rulebook, {}, {"emojy": Severity.ERROR})


class TestContext:
    def test_everything_that_can_be_known(self) -> None:
        path = configure(
            '[context]\ncompany = "Alder Farm"\nrole = "Gardener"\n'
            'interviewer = ["Ana Berg", "Tom Hale"]\ninterview-date = 2026-05-12\n'
            'decision-date = "29 May 2026"\nsent = [2026-05-13, "2026-05-20"]\n'
        )
        context = read_config(path).context
        assert context.company == Value("Alder Farm")
        assert context.role == Value("Gardener")
        assert context.interviewers == (Value("Ana Berg"), Value("Tom Hale"))
        assert context.interview_date == Value(Moment(date(2026, 5, 12)))
        assert context.decision_date == Value(Moment(date(2026, 5, 29)))
        assert [sent.value.day.day for sent in context.sent] == [13, 20]
        assert {sent.span for sent in context.sent} == {None}

    def test_a_date_and_a_time_of_toml(self) -> None:
        path = configure("[context]\ninterview-date = 2026-05-12T14:30:00\n")
        date_and_time = read_config(path).context.interview_date
        assert date_and_time is not None
        assert date_and_time.value.time is not None
        assert date_and_time.value.time.hour == 14

    def test_it_holds_for_every_draft(self, found: Found) -> None:
        options = ("late-thank-you", "--kind", "thank-you", "--now", "2026-05-29")
        assert found(*options) == []
        configure("[context]\ninterview-date = 2026-05-12\n")
        (finding,) = found(*options)
        assert finding["location"]["row"] == 5  # no date stands in the draft: its body is late

    def test_a_draft_knows_better(self, found: Found) -> None:
        configure("[context]\ninterview-date = 2026-05-12\n")
        text = f"Interview-Date: 2026-05-28\n{DRAFT}"
        options = ("--kind", "thank-you", "--now", "2026-05-29")
        assert found("late-thank-you", *options, text=text) == []

    def test_names_are_never_misspelt(self, found: Found) -> None:
        text = DRAFT.replace("Alder Farm", "adress")
        assert len(found("misspelling", text=text)) == 1
        configure('[context]\ncompany = "Adress"\n')
        assert found("misspelling", text=text) == []

    @pytest.mark.parametrize(
        ("text", "problem"),
        [
            (
                'compnay = "x"',
                "unknown key 'context.compnay'; did you mean 'company'?",
            ),
            ("company = 1", "'context.company' should be a string or a list of strings"),
            ("interviewer = [1]", "'context.interviewer' should be a string or a list of strings"),
            ('kind = "follow-up"', "unknown key 'context.kind'; known are: company, role, "),
            ('interview-date = "soon"', "'context': Interview-Date: "),
            ('company = ["x", "y"]', "'context': “Company” is given twice"),
        ],
    )
    def test_what_means_nothing_is_refused(self, text: str, problem: str) -> None:
        path = configure(f"[context]\n{text}\n")
        with pytest.raises(ConfigError) as caught:
            read_config(path)
        assert str(caught.value).startswith(f"{path}: {problem}")
