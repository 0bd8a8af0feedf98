"""What the shell offers where a word is being typed."""

from __future__ import annotations

import click
from click.shell_completion import CompletionItem


def drafts(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Leave it to the shell, which knows files."""
    return [CompletionItem(incomplete, type="file")]


def rule_names(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Offer the shipped rules by code and by name; in a list, for the part behind the comma."""
    from followlint.rulefiles import rule_files, shipped

    before, comma, begun = incomplete.rpartition(",")
    offers = []
    for path in rule_files(shipped()):
        code, _, slug = path.stem.partition("-")
        if code.startswith(begun.upper()):
            offers.append(CompletionItem(f"{before}{comma}{code}", help=slug))
        elif begun and slug.startswith(begun):
            offers.append(CompletionItem(f"{before}{comma}{slug}", help=code))
    return offers
