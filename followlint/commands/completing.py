"""What the shell offers where a word is being typed."""

from __future__ import annotations

import itertools

import click
from click.shell_completion import BashComplete, CompletionItem, add_completion_class


@add_completion_class
class _Bash(BashComplete):
    """Bash cuts words at = and at :, so that it knows neither --kind=… nor draft.txt:5."""

    def get_completion_args(self) -> tuple[list[str], str]:
        args, incomplete = super().get_completion_args()
        joined: list[str] = []
        for before, word in itertools.pairwise(["", *args]):
            if joined and ":" in (before, word):
                joined[-1] += word
            else:
                joined.append(word)
        # An option's value may as well stand behind a blank.
        return [word for word in joined if word != "="], "" if incomplete == "=" else incomplete


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
