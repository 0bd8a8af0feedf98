"""Several processes: results in order, failures told, and nobody left behind."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator

import pytest

from followlint.workers import WorkerError, can_fork, in_processes, processors

pytestmark = pytest.mark.skipif(not can_fork(), reason="no process can be forked here")


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def slow_first(number: int) -> tuple[int, int]:
    time.sleep(0.2 if number == 0 else 0)
    return number, os.getpid()


def test_results_come_in_the_order_of_the_things() -> None:
    results = list(in_processes(slow_first, range(50), 3))
    assert [number for number, _ in results] == list(range(50))
    pids = {pid for _, pid in results}
    assert len(pids) > 1
    assert os.getpid() not in pids
    assert not any(map(is_alive, pids))


def test_nothing_at_all() -> None:
    assert list(in_processes(slow_first, [], 2)) == []


def test_things_are_taken_as_they_are_needed() -> None:
    taken: list[int] = []

    def things() -> Iterator[int]:
        for number in range(1000):
            taken.append(number)
            yield number

    results = in_processes(slow_first, things(), 2)
    next(results)
    assert len(taken) < 50
    results.close()  # type: ignore[attr-defined]


def test_what_is_raised_is_told() -> None:
    def fail(number: int) -> int:
        if number == 3:
            raise ValueError("no three")
        return number

    with pytest.raises(WorkerError, match="ValueError: no three"):
        list(in_processes(fail, range(9), 2))


def test_a_killed_process_is_told() -> None:
    def die(number: int) -> int:
        if number == 3:
            os.kill(os.getpid(), signal.SIGKILL)
        return number

    with pytest.raises(WorkerError, match="killed by signal 9"):
        list(in_processes(die, range(9), 2))


def test_whoever_stops_early_leaves_nobody() -> None:
    results = in_processes(slow_first, range(100), 2)
    pids = {next(results)[1] for _ in range(20)}
    results.close()  # type: ignore[attr-defined]
    assert not any(map(is_alive, pids))


def test_processors_are_counted() -> None:
    assert processors() >= 1
