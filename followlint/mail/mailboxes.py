"""Files and folders that hold many messages: mbox files and Maildir folders.

Read by hand and not by the standard library's `mailbox`, which takes every line that begins with
"From " for a new message, and says nothing of where it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_FIELD = re.compile(rb"[\x21-\x39\x3b-\x7e]+[ \t]*:")
_KEPT = ("new", "cur")
#: The folders of a Maildir; what is still being written stands in the last.
MAILDIR = (*_KEPT, "tmp")
_SUFFIX = ".mbox"
#: Of a longer line, no more than this is held at a time.
_LONGEST_LINE = 1 << 20
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True)
class Slice:
    """A message within an mbox file: its bytes, half-open, and the row at which it begins."""

    start: int
    end: int
    first_row: int


def slices(path: Path) -> Iterator[Slice]:
    """Yield the messages of an mbox file; raises `OSError`.

    A message begins at a line "From …" that stands on top or below a blank line, and above a
    header: in a body, such a line is the writer's.
    """
    begun, row_begun = 0, 1
    at, row = 0, 1
    opens: tuple[int, int] | None = None  # a line that may begin a message, where and in which row
    found = False
    begins = blank = True  # whether a line begins here, and whether the one above is blank
    with path.open("rb") as file:
        for line in iter(lambda: file.readline(_LONGEST_LINE), b""):
            if opens and begins and _FIELD.match(line):
                if found:
                    yield Slice(begun, opens[0], row_begun)
                (begun, row_begun), found = opens, True
            opens = (at, row) if blank and line.startswith(b"From ") else None
            blank = begins and not line.strip()
            at += len(line)
            begins = line.endswith(b"\n")
            row += begins
    if found:
        yield Slice(begun, at, row_begun)


def is_mbox(path: Path) -> bool:
    """Tell whether a file holds messages one below another.

    It does by its name, or as what Apple Mail exports ("Sent.mbox/mbox"), or, without any ending
    (Thunderbird's "Drafts"), by how it begins.
    """
    if not path.is_file():
        return False
    if path.suffix:
        return path.suffix.lower() == _SUFFIX
    if path.name == "mbox" and path.parent.suffix.lower() == _SUFFIX:
        return True
    try:
        with path.open("rb") as file:
            return file.readline(1000).startswith(b"From ") and bool(_FIELD.match(file.readline()))
    except OSError:  # whoever reads it will say so
        return False


def is_maildir(folder: Path) -> bool:
    """Tell whether a folder is a Maildir: it has the three folders of one."""
    return all((folder / name).is_dir() for name in MAILDIR)


def maildir_files(folder: Path) -> list[Path]:
    """Return the messages of a Maildir in the order in which they came; raises `OSError`."""
    found = [
        path
        for name in _KEPT
        for path in (folder / name).iterdir()
        if path.is_file() and not path.name.startswith(".")
    ]
    return sorted(found, key=lambda path: (_first_number(path.name), path.name))


def _first_number(name: str) -> int:
    number = _DIGITS.match(name)
    return int(number[0]) if number else 0
