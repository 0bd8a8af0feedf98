"""The words that a configuration accepts: its own, and those of its word lists."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from followlint.config.model import Config, ConfigError


class Accepted(NamedTuple):
    """A word, or several, that are right here, and the file that says so."""

    entry: str
    path: Path


def accepted(config: Config) -> tuple[Accepted, ...]:
    """Return what a configuration accepts, each entry once a file. Raises `ConfigError`."""
    own = [Accepted(entry, config.path or Path()) for entry in config.accept]
    listed = [Accepted(entry, path) for path in config.accept_files for entry in _entries(path)]
    return tuple(dict.fromkeys([*own, *listed]))


def _entries(path: Path) -> Iterator[str]:
    """Yield the entries of a word list: one a line, and what stands behind a # is a comment."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: no word list: not UTF-8 text ({error.reason})") from None
    for line in text.splitlines():
        if entry := line.partition("#")[0].strip():
            yield entry
