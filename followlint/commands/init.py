"""`followlint init`: the files that followlint is set up with, where there are none yet."""

from __future__ import annotations

import re
from pathlib import Path

import click

from followlint.commands.console import notice
from followlint.errors import FollowlintError

#: An address that may stand in a shell's variable and in YAML: no white space, no quotes.
_ADDRESS = re.compile(r"(?:https?|ssh|git|file)://[^\s\"'`$\\<>]+")


class InitError(FollowlintError):
    """A file that cannot be written, or is there already."""


@click.command()
@click.option("--hook", is_flag=True, help="Set up pre-commit, too: .pre-commit-config.yaml.")
@click.option(
    "--workflow", is_flag=True, help="Set up a GitHub workflow: .github/workflows/followlint.yml."
)
@click.option(
    "--repository",
    metavar="URL",
    help="Where the workflow gets followlint from; else from where it was installed.",
)
def init(hook: bool, workflow: bool, repository: str | None) -> int:
    """Write a followlint.toml that explains every key, into the working directory.

    Nothing is ever overwritten: where a hook's or workflow's file is there, what to add is printed.

    \b
    followlint init
    followlint init --hook --workflow --repository https://git.example/followlint
    """
    from followlint import starting

    if repository and not _ADDRESS.fullmatch(repository):
        raise click.BadParameter("not an address such as https://…", param_hint="--repository")
    there = starting.configured(Path())
    if there and not (hook or workflow):
        raise InitError(f"{there}: is there already; nothing was written")
    if there:
        notice(f"{there}: is there already, and stays as it is")
    else:
        _create(Path("followlint.toml"), starting.configuration())
    if hook:
        _offer(starting.HOOK_FILE, starting.hook(whole=True), starting.hook(whole=False))
    if workflow:
        source = repository or starting.origin(_direct_url())
        said = source or starting.UNKNOWN
        file = starting.WORKFLOW_FILE
        whole, job = (starting.workflow(said, whole=whole) for whole in (True, False))
        _offer(file, whole, job)
        if source is None:
            notice(f"{file.as_posix()}: put the address in for {said}, or give --repository")
    return 0


def _offer(path: Path, whole: str, entry: str) -> None:
    """Write a file, or print what to add to the one that is there."""
    if path.exists() or path.is_symlink():
        notice(f"{path.as_posix()}: is there already, and stays as it is; add:")
        click.echo(entry, nl=False)
    else:
        _create(path, whole)


def _create(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise InitError(f"{path}: is there already; nothing was written") from None
    except OSError as error:
        raise InitError(f"{path}: cannot be written: {error.strerror or error}") from None
    notice(f"{path.as_posix()}: written")


def _direct_url() -> str | None:
    from importlib.metadata import PackageNotFoundError, distribution

    try:
        return distribution("followlint").read_text("direct_url.json")
    except PackageNotFoundError:
        return None
