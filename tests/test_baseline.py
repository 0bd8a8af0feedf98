"""Known findings stay silent until their sentences change, and no text of theirs is kept."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

DRAFT = "Dear Ana,\n\nThank you 😀 for the hour. I liked it.\n\nTom Reed\n"
SELECT = ("--select", "emoji,emoticon,missing-subject")


Run = Callable[..., Any]


@pytest.fixture(autouse=True)
def here(folder: Path) -> None:
    """Every test works in a folder of its own."""


@pytest.fixture
def run(invoke: Run) -> Run:
    return lambda *arguments: invoke(*SELECT, *arguments)


@pytest.fixture
def draft(run: Run) -> Path:
    """A draft with two findings, both known."""
    path = Path("draft.txt")
    path.write_text(DRAFT, encoding="utf-8")
    outcome = run("--write-baseline", "known.json", "draft.txt")
    assert outcome == (0, "", "followlint: known.json: 2 findings noted\n")
    return path


def test_known_findings_are_silent(draft: Path, run: Run) -> None:
    assert run("draft.txt").status == 1
    assert run("--baseline", "known.json", "draft.txt") == (0, "", "")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("I liked it.", "I liked it a lot. So did Ben.", id="another sentence changes"),
        pytest.param("Thank you", "We met. Thank you", id="a sentence before it"),
        pytest.param("😀 for", "😀\nfor", id="wrapped in another place"),
    ],
)
def test_they_stay_so(old: str, new: str, draft: Path, run: Run) -> None:
    draft.write_text(DRAFT.replace(old, new), encoding="utf-8")
    assert run("--baseline", "known.json", "draft.txt") == (0, "", "")


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        pytest.param("the hour", "an hour", "FL201", id="its sentence changes"),
        pytest.param("liked it.", "liked it 😀.", "FL201", id="the same in another sentence"),
        pytest.param("the hour.", "the hour :-).", "FL20", id="something else in that sentence"),
    ],
)
def test_new_ones_are_told(old: str, new: str, found: str, draft: Path, run: Run) -> None:
    draft.write_text(DRAFT.replace(old, new), encoding="utf-8")
    outcome = run("--baseline", "known.json", "draft.txt")
    assert outcome.status == 1
    assert found in outcome.out
    assert "FL502" not in outcome.out


def test_what_is_missing_is_known_of_that_draft_only(draft: Path, run: Run) -> None:
    Path("other.txt").write_text(DRAFT, encoding="utf-8")
    outcome = run("--baseline", "known.json", "draft.txt", "other.txt")
    assert outcome == (1, "other.txt:1:1: FL502 no subject line\n", "")


def test_paths_are_told_from_the_baseline(
    draft: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("deep").mkdir()
    monkeypatch.chdir("deep")
    assert run("--baseline", "../known.json", "../draft.txt") == (0, "", "")


def test_no_word_of_the_draft_is_kept(draft: Path) -> None:
    text = Path("known.json").read_text(encoding="utf-8")
    data = json.loads(text)
    assert set(data["known"]) == {"FL201", "FL502"}
    assert all(len(key) == 64 for keys in data["known"].values() for key in keys)
    for word in ("Thank", "hour", "Ana", "draft.txt", "😀"):
        assert word not in text


def test_it_is_the_same_in_every_run(draft: Path, run: Run) -> None:
    before = Path("known.json").read_bytes()
    run("--write-baseline", "known.json", "draft.txt")
    assert Path("known.json").read_bytes() == before


def test_a_draft_that_cannot_be_checked_leaves_the_old_one(draft: Path, run: Run) -> None:
    before = Path("known.json").read_bytes()
    assert run("--write-baseline", "known.json", "draft.txt", "nowhere.txt").status == 2
    assert Path("known.json").read_bytes() == before


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (None, "cannot be read: No such file or directory"),
        (b"[]", "no baseline; `--write-baseline` makes one"),
        (b"{", "no baseline; `--write-baseline` makes one"),
        (b"\xff", "no baseline; `--write-baseline` makes one"),
        (b'{"version": 1, "known": {"FL201": "abc"}}', "no baseline; `--write-baseline` makes one"),
        (b'{"version": 2}', "a baseline of another version; write it anew"),
    ],
)
def test_what_is_no_baseline(data: bytes | None, problem: str, draft: Path, run: Run) -> None:
    if data is not None:
        Path("b.json").write_bytes(data)
    assert run("--baseline", "b.json", "draft.txt") == (2, "", f"followlint: b.json: {problem}\n")


def test_with_the_mark_that_windows_puts_on_top(draft: Path, run: Run) -> None:
    Path("marked.json").write_bytes(b"\xef\xbb\xbf" + Path("known.json").read_bytes())
    assert run("--baseline", "marked.json", "draft.txt") == (0, "", "")


@pytest.mark.parametrize("mending", ["--fix", "--diff"])
def test_nothing_is_mended_meanwhile(mending: str, draft: Path, run: Run) -> None:
    assert run(mending, "--write-baseline", "new.json", "draft.txt").status == 2
    assert draft.read_text(encoding="utf-8") == DRAFT
    assert not Path("new.json").exists()


def test_no_draft_is_written_over(draft: Path, run: Run) -> None:
    outcome = run("--write-baseline", "draft.txt", "draft.txt")
    assert outcome.status == 2
    assert "--write-baseline: draft.txt is one of the drafts" in outcome.err
    assert draft.read_text(encoding="utf-8") == DRAFT


def test_one_at_a_time(draft: Path, run: Run) -> None:
    outcome = run("--baseline", "known.json", "--write-baseline", "new.json", "draft.txt")
    assert outcome.status == 2
    assert not Path("new.json").exists()
