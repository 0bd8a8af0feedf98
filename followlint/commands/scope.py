"""The options of `check` that say which rules look at which files."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import click

from followlint.globs import Glob
from followlint.mail.dialects import DIALECTS, Dialect


def names(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    """Take `--select A,B --select C` for three names."""
    return tuple(name.strip() for item in value for name in item.split(",") if name.strip())


def _globs(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> tuple[Glob, ...]:
    return tuple(Glob(pattern, Path.cwd()) for pattern in names(ctx, param, value))


def _per_file(
    ctx: click.Context, param: click.Parameter, value: tuple[str, ...]
) -> tuple[tuple[Glob, tuple[str, ...]], ...]:
    """Take `a/*:emoji,slang,b/*:jargon` for two rules in one place and one in another."""
    found: dict[str, list[str]] = {}
    pattern = ""
    for item in names(ctx, param, value):
        before, colon, rule = item.rpartition(":")
        pattern = before.strip() if colon else pattern
        if not pattern or not rule.strip():
            raise click.BadParameter(f"{item!r} is not GLOB:RULES, such as 'templates/*:emoji'")
        found.setdefault(pattern, []).append(rule.strip())
    return tuple((Glob(glob, Path.cwd()), tuple(rules)) for glob, rules in found.items())


def _dialect(ctx: click.Context, param: click.Parameter, value: str | None) -> Dialect | None:
    return DIALECTS[value] if value else None


_OPTIONS = [
    click.option(
        "--extend-select",
        multiple=True,
        callback=names,
        metavar="RULES",
        help="Check these, too, where --select or the configuration chooses rules.",
    ),
    click.option(
        "--per-file-ignores",
        multiple=True,
        callback=_per_file,
        metavar="GLOB:RULES",
        help="Leave rules out for files of a name: 'templates/*:placeholder,slang'. Adds to the "
        "configuration.",
    ),
    click.option(
        "--exclude",
        multiple=True,
        callback=_globs,
        metavar="GLOBS",
        help="Pass over files and folders of these names, as in a .gitignore: 'sent/,*.md'. Adds "
        "to the configuration.",
    ),
    click.option(
        "--force-exclude",
        is_flag=True,
        help="Pass over them even where they are named (by a commit hook, say).",
    ),
    click.option(
        "--unused-accepts",
        is_flag=True,
        help="Name the accepted words of the configuration that stand in no draft of this run, "
        "on stderr.",
    ),
    click.option(
        "--dialect",
        type=click.Choice(list(DIALECTS), case_sensitive=False),
        callback=_dialect,
        help="The English that the drafts are to be in: spellings and expressions of other regions "
        "are found. Without it, those of every region are right.",
    ),
    click.option(
        "--template",
        "templates",
        is_flag=True,
        help="Check templates: files with one or several emails whose slots count as filled. "
        "`templates` in the configuration says the same of paths.",
    ),
]


@dataclass(frozen=True)
class Scope:
    """Which rules look at which files. The fields are the options above."""

    extend_select: tuple[str, ...]
    per_file_ignores: tuple[tuple[Glob, tuple[str, ...]], ...]
    exclude: tuple[Glob, ...]
    force_exclude: bool
    unused_accepts: bool
    templates: bool
    dialect: Dialect | None


def scope_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command these options; it takes them together, as `scope`."""

    @functools.wraps(command)
    def taking(*args: Any, **given: Any) -> Any:
        scope = Scope(**{field.name: given.pop(field.name) for field in fields(Scope)})
        return command(*args, scope=scope, **given)

    wrapped: Any = taking
    for option in reversed(_OPTIONS):
        wrapped = option(wrapped)
    return wrapped  # type: ignore[no-any-return]
