"""`followlint inspect`: what is understood of a draft."""

from __future__ import annotations

from pathlib import Path

import click

from followlint.commands.completing import drafts
from followlint.commands.console import one_draft, standard_input
from followlint.commands.rule_options import rule_options
from followlint.homes import Settings
from followlint.mail import Kind
from followlint.run import Run


@click.command()
@click.argument("path", shell_complete=drafts)
@rule_options
def inspect(
    path: str, rule_folders: tuple[Path, ...], kind: str | None, config: Path | None, isolated: bool
) -> int:
    """Show what followlint understands of a draft: its kind and why, parts, sentences, moves.

    \b
    followlint inspect draft.txt
    followlint inspect --kind follow-up - < draft.txt
    """
    from followlint.inspection import inspect as view

    run = Run(
        Settings(
            rules=rule_folders, kind=Kind(kind) if kind else None, config=config, isolated=isolated
        )
    )
    if path == "-":
        draft, linter = run.draft_of_bytes("-", standard_input())
    else:
        draft, linter = run.draft_of(one_draft(path))
    click.echo(view(draft, linter.rules), nl=False)
    return 0
