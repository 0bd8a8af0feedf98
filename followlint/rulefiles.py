"""Where rules stand: the shipped folder and users', and the files in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from followlint.errors import FollowlintError

LEXICONS = "lexicons"
SUFFIX = ".yaml"


class RulebookError(FollowlintError):
    """A folder of rules that cannot be used, or a rule asked for that is not there."""


def shipped() -> Path:
    """Return `rules/`: inside the package once installed, beside it in a checkout."""
    package = Path(__file__).parent
    packaged = package / "rules"
    return packaged if packaged.is_dir() else package.parent / "rules"


def rule_folders(extra: Iterable[Path]) -> tuple[Path, ...]:
    """Return the shipped folder and the `extra` ones, each once: one may be named in the
    configuration and on the command line."""
    return tuple({folder.resolve(): folder for folder in (shipped(), *extra)}.values())


def rule_files(folder: Path) -> list[Path]:
    """Return the files of the rules in a folder; raises `RulebookError` where there are none."""
    if not folder.is_dir():
        raise RulebookError(f"{folder}: no such folder of rules")
    found = sorted(folder.glob(f"*{SUFFIX}"))
    if not found:
        raise RulebookError(f"{folder}: no rules here (one {SUFFIX} file a rule)")
    return found


def lexicon_files(folders: Iterable[Path], sort: str) -> Iterator[Path]:
    """Yield the files of a sort of lexicon ("words", "contexts") in some folders."""
    for folder in folders:
        yield from sorted((folder / LEXICONS / sort).glob(f"*{SUFFIX}"))
