"""Patterns for paths, as in a .gitignore: `drafts/old/`, `*.md`, `templates/**/*.txt`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

#: `**` between slashes, `**`, `*`, `?`, a class such as `[a-z]`, or one sign as it is.
_PIECE = re.compile(
    r"(?P<deep>\*\*/)|(?P<all>\*\*)|(?P<any>\*)|(?P<one>\?)|\[(?P<set>!?\]?[^\]/]*)\]"
)
_WILD = re.compile(r"\*+")
#: A regular expression with more of them may take time with that power of a path's length.
_FEW = 2
_ANYTHING = re.compile(r"[\s\S]")
_NO_SLASH = re.compile(r"[^/]")
_NOTHING = re.compile(r"(?!)")


@dataclass(frozen=True)
class Glob:
    """A pattern, and the folder in which it was written.

    One with a slash at its beginning or in its middle is about paths from that folder on, any
    other about names wherever they stand; one that ends in a slash is about folders only. A
    backslash is a slash, as it is on Windows.
    """

    pattern: str
    base: Path

    def names(self, path: Path) -> bool:
        """Tell whether the pattern means this very path, which is absolute (see `placed`)."""
        body = self.pattern.replace("\\", "/").removeprefix("./")
        base = self.base
        while body.startswith("../"):
            body, base = body[3:], base.parent
        if body.endswith("/") and not path.is_dir():
            return False
        anchored = "/" in body.rstrip("/") or base != self.base
        if not anchored:
            return _matches(body.rstrip("/"), path.name)
        if not path.is_relative_to(base):
            return False
        return _matches(body.strip("/"), path.relative_to(base).as_posix())

    def covers(self, path: Path) -> bool:
        """Tell whether the pattern means an absolute path or a folder that it lies in."""
        return any(self.names(place) for place in (path, *path.parents))


def placed(path: Path) -> Path:
    """Return a path from the root on; a link stands where it is, not where it leads."""
    return path.resolve() if path.name in ("", "..") else path.parent.resolve() / path.name


def _matches(pattern: str, path: str) -> bool:
    """Tell whether a pattern without slashes at its ends means the whole of a path."""
    if len(_WILD.findall(pattern)) <= _FEW:
        return bool(_regex(pattern).fullmatch(path))
    states, current = _states(pattern), {0}
    for char in path:
        reached = _reached(states, current)
        current = {n for at in reached if at < len(states) for n in states[at].after(at, char)}
    return len(states) in _reached(states, current)


@dataclass(frozen=True)
class _State:
    """A place in a pattern: what it takes, whether it takes more, and what may be left out."""

    takes: re.Pattern[str]
    stays: bool = False
    skips: tuple[int, ...] = ()
    leaves: bool = True

    def after(self, at: int, char: str) -> Iterator[int]:
        if self.takes.match(char):
            yield at if self.stays else at + 1
        if self.stays and not self.leaves and char == "/":
            yield at + 1


@cache
def _states(pattern: str) -> Sequence[_State]:
    states: list[_State] = []
    at = 0
    for match in (*_PIECE.finditer(pattern), None):
        fixed = pattern[at : match.start() if match else len(pattern)]
        states += [_State(re.compile(re.escape(char))) for char in fixed]
        if match is None:
            return states
        at = match.end()
        kind = match.lastgroup
        if kind == "deep":
            states.append(_State(_NOTHING, skips=(1, 2)))
            states.append(_State(_ANYTHING, stays=True, leaves=False))
        elif kind in ("all", "any"):
            takes = _ANYTHING if kind == "all" else _NO_SLASH
            states.append(_State(takes, stays=True, skips=(1,)))
        else:
            states.append(_State(re.compile(_translated(match), re.DOTALL)))
    return states


def _reached(states: Sequence[_State], places: Iterable[int]) -> set[int]:
    """Return the places, and those to which something that may be left out leads from them."""
    reached, new = set[int](), list(places)
    while new:
        place = new.pop()
        if place not in reached:
            reached.add(place)
            if place < len(states):
                new += [place + by for by in states[place].skips]
    return reached


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
        written = f"[{'^/' if inverted else ''}{inner}]"
        return written if inner and _is_sound(written) else re.escape(match[0])
    return {"deep": "(?:.*/)?", "all": ".*", "any": "[^/]*", "one": "[^/]"}[match.lastgroup or ""]


def _is_sound(written: str) -> bool:
    """Tell whether a class is one: `[z-a]` is not."""
    try:
        re.compile(written)
    except re.error:
        return False
    return True
