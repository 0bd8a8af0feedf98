"""`followlint ignore`: say that a finding is right as it stands, and why."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from followlint.commands.completing import drafts, rule_names
from followlint.commands.console import notice, one_draft
from followlint.drafts import DraftFile, NoDraftError
from followlint.homes import Settings
from followlint.ignores import NAME, Ignores, IgnoresError, find_ignores
from followlint.run import Run

if TYPE_CHECKING:
    from followlint.finding import Finding, Report


@click.command()
@click.argument("place", metavar="FILE:ROW[:COLUMN]", shell_complete=drafts)
@click.argument("rule", metavar="RULE", shell_complete=rule_names)
@click.option(
    "--reason", required=True, metavar="TEXT", help="Why it is right; kept beside the entry."
)
@click.option("--config", type=click.Path(path_type=Path), metavar="FILE", help="As in `check`.")
def ignore(place: str, rule: str, reason: str, config: Path | None) -> int:
    """Ignore what RULE finds in a row of a draft, until the sentence there changes.

    \b
    followlint ignore drafts/ana.txt:5 emoji --reason "She signs with one, too."

    The entry goes into followlint-ignores.toml: the nearest one upward from the draft, else a new
    one beside the configuration, else in the working directory. It holds the rule, the reason and
    a hash of the sentence, none of its words. What is missing has no sentence: it is ignored in
    the whole draft.
    """
    if not reason.strip():
        raise click.BadParameter("say why, in a few words", param_hint="--reason")
    file, row, column = _place(place)
    run = Run(Settings(select=(rule,), config=config))
    code = run.rulebook(file.path.resolve().parent).find(rule).code
    report = _report(run, file)
    found = [f for f in (*report.findings, *report.ignored) if f.code == code]
    here = [f for f in found if _stands(report, f, row, column)]
    if not here:
        raise IgnoresError(f"{place}: {code} finds nothing there{_elsewhere(report, found)}")
    store = _store(run, file.path)
    grown = store.adding(report, here, reason.strip())
    number = len(grown.entries) - len(store.entries)
    if not number:
        notice(f"{place}: {code} is ignored there already")
        return 0
    grown.save()
    notice(f"{store.path}: {number} {'entry' if number == 1 else 'entries'} added")
    return 0


def _place(place: str) -> tuple[DraftFile, int, int | None]:
    """Take "draft.txt:5" or "draft.txt:5:12" apart; a mailbox's message has its number, too."""
    readings = list(_readings(place))
    if not readings:
        raise click.BadParameter(f"{place!r} names no row, as draft.txt:5 does", param_hint="FILE")
    for name, row, column in readings:
        try:
            return one_draft(name), row, column
        except NoDraftError as error:
            wrong = error
    raise wrong


def _readings(place: str) -> Iterator[tuple[str, int, int | None]]:
    name, _, last = place.rpartition(":")
    if name and last.isdecimal():
        yield name, int(last), None
        shorter, _, row = name.rpartition(":")
        if shorter and row.isdecimal():
            yield shorter, int(row), int(last)


def _report(run: Run, file: DraftFile) -> Report:
    report = run.check_file(file)
    if isinstance(report, NoDraftError):
        raise report
    if report.failures:
        raise NoDraftError(f"{file.name}: {report.failures[0]}")
    return report


def _stands(report: Report, finding: Finding, row: int, column: int | None) -> bool:
    start, end = (report.source.position(at) for at in (finding.span.start, finding.span.end))
    return start.row <= row <= end.row and column in (None, start.column)


def _elsewhere(report: Report, found: list[Finding]) -> str:
    rows = sorted({report.source.position(finding.span.start).row for finding in found})
    if not rows:
        return ", nor anywhere else in the draft"
    return f"; it does in row {', '.join(map(str, rows))}"


def _store(run: Run, draft: Path) -> Ignores:
    """Return the file of ignores that an entry for a draft goes into."""
    folder = draft.resolve().parent
    if found := find_ignores(folder):
        return Ignores.read(found)
    config = run.homes.config(folder).path
    home = config.resolve().parent if config else Path.cwd()
    # A configuration from elsewhere, or a draft outside: the entry must stand above the draft.
    return Ignores((home if folder.is_relative_to(home) else folder) / NAME)
