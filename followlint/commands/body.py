"""`followlint body`: what would be sent."""

from __future__ import annotations

import click

from followlint.commands.completing import drafts
from followlint.commands.console import one_draft, standard_input
from followlint.run import email_of, email_of_bytes


@click.command()
@click.argument("path", metavar="FILE", shell_complete=drafts)
def body(path: str) -> int:
    """Print exactly what would be sent of FILE: no header block, no front matter, decoded.

    FILE may be - for standard input, or a message of a mailbox: sent.mbox:3

    \b
    followlint body draft.txt
    followlint body saved.eml > text.txt
    """
    email = email_of_bytes("-", standard_input()) if path == "-" else email_of(one_draft(path))
    # As bytes, for a console that knows fewer letters must not change what is piped into a mail.
    click.echo(email.outgoing.encode("utf-8", "surrogatepass"), nl=False)
    return 0
