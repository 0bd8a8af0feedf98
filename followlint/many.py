"""Many drafts at once: those whose reports are kept, and the others in several processes."""

from __future__ import annotations

import contextlib
import gc
import os
from collections.abc import Generator, Iterator, Sequence

from followlint.analysis.typos import harper
from followlint.drafts import DraftFile
from followlint.errors import FollowlintError
from followlint.finding import Report
from followlint.run import Run
from followlint.workers import can_fork, in_processes, processors

#: From so many drafts on, a second process saves more than it costs.
_WORTH_IT = 20


def check_files(
    run: Run, files: Sequence[DraftFile], jobs: int | None = None
) -> Iterator[Report | FollowlintError]:
    """Yield what came of each draft, in order; an error where it cannot be checked.

    `jobs` is the number of processes; None takes one for each processor where drafts are many.
    Raises `WorkerError` where one of them fails.
    """
    kept = [_kept(run, file) for file in files]
    new = [file for file, found in zip(files, kept, strict=True) if found is None]
    results = _analysed(run, new, _wanted(new) if jobs is None else min(jobs, len(new)))
    try:
        for found in kept:
            yield found or next(results)
    finally:
        results.close()


def _wanted(files: Sequence[DraftFile]) -> int:
    return processors() if len(files) >= _WORTH_IT else 1


def _analysed(
    run: Run, files: Sequence[DraftFile], jobs: int
) -> Generator[Report | FollowlintError, None, None]:
    if jobs < 2 or not can_fork():
        yield from (_checked(run, file) for file in files)
        return
    # As many processes as processors, and each would take all of these for its arithmetic. It is
    # heeded by numpy, where that is not read yet.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    for file in files:
        with contextlib.suppress(FollowlintError):  # told by the draft's report
            run.linter_for(file.path).load()
    harper.end_of_beginning()
    # What is there by now stays, and is shared as long as nobody touches it.
    gc.collect()
    gc.freeze()
    yield from in_processes(lambda file: _checked(run, file), files, jobs)


def _kept(run: Run, file: DraftFile) -> Report | None:
    try:
        return run.kept_report(file)
    except FollowlintError:
        return None  # told when it is checked


def _checked(run: Run, file: DraftFile) -> Report | FollowlintError:
    try:
        return run.check_file(file)
    except FollowlintError as error:
        # As plain as can be: it may have to go from one process to another.
        return FollowlintError(str(error))
