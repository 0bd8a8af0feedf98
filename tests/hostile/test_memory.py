"""However large a thing is, no more of it is held at a time than a draft may be."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from followlint.limits import MOST_BYTES

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="counts as Linux does")
CHEAP = ["--isolated", "--no-cache", "--select", "FL504,FL9"]
DRAFT = b"From: tom@example.org\nSubject: A\n\nDear Ana,\n\nWe met.\n"
#: Beyond what a run on a small draft takes (measured: 75 MB): a draft's bytes as long as they may
#: be, their text (in which a character may take four bytes), and what a reader makes on the way.
ROOM = 3 * MOST_BYTES
HUGE = 400_000_000


def hollow(path: Path) -> None:
    """Write a file of no end of NULs, without taking room on the disk."""
    with path.open("wb") as file:
        file.truncate(HUGE)


def mailbox(path: Path) -> None:
    """Write a mailbox of a message, one that is far too large, and another."""
    with path.open("wb") as file:
        file.write(b"From a\n" + DRAFT + b"\nFrom a\n" + DRAFT)
        file.seek(HUGE, os.SEEK_CUR)
        file.write(b"\n\nFrom a\n" + DRAFT)


def long_words(path: Path) -> None:
    path.write_text("Dear Ana,\n\n" + "𝔘" * (MOST_BYTES // 4 - 100), encoding="utf-8")


def long_lines(path: Path) -> None:
    path.write_bytes(DRAFT + b"a\n" * (MOST_BYTES // 2 - 100))


LARGE: dict[str, tuple[str, Callable[[Path], None]]] = {
    "a file": ("draft.txt", hollow),
    "a saved message": ("draft.eml", hollow),
    "a mailbox": ("mail.mbox", mailbox),
    "letters of four bytes": ("draft.txt", long_words),
    "a message of lines": ("draft.eml", long_lines),
}


def memory(folder: Path, name: str) -> tuple[int, int, str]:
    """Return the status, the bytes that a run took at most, and what it said on stderr."""
    command = [sys.executable, "-m", "followlint", *CHEAP, name]
    with (folder / "err").open("wb") as err:
        running = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=err)
        _, status, used = os.wait4(running.pid, 0)
    running.returncode = os.waitstatus_to_exitcode(status)
    return running.returncode, used.ru_maxrss * 1024, (folder / "err").read_text()


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> int:
    """What a run takes on a small draft."""
    folder = tmp_path_factory.mktemp("small")
    (folder / "draft.txt").write_bytes(DRAFT)
    return memory(folder, "draft.txt")[1]


@pytest.mark.parametrize("what", LARGE)
def test_what_is_held(what: str, usual: int, tmp_path: Path) -> None:
    name, make = LARGE[what]
    make(tmp_path / name)
    status, used, said = memory(tmp_path, name)
    assert status == 2
    assert "larger than any email" in said
    assert "Traceback" not in said
    assert used - usual < ROOM
