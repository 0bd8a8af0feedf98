"""The command line; the only importer of click. Commands are thin: they call the library."""

from __future__ import annotations

import datetime
import sys
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from followlint import __version__
from followlint.drafts import DraftFile, NoDraftError, find_drafts
from followlint.errors import FollowlintError
from followlint.finding import Severity
from followlint.linter import Report
from followlint.mail import Kind
from followlint.run import Run, Settings

_KINDS = [kind.value for kind in Kind]
_FORMATS = ["text", "full", "json"]


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
    followlint drafts/            check every .txt and .md below a folder
    followlint - < draft.txt      check what comes in
    followlint explain CODE       say what a rule is about, with examples

    Exit status: 0 nothing found, 1 findings, 2 could not do the job.
    """


def _list(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    """Take `--select A,B --select C` for three names."""
    return tuple(name.strip() for item in value for name in item.split(",") if name.strip())


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
    callback=_list,
    metavar="RULES",
    help="Check only these: codes, beginnings of codes or names, comma-separated.",
)
@click.option(
    "--ignore", multiple=True, callback=_list, metavar="RULES", help="Leave these rules out."
)
@_with_rule_options
@click.option(
    "--output-format",
    type=click.Choice(_FORMATS),
    default="text",
    show_default=True,
    help="How findings are printed.",
)
@click.option(
    "--fail-on",
    type=click.Choice([s.value for s in Severity]),
    default="warning",
    show_default=True,
    help="The mildest finding that makes the exit status 1.",
)
@click.option("--exit-zero", is_flag=True, help="Exit with 0 even where something was found.")
@click.option("--statistics", is_flag=True, help="Count the findings of each rule, below them.")
@click.option(
    "--stdin-filename", default="-", metavar="NAME", help="What the draft from `-` is called."
)
@click.option(
    "--now",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="Take this day (2026-05-12) for today.",
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
    output_format: str,
    fail_on: str,
    exit_zero: bool,
    statistics: bool,
    stdin_filename: str,
    now: datetime.datetime | None,
    no_cache: bool,
) -> int:
    """Check drafts: files, folders (every .txt and .md below), or - for standard input."""
    from followlint.report import FORMATS

    if not paths:
        raise click.UsageError("nothing to check: name a draft, a folder, or - for standard input")
    run = Run(
        Settings(select, ignore, rule_folders, Kind(kind) if kind else None, config, isolated)
    )
    reports: list[Report] = []
    failures: dict[str, None] = {}  # in order, each once: drafts may share a broken configuration
    for item in _checked(run, paths, stdin_filename):
        if isinstance(item, Report):
            reports.append(item)
            failures |= {f"{item.source.name}: {failure}": None for failure in item.failures}
        else:
            failures[str(item)] = None
    for failure in failures:
        _notice(failure)
    click.echo(FORMATS[output_format](reports), nl=False)
    if statistics:
        _print_statistics(reports)
    if failures:
        return 2
    worst = Severity(fail_on)
    found = any(finding.severity >= worst for report in reports for finding in report.findings)
    return 1 if found and not exit_zero else 0


def _checked(run: Run, paths: Sequence[str], stdin_name: str) -> Iterator[Report | FollowlintError]:
    """Yield what came of each draft; one that cannot be checked takes no other along."""
    seen: set[Path] = set()
    for path in paths:
        for draft in ["-"] if path == "-" else find_drafts([path], seen):
            try:
                if isinstance(draft, DraftFile):
                    yield run.check_file(draft)
                elif isinstance(draft, str):
                    # A name for standard input says whose configuration holds for it.
                    named = Path(stdin_name) if stdin_name != "-" else None
                    yield run.check_bytes(stdin_name, _standard_input(), named)
                else:
                    yield draft
            except FollowlintError as error:
                yield error


def _standard_input() -> bytes:
    if sys.stdin is None:  # closed by whoever started us
        raise NoDraftError("-: standard input is closed")
    return sys.stdin.buffer.read()


def _print_statistics(reports: Sequence[Report]) -> None:
    counts = Counter((f.code, f.name) for report in reports for f in report.findings)
    for (code, name), number in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        click.echo(f"{number:5d}  {code} {name}", err=True)


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
        found = next(iter(find_drafts([path])))
        if isinstance(found, NoDraftError):
            raise found
        draft, linter = run.draft_of_bytes(found.name, run.bytes_of(found), found.path)
    click.echo(view(draft, linter.rules), nl=False)
    return 0


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


def _notice(message: str) -> None:
    line = message.replace("\n", "\\n").replace("\r", "\\r")  # a path may hold a line break
    click.echo(f"followlint: {line}", err=True)


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
