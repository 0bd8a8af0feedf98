"""TOML files: read with clear errors, and the little of them that is written."""

from __future__ import annotations

import difflib
import json
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from followlint.errors import FollowlintError

#: What JSON leaves as it is in a string and TOML does not.
_RAW = re.compile("[\x7f\ud800-\udfff]")
#: Bytes of a file, and dots of a line in it. The parser takes time with the square of the number of
#: names that dots chain together.
_MOST, _MOST_DOTS = 4_000_000, 1_000


class TomlError(FollowlintError):
    """A file that cannot be read as TOML; the message names it."""


def read_toml(path: Path) -> dict[str, Any]:
    """Return what stands in a file; raises `TomlError`."""
    try:
        if (size := path.stat().st_size) > _MOST:
            raise TomlError(f"{path}: no configuration is as large: {size:,} bytes")
        return loads(path.read_text(encoding="utf-8-sig"))  # Windows' editors put a mark on top
    except OSError as error:
        raise TomlError(f"{path}: cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError as error:
        raise TomlError(f"{path}: not TOML: not UTF-8 text ({error.reason})") from None
    except ValueError as error:
        raise TomlError(f"{path}: not TOML: {error}") from None


def loads(text: str) -> dict[str, Any]:
    """Return what TOML text says; raises `ValueError`, also for what no machine should be given."""
    if any(line.count(".") > _MOST_DOTS for line in text.splitlines()):
        raise ValueError(f"a line with more than {_MOST_DOTS} dots")
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib
    try:
        data: dict[str, Any] = tomllib.loads(text)
    except RecursionError:
        raise ValueError("lists or tables within one another without end") from None
    return data


def quoted(text: str) -> str:
    """Return `text` as a TOML string on one line. What no TOML may hold becomes U+FFFD."""
    return _RAW.sub("\ufffd", json.dumps(text, ensure_ascii=False))


def hint(key: str, known: Iterable[str]) -> str:
    """Return what to say of an unknown key: the nearest known one, or all of them."""
    known = tuple(known)
    near = difflib.get_close_matches(key, known, 1)
    return f"did you mean {near[0]!r}?" if near else f"known are: {', '.join(known)}"
