"""A draft's name as other programs want it: a path from here, or a URI."""

from __future__ import annotations

import os
from pathlib import Path, PurePath
from urllib.parse import quote

from followlint.safe import shown


def relative(name: str) -> str:
    """Return a name with slashes, from the working directory where it lies below."""
    path = PurePath(name)
    if path.is_absolute() and path.is_relative_to(Path.cwd()):
        path = path.relative_to(Path.cwd())
    return path.as_posix()


def plain(name: str) -> str:
    """Return `relative` on one line without control characters."""
    return shown(relative(name))


def uri(name: str) -> str:
    """Return a reference by RFC 3986, percent-encoded; relative where the name is."""
    path = relative(name)
    if Path(path).is_absolute():
        return Path(path).as_uri()
    return quote(os.fsencode(path))
