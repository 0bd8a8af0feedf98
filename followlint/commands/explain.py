"""`followlint explain`: what a rule is about."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from followlint.commands.completing import rule_names
from followlint.commands.rule_options import rule_options
from followlint.homes import Settings
from followlint.run import Run

if TYPE_CHECKING:
    from followlint.rulebook import Rulebook


@click.command()
@click.argument("rule", shell_complete=rule_names)
@rule_options
def explain(
    rule: str, rule_folders: tuple[Path, ...], kind: str | None, config: Path | None, isolated: bool
) -> int:
    """Say what a rule finds and why, with examples; RULE is a code or a name.

    \b
    followlint explain missing-gratitude
    followlint explain placeholder
    """
    run = Run(Settings(rules=rule_folders, config=config, isolated=isolated))

    def make(book: Rulebook) -> str:
        from followlint.explain import explain as page

        return page(book.find(rule))

    click.echo(run.page(f"explain {rule}", make))
    return 0
