"""Paths -> the drafts to check: files as named, and every draft below a folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from followlint.errors import FollowlintError

#: What is taken for a draft below a folder. Files that are named are drafts whatever they end in.
SUFFIXES = (".txt", ".md")


class NoDraftError(FollowlintError):
    """A path that leads to no draft."""


@dataclass(frozen=True)
class DraftFile:
    """A file to check and the name it goes by in reports: the path as it was given."""

    path: Path
    name: str


def find_drafts(
    paths: Iterable[str], seen: set[Path] | None = None
) -> Iterator[DraftFile | NoDraftError]:
    """Yield the drafts that paths lead to, each once, and an error for a path that leads nowhere.

    Folders are walked in the order of names; hidden files and folders are left alone. Files in
    `seen` were found by an earlier call; what is found is added.
    """
    seen = set() if seen is None else seen
    for given in paths:
        try:
            below = _drafts_at(Path(given))
        except OSError as error:  # a whole draft given for its name, a folder that is locked
            yield NoDraftError(f"{given}: cannot be read: {error.strerror or error}")
            continue
        if below is None:
            yield NoDraftError(f"{given}: no such file or folder")
        elif not below:
            endings = " or ".join(SUFFIXES)
            yield NoDraftError(f"{given}: no drafts here (files ending in {endings})")
        for file in below or ():
            if (resolved := file.resolve()) not in seen:
                seen.add(resolved)
                yield DraftFile(file, str(file))


def _drafts_at(path: Path) -> list[Path] | None:
    if path.is_dir():
        return sorted(_below(path))
    return [path] if path.exists() else None


def _below(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if path.suffix.lower() in SUFFIXES and not hidden and path.is_file():
            yield path
