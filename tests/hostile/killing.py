"""Writes a file over and over in a child that is killed at some moment; run as a program.

`python killing.py HOW FILE TIMES` prints how many kills left a file of another's beside it, and
fails where the file was neither the old nor the new one.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

from followlint import replace
from followlint.baseline import Baseline
from followlint.finding import Finding, Report, Severity
from followlint.fix import write_back
from followlint.mail import Kind
from followlint.report.output import write
from followlint.text import Source, Span

OLD, NEW = b"Dear Ana,\n" * 20_000, b"Thank you for the tour.\r\n" * 9_000


def reports(number: int) -> list[Report]:
    text = f"We met {number}. " * 2_000
    places = [Span(at, at + 2) for at in range(0, len(text) - 2, 10)]
    findings = [Finding(place, "TM001", "fruit", Severity.ERROR, "a", "b") for place in places]
    return [Report(Source("draft.txt", text), Kind.THANK_YOU, tuple(findings))]


def fixing(path: Path) -> None:
    held = path.read_bytes()
    write_back(path, held, NEW if held == OLD else OLD)


def reporting(path: Path) -> None:
    write(path, (OLD if random.random() < 0.5 else NEW).decode())


def noting(path: Path) -> None:
    Baseline(path).written(reports(random.randrange(2)))


HOW: dict[str, Callable[[Path], None]] = {"fix": fixing, "report": reporting, "baseline": noting}


#: In seconds, how long a child may live: a baseline takes its time before it is written.
LONGEST = {"fix": 0.02, "report": 0.02, "baseline": 0.06}


def allowed(how: str, path: Path) -> set[bytes]:
    if how != "baseline":
        return {OLD, NEW}
    found = set()
    for number in range(2):
        Baseline(path).written(reports(number))
        found.add(path.read_bytes())
    return found


def main(how: str, path: Path, times: int) -> None:
    whole = allowed(how, path)
    path.write_bytes(next(iter(whole)))
    littered = 0
    for _ in range(times):
        child = os.fork()
        if not child:
            replace._swept.clear()  # a run of its own knows of no other
            while True:
                HOW[how](path)
        time.sleep(random.uniform(0.001, LONGEST[how]))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        assert path.read_bytes() in whole, "neither old nor new"
        beside = len(list(path.parent.iterdir())) - 1
        assert beside <= 1, "what is left lying grows"
        littered += beside
    print(littered)


if __name__ == "__main__":
    random.seed(9)
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
