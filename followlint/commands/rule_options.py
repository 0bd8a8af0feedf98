"""The options that say which rules and which configuration hold, shared by commands."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from followlint.mail.kinds import Kind

_OPTIONS = [
    click.option(
        "--rules",
        "rule_folders",
        multiple=True,
        metavar="DIR",
        type=click.Path(path_type=Path),
        help="Read rules of your own from DIR, too.",
    ),
    click.option(
        "--kind",
        type=click.Choice([kind.value for kind in Kind]),
        help="What the emails are; else told from the draft.",
    ),
    click.option(
        "--config",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="Use this configuration file.",
    ),
    click.option("--isolated", is_flag=True, help="Use no configuration file."),
]


def rule_options(command: Any) -> Any:
    """Give a command the options of `RuleOptions`."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command
