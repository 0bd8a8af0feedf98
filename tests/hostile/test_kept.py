"""The cache under fire: killed while it is written, used by several runs at once, spoilt, locked.

An entry is whole or absent, and whatever lies there, a run says what it would say without it.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from followlint.cache.folder import CacheFolder
from followlint.cache.results import ResultCache
from followlint.cache.rules import cached_rulebook
from followlint.cli import main
from followlint.finding import Finding, Report, Severity
from followlint.mail import Kind
from followlint.rulebook import Rulebook
from followlint.text import Source, Span

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals and folders of POSIX")
Outcome = tuple[int, str, str]
HERE = Path(__file__).parent
#: How often a process is killed while it fills the cache.
KILLS = 100
TODAY = date(2026, 5, 12)
REPORT = Report(
    Source("", ""),
    Kind.FOLLOW_UP,
    (Finding(Span(0, 1), "TM001", "fruit", Severity.ERROR, "a fruit"),),
)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "cache"
    monkeypatch.setenv("FOLLOWLINT_CACHE_DIR", str(path))
    return path


def filling(*arguments: str) -> str:
    command = [sys.executable, str(HERE / "filling.py"), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_killed_at_any_moment(home: Path, rulebook: Rulebook) -> None:
    """A report or a set of rules is there as it was kept, or not at all."""
    found = int(filling("killed", str(KILLS)))
    # The kills came while something was being written, or they would prove nothing.
    left = list(home.rglob(".new-*"))
    assert found == len(left) > 0
    assert {path.stat().st_mode & 0o077 for path in left} == {0}
    assert cached_rulebook().rules == rulebook.rules
    # What was left lying is swept up when nobody can be at it any more.
    for path in left:
        os.utime(path, (0, 0))
    for folder in ("rules", "results"):
        CacheFolder(home / folder).shrink(1 << 30)
    assert list(home.rglob(".new-*")) == []


def test_several_processes_at_once(home: Path) -> None:
    """They write, read and make room in one folder: each finds what one of them kept."""
    assert filling("together", "3") == ""


@pytest.fixture
def run(folder: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Outcome]:
    """Check three drafts with two light rules."""
    for number in range(3):
        text = f"Subject: A\n\nWe met {number} times 😀\n"
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")

    def go(*arguments: str) -> Outcome:
        status = main(["check", "--isolated", "--select", "FL201,FL504", *arguments, "."])
        return status, *capsys.readouterr()

    return go


def test_two_runs_at_once(home: Path, run: Callable[..., Outcome], folder: Path) -> None:
    expected = run("--no-cache")
    assert expected[1].count("\n") == 6
    assert not home.exists()
    command = [sys.executable, "-m", "followlint", "check", "--isolated"]
    command += ["--select", "FL201,FL504", "."]
    environment = {**os.environ, "PYTHONUTF8": "1"}
    running = [
        subprocess.Popen(
            command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        for _ in range(2)
    ]
    for process in running:
        out, err = process.communicate()
        assert (process.returncode, out.decode(), err.decode()) == expected
    assert len(list((home / "results").iterdir())) == 3
    assert run() == expected


@pytest.fixture(scope="module")
def rules_read(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache with nothing but the rules in it: reading them is most of a light run's time."""
    path = tmp_path_factory.mktemp("read") / "cache"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FOLLOWLINT_CACHE_DIR", str(path))
        cached_rulebook()
    return path


SPOILT: dict[str, Callable[[Path], object]] = {
    "emptied": lambda path: path.write_bytes(b""),
    "cut in half": lambda path: path.write_bytes(path.read_bytes()[: path.stat().st_size // 2]),
    "noise": lambda path: path.write_bytes(random.Random(9).randbytes(5_000)),
    "a bit turned": lambda path: path.write_bytes(_turned(path.read_bytes())),
    "another's": lambda path: path.write_bytes(
        max(path.parent.iterdir(), key=lambda other: other.name).read_bytes()
    ),
    "locked": lambda path: path.chmod(0),
    "a folder": lambda path: (path.unlink(), path.mkdir()),
    "a link to itself": lambda path: (path.unlink(), path.symlink_to(path.name)),
    "a pipe": lambda path: (path.unlink(), os.mkfifo(path, 0o600)),
    "from the future": lambda path: os.utime(path, (2**33, 2**33)),
    "from before the epoch": lambda path: os.utime(path, (-(2**31), -(2**31))),
}


def _turned(data: bytes) -> bytes:
    return data[:100] + bytes([data[100] ^ 1]) + data[101:]


@pytest.mark.parametrize("how", SPOILT)
def test_whatever_lies_there(
    how: str, home: Path, rules_read: Path, run: Callable[..., Outcome]
) -> None:
    """Twice over: when it is found, and when it was made anew. (Rules: `cache/test_rules.py`.)"""
    shutil.copytree(rules_read, home)
    expected = run()
    kept = sorted((home / "results").iterdir())
    assert len(kept) == 3
    for path in kept:
        SPOILT[how](path)
    assert [run(), run()] == [expected, expected]


@pytest.mark.parametrize("place", ["a file", "a link to nowhere", "a device"])
def test_a_folder_that_is_none(
    place: str,
    run: Callable[..., Outcome],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    expected = run("--no-cache")
    nowhere = tmp_path / "nowhere"
    if place == "a file":
        nowhere.touch()
    elif place == "a link to nowhere":
        nowhere.symlink_to("gone")
    monkeypatch.setenv("FOLLOWLINT_CACHE_DIR", "/dev/null" if "device" in place else str(nowhere))
    assert [run(), run()] == [expected, expected]


@contextmanager
def no_room() -> Iterator[None]:
    """Let no file grow beyond a few bytes: what a full disk does, without one.

    Not for longer than the code under test runs: pytest's own report may go to a file.
    """
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_no_room_for_it(home: Path) -> None:
    slot = ResultCache("code", TODAY).slot(b"Dear Ana", "rules")
    assert slot
    with no_room():
        ResultCache("code", TODAY).keep(slot, REPORT)
        rules = cached_rulebook().rules
    assert rules
    assert list((home / "results").iterdir()) == []
    assert list((home / "rules").iterdir()) == []


class TestSwitchedOff:
    """Nothing is kept and nothing looked up: for one run, or by a configuration."""

    def configured(self, *arguments: str) -> int:
        return main([*arguments, "--select", "FL201,FL504", "."])

    def test_by_the_option(self, home: Path, run: Callable[..., Outcome]) -> None:
        run("--no-cache")
        assert not home.exists()

    def test_by_the_configuration(
        self, home: Path, run: Callable[..., Outcome], capsys: pytest.CaptureFixture[str]
    ) -> None:
        expected = run("--no-cache")
        Path("followlint.toml").write_text("cache = false\n")
        assert self.configured("check") == 1
        assert capsys.readouterr() == expected[1:]
        assert main(["rules"]) == 0
        assert not home.exists()
        Path("followlint.toml").write_text("cache = true\n")
        self.configured("check")
        assert len(list(home.rglob("*/*"))) == 4

    def test_of_the_drafts_folder_wherever_it_is_run(
        self, home: Path, run: Callable[..., Outcome]
    ) -> None:
        """A draft whose folder says so leaves no trace; the one beside it may."""
        Path("secret").mkdir()
        Path("secret/followlint.toml").write_text("cache = false\n")
        Path("0.txt").rename("secret/0.txt")
        self.configured("check")
        assert len(list((home / "results").iterdir())) == 2

    def test_what_was_kept_before_is_not_looked_up(
        self, home: Path, run: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        run()
        asked: list[str] = []
        monkeypatch.setattr(CacheFolder, "read", lambda _, name: asked.append(name))
        run("--no-cache")
        assert asked == []


def test_a_report_is_not_the_one_of_another_day(home: Path) -> None:
    """The clock may jump either way: what hangs on the day holds for that day alone."""
    cache = ResultCache("code", TODAY)
    slot = cache.slot(b"Dear Ana", "rules")
    assert slot
    cache.keep(slot, replace(REPORT, dated=True))
    for other in (date(2026, 5, 11), date(2026, 5, 13), date.min, date.max):
        assert ResultCache("code", other).find(slot) is None
    assert cache.find(slot)
