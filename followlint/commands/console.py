"""What commands read from and say on the console."""

from __future__ import annotations

import sys

import click

from followlint.drafts import DraftFile, NoDraftError, find_drafts
from followlint.intake import taken
from followlint.limits import MOST_BYTES
from followlint.safe import shown


def standard_input() -> bytes:
    """Return what comes in, as far as `intake` takes it; raises `NoDraftError` if nothing can."""
    if sys.stdin is None:  # closed by whoever started us
        raise NoDraftError("-: standard input is closed")
    return taken(sys.stdin.buffer)


def pass_on(data: bytes) -> None:
    """Let out what came in, and what `standard_input` left of it: a filter swallows no byte."""
    click.echo(data, nl=False)
    while len(data) > MOST_BYTES and (piece := sys.stdin.buffer.read(1 << 20)):
        click.echo(piece, nl=False)


def one_draft(path: str) -> DraftFile:
    """Return the draft of a name that must mean one; raises `NoDraftError`."""
    found = list(find_drafts([path]))
    if isinstance(found[0], NoDraftError):
        raise found[0]
    if len(found) > 1:
        raise NoDraftError(f"{path}: holds {len(found)} drafts; name one, such as {found[0].name}")
    return found[0]


def notice(message: str) -> None:
    """Say something in passing, on stderr."""
    click.echo(f"followlint: {shown(message)}", err=True)  # a path may hold a line break
