"""Paths -> the drafts to check: files as named, and every draft below a folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from followlint.errors import FollowlintError
from followlint.intake import bytes_of
from followlint.mail.mailboxes import MAILDIR, is_maildir, is_mbox, maildir_files, slices

#: What is taken for a draft below a folder. Files that are named are drafts whatever they end in.
SUFFIXES = (".txt", ".md", ".eml", ".mbox")


class NoDraftError(FollowlintError):
    """A path that leads to no draft."""


@dataclass(frozen=True)
class DraftFile:
    """A file to check and the name it goes by in reports: the path as it was given.

    A message of a mailbox goes by its number there, too ("sent.mbox:3"). It is the file's bytes
    from `start` to `end` (None is the file's end), and begins in `first_row`.
    """

    path: Path
    name: str
    message: bool = False
    start: int = 0
    end: int | None = None
    first_row: int = 1

    def read(self) -> bytes:
        """Return the draft's bytes, see `intake`; raises `NoDraftError`."""
        try:
            return bytes_of(self.path, self.start, self.end)
        except OSError as error:
            raise NoDraftError(f"{self.name}: cannot be read: {error.strerror or error}") from error


def find_drafts(
    paths: Iterable[str],
    seen: set[Path] | None = None,
    excludes: Callable[[Path], bool] = lambda path: False,
) -> Iterator[DraftFile | NoDraftError]:
    """Yield the drafts that paths lead to, each once, and an error for a path that leads nowhere.

    A message of a mailbox may be named by its number there, as it goes by in reports.
    Folders are walked in the order of names; hidden files and folders are left alone, and what
    `excludes` says so of, which is asked of nothing that is named. Files in `seen` were found by
    an earlier call; what is found is added.
    """
    seen = set() if seen is None else seen
    for given in paths:
        try:
            below = _drafts_at(Path(given), excludes)
            if below is None and (one := _numbered(given)):
                yield one
                continue
        except OSError as error:  # a whole draft given for its name, a folder that is locked
            yield NoDraftError(f"{given}: cannot be read: {error.strerror or error}")
            continue
        if below is None:
            yield NoDraftError(f"{given}: no such file or folder")
        elif not below:
            endings = f"{', '.join(SUFFIXES[:-1])} or {SUFFIXES[-1]}"
            yield NoDraftError(f"{given}: no drafts here (files ending in {endings})")
        for file in below or ():
            if isinstance(file, NoDraftError):
                yield file
            elif (resolved := file.path.resolve()) not in seen:
                seen.add(resolved)
                yield from _messages(file) if is_mbox(file.path) else (file,)


def _drafts_at(
    path: Path, excludes: Callable[[Path], bool]
) -> list[DraftFile | NoDraftError] | None:
    if path.is_dir():
        return list(_below(path, excludes))
    return [DraftFile(path, str(path))] if path.exists() else None


def _numbered(given: str) -> DraftFile | None:
    """Return the message of a mailbox that "sent.mbox:3" names."""
    whole, _, number = given.rpartition(":")
    if not whole or not number.isdecimal():
        return None
    found = (file for file in find_drafts([whole]) if isinstance(file, DraftFile))
    return next((file for file in found if file.name == given), None)


def _below(folder: Path, excludes: Callable[[Path], bool]) -> Iterator[DraftFile | NoDraftError]:
    """Yield the drafts below a folder; a Maildir among its folders is walked as one."""
    open_folders = [_within(folder, excludes)]
    while open_folders:  # no recursion: folders may be nested a thousand deep
        item = next(open_folders[-1], None)
        if item is None:
            open_folders.pop()
        elif isinstance(item, Path):
            open_folders.append(_within(item, excludes))
        else:
            yield item


def _within(
    folder: Path, excludes: Callable[[Path], bool]
) -> Iterator[DraftFile | NoDraftError | Path]:
    """Yield the drafts in a folder and, as paths, the folders in it that may hold more."""
    try:
        within = sorted(folder.iterdir())
        received = maildir_files(folder) if is_maildir(folder) else None
    except OSError as error:
        yield NoDraftError(f"{folder}: cannot be read: {error.strerror or error}")
        return
    for number, path in enumerate(received or (), 1):
        if not excludes(path):
            yield DraftFile(path, f"{folder}:{number}", message=True)
    for path in within:
        if path.name.startswith(".") or (received is not None and path.name in MAILDIR):
            continue
        if excludes(path):
            continue
        try:
            if path.is_dir():
                if not path.is_symlink():
                    yield path
            elif path.is_file() and (path.suffix.lower() in SUFFIXES or is_mbox(path)):
                yield DraftFile(path, str(path))
        except OSError as error:  # a path may be too long to be asked for
            yield NoDraftError(f"{path}: cannot be read: {error.strerror or error}")


def _messages(file: DraftFile) -> Iterator[DraftFile | NoDraftError]:
    """Yield the messages of an mbox file, or an error where there are none."""
    number = 0
    try:
        for number, part in enumerate(slices(file.path), 1):
            name = f"{file.name}:{number}"
            yield DraftFile(file.path, name, True, part.start, part.end, part.first_row)
    except OSError as error:
        yield NoDraftError(f"{file.name}: cannot be read: {error.strerror or error}")
        return
    if not number:
        yield NoDraftError(f"{file.name}: no messages in this mailbox")
