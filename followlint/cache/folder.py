"""The folder of this user's where things are kept between runs, and its files."""

from __future__ import annotations

import contextlib
import os
import stat
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

#: Names the folder, where it is to be another one than the platform's.
VARIABLE = "FOLLOWLINT_CACHE_DIR"
_PRIVATE = 0o700
_OTHERS = 0o077
_TEMPORARY = ".new-"
#: A file that is still being written after this many seconds never will be; and what was of use so
#: many seconds from now is of a time before the clock was set back.
_ABANDONED = 3600
#: What a file takes of a disk at the least.
_BLOCK = 4096
#: How full the folder is left when the oldest files go.
_KEPT = 0.8


def cache_home() -> Path | None:
    """Return the folder for all that is kept; None where this user has no home."""
    if named := os.environ.get(VARIABLE):
        return Path(named)
    if (home := os.environ.get("XDG_CACHE_HOME")) and Path(home).is_absolute():
        return Path(home) / "followlint"
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return Path(local) / "followlint" / "Cache" if local else None
    try:
        user = Path.home()
    except RuntimeError:
        return None
    within = ("Library", "Caches") if sys.platform == "darwin" else (".cache",)
    return user.joinpath(*within) / "followlint"


@dataclass(frozen=True)
class CacheFolder:
    """A folder of `cache_home` that only this user can look into. Nothing in it is to be trusted.

    Any number of processes may use it at once: files appear whole, under their names, or not at
    all. Whatever cannot be done is left undone in silence.
    """

    path: Path

    @classmethod
    def of(cls, name: str) -> CacheFolder | None:
        """Return the folder of a name; None where there is none."""
        home = cache_home()
        return cls(home / name) if home else None

    def read(self, name: str) -> bytes | None:
        """Return what a file holds; None where it is missing, or may be another's work."""
        with contextlib.suppress(OSError):
            if not _is_ours(self.path.lstat(), stat.S_ISDIR):
                return None
            flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
            with os.fdopen(os.open(self.path / name, flags | _NONBLOCK), "rb") as file:
                if _is_ours(os.fstat(file.fileno()), stat.S_ISREG):
                    return file.read()
        return None

    def write(self, name: str, data: bytes) -> bool:
        """Keep `data` under a name; tells whether that was possible."""
        try:
            self.path.parent.mkdir(_PRIVATE, parents=True, exist_ok=True)
            with contextlib.suppress(FileExistsError):
                self.path.mkdir(_PRIVATE)
            if not _is_ours(self.path.lstat(), stat.S_ISDIR):
                return False
            handle, temporary = tempfile.mkstemp(prefix=_TEMPORARY, dir=self.path)
        except OSError:
            return False
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(temporary).replace(self.path / name)
        except BaseException as error:
            with contextlib.suppress(OSError):
                Path(temporary).unlink()
            if not isinstance(error, OSError):
                raise
            return False
        return True

    def used(self, name: str) -> None:
        """Note that a file was of use now: what was not for longest goes first."""
        with contextlib.suppress(OSError):
            os.utime(self.path / name)

    def shrink(self, most: int) -> None:
        """Drop the files that were of no use for longest where all take more than `most` bytes.

        Those from the future, where the clock was set back, go before all others.
        """
        now = time.time()
        files = sorted(self._files(now + _ABANDONED))
        total = sum(size for _, size, _ in files)
        abandoned = now - _ABANDONED
        full = total > most
        for used, size, path in files:
            left_over = path.name.startswith(_TEMPORARY) and used < abandoned
            if left_over or (full and total > _KEPT * most):
                with contextlib.suppress(OSError):
                    path.unlink()
                total -= size

    def _files(self, latest: float) -> Iterator[tuple[float, int, Path]]:
        """Yield each file's last use (0 where that is after `latest`), its bytes and its path."""
        with contextlib.suppress(OSError), os.scandir(self.path) as entries:
            for entry in entries:
                with contextlib.suppress(OSError):
                    found = entry.stat(follow_symlinks=False)
                    used = found.st_mtime if found.st_mtime <= latest else 0.0
                    yield used, max(found.st_size, _BLOCK), Path(entry.path)


#: A pipe in the place of a file must not make us wait for whoever writes into it.
_NONBLOCK = getattr(os, "O_NONBLOCK", 0)


def _is_ours(found: os.stat_result, is_kind: object) -> bool:
    """Tell whether a file or folder is of the right kind and nobody else's business."""
    assert callable(is_kind)
    if not is_kind(found.st_mode):
        return False
    if sys.platform == "win32":  # the folder of a user is closed to others there
        return True
    return found.st_uid == os.geteuid() and not stat.S_IMODE(found.st_mode) & _OTHERS
