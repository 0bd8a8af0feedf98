"""The bytes of a draft -> Email: as a message where they are one, else as text."""

from __future__ import annotations

from pathlib import PurePath

from followlint.mail.email import Email
from followlint.mail.reader import read
from followlint.text import Source

#: What a file of one message ends in.
MESSAGE_SUFFIX = ".eml"


def read_bytes(name: str, data: bytes, *, message: bool = False, first_row: int = 1) -> Email:
    """Read a draft; raises `UnreadableError`.

    It is a message as mail programs keep them where `message` says so or the name ends in `.eml`.
    `first_row` is the row of the file at which the bytes begin.
    """
    if message or PurePath(name).suffix.lower() == MESSAGE_SUFFIX:
        from followlint.mail.message import (
            read_message,
        )  # the standard library's parser is no trifle

        return read_message(name, data, first_row)
    return read(Source.decode(name, data))
