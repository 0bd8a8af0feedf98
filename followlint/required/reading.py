"""Patterns as they are written -> what each part of them may stand for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

#: Strings that a stretch of a pattern may stand for, as long as they are listed one by one.
MOST_STRINGS = 48
_PIECE = re.compile(
    r"\\(?P<escaped>.)|\{(?P<name>[a-z][a-z0-9-]{0,60})\}"
    r"|(?P<repeat>\{\d{0,5},?\d{0,5}\}|[*+?])\??|(?P<open>\((?:\?:|\?P<\w{1,20}>)?)"
    r"|(?P<class>\[\^?\]?)|(?P<special>[|)<>.^$])"
    r"|(?P<text>[^\\{}()|\[\]<>.^$*+?]+(?![*+?{])|.)",
    re.DOTALL,
)


@dataclass(frozen=True)
class Node:
    """A part of a pattern.

    `strings` are all that it may stand for, None where they cannot be listed; `branches` its
    alternatives, none where it may be left out. With `spaced` it ends in a space, if it stands for
    anything. `name` is the lexicon's, of one.
    """

    strings: frozenset[str] | None = None
    branches: Sequence[Sequence[Node]] = ()
    spaced: bool = False
    name: str = ""


_UNKNOWN = Node()


class PatternReader:
    """Reads a sound pattern into nodes, from left to right."""

    def __init__(self, source: str, lexicon: Callable[[str], Node]) -> None:
        self._pieces = _PIECE.finditer(source)
        self._lexicon = lexicon

    def either(self) -> Node:
        """Read alternatives up to a closing bracket or the end."""
        branches: list[list[Node]] = [[]]
        for piece in self._pieces:
            special = piece["special"]
            if special == "|":
                branches.append([])
            elif special == ")":
                break
            elif piece["repeat"]:
                branches[-1].append(_repeated(branches[-1].pop(), piece["repeat"]))
            elif special not in ("<", ">"):  # a mark's brackets stand for nothing
                branches[-1].append(self._node(piece))
        return either(branches)

    def _node(self, piece: re.Match[str]) -> Node:
        if piece["text"]:
            return _text(piece["text"])
        if piece["open"]:
            return self.either()
        if piece["name"]:
            return self._lexicon(piece["name"])
        if piece["escaped"] and not piece["escaped"].isalnum():
            return _text(piece["escaped"])
        return self._one_of(piece["class"]) if piece["class"] else _UNKNOWN

    def _one_of(self, beginning: str) -> Node:
        """Read a class to its end; return one of a few characters as alternatives: "[ou]"."""
        inner = beginning[1:]
        for piece in self._pieces:
            # A class may hold named ones: "[[:alpha:]]".
            if piece[0] == "]" and inner.rfind("[:") <= inner.rfind(":]"):
                break
            inner += piece[0]
        if inner.startswith("^") or "-" in inner[1:-1] or "\\" in inner or ":" in inner:
            return _UNKNOWN
        return either([[_text(char)] for char in inner])


def union(sets: Iterable[frozenset[str] | None], most: int) -> frozenset[str] | None:
    """Return the union of some sets; None where one of them is unknown or all are too many."""
    together: set[str] = set()
    for some in sets:
        if some is None:
            return None
        together |= some
        if len(together) > most:
            return None
    return frozenset(together)


@cache
def _text(text: str) -> Node:
    return Node(frozenset({text}), spaced=text.endswith(" "))


def either(branches: Sequence[Sequence[Node]]) -> Node:
    """Return the node that stands for any of some alternatives, each a sequence of nodes."""
    strings = union(map(_strings_in, branches), MOST_STRINGS)
    spaced = all(branch and branch[-1].spaced for branch in branches)
    return Node(strings, branches, spaced)


def _strings_in(nodes: Sequence[Node]) -> frozenset[str] | None:
    if len(nodes) == 1:
        return nodes[0].strings
    strings = frozenset({""})
    for node in nodes:
        if node.strings is None or len(strings) * len(node.strings) > MOST_STRINGS:
            return None
        strings = frozenset(one + other for one in strings for other in node.strings)
    return strings


def _repeated(node: Node, sign: str) -> Node:
    if sign in ("?", "{0,1}"):
        return Node(None if node.strings is None else node.strings | {""}, (), node.spaced)
    least = sign == "+" or (sign[0] == "{" and sign[1:-1].partition(",")[0].strip("0"))
    # Of several in a row nobody knows which edge is whose.
    return Node(None, ((_UNKNOWN, node, _UNKNOWN),) if least else (), node.spaced)
