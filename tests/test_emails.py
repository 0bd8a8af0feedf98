"""Whole emails: good ones stay silent under every rule, a bad one is seen through.

`emails/silent/` is our precision: every false alarm that anyone reports becomes a file in it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from followlint.linter import Linter, Report
from followlint.text import Source

HERE = Path(__file__).parent
EXAMPLES = HERE.parent / "examples"
GOOD = [*sorted((HERE / "emails" / "silent").glob("*.txt")), *sorted(EXAMPLES.glob("*-good.txt"))]
KINDS = ["thank-you", "follow-up", "rejection-reply"]


def lint(path: Path, linter: Linter) -> Report:
    return linter.lint(Source.read(path, path.name))


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_a_good_email_stays_silent(path: Path, linter: Linter) -> None:
    report = lint(path, linter)
    assert [f"{finding.code} {finding.message}" for finding in report.findings] == []
    assert report.failures == ()


@pytest.mark.parametrize("kind", KINDS)
def test_the_example_of_each_kind_is_taken_for_it(kind: str, linter: Linter) -> None:
    assert lint(EXAMPLES / f"{kind}-good.txt", linter).kind.value == kind


@pytest.mark.parametrize("kind", KINDS)
def test_the_bad_example_of_each_kind_is_not_silent(kind: str, linter: Linter) -> None:
    assert lint(EXAMPLES / f"{kind}-bad.txt", linter).findings


@pytest.mark.parametrize(
    "name",
    [
        "too-long",
        "emoji",
        "slang",
        "missing-gratitude",
        "missing-specific-reference",
        "missing-interest",
        "misspelling",
    ],
)
def test_the_bad_thank_you_is_seen_through(name: str, linter: Linter) -> None:
    report = lint(EXAMPLES / "thank-you-bad.txt", linter)
    assert name in {finding.name for finding in report.findings}
