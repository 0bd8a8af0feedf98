"""One function over many things in several processes at once, results in order.

Processes are forked, so that what is loaded before is shared and not loaded again.
"""

from __future__ import annotations

import os
import signal
import sys
import warnings
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from followlint.errors import FollowlintError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import ForkProcess

T = TypeVar("T")
R = TypeVar("R")
#: How many results may wait, per process, for one before them.
_AHEAD = 8
#: How long a process that is told to end may take, in seconds.
_PATIENCE = 2.0


class WorkerError(FollowlintError):
    """A process that failed or was killed."""


def can_fork() -> bool:
    """Tell whether a process can become two here. Apple's own libraries do not survive it."""
    return hasattr(os, "fork") and sys.platform != "darwin"


def processors() -> int:
    """Return how many processes can run at once for us; 1 where processes cannot be forked."""
    if not can_fork():
        return 1
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def in_processes(work: Callable[[T], R], things: Iterable[T], jobs: int) -> Iterator[R]:
    """Yield what `work` returns for each thing, in their order, from `jobs` processes.

    Things and results must be picklable; few of them are held at a time. Raises `WorkerError`
    where `work` raises or a process dies. No process outlives the iterator, however it ends.
    """
    workers: list[_Worker] = []
    try:
        for _ in range(jobs):
            workers.append(_forked(work, [end for worker in workers for end in worker.ends]))
        yield from _in_order(workers, iter(things))
    finally:
        for worker in workers:
            for end in worker.ends:
                end.close()
            worker.process.terminate()
        for worker in workers:
            worker.process.join(_PATIENCE)
            if worker.process.is_alive():
                worker.process.kill()
                worker.process.join()


@dataclass(frozen=True)
class _Worker:
    """A process and our ends of two pipes; one pipe for both ways would be a socket."""

    process: ForkProcess
    tasks: Connection
    results: Connection

    @property
    def ends(self) -> tuple[Connection, Connection]:
        return self.tasks, self.results


def _in_order(workers: list[_Worker], things: Iterator[Any]) -> Iterator[Any]:
    from multiprocessing.connection import wait

    idle, busy = list(workers), dict[Any, _Worker]()
    done: dict[int, Any] = {}
    given = taken = 0
    last = False
    while True:
        while idle and not last and given < taken + _AHEAD * len(workers):
            try:
                thing = next(things)
            except StopIteration:
                last = True
                break
            worker = idle.pop()
            _tell(worker, (given, thing))
            busy[worker.results] = worker
            given += 1
        if taken in done:
            yield done.pop(taken)
            taken += 1
        elif busy:
            for connection in wait(list(busy)):
                worker = busy.pop(connection)
                number, result = _answer(worker)
                done[number] = result
                idle.append(worker)
        else:
            return


def _tell(worker: _Worker, task: tuple[int, Any]) -> None:
    try:
        worker.tasks.send(task)
    except OSError:
        raise _death(worker) from None


def _answer(worker: _Worker) -> tuple[int, Any]:
    try:
        number, result, error = worker.results.recv()
    except (EOFError, OSError):
        raise _death(worker) from None
    if error:
        raise WorkerError(f"a worker process failed: {error}; --jobs 1 does without them")
    return number, result


def _death(worker: _Worker) -> WorkerError:
    worker.process.join(_PATIENCE)
    code = worker.process.exitcode
    how = f"was killed by signal {-code}" if code is not None and code < 0 else f"ended with {code}"
    return WorkerError(f"a worker process {how}; --jobs 1 does without them")


def _forked(work: Callable[[Any], Any], others: list[Connection]) -> _Worker:
    import multiprocessing

    context = multiprocessing.get_context("fork")
    given, tasks = context.Pipe(duplex=False)
    results, told = context.Pipe(duplex=False)
    # As a daemon it ends with us even where nobody ends the iterator.
    arguments = (work, given, told, [*others, tasks, results])
    process = context.Process(target=_serve, args=arguments, daemon=True)
    with warnings.catch_warnings():
        # Python warns of threads: those of loading are over, libraries' own know of forks.
        warnings.simplefilter("ignore", DeprecationWarning)
        process.start()
    given.close()
    told.close()
    return _Worker(process, tasks, results)


def _serve(
    work: Callable[[Any], Any], given: Connection, told: Connection, parents: list[Connection]
) -> None:
    """Answer tasks until the other end is closed: by us, or by the death of who forked us."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    for other in parents:
        other.close()
    while True:
        try:
            number, thing = given.recv()
        except (EOFError, OSError):
            return
        try:
            answer = number, work(thing), ""
        except Exception as error:
            answer = number, None, f"{type(error).__name__}: {error}"
        try:
            told.send(answer)
        except OSError:
            return
