"""The bytes of a file that may be anything: a file, a pipe, a device without end."""

from __future__ import annotations

import errno
import os
import select
import stat
from pathlib import Path
from typing import BinaryIO

from followlint.limits import MOST_BYTES

#: How long somebody may take to begin to write to a named pipe, in seconds.
_PATIENCE = 5.0
#: Where a shell puts pipes that somebody holds open at the other end: `<(command)`.
_HELD = ("/dev/", "/proc/")


def taken(file: BinaryIO) -> bytes:
    """Return what is left of a file, but no more than tells that it is more than `MOST_BYTES`."""
    return file.read(MOST_BYTES + 1)


def bytes_of(path: Path, start: int = 0, end: int | None = None) -> bytes:
    """Return the bytes of a file from `start` to `end`, as far as `taken`; raises `OSError`.

    What is no regular file can be read once only, and is kept for whoever asks again. Nobody is
    waited for who never comes to write to a named pipe.
    """
    mode = path.stat().st_mode
    if stat.S_ISREG(mode):
        with path.open("rb") as file:
            file.seek(start)
            return taken(file) if end is None else file.read(min(end - start, MOST_BYTES + 1))
    place = path.absolute()
    if place not in _kept:
        _kept[place] = _read_once(place, mode)
    found = _kept[place]
    if isinstance(found, OSError):
        raise found
    return found[start:end]


_kept: dict[Path, bytes | OSError] = {}


def _read_once(path: Path, mode: int) -> bytes | OSError:
    lone = stat.S_ISFIFO(mode) and not str(path).startswith(_HELD)
    try:
        if not lone:
            with path.open("rb") as file:
                return taken(file)
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
        with os.fdopen(handle, "rb") as file:
            if not select.select([handle], [], [], _PATIENCE)[0]:
                return OSError(errno.ETIMEDOUT, "nobody writes to this pipe")
            os.set_blocking(handle, True)
            return taken(file)
    except OSError as error:
        return error
