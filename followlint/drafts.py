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


def find_drafts(paths: Iterable[str]) -> Iterator[DraftFile | NoDraftError]:
    """Yield the drafts that paths lead to, each once, and an error for a path that leads nowhere.

    Folders are walked in the order of names; hidden files and folders are left alone.
    """
    seen: set[Path] = set()
    for given in paths:
        path = Path(given)
        if path.is_dir():
            below = sorted(_below(path))
            if not below:
                endings = " or ".join(SUFFIXES)
                yield NoDraftError(f"{given}: no drafts here (files ending in {endings})")
        elif path.exists():
            below = [path]
        else:
            yield NoDraftError(f"{given}: no such file or folder")
            continue
        for file in below:
            if (resolved := file.resolve()) not in seen:
                seen.add(resolved)
                yield DraftFile(file, str(file))


def _below(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if path.suffix.lower() in SUFFIXES and not hidden and path.is_file():
            yield path
