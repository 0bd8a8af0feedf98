"""The table of what the shipped patterns require, and what is asked of it."""

from __future__ import annotations

import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from followlint.pattern import Lexicons, Pattern
from followlint.required import table_of
from followlint.rulebook import read_rulebook

ROOT = Path(__file__).parents[1]


def test_the_table_is_fresh() -> None:
    shipped = ROOT / "followlint" / "required" / "shipped.tsv"
    built = subprocess.check_output([sys.executable, ROOT / "tools" / "build_required.py"])
    assert shipped.read_bytes() == built, "stale: make reference"


def test_of_the_shipped_rules_nothing_is_worked_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def work_out_required(self: Pattern) -> None:
        raise AssertionError(f"not in the table: {self.source}")

    monkeypatch.setattr(Pattern, "work_out_required", work_out_required)
    pickle.dumps(read_rulebook())  # what is kept of a pattern is what it requires, too


def test_another_pattern_is_worked_out() -> None:
    assert Pattern.of("every quokka naps", Lexicons()).required == {"quokka"}


def test_a_lexicon_that_has_changed_changes_what_is_required() -> None:
    one, other = (
        Pattern.of("{thank} you", Lexicons({"thank": [word]})) for word in ("thank", "bless")
    )
    assert (one.required, other.required) == ({"thank"}, {"bless"})


def test_a_pattern_that_requires_nothing_has_a_line_of_its_own() -> None:
    assert [line.partition("\t")[2] for line in table_of([("x", None)]).splitlines()] == [""]
