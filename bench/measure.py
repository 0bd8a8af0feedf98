"""Whole processes, measured from outside: wall and CPU seconds, peak memory."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Command:
    """A command and what it does, in a few words; `cwd` is where it runs."""

    name: str
    does: str
    argv: Sequence[str]
    cwd: Path | None = None


@dataclass
class Series:
    """The figures of a command's counted runs."""

    command: Command
    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    peak_mib: list[float] = field(default_factory=list)

    def add(self, wall: float, usage: object) -> None:
        self.wall.append(wall)
        self.cpu.append(usage.ru_utime + usage.ru_stime)  # type: ignore[attr-defined]
        self.peak_mib.append(usage.ru_maxrss / 1024)  # type: ignore[attr-defined]

    def row(self) -> str:
        wall, cpu, peak = (statistics.median(x) for x in (self.wall, self.cpu, self.peak_mib))
        spread = f"{min(self.wall):.2f}–{max(self.wall):.2f}"
        return (
            f"| {self.command.name} | {self.command.does} | {wall:.2f} ({spread}) "
            f"| {cpu:.2f} | {peak:.0f} |"
        )


def run_once(command: Command) -> tuple[float, object]:
    """Run a command to its end; returns wall seconds and the kernel's account of it."""
    start = time.perf_counter()
    process = subprocess.Popen(
        command.argv, cwd=command.cwd, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise RuntimeError(f"{command.name} exited with {process.returncode}: {command.argv}")
    return wall, usage


def measure(commands: Sequence[Command], runs: int) -> list[Series]:
    """Run all commands in turn (A B C A B C …), after one run of each that is not counted."""
    series = [Series(command) for command in commands]
    for command in commands:
        run_once(command)
    for _ in range(runs):
        for one in series:
            one.add(*run_once(one.command))
    return series
