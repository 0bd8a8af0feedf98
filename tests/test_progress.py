"""How far a long run is, shown on a terminal and nowhere else."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from followlint.commands import progress
from followlint.commands.progress import watched


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], Iterator[int]]:
    """(seconds for each draft, number) -> drafts that take that long."""
    now = [100.0]
    monkeypatch.setattr(progress.time, "monotonic", lambda: now[0])
    monkeypatch.setenv("TERM", "xterm")

    def drafts(seconds: float, number: int = 4) -> Iterator[int]:
        for draft in range(number):
            now[0] += seconds
            yield draft

    return drafts


def shown(items: Iterator[int], number: int, stream: io.StringIO) -> str:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stderr", stream)
        assert list(watched(items, number)) == list(range(number))
    return stream.getvalue()


def test_a_long_run_shows_how_far_it_is_and_clears_the_line(clock) -> None:  # type: ignore[no-untyped-def]
    pictures = shown(clock(1.0), 4, Terminal()).split("\r")
    bars = ["############------------", "##################------"]
    assert pictures[:3] == ["", f"[{bars[0]}] 2 of 4 drafts", f"[{bars[1]}] 3 of 4 drafts"]
    # Nothing is left of it, and the cursor is where it was.
    assert pictures[3:] == [" " * len(pictures[1]), ""]


def test_a_short_run_shows_nothing(clock) -> None:  # type: ignore[no-untyped-def]
    assert shown(clock(0.3), 4, Terminal()) == ""


def test_one_draft_shows_nothing(clock) -> None:  # type: ignore[no-untyped-def]
    assert shown(clock(9.0, 1), 1, Terminal()) == ""


def test_it_is_not_drawn_more_often_than_anybody_sees(clock) -> None:  # type: ignore[no-untyped-def]
    assert shown(clock(0.02, 200), 200, Terminal()).count(" drafts") < 30


def test_a_pipe_is_not_written_to(clock) -> None:  # type: ignore[no-untyped-def]
    assert shown(clock(9.0), 4, io.StringIO()) == ""


def test_nor_a_terminal_that_cannot_go_back(
    clock,  # type: ignore[no-untyped-def]
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TERM", "dumb")
    assert shown(clock(9.0), 4, Terminal()) == ""


def test_on_a_narrow_terminal_there_is_no_bar(
    clock,  # type: ignore[no-untyped-def]
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    said = shown(clock(9.0), 4, Terminal())
    assert "\r1 of 4 drafts" in said
    assert "#" not in said


def test_whoever_stops_early_gets_the_line_cleared(
    clock,  # type: ignore[no-untyped-def]
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    items = watched(clock(9.0), 4)
    next(items)
    items.close()
    assert stream.getvalue().endswith(" \r")


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
@pytest.mark.parametrize(("option", "drawn"), [((), True), (("--quiet",), False)])
def test_on_a_real_terminal(option: tuple[str, ...], drawn: bool, folder: Path) -> None:
    """A run that takes as long as it takes: patience is what is cut short."""
    import pty

    for number in range(3):
        text = f"Subject: A\n\nDear Ana,\n\nThank you for {number} 😀\n"
        Path(f"{number}.txt").write_text(text, encoding="utf-8")
    code = (
        "import sys; from followlint.commands import progress; from followlint.cli import main;"
        "progress._PATIENCE = progress._PAUSE = 0; sys.exit(main(sys.argv[1:]))"
    )
    ours, theirs = pty.openpty()
    done = subprocess.run(
        [sys.executable, "-c", code, "--select", "emoji", *option, "."],
        stdout=subprocess.PIPE,
        stderr=theirs,
        env={**os.environ, "TERM": "xterm", "PYTHONUTF8": "1"},
    )
    os.write(theirs, b"end")
    heard = b""
    while not heard.endswith(b"end"):  # a terminal gives what it has, not all there will be
        heard += os.read(ours, 65536)
    said = heard.decode()
    os.close(theirs)
    os.close(ours)
    assert (done.returncode, done.stdout.count(b"FL201")) == (1, 3)
    assert ("2 of 3 drafts" in said) is drawn
    assert said.rpartition("\r")[2] == "end"
