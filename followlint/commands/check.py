"""`followlint check`: findings in drafts, and their mending."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import click

from followlint.analysis.typos.engines import ENGINES
from followlint.baseline import Baseline
from followlint.commands.console import notice, standard_input
from followlint.commands.display import Display, display_options
from followlint.commands.rule_options import rule_options
from followlint.commands.scope import Scope, names, scope_options
from followlint.drafts import DraftFile, NoDraftError, find_drafts
from followlint.errors import FollowlintError
from followlint.finding import Severity
from followlint.homes import Settings
from followlint.linter import Report
from followlint.mail import Kind
from followlint.mending import Mending
from followlint.report import Checked
from followlint.run import Run


@click.command()
@click.argument("paths", nargs=-1)
@click.option(
    "--select",
    multiple=True,
    callback=names,
    metavar="RULES",
    help="Check only these: codes, beginnings of codes or names, comma-separated.",
)
@click.option(
    "--ignore", multiple=True, callback=names, metavar="RULES", help="Leave these rules out."
)
@scope_options
@rule_options
@display_options
@click.option(
    "--fix",
    is_flag=True,
    help="Mend what is beyond doubt: typography, doubled words, sure misspellings, emoji at the "
    "end of a sentence. Files are rewritten; what comes in from - goes out on stdout, and its "
    "findings on stderr.",
)
@click.option(
    "--diff",
    is_flag=True,
    help="Print what --fix would change, as a diff, and write nothing. Exit status 0: nothing to "
    "mend and nothing else found.",
)
@click.option(
    "--unsafe-fixes", is_flag=True, help="With --fix or --diff: mend by good guesses, too."
)
@click.option(
    "--fail-on",
    type=click.Choice([s.value for s in Severity]),
    default="warning",
    show_default=True,
    help="The mildest finding that makes the exit status 1.",
)
@click.option(
    "--engine",
    type=click.Choice(ENGINES),
    help="Who looks for typos: harper (in process), languagetool, or all of them.",
)
@click.option(
    "--baseline",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Say nothing of the findings in FILE, until their sentences change.",
)
@click.option(
    "--write-baseline",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Put all findings into FILE, as rules and hashes of sentences, and exit with 0.",
)
@click.option("--exit-zero", is_flag=True, help="Exit with 0 even where something was found.")
@click.option(
    "--stdin-filename", default="-", metavar="NAME", help="What the draft from `-` is called."
)
@click.option(
    "--now",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="Take this day (2026-05-12) for the one on which drafts without a date go out.",
)
@click.option(
    "--no-cache", is_flag=True, help="Keep no results between runs (none are kept so far)."
)
def check(
    paths: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    rule_folders: tuple[Path, ...],
    kind: str | None,
    config: Path | None,
    isolated: bool,
    scope: Scope,
    display: Display,
    fix: bool,
    diff: bool,
    unsafe_fixes: bool,
    fail_on: str,
    engine: str | None,
    baseline: Path | None,
    write_baseline: Path | None,
    exit_zero: bool,
    stdin_filename: str,
    now: datetime.datetime | None,
    no_cache: bool,
) -> int:
    """Check drafts: files, folders (every .txt, .md, .eml and .mbox below), or -."""
    if not paths:
        raise click.UsageError("nothing to check: name a draft, a folder, or - for standard input")
    run = Run(
        Settings(
            select,
            ignore,
            rule_folders,
            Kind(kind) if kind else None,
            config,
            isolated,
            engine,
            now.date() if now else None,
            **vars(scope),
        )
    )
    if baseline and write_baseline:
        raise click.UsageError("--baseline and --write-baseline: a new one is of all findings")
    if write_baseline and (fix or diff):
        raise click.UsageError("--write-baseline takes drafts as they are: no --fix, no --diff")
    known = Baseline.read(baseline) if baseline else None
    mending = Mending(fix, diff, unsafe_fixes)
    drafts: list[Checked] = []
    failures: dict[str, None] = {}  # in order, each once: drafts may share a broken configuration
    for item in _checked(run, paths, stdin_filename, mending):
        if isinstance(item, Checked):
            drafts.append(replace(item, report=known.without(item.report)) if known else item)
            failures |= {f"{item.name}: {failure}": None for failure in item.report.failures}
        else:
            failures[str(item)] = None
    for failure in failures:
        notice(failure)
    if write_baseline:
        if failures:  # what could not be checked would be new in the next run
            return 2
        number = Baseline(write_baseline).written(draft.report for draft in drafts)
        notice(f"{write_baseline}: {number} findings noted")
        return 0
    if mending.output is not None:
        click.echo(mending.output, nl=False)
    if diff:
        click.echo(mending.difference(), nl=False)
    else:
        # A draft that goes out mended has standard output for itself.
        display.show(drafts, err=mending.output is not None)
    if summary := mending.summary():
        notice(summary)
    for line in run.notices():
        notice(line)
    if failures:
        return 2
    worst = Severity(fail_on)
    found = any(finding.severity >= worst for draft in drafts for finding in draft.findings)
    pending = diff and bool(mending.difference())
    return 1 if (found or pending) and not exit_zero else 0


def _checked(
    run: Run, paths: Sequence[str], stdin_name: str, mending: Mending
) -> Iterator[Checked | FollowlintError]:
    """Yield what came of each draft; one that cannot be checked takes no other along."""
    seen: set[Path] = set()
    for path in paths:
        if run.excludes(Path(stdin_name if path == "-" else path), forced=True):
            if path == "-":
                mending.pass_on(standard_input())
            continue
        for draft in ["-"] if path == "-" else find_drafts([path], seen, run.excludes):
            try:
                if isinstance(draft, DraftFile):
                    yield _with_rules(run, mending.check_file(run, draft), draft.path)
                elif isinstance(draft, str):
                    # A name for standard input says whose configuration holds for it.
                    named = Path(stdin_name) if stdin_name != "-" else None
                    report = mending.check_input(run, stdin_name, standard_input(), named)
                    yield _with_rules(run, report, named)
                else:
                    yield draft
            except FollowlintError as error:
                yield error


def _with_rules(
    run: Run, report: Report | NoDraftError, path: Path | None
) -> Checked | FollowlintError:
    if not isinstance(report, Report):
        return report
    run.note(path, report.source.text)
    return Checked(report, run.linter_for(path).rules)
