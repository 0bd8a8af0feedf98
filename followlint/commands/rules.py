"""`followlint rules`: the list of the rules."""

from __future__ import annotations

from pathlib import Path

import click

from followlint.commands.rule_options import rule_options
from followlint.homes import Settings
from followlint.run import Run


@click.command()
@click.option("--markdown", is_flag=True, help="Print the whole reference page.")
@rule_options
def rules(
    markdown: bool,
    rule_folders: tuple[Path, ...],
    kind: str | None,
    config: Path | None,
    isolated: bool,
) -> int:
    """List the rules.

    \b
    followlint rules
    followlint rules --rules team-rules
    followlint rules --markdown > RULES.md
    """
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
