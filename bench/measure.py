"""Whole processes, measured from outside: wall and CPU seconds, peak memory."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench.memory import Family

_LAUNCH = [sys.executable, "-I", "-S", str(Path(__file__).with_name("launch.py"))]
#: The kernel's account has KiB, on a Mac bytes.
_OF_A_MIB = 1024 * 1024 if sys.platform == "darwin" else 1024


@dataclass(frozen=True)
class Command:
    """A command and what it checks, in a few words.

    `cwd` is where it runs, `env` is added to our own environment, `fine` are the statuses with
    which it ends after doing its work. `server` is a process that works for it: its seconds and
    its memory are added.
    """

    name: str
    checks: str
    argv: Sequence[str]
    cwd: Path | None = None
    env: Mapping[str, str] = field(default_factory=dict)
    fine: frozenset[int] = frozenset({0, 1})
    server: int | None = None


@dataclass(frozen=True)
class Figures:
    """What one run took: seconds by the clock and of all processors, MiB of all its processes."""

    wall: float
    cpu: float
    peak_mib: float


@dataclass
class Series:
    """The figures of a command's counted runs; `failed` says why there are none."""

    command: Command
    runs: list[Figures] = field(default_factory=list)
    failed: str = ""


class FailedError(RuntimeError):
    """A command that did not do its work; its figures would mean nothing."""


def run_once(command: Command) -> Figures:
    """Run a command to its end. Raises `FailedError` where it does not end well.

    Children count: their seconds are added, and so is their memory, shared pages counted once.
    """
    before = _seconds_of(command.server) if command.server else 0.0
    with tempfile.TemporaryFile("w+", errors="replace") as complaints:
        process = subprocess.Popen(
            [*_LAUNCH, *command.argv],
            cwd=command.cwd,
            env={**os.environ, **command.env},
            stdout=subprocess.PIPE,
            stderr=complaints,
            text=True,
        )
        with Family(process.pid) as family:
            told, _ = process.communicate()
        complaints.seek(0)
        last = complaints.read().strip().rpartition("\n")[2]
    if process.returncode:
        raise FailedError(f"{command.name} could not be started: {last}")
    wall, cpu, largest, status = (float(figure) for figure in told.split())
    if status not in command.fine:
        raise FailedError(f"{command.name} exited with {status:.0f}: {last or 'it said nothing'}")
    peak = max(largest / _OF_A_MIB, family.peak_mib)
    if command.server:
        cpu += _seconds_of(command.server) - before
        peak += _peak_mib_of(command.server)
    return Figures(wall, cpu, peak)


def measure(
    commands: Sequence[Command], runs: int, say: Callable[[str], object] = lambda _: None
) -> list[Series]:
    """Run all commands in turn (A B C A B C …), after one run of each that is not counted.

    One that fails once is not run again, and has no figures.
    """
    series = [Series(command) for command in commands]
    for turn in range(runs + 1):
        for one in series:
            if one.failed:
                continue
            try:
                figures = run_once(one.command)
            except FailedError as error:
                one.failed = str(error)
                one.runs.clear()
                say(one.failed)
                continue
            say(f"{turn or 'warm-up'}: {one.command.name}, {figures.wall:.2f} s")
            if turn:
                one.runs.append(figures)
    return series


def _seconds_of(pid: int) -> float:
    # The name, in brackets, may hold spaces; user and system ticks are the 12th and 13th after it.
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _peak_mib_of(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text()
    return (
        next(int(row.split()[1]) for row in status.splitlines() if row.startswith("VmHWM")) / 1024
    )
