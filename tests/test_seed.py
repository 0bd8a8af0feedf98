"""The sample email that every advice page prints, retold: its slots unfilled, and filled in.

Unfilled it is the commonest blunder there is; filled in it is what we ask people to write, so a
rule that objects to it is wrong.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from followlint.linter import Linter
from followlint.mail import Kind
from followlint.text import Source, Span

SEED = Path(__file__).parent / "emails" / "seed"
SLOT = re.compile(r"\[[^\[\]]+\]")


@pytest.fixture
def unfilled() -> Source:
    return Source.read(SEED / "unfilled.txt")


@pytest.fixture
def filled() -> Source:
    return Source.read(SEED / "filled.txt")


def test_the_two_differ_in_nothing_but_the_slots(unfilled: Source, filled: Source) -> None:
    slots = SLOT.findall(unfilled.text)
    assert (len(slots), len(set(slots))) == (7, 6)
    between = [re.escape(piece) for piece in SLOT.split(unfilled.text)]
    assert re.fullmatch(r"[^\[\]\n]+".join(between), filled.text)


def test_every_unfilled_slot_is_found_and_nothing_else(unfilled: Source, linter: Linter) -> None:
    found = [(finding.name, finding.span) for finding in linter.lint(unfilled).findings]
    assert found == [("placeholder", Span(*match.span())) for match in SLOT.finditer(unfilled.text)]


def test_filled_in_it_is_clean(filled: Source, linter: Linter) -> None:
    assert [f"{f.code} {f.message}" for f in linter.lint(filled).findings] == []


@pytest.mark.parametrize("name", ["unfilled", "filled"])
def test_it_is_taken_for_a_follow_up(name: str, linter: Linter) -> None:
    report = linter.lint(Source.read(SEED / f"{name}.txt"))
    assert (report.kind, report.failures) == (Kind.FOLLOW_UP, ())
