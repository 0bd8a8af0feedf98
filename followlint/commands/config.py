"""`followlint config`: what holds for a draft, and from where."""

from __future__ import annotations

from pathlib import Path

import click

from followlint.commands.console import one_draft
from followlint.homes import Settings
from followlint.run import Run


@click.command("config")
@click.option(
    "--show", "path", required=True, metavar="FILE", help="The draft for which it is asked."
)
@click.option("--config", type=click.Path(path_type=Path), metavar="FILE", help="As in `check`.")
@click.option("--isolated", is_flag=True, help="As in `check`.")
def config(path: str, config: Path | None, isolated: bool) -> int:
    """Show what holds for a draft: every key with the file that gives it, and the rules."""
    from followlint.showing import shown as page

    run = Run(Settings(config=config, isolated=isolated))
    click.echo(page(run, one_draft(path)), nl=False)
    return 0
