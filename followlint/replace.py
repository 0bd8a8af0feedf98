"""A file -> another in its place, whole or not at all, whatever happens on the way.

The new bytes are written to a file beside it that is then moved over it: nobody ever reads half of
it, a full disk or a killed run leaves the old one. What a killed run left lying beside it is swept
up by the next one that writes there.
"""

from __future__ import annotations

import contextlib
import os
import platform
import re
import tempfile
import zlib
from pathlib import Path

#: `.followlint-{machine}-{process}-{random}.tmp`: who writes it, so that it can be told whether
#: anybody still does.
_MACHINE = f"{zlib.crc32(platform.node().encode('utf-8', 'replace')):08x}"
_LEFT_OVER = re.compile(rf"\.followlint-{_MACHINE}-(?P<process>\d+)-\w+\.tmp")

_swept: set[Path] = set()


class ChangedError(OSError):
    """The file is no longer what it was when it was read."""


def replace(path: Path, data: bytes, *, old: bytes | None = None) -> None:
    """Put `data` into the file at `path`; a link stays a link, and the permissions stay.

    Where `old` is given, that is what the file must still hold when all is ready for the move,
    else `ChangedError` is raised. Raises `OSError` where the file or its folder cannot be written;
    whatever is raised, the file is as it was.
    """
    path = path.resolve()
    _sweep(path.parent)
    prefix = f".followlint-{_MACHINE}-{os.getpid()}-"
    handle, name = tempfile.mkstemp(prefix=prefix, suffix=".tmp", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_mode(path))
        if old is not None and path.read_bytes() != old:
            raise ChangedError("the file changed")
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


def _mode(path: Path) -> int:
    """Return the permissions of the file that is replaced, or those that a new file gets here."""
    if path.exists():
        return path.stat().st_mode & 0o7777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _sweep(folder: Path) -> None:
    """Take away what runs that were killed left in a folder; once a run is enough."""
    if folder in _swept:
        return
    _swept.add(folder)
    with contextlib.suppress(OSError):
        for entry in os.scandir(folder):
            match = _LEFT_OVER.fullmatch(entry.name)
            if match and not _runs(int(match["process"])):
                with contextlib.suppress(OSError):
                    Path(entry.path).unlink()


def _runs(process: int) -> bool:
    """Tell whether a process of this machine may still be at work."""
    if os.name == "nt":  # signal 0 would end it there; but a file that is open cannot be deleted
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True
