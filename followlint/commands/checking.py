"""What `check` does with the paths it is given, draft by draft."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from followlint.commands.console import standard_input
from followlint.commands.progress import watched
from followlint.drafts import DraftFile, find_drafts
from followlint.errors import FollowlintError
from followlint.finding import Report
from followlint.later import Later
from followlint.many import check_files
from followlint.mending import Mending
from followlint.report import Checked
from followlint.run import Run

#: Standard input, among paths.
_INPUT = "-"


def checked(
    run: Run,
    paths: Sequence[str],
    stdin_name: str,
    mending: Mending,
    jobs: int | None,
    *,
    quiet: bool = False,
) -> Iterator[Checked | FollowlintError]:
    """Yield what came of each draft; one that cannot be checked takes no other along.

    `jobs` is how many processes check at once, where nothing is mended; None leaves that open.
    A terminal is shown how far a long run is, unless it is to be `quiet`.
    """
    found = list(_found(run, paths, stdin_name, mending))
    files = [item for item in found if isinstance(item, DraftFile)]
    if mending.wanted:
        reports: Iterator[Report | FollowlintError] = (_mended(run, f, mending) for f in files)
    else:
        reports = check_files(run, files, jobs)
    if not quiet:
        reports = watched(reports, len(files))
    for item in found:
        if isinstance(item, DraftFile):
            yield _with_rules(run, next(reports), item.path)
        elif isinstance(item, FollowlintError):
            yield item
        else:
            yield _input(run, stdin_name, mending)
    run.close()


def _found(
    run: Run, paths: Sequence[str], stdin_name: str, mending: Mending
) -> Iterator[DraftFile | str | FollowlintError]:
    """Yield the drafts that paths lead to, and the name that stands for standard input."""
    seen: set[Path] = set()
    # What comes in can be read once only.
    for path in dict.fromkeys(paths):
        if run.excludes(Path(stdin_name if path == _INPUT else path), forced=True):
            if path == _INPUT:
                mending.pass_on(standard_input())
        elif path == _INPUT:
            yield path
        else:
            yield from find_drafts([path], seen, run.excludes)


def _mended(run: Run, file: DraftFile, mending: Mending) -> Report | FollowlintError:
    try:
        return mending.check_file(run, file)
    except FollowlintError as error:
        return error


def _input(run: Run, name: str, mending: Mending) -> Checked | FollowlintError:
    # A name for standard input says whose configuration holds for it.
    path = Path(name) if name != _INPUT else None
    try:
        report = mending.check_input(run, name, standard_input(), path)
    except FollowlintError as error:
        return error
    return _with_rules(run, report, path)


def _with_rules(
    run: Run, report: Report | FollowlintError, path: Path | None
) -> Checked | FollowlintError:
    if not isinstance(report, Report):
        return report
    run.note(path, report.source.text)
    # Of a draft whose report was kept, nothing may ever ask for the rules.
    return Checked(report, Later(lambda: run.linter_for(path).rules))
