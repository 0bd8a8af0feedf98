"""The bytes of a draft -> Email: as a message where they are one, else as text."""

from __future__ import annotations

from pathlib import PurePath

from followlint.limits import MOST_BYTES, MOST_WRITTEN, beyond
from followlint.mail.email import VISIBLE, Email
from followlint.mail.reader import read
from followlint.text import Source, UnreadableError

#: What a file of one message ends in.
MESSAGE_SUFFIX = ".eml"


def read_bytes(name: str, data: bytes, *, message: bool = False, first_row: int = 1) -> Email:
    """Read a draft; raises `UnreadableError`.

    It is a message as mail programs keep them where `message` says so or the name ends in `.eml`.
    `first_row` is the row of the file at which the bytes begin.
    """
    if reason := beyond(len(data), MOST_BYTES, "bytes"):
        raise UnreadableError(reason)
    email = _read(name, data, message, first_row)
    if reason := oversize(email):
        raise UnreadableError(reason)
    return email


def oversize(email: Email) -> str:
    """Return what is wrong with an email of more words than anybody writes, else nothing."""
    written = sum(len(block.span) for block in email.of(*VISIBLE))
    return beyond(written, MOST_WRITTEN, "characters of new text")


def _read(name: str, data: bytes, message: bool, first_row: int) -> Email:
    if message or PurePath(name).suffix.lower() == MESSAGE_SUFFIX:
        # The standard library's parser is no trifle.
        from followlint.mail.message import read_message

        return read_message(name, data, first_row)
    return read(Source.decode(name, data))
