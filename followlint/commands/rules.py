"""`followlint rules`: the list of the rules."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from followlint.commands.rule_options import rule_options
from followlint.homes import Settings
from followlint.run import Run

if TYPE_CHECKING:
    from followlint.rulebook import Rulebook


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
    run = Run(Settings(rules=rule_folders, config=config, isolated=isolated))
    name, make = ("reference", _reference) if markdown else ("rules", _listed)
    click.echo(run.page(name, make), nl=False)
    return 0


def _reference(book: Rulebook) -> str:
    from followlint.explain import reference

    return reference(book.rules)


def _listed(book: Rulebook) -> str:
    return "".join(
        f"{rule.code}  {rule.slug:<28}  {rule.severity.value:<8}  {rule.summary}\n"
        for rule in book.rules
    )
