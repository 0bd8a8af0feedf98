"""Patterns for paths mean what they would in a .gitignore."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from followlint import globs
from followlint.globs import Glob, placed

BASE = Path("/team/mail")


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("*.md", "/team/mail/a.md"),
        ("*.md", "/team/mail/deep/down/a.md"),
        ("*.md", "/elsewhere/a.md"),
        ("a?.txt", "/team/mail/a1.txt"),
        ("a[0-9].txt", "/team/mail/a1.txt"),
        ("a[!0-9].txt", "/team/mail/ab.txt"),
        ("old", "/team/mail/x/old"),
        ("/a.md", "/team/mail/a.md"),
        ("./x/a.md", "/team/mail/x/a.md"),
        ("x/*.md", "/team/mail/x/a.md"),
        ("x/**/a.md", "/team/mail/x/a.md"),
        ("x/**/a.md", "/team/mail/x/y/z/a.md"),
        ("**/a.md", "/team/mail/a.md"),
        ("x/**", "/team/mail/x/y/a.md"),
        ("../other/*", "/team/other/a.md"),
        ("to ana (1).txt", "/team/mail/to ana (1).txt"),
        ("[a.txt", "/team/mail/[a.txt"),
        ("a[]].txt", "/team/mail/a].txt"),
        ("größe*", "/team/mail/größe.txt"),
        (r"x\*.md", "/team/mail/x/a.md"),
        (r".\x\**\a.md", "/team/mail/x/y/z/a.md"),
        (r"..\other\*", "/team/other/a.md"),
    ],
)
def test_names(pattern: str, path: str) -> None:
    assert Glob(pattern, BASE).names(Path(path))


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("*.md", "/team/mail/a.md.txt"),
        ("*.md", "/team/mail/a.MD"),
        ("a?.txt", "/team/mail/a.txt"),
        ("a[!0-9].txt", "/team/mail/a1.txt"),
        ("/a.md", "/team/mail/x/a.md"),
        ("x/*.md", "/team/mail/y/x/a.md"),
        ("x/*.md", "/team/mail/x/y/a.md"),
        ("x/*.md", "/team/x/a.md"),
        ("x/a[!b]c", "/team/mail/x/a/c"),
        ("../other/*", "/team/mail/other/a.md"),
        ("a.md", "/team/mail/aXmd"),
        ("", "/team/mail/a.md"),
    ],
)
def test_does_not_name(pattern: str, path: str) -> None:
    assert not Glob(pattern, BASE).names(Path(path))


def test_a_slash_at_the_end_is_for_folders(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "old").touch()
    glob = Glob("old/", tmp_path)
    assert glob.names(tmp_path / "old")
    assert not glob.names(tmp_path / "new" / "old")
    assert glob.covers(tmp_path / "old" / "deep" / "a.txt")


def test_covers_what_lies_below() -> None:
    glob = Glob("x/*", BASE)
    assert glob.covers(BASE / "x/y/a.md")
    assert not glob.names(BASE / "x/y/a.md")
    assert not glob.covers(BASE / "y/a.md")


def test_a_link_stands_where_it_is(tmp_path: Path) -> None:
    (tmp_path / "there.txt").touch()
    link = tmp_path / "here.txt"
    link.symlink_to(tmp_path / "there.txt")
    assert placed(link) == tmp_path.resolve() / "here.txt"


def test_the_folder_above_has_a_name_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "x").mkdir()
    monkeypatch.chdir(tmp_path / "x")
    assert placed(Path("..")) == tmp_path.resolve()
    assert placed(Path()) == tmp_path.resolve() / "x"


PATTERNS = st.lists(
    st.sampled_from(["*", "**", "**/", "/", "a", "b", ".", "?", "[ab]", "[!a]"]), min_size=1
).map("".join)
PATHS = st.lists(st.sampled_from(["a", "b", "c", ".", "a/", "b/", "\n"]), min_size=1).map("".join)


@given(PATTERNS, PATHS)
@settings(max_examples=600)
def test_two_ways_to_match_agree(pattern: str, path: str) -> None:
    states = globs._states(pattern)
    current = {0}
    for char in path:
        reached = globs._reached(states, current)
        current = {n for at in reached if at < len(states) for n in states[at].after(at, char)}
    stepwise = len(states) in globs._reached(states, current)
    assert stepwise == bool(globs._regex(pattern).fullmatch(path))


def test_many_stars_take_no_time() -> None:
    path = Path.cwd() / ("a" * 250)
    assert not Glob("*a" * 60 + "b", Path.cwd()).names(path)
    assert Glob("*a" * 60, Path.cwd()).names(path)


def test_a_class_that_is_none_stands_for_itself(tmp_path: Path) -> None:
    assert Glob("[z-a].txt", tmp_path).names(tmp_path / "[z-a].txt")
