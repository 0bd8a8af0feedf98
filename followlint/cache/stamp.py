"""What a result hangs on beside the draft: our own code, the rules, all that is installed."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from followlint import __version__
from followlint.rulefiles import rule_folders

_PACKAGE = Path(__file__).parents[1]
_INSTALLED = (".dist-info", ".egg-info")
#: What rules and the data beside them end in.
_READ = (".yaml", ".tsv", ".txt")


def digest(parts: Iterable[bytes]) -> str:
    """Return a name for what some parts say together; other parts have another one."""
    total = hashlib.sha256()
    for part in parts:
        total.update(len(part).to_bytes(8, "big"))
        total.update(part)
    return total.hexdigest()


@cache
def own_code() -> str:
    """Return a stamp of this Python and of our own modules, by size and time of change.

    The version alone would not do: in a checkout the code changes under it.
    """
    lines = [__version__, sys.version, sys.platform]
    lines += sorted(_modules(_PACKAGE))
    return digest(line.encode() for line in lines)


@cache
def installed() -> str:
    """Return a stamp of all that is installed beside us, by name and version.

    The names of folders tell both; asking the standard library takes 20 ms more.
    """
    names: set[str] = set()
    for folder in sys.path:
        try:
            with os.scandir(folder or ".") as entries:
                names.update(e.name for e in entries if e.name.endswith(_INSTALLED))
        except OSError:  # an archive, or nothing
            continue
    return digest(name.encode() for name in sorted(names))


def rule_data(extra: tuple[Path, ...]) -> str:
    """Return a stamp of the rules and all that lies beside them, by content.

    `extra` are users' folders. Raises `OSError` where one cannot be read.
    """
    return digest(_contents(rule_folders(extra)))


def _contents(folders: Iterable[Path]) -> Iterator[bytes]:
    for folder in folders:
        # The path, too: what is read knows where it came from.
        yield os.fsencode(folder.resolve())
        for path in sorted(_files(folder)):
            yield os.fsencode(path)
            yield (folder / path).read_bytes()


def _files(folder: Path) -> Iterator[str]:
    """Yield the files that rules are read from, relative to their folder."""
    for where in ("", "lexicons", "lexicons/words", "lexicons/contexts"):
        if (folder / where).is_dir():
            with os.scandir(folder / where) as entries:
                names = [entry.name for entry in entries if entry.name.endswith(_READ)]
            yield from (f"{where}/{name}" if where else name for name in names)


def _modules(folder: Path) -> Iterator[str]:
    """Yield each file of a package that can change what it does, with its size and time."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir() and entry.name not in ("__pycache__", "rules"):
                yield from _modules(Path(entry.path))
            elif entry.is_file() and not entry.name.endswith(".pyc"):
                found = entry.stat()
                yield f"{entry.path} {found.st_size} {found.st_mtime_ns}"
