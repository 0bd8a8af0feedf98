"""The command line. Commands are thin: they call the library."""

from __future__ import annotations

import datetime
import sys
import traceback
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from followlint import __version__
from followlint.analysis.typos.engines import ENGINES
from followlint.baseline import Baseline
from followlint.cli_options import Display, display_options
from followlint.cli_scope import Scope, names, scope_options
from followlint.drafts import DraftFile, NoDraftError, find_drafts
from followlint.errors import FollowlintError
from followlint.finding import Severity
from followlint.homes import Settings
from followlint.linter import Report
from followlint.mail import Kind, Moment
from followlint.mail.dates import DateError, moment_of
from followlint.mending import Mending
from followlint.report import Checked
from followlint.report.output import write
from followlint.report.safe import shown
from followlint.run import Run, email_of, email_of_bytes

_KINDS = [kind.value for kind in Kind]


class _DefaultGroup(click.Group):
    """A group whose first command, `check`, need not be named."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        own = {*self.commands, *ctx.help_option_names, "--version"}
        if args and args[0] not in own:
            args = ["check", *args]
        return super().parse_args(ctx, args)


@click.group(cls=_DefaultGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="followlint %(version)s")
def cli() -> None:
    """Proofread the emails you send after a job interview.

    \b
    followlint draft.txt          check a draft (short for: followlint check draft.txt)
    followlint drafts/            check every draft below a folder
    followlint - < draft.txt      check what comes in
    followlint explain CODE       say what a rule is about, with examples

    Exit status: 0 nothing found, 1 findings, 2 could not do the job.
    """


_rule_options = [
    click.option(
        "--rules",
        "rule_folders",
        multiple=True,
        metavar="DIR",
        type=click.Path(path_type=Path),
        help="Read rules of your own from DIR, too.",
    ),
    click.option(
        "--kind", type=click.Choice(_KINDS), help="What the emails are; else told from the draft."
    ),
    click.option(
        "--config",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="Use this configuration file.",
    ),
    click.option("--isolated", is_flag=True, help="Use no configuration file."),
]


def _with_rule_options(command: Any) -> Any:
    for option in reversed(_rule_options):
        command = option(command)
    return command


@cli.command()
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
@_with_rule_options
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
        _notice(failure)
    if write_baseline:
        if failures:  # what could not be checked would be new in the next run
            return 2
        number = Baseline(write_baseline).written(draft.report for draft in drafts)
        _notice(f"{write_baseline}: {number} findings noted")
        return 0
    if mending.output is not None:
        click.echo(mending.output, nl=False)
    if diff:
        click.echo(mending.difference(), nl=False)
    else:
        # A draft that goes out mended has standard output for itself.
        display.show(drafts, err=mending.output is not None)
    if summary := mending.summary():
        _notice(summary)
    for notice in run.notices():
        _notice(notice)
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
                mending.pass_on(_standard_input())
            continue
        for draft in ["-"] if path == "-" else find_drafts([path], seen, run.excludes):
            try:
                if isinstance(draft, DraftFile):
                    yield _with_rules(run, mending.check_file(run, draft), draft.path)
                elif isinstance(draft, str):
                    # A name for standard input says whose configuration holds for it.
                    named = Path(stdin_name) if stdin_name != "-" else None
                    report = mending.check_input(run, stdin_name, _standard_input(), named)
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


def _standard_input() -> bytes:
    if sys.stdin is None:  # closed by whoever started us
        raise NoDraftError("-: standard input is closed")
    return sys.stdin.buffer.read()


@cli.command()
@click.argument("rule")
@_with_rule_options
def explain(
    rule: str, rule_folders: tuple[Path, ...], kind: str | None, config: Path | None, isolated: bool
) -> int:
    """Say what a rule finds and why, with examples; RULE is a code or a name."""
    from followlint.explain import explain as page

    run = Run(Settings(rules=rule_folders, config=config, isolated=isolated))
    click.echo(page(run.rulebook(Path.cwd()).find(rule)))
    return 0


@cli.command()
@click.option("--markdown", is_flag=True, help="Print the whole reference page.")
@_with_rule_options
def rules(
    markdown: bool,
    rule_folders: tuple[Path, ...],
    kind: str | None,
    config: Path | None,
    isolated: bool,
) -> int:
    """List the rules."""
    from followlint.explain import reference

    found = (
        Run(Settings(rules=rule_folders, config=config, isolated=isolated))
        .rulebook(Path.cwd())
        .rules
    )
    if markdown:
        click.echo(reference(found), nl=False)
    else:
        for rule in found:
            click.echo(f"{rule.code}  {rule.slug:<28}  {rule.severity.value:<8}  {rule.summary}")
    return 0


@cli.command()
@click.argument("path")
@_with_rule_options
def inspect(
    path: str, rule_folders: tuple[Path, ...], kind: str | None, config: Path | None, isolated: bool
) -> int:
    """Show what followlint understands of a draft: its kind and why, parts, sentences, moves."""
    from followlint.inspection import inspect as view

    run = Run(
        Settings(
            rules=rule_folders, kind=Kind(kind) if kind else None, config=config, isolated=isolated
        )
    )
    if path == "-":
        draft, linter = run.draft_of_bytes("-", _standard_input())
    else:
        draft, linter = run.draft_of(_one_draft(path))
    click.echo(view(draft, linter.rules), nl=False)
    return 0


@cli.command("config")
@click.option(
    "--show", "path", required=True, metavar="FILE", help="The draft for which it is asked."
)
@click.option("--config", type=click.Path(path_type=Path), metavar="FILE", help="As in `check`.")
@click.option("--isolated", is_flag=True, help="As in `check`.")
def show_config(path: str, config: Path | None, isolated: bool) -> int:
    """Show what holds for a draft: every key with the file that gives it, and the rules."""
    from followlint.showing import shown as page

    run = Run(Settings(config=config, isolated=isolated))
    click.echo(page(run, _one_draft(path)), nl=False)
    return 0


@cli.command()
@click.argument("path", metavar="FILE")
def body(path: str) -> int:
    """Print exactly what would be sent of FILE: no header block, no front matter, decoded.

    FILE may be - for standard input, or a message of a mailbox: sent.mbox:3
    """
    email = email_of_bytes("-", _standard_input()) if path == "-" else email_of(_one_draft(path))
    # As bytes, for a console that knows fewer letters must not change what is piped into a mail.
    click.echo(email.outgoing.encode("utf-8", "surrogatepass"), nl=False)
    return 0


def _moment(ctx: click.Context, param: click.Parameter, value: str | None) -> Moment | None:
    """Read a date as it may stand in a draft."""
    try:
        return None if value is None else moment_of(value)
    except DateError as error:
        raise click.BadParameter(str(error)) from None


@cli.command()
@click.option(
    "--interview",
    required=True,
    callback=_moment,
    metavar="DATE",
    help="When it was: 2026-05-12, better with the time it began: '2026-05-12 14:30'.",
)
@click.option(
    "--decision", callback=_moment, metavar="DATE", help="The day by which they promised news."
)
@click.option(
    "--ics",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write the best times to a calendar file, too.",
)
def when(interview: Moment, decision: Moment | None, ics: Path | None) -> int:
    """Say when to send the thank-you, the follow-up and a second one, in business days."""
    from followlint.when import advice, appointments, table

    rows = advice(interview, decision)
    if ics:
        write(ics, appointments(rows, datetime.datetime.now(datetime.timezone.utc)))
    click.echo(table(rows), nl=False)
    return 0


def _one_draft(path: str) -> DraftFile:
    found = list(find_drafts([path]))
    if isinstance(found[0], NoDraftError):
        raise found[0]
    if len(found) > 1:
        raise NoDraftError(f"{path}: holds {len(found)} drafts; name one, such as {found[0].name}")
    return found[0]


@cli.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path))
def test(folder: Path | None) -> int:
    """Run the examples of the rules in FOLDER (without one: of the shipped rules)."""
    from followlint.examples import problems

    run = Run(Settings(rules=(folder,) if folder else (), isolated=True))
    linter = run.linter(Path.cwd())
    chosen = [rule for rule in linter.rules if folder is None or not rule.code.startswith("FL")]
    wrong = [(rule, problem) for rule in chosen for problem in problems(rule, linter)]
    for rule, problem in wrong:
        click.echo(f"{rule.code} {rule.slug}: {problem}")
    number = sum(len(rule.examples.bad) + len(rule.examples.good) for rule in chosen)
    click.echo(f"{len(chosen)} rules, {number} examples, {len(wrong)} problems", err=True)
    return 1 if wrong else 0


@cli.group()
def languagetool() -> None:
    """LanguageTool, the deep engine for typos (`--engine languagetool`)."""


@languagetool.command()
def install() -> int:
    """Download LanguageTool for you (259 MB); nothing else ever downloads anything."""
    from followlint.analysis.typos.languagetool import install as fetch

    fetch(_notice)
    return 0


def _notice(message: str) -> None:
    click.echo(f"followlint: {shown(message)}", err=True)  # a path may hold a line break


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit status (0 clean, 1 findings, 2 failed, 130 Ctrl-C)."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A console that cannot show a draft's letters must not cost the findings.
            stream.reconfigure(errors="backslashreplace")
    try:
        status = cli.main(
            args=None if argv is None else list(argv), prog_name="followlint", standalone_mode=False
        )
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return 2
    except click.ClickException as error:
        error.show()
        return 2
    except FollowlintError as error:
        _notice(str(error))
        return 2
    except (KeyboardInterrupt, click.Abort):
        return 130
    except Exception:
        # A fault of ours, or a full disk, must not pass for findings.
        traceback.print_exc()
        return 2
    return int(status or 0)
