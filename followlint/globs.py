"""Patterns for paths, as in a .gitignore: `drafts/old/`, `*.md`, `templates/**/*.txt`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

#: `**` between slashes, `**`, `*`, `?`, a class such as `[a-z]`, or one sign as it is.
_PIECE = re.compile(
    r"(?P<deep>\*\*/)|(?P<all>\*\*)|(?P<any>\*)|(?P<one>\?)|\[(?P<set>!?\]?[^\]/]*)\]"
)


@dataclass(frozen=True)
class Glob:
    """A pattern, and the folder in which it was written.

    One with a slash at its beginning or in its middle is about paths from that folder on, any
    other about names wherever they stand; one that ends in a slash is about folders only.
    """

    pattern: str
    base: Path

    def names(self, path: Path) -> bool:
        """Tell whether the pattern means this very path, which is absolute (see `placed`)."""
        body = self.pattern.removeprefix("./")
        base = self.base
        while body.startswith("../"):
            body, base = body[3:], base.parent
        if body.endswith("/") and not path.is_dir():
            return False
        anchored = "/" in body.rstrip("/") or base != self.base
        if not anchored:
            return bool(_regex(body.rstrip("/")).fullmatch(path.name))
        if not path.is_relative_to(base):
            return False
        return bool(_regex(body.strip("/")).fullmatch(path.relative_to(base).as_posix()))

    def covers(self, path: Path) -> bool:
        """Tell whether the pattern means an absolute path or a folder that it lies in."""
        return any(self.names(place) for place in (path, *path.parents))


def placed(path: Path) -> Path:
    """Return a path from the root on; a link stands where it is, not where it leads."""
    return path.resolve() if path.name in ("", "..") else path.parent.resolve() / path.name


@cache
def _regex(pattern: str) -> re.Pattern[str]:
    """Return what a pattern without slashes at its ends looks for in a path with slashes."""
    written: list[str] = []
    at = 0
    for match in _PIECE.finditer(pattern):
        written += [re.escape(pattern[at : match.start()]), _translated(match)]
        at = match.end()
    return re.compile("".join([*written, re.escape(pattern[at:])]), re.DOTALL)


def _translated(match: re.Match[str]) -> str:
    if (signs := match["set"]) is not None:
        inverted = signs.startswith("!")
        # Backslashes and opening brackets mean nothing here, but would in a regular expression.
        inner = re.sub(r"([\\\[\]^&~|])", r"\\\1", signs.removeprefix("!"))
        return f"[{'^/' if inverted else ''}{inner}]" if inner else re.escape(match[0])
    return {"deep": "(?:.*/)?", "all": ".*", "any": "[^/]*", "one": "[^/]"}[match.lastgroup or ""]
