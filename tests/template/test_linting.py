"""Files of templates under the rules: good ones are silent, faults stand where they do there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from followlint.analysis.tools import Tools
from followlint.finding import Applicability, Finding
from followlint.fix import fixed
from followlint.linter import Linter, Report
from followlint.mail import Email, Kind, read_bytes
from followlint.rulebook import Rulebook
from followlint.template.declared import Declared, declared_names
from followlint.template.linting import TemplateLinter
from followlint.template.sheet import House, tally_of
from followlint.text import Source

FOLDER = Path(__file__).parents[1] / "templates"
GOOD = sorted((FOLDER / "good").iterdir())
HOW_MANY = {"handbook": 2, "quotes": 2, "separators": 2, "plain-sections": 2, "options": 2}
GOOD_EMAIL = """\
Subject: Thank you for the [Role] interview

Dear [Interviewer Name],

Thank you for meeting me on [Day] to talk about the [Role] role at [Company]. I enjoyed hearing
about [specific topic], and I am very interested in joining you.

Best regards,
[Your Name]
"""


@pytest.fixture(scope="module")
def templates(linter: Linter, rulebook: Rulebook) -> TemplateLinter:
    """A linter for files that are alone in their repository, without declarations."""
    return _linter(rulebook, linter)


def _linter(rulebook: Rulebook, linter: Linter, declared: Declared | None = None) -> TemplateLinter:
    known = declared or Declared()
    return TemplateLinter(
        rulebook, shared=linter, house=lambda source: House(known, tally_of([source], known))
    )


def email(path: Path) -> Email:
    return read_bytes(path.name, path.read_bytes())


def places(report: Report) -> list[tuple[int, int, str]]:
    """Return where findings begin, and what they are called."""
    positions = ((report.source.position(f.span.start), f.name) for f in report.findings)
    return [(place.row, place.column, name) for place, name in positions]


def lint(templates: TemplateLinter, text: str, name: str = "a.txt") -> list[Finding]:
    return list(templates.lint(Source(name, text)).findings)


def test_there_are_enough_files() -> None:
    assert len(GOOD) >= 12


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.name)
def test_a_good_file_is_silent(path: Path, templates: TemplateLinter) -> None:
    report = templates.lint_email(email(path))
    assert [finding.message for finding in report.findings] == []
    assert report.failures == ()


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.name)
def test_a_good_file_passes_once_it_is_filled(path: Path, templates: TemplateLinter) -> None:
    found = templates.filled(email(path), {})
    assert len(found) == HOW_MANY.get(path.stem, 1)
    lines = [line for text in found for line in text.splitlines() if "placeholders:" not in line]
    assert [line for line in lines if re.search(r"[\[{«|]|\*", line) and " | " not in line] == []
    report = templates.fill_test(email(path), {})
    assert [finding.message for finding in report.findings] == []


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.name)
def test_as_drafts_they_are_not_silent(path: Path, linter: Linter) -> None:
    """Slots count as filled in templates only."""
    findings = linter.lint_email(email(path)).findings
    assert "placeholder" in {finding.name for finding in findings}


FAULTY: Mapping[str, list[tuple[int, int, str]]] = {
    "spelt-two-ways.md": [
        (8, 60, "inconsistent-placeholder"),
        (19, 68, "inconsistent-placeholder"),
        (20, 56, "inconsistent-placeholder"),
    ],
    "broken.txt": [
        (1, 28, "malformed-placeholder"),
        (3, 6, "malformed-placeholder"),
        (5, 29, "malformed-placeholder"),
        (5, 37, "malformed-placeholder"),
        (5, 74, "malformed-placeholder"),
        (9, 1, "malformed-placeholder"),
    ],
    "one-name.txt": [(9, 1, "ambiguous-placeholder")],
    "tone.md": [
        (8, 1, "too-short"),
        (8, 1, "missing-specific-reference"),
        (8, 25, "exclamation"),
        (8, 56, "repeated-word"),
        (8, 90, "slang"),
    ],
    "articles.txt": [],
}


@pytest.mark.parametrize("name", FAULTY)
def test_faults_stand_where_they_do_in_the_file(name: str, templates: TemplateLinter) -> None:
    assert places(templates.lint_email(email(FOLDER / "faulty" / name))) == FAULTY[name]


def test_what_only_shows_in_filled_templates(templates: TemplateLinter) -> None:
    """Whether "a [Role]" is right depends on the role: that is for the fill test."""
    [finding] = templates.fill_test(email(FOLDER / "faulty" / "articles.txt"), {}).findings
    assert "“a” should be “an”" in finding.message
    values = {"Role": "Stock Planner"}
    assert templates.fill_test(email(FOLDER / "faulty" / "articles.txt"), values).findings == ()


def test_the_good_email_is_good(templates: TemplateLinter) -> None:
    assert lint(templates, GOOD_EMAIL) == []


@pytest.mark.parametrize(
    ("old", "new", "name"),
    [
        ("about [specific topic], and", "about it, and", "missing-specific-reference"),
        ("\n[Your Name]", "", "missing-name"),
        ("Dear [Interviewer Name],\n", "", "missing-greeting"),
        ("Thank you for", "About", "missing-gratitude"),
        ("[Role] interview", "[Role] interveiw", "misspelling"),
        (", and I am very interested in joining you", "", "missing-interest"),
        ("Best regards", "xoxo", "intimate-tone"),
        ("joining you", "joining you 😀", "emoji"),
    ],
)
def test_every_other_rule_runs(old: str, new: str, name: str, templates: TemplateLinter) -> None:
    assert old in GOOD_EMAIL
    assert name in {finding.name for finding in lint(templates, GOOD_EMAIL.replace(old, new))}


def test_lengths_count_slots_as_words(templates: TemplateLinter) -> None:
    """A slot of one label is no long word, and one with twenty is no long sentence."""
    label = "mention something that you talked about, " + "and why it stayed with you, " * 6 + "too"
    assert lint(templates, GOOD_EMAIL.replace("specific topic", label)) == []


def test_sample_values_are_nobodys_fault(templates: TemplateLinter) -> None:
    found = lint(templates, GOOD_EMAIL.replace("[Company]", "[company | wrong tihng]"))
    assert [finding.name for finding in found] == []


def test_declared_placeholders(linter: Linter, rulebook: Rulebook) -> None:
    names = ["Role", "Interviewer Name", "Day", "Company", "specific *"]
    strict = _linter(rulebook, linter, declared_names(names, "here"))
    [finding] = lint(strict, GOOD_EMAIL)
    assert finding.name == "undeclared-placeholder"
    assert finding.span.of(GOOD_EMAIL) == "[Your Name]"
    own = "---\nplaceholders: [Your Name]\n---\n" + GOOD_EMAIL.partition("\n\n")[2]
    own = own.replace("---\nDear", "subject: Thank you for the [Role] interview\n---\nDear")
    assert lint(strict, own.replace("---\nsubject", "subject")) == []


def test_declared_samples_are_put_in(linter: Linter, rulebook: Rulebook) -> None:
    strict = _linter(rulebook, linter, declared_names({"Company": "Harrow Freight"}, "here"))
    [text] = strict.filled(read_bytes("a.txt", GOOD_EMAIL.encode()), {})
    assert "Harrow Freight" in text


def test_what_a_template_ignores_is_ignored(templates: TemplateLinter) -> None:
    rest = GOOD_EMAIL.replace("\n[Your Name]", "\n[Your Name")
    assert [f.name for f in lint(templates, rest)] == ["malformed-placeholder"]
    assert lint(templates, f"Followlint-Ignore: malformed-placeholder\n{rest}") == []
    assert [f.name for f in lint(templates, f"Followlint-Ignore: slang\n{GOOD_EMAIL}")] == [
        "unused-suppression"
    ]


def test_an_ignore_of_use_to_one_of_several_is_of_use(templates: TemplateLinter) -> None:
    front = "---\nignore: emoji\n---\n"
    one = f"# Thanks\n\n```\n{GOOD_EMAIL}```\n"
    two = one.replace("joining you.", "joining you 😀.").replace("# Thanks", "# Thanks, too")
    assert lint(templates, front + one + two, "a.md") == []
    assert [f.name for f in lint(templates, front + one, "a.md")] == ["unused-suppression"]


def test_titles_say_the_kind_and_the_draft_knows_better(templates: TemplateLinter) -> None:
    text = f"# Follow-up after no response\n\n```\n{GOOD_EMAIL}```\n"
    names = {finding.name for finding in lint(templates, text, "a.md")}
    assert names == {"missing-update-request"}
    declared = text.replace("Subject:", "Kind: thank-you\nSubject:")
    assert lint(templates, declared, "a.md") == []


def test_edits_are_made_in_the_file(templates: TemplateLinter) -> None:
    text = f"# Thanks\n\n```\n{GOOD_EMAIL}```\n\nTips: the the.\n"
    wrong = text.replace("to talk", "to to talk").replace("at [Company]", "at the the [Company]")
    outcome = fixed(templates.lint(Source("a.md", wrong)), templates.lint)
    assert outcome.text == text.replace("at [Company]", "at the [Company]")


def test_other_spellings_are_mended_only_on_request(templates: TemplateLinter) -> None:
    wrong = GOOD_EMAIL.replace("the [Role] role", "the [Role Title] role")
    report = templates.lint(Source("a.txt", wrong))
    [finding] = report.findings
    assert finding.edit and finding.edit.applicability is Applicability.UNSAFE
    assert not fixed(report, templates.lint).changed
    assert fixed(report, templates.lint, unsafe=True).text == GOOD_EMAIL


def test_carriage_returns_change_no_place(templates: TemplateLinter) -> None:
    path = FOLDER / "faulty" / "spelt-two-ways.md"
    data = path.read_bytes().replace(b"\n", b"\r\n")
    assert places(templates.lint_email(read_bytes(path.name, data))) == FAULTY[path.name]


def test_a_message_is_a_template_too(templates: TemplateLinter) -> None:
    data = (
        b"To: [Interviewer Name]\nMIME-Version: 1.0\n"
        + GOOD_EMAIL.replace("[Day]", "[[Day]]").encode()
    )
    report = templates.lint_email(read_bytes("a.eml", data))
    assert places(report) == [(7, 29, "malformed-placeholder")]


def test_an_empty_file_is_no_template(templates: TemplateLinter) -> None:
    assert [f.name for f in lint(templates, " \n")] == ["unreadable"]


def test_slots_of_drafts_are_left_to_the_rule_for_drafts(linter: Linter, tools: Tools) -> None:
    report = linter.lint(Source("a.txt", GOOD_EMAIL))
    assert {finding.name for finding in report.findings} >= {"placeholder"}
    assert not any(finding.name.endswith("-placeholder") for finding in report.findings)
    assert report.kind is Kind.THANK_YOU
