"""A command whose options may have their values from the configuration where it is run."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from followlint.config import Config
from followlint.errors import FollowlintError
from followlint.homes import Homes, Settings


class Configured(click.Command):
    """A command that asks the working directory's configuration for what was not typed.

    Drafts may each have a configuration of their own; how a run ends and what it prints can only
    be said once.
    """

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse the arguments with what the configuration says for defaults."""
        if not ctx.resilient_parsing:
            typed, _, _ = self.make_parser(ctx).parse_args(list(args))
            if not typed.get("help"):
                ctx.default_map = {**_defaults(typed), **(ctx.default_map or {})}
        return super().parse_args(ctx, args)


def _defaults(typed: dict[str, Any]) -> dict[str, Any]:
    chosen = typed.get("config")
    settings = Settings(
        config=Path(chosen) if chosen else None, isolated=bool(typed.get("isolated"))
    )
    try:
        config = Homes(settings).config(Path.cwd())
    except FollowlintError:
        return {}  # whoever checks a draft under it says what is wrong
    given = _given(config)
    if typed.get("write_baseline"):  # which takes drafts as they are
        given.pop("fix", None)
    return given


def _given(config: Config) -> dict[str, Any]:
    values = {
        "output_format": config.output_format,
        "fail_on": config.fail_on.value if config.fail_on else None,
        "redact": config.redact,
        "fix": config.fix,
        "unsafe_fixes": config.unsafe_fixes,
    }
    return {name: value for name, value in values.items() if value is not None}
