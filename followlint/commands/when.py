"""`followlint when`: the right time for each message."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from followlint.mail import Moment
from followlint.mail.dates import DateError, moment_of
from followlint.report.output import write


def _moment(ctx: click.Context, param: click.Parameter, value: str | None) -> Moment | None:
    """Read a date as it may stand in a draft."""
    try:
        return None if value is None else moment_of(value)
    except DateError as error:
        raise click.BadParameter(str(error)) from None


@click.command()
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
@click.option(
    "--config",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Use this configuration file: `workdays` and `holidays` stand in it.",
)
@click.option("--isolated", is_flag=True, help="Use no configuration file.")
def when(
    interview: Moment,
    decision: Moment | None,
    ics: Path | None,
    config: Path | None,
    isolated: bool,
) -> int:
    """Say when to send the thank-you, the follow-up and a second one, in business days.

    Business days are Monday to Friday, unless the configuration where it is run says otherwise.

    \b
    followlint when --interview '2026-05-12 14:30'
    followlint when --interview 2026-05-12 --decision 2026-05-22 --ics times.ics
    """
    from followlint.homes import Homes, Settings
    from followlint.when import advice, appointments, table

    homes = Homes(Settings(config=config, isolated=isolated))
    rows = advice(interview, decision, homes.config(Path.cwd()).working)
    if ics:
        write(ics, appointments(rows, datetime.datetime.now(datetime.timezone.utc)))
    click.echo(table(rows), nl=False)
    return 0
