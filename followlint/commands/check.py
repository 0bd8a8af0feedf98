"""`followlint check`: findings in drafts, and their mending."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import click

from followlint.analysis.typos.engines import ENGINES
from followlint.baseline import Baseline
from followlint.commands.checking import checked
from followlint.commands.completing import drafts as draft_files
from followlint.commands.completing import rule_names
from followlint.commands.configured import Configured
from followlint.commands.console import notice, pass_on
from followlint.commands.display import Display, display_options
from followlint.commands.rule_options import rule_options
from followlint.commands.scope import Scope, names, scope_options
from followlint.errors import FollowlintError
from followlint.finding import Severity
from followlint.homes import Settings
from followlint.mail import Kind
from followlint.mending import Mending
from followlint.report import Checked
from followlint.run import Run


@click.command(cls=Configured)
@click.argument("paths", nargs=-1, shell_complete=draft_files)
@click.option(
    "--select",
    multiple=True,
    callback=names,
    metavar="RULES",
    shell_complete=rule_names,
    help="Check only these: codes, beginnings of codes or names, comma-separated.",
)
@click.option(
    "--ignore",
    multiple=True,
    callback=names,
    metavar="RULES",
    shell_complete=rule_names,
    help="Leave these rules out.",
)
@scope_options
@rule_options
@display_options
@click.option(
    "--fix/--no-fix",
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
    "--unsafe-fixes/--no-unsafe-fixes",
    help="With --fix or --diff: mend by good guesses, too.",
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
@click.option(
    "-q", "--quiet", is_flag=True, help="Print findings and what went wrong, and nothing else."
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
    "--no-cache", is_flag=True, help="Look nothing up from earlier runs, and keep nothing."
)
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="Check in N processes at once; without it, one a processor where drafts are many.",
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
    quiet: bool,
    exit_zero: bool,
    stdin_filename: str,
    now: datetime.datetime | None,
    no_cache: bool,
    jobs: int | None,
) -> int:
    """Check drafts: files, folders (every .txt, .md, .eml and .mbox below), or -.

    \b
    followlint draft.txt                                path:row:column: CODE message
    followlint --output-format full draft.txt           with the line and what to do
    followlint --select FL5,slang --ignore jargon sent/   some rules only
    followlint --diff draft.txt                         what --fix would mend
    followlint --fix draft.txt                          mend what is beyond doubt
    followlint --fail-on error --output-format github drafts/
    followlint --write-baseline known.json drafts/      and then: --baseline known.json
    followlint --stdin-filename drafts/ana.txt - < mail.txt

    Exit status: 0 nothing at or above --fail-on, 1 findings, 2 could not do the job.
    """
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
            cache=not no_cache,
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
    today = now.date() if now else datetime.date.today()
    results = list(checked(run, paths, stdin_filename, mending, jobs, quiet=quiet))
    for item in _compared(results, today):
        if isinstance(item, Checked):
            drafts.append(item)
            failures |= {f"{item.name}: {failure}": None for failure in item.report.failures}
        else:
            failures[str(item)] = None
    drafts += run.declarations(drafts)
    drafts = run.judged(drafts)
    if known:
        drafts = [replace(draft, report=known.without(draft.report)) for draft in drafts]
    for failure in failures:
        notice(failure)
    for option, target in (
        ("--output-file", display.output_file),
        ("--write-baseline", write_baseline),
    ):
        if target and any(draft.is_in(target) for draft in drafts):
            raise click.UsageError(f"{option}: {target} is one of the drafts, and stays as it is")
    if write_baseline:
        if failures:  # what could not be checked would be new in the next run
            return 2
        number = Baseline(write_baseline).written(draft.report for draft in drafts)
        if not quiet:
            notice(f"{write_baseline}: {number} findings noted")
        return 0
    if mending.output is not None:
        pass_on(mending.output)
    if diff:
        display.put(mending.difference())
        display.tell(drafts)
    else:
        # A draft that goes out mended has standard output for itself.
        display.show(drafts, err=mending.output is not None)
    if (summary := mending.summary()) and not quiet:
        notice(summary)
    for line in (*run.notices(), *([] if quiet else run.orphans(drafts))):
        notice(line)
    if failures:
        return 2
    worst = Severity(fail_on)
    found = any(finding.severity >= worst for draft in drafts for finding in draft.findings)
    pending = diff and bool(mending.difference())
    return 1 if (found or pending) and not exit_zero else 0


def _compared(
    found: list[Checked | FollowlintError], today: datetime.date
) -> list[Checked | FollowlintError]:
    """Return what was found with what rules say that hold drafts against each other."""
    if sum(isinstance(item, Checked) and bool(item.report.facts) for item in found) < 2:
        return found
    from followlint.comparing import compared

    return compared(found, today)
