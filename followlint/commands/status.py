"""`followlint status`: how each application stands."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from followlint.commands.completing import drafts
from followlint.commands.console import notice
from followlint.commands.rule_options import rule_options
from followlint.mail.dates import DateError, moment_of


def _now(ctx: click.Context, param: click.Parameter, value: str | None) -> datetime.datetime:
    """Read a date, with or without a time; a day alone stands for its noon."""
    if value is None:
        return datetime.datetime.now()
    try:
        moment = moment_of(value)
    except DateError as error:
        raise click.BadParameter(str(error)) from None
    clock = moment.time or datetime.time(12)
    return datetime.datetime.combine(moment.day, clock.replace(tzinfo=None))


@click.command()
@click.argument("paths", nargs=-1, required=True, shell_complete=drafts)
@click.option(
    "--output-format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="A table, or an array of objects.",
)
@click.option(
    "--now",
    callback=_now,
    metavar="DATE",
    help="How things stood then: 2026-05-12 (at noon) or '2026-05-12 14:30'.",
)
@rule_options
def status(
    paths: tuple[str, ...],
    output_format: str,
    now: datetime.datetime,
    rule_folders: tuple[Path, ...],
    kind: str | None,
    config: Path | None,
    isolated: bool,
) -> int:
    """Show how each application stands: interviewed, thanked, due, overdue, closed.

    PATHS are drafts, mail that was sent and received, mailboxes and folders of these. What belongs
    together is told by the ids of messages, by Company: and by who wrote to whom; the times are
    those of `followlint when`.

    \b
    followlint status sent/
    followlint status --now 2026-05-20 --output-format json drafts/ sent.mbox
    """
    from followlint.across import letter_of
    from followlint.drafts import NoDraftError, find_drafts
    from followlint.errors import FollowlintError
    from followlint.homes import Settings
    from followlint.mail import Kind
    from followlint.run import Run
    from followlint.status import Board

    run = Run(
        Settings(
            rules=rule_folders,
            kind=Kind(kind) if kind else None,
            config=config,
            isolated=isolated,
            today=now.date(),
        )
    )
    letters, failed = [], False
    for file in find_drafts(paths, excludes=run.excludes):
        try:
            if isinstance(file, NoDraftError):
                raise file
            draft, _ = run.draft_of(file)
            if draft.text.strip():
                letters.append((file.name, letter_of(draft)))
        except FollowlintError as error:
            notice(str(error))
            failed = True
    board = Board(letters, now)
    click.echo(board.table() if output_format == "text" else board.json(), nl=False)
    return 2 if failed else 0
