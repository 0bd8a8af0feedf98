"""The rules as they were read before: the same ones, or else read anew."""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

import followlint.cache.rules
from followlint.cache.rules import cached_rulebook
from followlint.errors import FollowlintError
from followlint.rulebook import Rulebook, read_rulebook


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FOLLOWLINT_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache" / "rules"


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Path, ...]]:
    """Which folders were read, time by time."""
    asked: list[tuple[Path, ...]] = []

    def noting(extra: tuple[Path, ...]) -> Rulebook:
        asked.append(extra)
        return read_rulebook(extra)

    monkeypatch.setattr(followlint.cache.rules, "read_rulebook", noting)
    return asked


def test_the_second_time_nothing_is_read(home: Path, read: list[tuple[Path, ...]]) -> None:
    first, second = cached_rulebook(), cached_rulebook()
    assert read == [()]
    assert second.rules == first.rules
    assert (second.content, second.terms, second.opinions) == (
        first.content,
        first.terms,
        first.opinions,
    )
    assert [path.stat().st_mode & 0o077 for path in (home, *home.iterdir())] == [0, 0]


def test_without_keeping_nothing_is_looked_up_or_written(
    home: Path, read: list[tuple[Path, ...]]
) -> None:
    cached_rulebook(keep=False)
    assert not home.exists()


def test_a_changed_rule_is_read_anew(
    home: Path, read: list[tuple[Path, ...]], rule_file: Callable[..., Path]
) -> None:
    path = rule_file()
    cached_rulebook([path.parent])
    before = path.stat()
    path.write_text(path.read_text(encoding="utf-8").replace("a fruit", "no fruit"), "utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert cached_rulebook([path.parent]).find("TM001").message == "“{match}” is no fruit"
    assert len(read) == 2


def test_a_broken_rule_is_an_error_each_time(
    home: Path, read: list[tuple[Path, ...]], rule_file: Callable[..., Path]
) -> None:
    path = rule_file(("severity: warning", "severity: warn"))
    for _ in range(2):
        with pytest.raises(FollowlintError, match=":6:11: 'warn' is not one of"):
            cached_rulebook([path.parent])
    assert not home.exists()


def test_a_folder_that_is_not_there(home: Path, tmp_path: Path) -> None:
    with pytest.raises(FollowlintError, match="no such folder of rules"):
        cached_rulebook([tmp_path / "none"])


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda data: data[:-100], id="cut short"),
        pytest.param(lambda data: b"", id="empty"),
        pytest.param(lambda data: data[:500] + b"\0" + data[501:], id="a byte changed"),
        pytest.param(lambda data: b"nonsense" * 9, id="nonsense"),
    ],
)
def test_what_is_damaged_is_read_anew(
    damage: Callable[[bytes], bytes], home: Path, read: list[tuple[Path, ...]]
) -> None:
    cached_rulebook()
    (kept,) = home.iterdir()
    kept.write_bytes(damage(kept.read_bytes()))
    assert cached_rulebook().rules
    assert len(read) == 2
    cached_rulebook()
    assert len(read) == 2  # it was written anew, too


class Trap:
    """Does something when it is unpickled."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, ...]:
        return Path.touch, (self.path,)


class Eval:
    def __reduce__(self) -> tuple[object, ...]:
        return eval, ("open('sprung', 'w')",)


class Attribute:
    def __reduce__(self) -> tuple[object, ...]:
        return getattr, ("text", "upper")


@pytest.mark.parametrize("trap", ["touch", "eval", "getattr", "another thing"])
def test_nothing_but_our_data_is_made(
    trap: str,
    home: Path,
    read: list[tuple[Path, ...]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    cached_rulebook()
    (kept,) = home.iterdir()
    things = {
        "touch": Trap(tmp_path / "sprung"),
        "eval": Eval(),
        "getattr": Attribute(),
        "another thing": ("a", "tuple"),
    }
    data = pickle.dumps(things[trap])
    kept.write_bytes(sha256(data).digest() + data)
    assert cached_rulebook().rules
    assert not (tmp_path / "sprung").exists()
    assert len(read) == 2
