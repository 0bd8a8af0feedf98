"""`followlint config`: what holds for a draft, and from where; what may be configured at all."""

from __future__ import annotations

from pathlib import Path

import click

from followlint.commands.completing import drafts
from followlint.commands.console import one_draft
from followlint.homes import Settings
from followlint.run import Run


@click.command("config")
@click.option(
    "--show",
    "path",
    metavar="FILE",
    shell_complete=drafts,
    help="The draft for which it is asked.",
)
@click.option(
    "--schema",
    is_flag=True,
    help="Print the JSON Schema of configurations, for editors. It knows the shipped rules.",
)
@click.option("--config", type=click.Path(path_type=Path), metavar="FILE", help="As in `check`.")
@click.option("--isolated", is_flag=True, help="As in `check`.")
def config(path: str | None, schema: bool, config: Path | None, isolated: bool) -> int:
    """Show what holds for a draft: every key with the file that gives it, and the rules.

    \b
    followlint config --show draft.txt
    followlint config --schema > followlint.schema.json
    """
    if schema == (path is not None):
        raise click.UsageError("say what to show: --show FILE or --schema")
    if path is None:
        import json

        from followlint.config.schema import schema_of
        from followlint.rulebook import read_rulebook

        # In ASCII: redirected, it is the same whatever letters a console knows.
        click.echo(json.dumps(schema_of(read_rulebook().rules), indent=2))
        return 0
    from followlint.showing import shown as page

    run = Run(Settings(config=config, isolated=isolated))
    click.echo(page(run, one_draft(path)), nl=False)
    return 0
