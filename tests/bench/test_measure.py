"""Runs measured from outside, with processes that are over at once."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from bench.measure import Command, FailedError, measure, run_once
from bench.memory import descendants, shared_out


def command(code: str, **more: object) -> Command:
    return Command("python", "", [sys.executable, "-c", code], **more)  # type: ignore[arg-type]


def test_a_run_that_fails_is_no_figure() -> None:
    code = "import sys; print('Traceback', 'ValueError: no', sep=chr(10), file=sys.stderr); exit(2)"
    with pytest.raises(FailedError, match=r"^python exited with 2: ValueError: no$"):
        run_once(command(code))


def test_a_command_that_is_not_there() -> None:
    with pytest.raises(FailedError, match=r"nothing could not be started: FileNotFoundError"):
        run_once(Command("nothing", "", ["/no/such/program"]))


def test_memory_is_not_that_of_whoever_measures() -> None:
    ballast = b"x" * (100 << 20)
    assert run_once(command("pass")).peak_mib < 50
    del ballast


@pytest.mark.skipif(sys.platform != "linux", reason="asks /proc")
def test_what_children_take_counts() -> None:
    spend = "x = b'y' * (60 << 20); import time; time.sleep(0.4); sum(range(3_000_000))"
    code = (
        "import subprocess, sys;"
        f"[p.wait() for p in [subprocess.Popen([sys.executable, '-c', {spend!r}]) for _ in 'ab']]"
    )
    found = run_once(command(code))
    assert found.peak_mib > 120
    assert found.cpu > 0.02


def test_a_status_that_a_tool_ends_with_after_its_work() -> None:
    assert run_once(command("raise SystemExit(65)", fine=frozenset({65}))).peak_mib > 1


def test_the_environment_of_a_command() -> None:
    code = "import os; raise SystemExit(os.environ['FOLLOWLINT_X'] != 'y')"
    run_once(command(code, env={"FOLLOWLINT_X": "y"}, fine=frozenset({0})))


def test_commands_run_in_turn_after_a_warm_up() -> None:
    said: list[str] = []
    one, other = (Command(name, "", [sys.executable, "-c", "pass"]) for name in "AB")
    found = measure([one, other], 2, said.append)
    assert [line.split(",")[0] for line in said] == [
        *("warm-up: A", "warm-up: B", "1: A", "1: B", "2: A", "2: B"),
    ]
    assert [(series.command.name, len(series.runs)) for series in found] == [("A", 2), ("B", 2)]


def test_a_command_that_fails_has_no_figures_and_spoils_no_others() -> None:
    found = measure([command("raise SystemExit(2)"), command("pass")], 1)
    assert [(series.failed, len(series.runs)) for series in found] == [
        ("python exited with 2: it said nothing", 0),
        ("", 1),
    ]


def test_shared_memory_is_counted_by_its_share() -> None:
    assert shared_out("55d0-7ffc ---p 00 00:00 0 [rollup]\nRss: 900 kB\nPss: 120 kB\n") == 120
    assert shared_out("") == 0


@pytest.mark.skipif(sys.platform != "linux", reason="asks /proc")
def test_children_and_theirs() -> None:
    inner = "print('ready', flush=True); input()"
    outer = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {inner!r}])"
    with subprocess.Popen(
        [sys.executable, "-c", outer], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        assert len(descendants(process.pid)) == 1
        assert process.pid in descendants(os.getpid())
        process.communicate(b"\n")
    assert descendants(process.pid) == []
