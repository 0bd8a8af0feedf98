"""Killed, out of room, locked out, interrupted: a file is the old one or the new one."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from followlint import replace as replacing
from followlint.baseline import Baseline
from followlint.fix import NotWrittenError, write_back
from followlint.replace import replace
from followlint.report.output import OutputError, write

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals and limits of POSIX")
HERE = Path(__file__).parent
DRAFT = "Dear Ana,\n\nThank you for the the tour, it was well worth the day 😀\n\nBest,\nTom\n"
#: How often each way of writing is killed.
KILLS = 100


@pytest.mark.parametrize("how", ["fix", "report", "baseline"])
def test_killed_at_any_moment(how: str, tmp_path: Path) -> None:
    command = [sys.executable, str(HERE / "killing.py"), how, str(tmp_path / "file"), str(KILLS)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert (done.returncode, done.stderr) == (0, "")
    # The kills came while something was being written, or they would prove nothing.
    assert int(done.stdout) > 0


@pytest.mark.parametrize("how", ["fix", "report"])
def test_two_at_once(how: str, tmp_path: Path) -> None:
    path = tmp_path / "file"
    from_us, from_them = b"a" * 300_000, b"b" * 300_000
    path.write_bytes(from_us)
    code = (
        "import sys, pathlib; from followlint.replace import replace\n"
        "for _ in range(100): replace(pathlib.Path(sys.argv[1]), b'b' * 300_000)"
    )
    other = subprocess.Popen([sys.executable, "-c", code, str(path)])
    while other.poll() is None:
        with contextlib.suppress(NotWrittenError):  # it changed meanwhile: that is the promise
            held = path.read_bytes()
            assert held in (from_us, from_them)
            if how == "fix":
                write_back(path, held, from_us)
            else:
                write(path, from_us.decode())
    assert other.returncode == 0
    assert [p.name for p in tmp_path.iterdir()] == ["file"]


class TestWhatIsLeftLying:
    def test_of_a_process_that_has_gone(self, tmp_path: Path) -> None:
        with subprocess.Popen([sys.executable, "-c", ""]) as gone:
            gone.wait()
        left = tmp_path / f".followlint-{replacing._MACHINE}-{gone.pid}-abc.tmp"
        left.write_text("half")
        replace(tmp_path / "file", b"whole")
        assert [p.name for p in tmp_path.iterdir()] == ["file"]

    def test_of_others_it_stays(self, tmp_path: Path) -> None:
        names = {
            f".followlint-{replacing._MACHINE}-{os.getpid()}-abc.tmp",  # still at work
            ".followlint-00000000-1-abc.tmp",  # another machine's
            ".followlint.toml",
            "draft.tmp",
        }
        for name in names:
            (tmp_path / name).touch()
        replace(tmp_path / "file", b"whole")
        assert {p.name for p in tmp_path.iterdir()} == names | {"file"}


@contextlib.contextmanager
def room_for(size: int) -> Iterator[None]:
    """Let no file grow beyond so many bytes: what a full disk does, without one."""
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


class TestNoRoom:
    def test_for_a_mended_draft(self, tmp_path: Path) -> None:
        path = tmp_path / "draft.txt"
        path.write_bytes(b"old")
        with room_for(1_000), pytest.raises(NotWrittenError, match="not fixed: cannot be written"):
            write_back(path, b"old", b"new" * 1_000)
        self.untouched(path)

    def test_for_a_report(self, tmp_path: Path) -> None:
        path = tmp_path / "report.json"
        path.write_bytes(b"old")
        with room_for(1_000), pytest.raises(OutputError, match="cannot be written"):
            write(path, "new" * 1_000)
        self.untouched(path)

    def test_for_a_baseline(self, tmp_path: Path) -> None:
        path = tmp_path / "baseline.json"
        path.write_bytes(b"old")
        with room_for(10), pytest.raises(OutputError, match="cannot be written"):
            Baseline(path).written([])
        self.untouched(path)

    def untouched(self, path: Path) -> None:
        assert path.read_bytes() == b"old"
        assert [p.name for p in path.parent.iterdir()] == [path.name]


@pytest.fixture
def mounted(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 kB of our own, where that is allowed."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)]
    try:
        done = subprocess.run(mount, capture_output=True)
    except OSError:
        pytest.skip("there is no `mount`")
    if done.returncode:
        pytest.skip("mounting a disk is not allowed here")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def run(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "followlint", "--isolated", "--no-cache", *arguments]
    environment = {**os.environ, "PYTHONUTF8": "1"}
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, env=environment)


def test_a_disk_that_is_full(mounted: Path) -> None:
    draft = mounted / "draft.txt"
    draft.write_text(DRAFT, encoding="utf-8")
    with contextlib.suppress(OSError), (mounted / "filler").open("wb", buffering=0) as file:
        while True:
            file.write(b"x" * 4096)
    for arguments in (["--fix"], ["--output-file", "report.txt"], ["--write-baseline", "b.json"]):
        done = run("draft.txt", *arguments, folder=mounted)
        assert done.returncode == 2, done
        assert "No space left on device" in done.stderr
        assert "Traceback" not in done.stderr
    assert draft.read_text(encoding="utf-8") == DRAFT
    names = {"draft.txt", "filler"}
    assert {p.name for p in mounted.iterdir() if p.stat().st_size or p.name in names} == names


def test_a_folder_that_is_read_only(mounted: Path) -> None:
    draft = mounted / "draft.txt"
    draft.write_text(DRAFT, encoding="utf-8")
    subprocess.run(["mount", "-o", "remount,ro", str(mounted)], check=True)
    for arguments in (["--fix"], ["--output-file", "report.txt"], ["--write-baseline", "b.json"]):
        done = run("draft.txt", *arguments, folder=mounted)
        assert done.returncode == 2, done
        assert "read-only" in done.stderr.lower()
        assert "Traceback" not in done.stderr
    assert draft.read_text(encoding="utf-8") == DRAFT


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is full")
@pytest.mark.parametrize("arguments", [["rules"], ["--select", "FL5", "draft.txt"], ["--help"]])
def test_standard_output_that_is_full(arguments: list[str], tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text(DRAFT, encoding="utf-8")
    command = [sys.executable, "-m", "followlint", *arguments]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, text=True)
    assert (done.returncode, done.stderr) == (2, "followlint: No space left on device\n")


def test_a_reader_that_has_gone(tmp_path: Path) -> None:
    source, sink = os.pipe()
    os.close(source)
    command = [sys.executable, "-m", "followlint", "rules", "--isolated"]
    done = subprocess.run(command, stdout=sink, stderr=subprocess.PIPE, text=True)
    os.close(sink)
    assert (done.returncode, done.stderr) == (2, "")


def test_control_c(tmp_path: Path) -> None:
    """It ends within seconds, with 130, without a word, and leaves no process behind."""
    chance = random.Random(9)
    for number in range(40):
        text = DRAFT * 40 + str(number)
        (tmp_path / f"draft{number}.txt").write_text(text, encoding="utf-8")
    for _ in range(8):
        command = [sys.executable, "-m", "followlint", "--isolated", "--no-cache", "--jobs", "2"]
        running = subprocess.Popen(
            [*command, "."],
            cwd=tmp_path,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        time.sleep(chance.uniform(0.1, 4.0))
        os.killpg(running.pid, signal.SIGINT)
        asked = time.monotonic()
        _, said = running.communicate(timeout=60)
        if running.returncode == -signal.SIGINT:
            continue  # Python itself was not there yet
        assert (running.returncode, said.strip()) == (130, "")
        assert time.monotonic() - asked < 20  # a bound, not a measurement
        with pytest.raises(ProcessLookupError):
            os.killpg(running.pid, 0)
