"""Words without which a pattern cannot match: a cheap question before a dear one.

A pattern is read as it is written (RE2 syntax, `{name}` for a lexicon, `<…>` for a mark), as far as
it can be told what must stand in every match. It is the prefilter of code search engines
(Cox 2012, "Regular Expression Matching with a Trigram Index") over whole words: a text that holds
none of the words holds no match.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Union

#: Strings that a stretch of a pattern may stand for, as long as they are listed one by one.
_MOST_STRINGS = 128
#: Words of which one is required; of more, some stand in every text anyway.
_MOST_WORDS = 400
#: Words that most emails hold: to ask for one of these spares little.
_EVERYWHERE = frozenset(
    "a all also am an and are as at be been but by can do for from had has have how i if in is it "
    "me my not of on or our so that the this to was we were what when which who will with would "
    "you your , . ' - 's".split()
)
#: What asking for such a word costs, against any other.
_COMMON_COST, _RARE_COST = 50, 1
#: Stands for a place where a word may go on, so that what touches it is no whole word.
_OPEN = "\0"
_PIECE = re.compile(
    r"\\(?P<escaped>.)|\{(?P<name>[a-z][a-z0-9-]*)\}|(?P<repeat>\{\d*,?\d*\}|[*+?])\??"
    r"|(?P<open>\((?:\?:|\?P<\w+>)?)|(?P<class>\[\^?\]?(?:\\.|[^\]\\])*\])"
    r"|(?P<special>[|)<>.^$])|(?P<char>.)",
    re.DOTALL,
)


@dataclass(frozen=True)
class _Text:
    """A character that stands for itself."""

    char: str


@dataclass(frozen=True)
class _Unknown:
    """Anything: a class, an escape, a place."""


@dataclass(frozen=True)
class _Lexicon:
    name: str


@dataclass(frozen=True)
class _Either:
    branches: Sequence[Sequence[_Node]]


@dataclass(frozen=True)
class _Repeated:
    """Something that stands `least` times or more; exactly none or once where `once`."""

    node: _Node
    least: int
    once: bool


_Node = Union[_Text, _Unknown, _Lexicon, _Either, _Repeated]
_Words = frozenset[str] | None


@dataclass
class Required:
    """Knows which words patterns require; what lexicons stand for is worked out once."""

    #: Returns the alternatives of a lexicon.
    lexicon: Callable[[str], Sequence[str]]
    _either: dict[str, _Either] = field(default_factory=dict)
    _strings: dict[str, frozenset[str] | None] = field(default_factory=dict)
    _needed: dict[tuple[str, bool, bool], _Words] = field(default_factory=dict)

    def words(self, pattern: str) -> frozenset[str] | None:
        """Return words of which each match of a pattern holds one; None where there are none such.

        `pattern` is sound: whoever compiles it has said so.
        """
        return self._need(_parsed(pattern), after_space=True, before_space=True)

    def _known(self, name: str) -> _Either:
        if name not in self._either:
            self._either[name] = _Either([_parsed_one(entry) for entry in self.lexicon(name)])
        return self._either[name]

    def _strings_of(self, node: _Node) -> frozenset[str] | None:
        """Return all that a node stands for; None where that is too much to list."""
        if isinstance(node, _Text):
            return frozenset({node.char})
        if isinstance(node, _Lexicon):
            if node.name not in self._strings:
                self._strings[node.name] = self._strings_of(self._known(node.name))
            return self._strings[node.name]
        if isinstance(node, _Repeated):
            inner = self._strings_of(node.node) if node.once else None
            return None if inner is None else inner | {""}
        if isinstance(node, _Either):
            return _union((self._strings_in(branch) for branch in node.branches), _MOST_STRINGS)
        return None

    def _strings_in(self, nodes: Sequence[_Node]) -> frozenset[str] | None:
        strings = frozenset({""})
        for node in nodes:
            more = self._strings_of(node)
            if more is None or len(strings) * len(more) > _MOST_STRINGS:
                return None
            strings = frozenset(one + other for one in strings for other in more)
        return strings

    def _need(self, node: _Node, *, after_space: bool, before_space: bool) -> _Words:
        """Return the words of which a node requires one, where it stands between such edges."""
        if isinstance(node, _Lexicon):
            key = node.name, after_space, before_space
            if key not in self._needed:
                self._needed[key] = self._need(
                    self._known(node.name), after_space=after_space, before_space=before_space
                )
            return self._needed[key]
        if isinstance(node, _Repeated):
            least = node.least > 0
            return self._need(node.node, after_space=False, before_space=False) if least else None
        if isinstance(node, _Either):
            needs = (self._need_in(b, after_space, before_space) for b in node.branches)
            return _union(needs, _MOST_WORDS)
        return None

    def _need_in(self, nodes: Sequence[_Node], after: bool, before: bool) -> _Words:
        """Return the cheapest of what the parts of a sequence require."""
        return min(
            (need for need in self._needs_in(nodes, after, before) if need),
            key=_cost,
            default=None,
        )

    def _needs_in(self, nodes: Sequence[_Node], after: bool, before: bool) -> Iterator[_Words]:
        edge = frozenset({" " if after else _OPEN})
        strings = edge
        for number, node in enumerate(nodes):
            more = self._strings_of(node)
            if more is not None and len(strings) * len(more) <= _MOST_STRINGS:
                strings = frozenset(one + other for one in strings for other in more)
                continue
            spaced = all(string.endswith(" ") for string in strings)
            yield _words_of(strings)
            following = nodes[number + 1 : number + 2]
            ends = following == [_Text(" ")] or (not following and before)
            yield self._need(node, after_space=spaced, before_space=ends)
            spaced = spaced and self._ends_in_space(node)
            strings = frozenset({" " if spaced else _OPEN})
        yield _words_of(frozenset(one + (" " if before else _OPEN) for one in strings))

    def _ends_in_space(self, node: _Node) -> bool:
        """Tell whether all that a node stands for, if anything, ends in a space."""
        if isinstance(node, _Repeated):
            return self._ends_in_space(node.node)
        if isinstance(node, _Lexicon):
            return self._ends_in_space(self._known(node.name))
        if isinstance(node, _Either):
            return all(branch and self._ends_in_space(branch[-1]) for branch in node.branches)
        return node == _Text(" ")


def _union(sets: Iterable[frozenset[str] | None], most: int) -> frozenset[str] | None:
    """Return the union; None where one of them is unknown or all are too many."""
    together: set[str] = set()
    for some in sets:
        if some is None:
            return None
        together |= some
        if len(together) > most:
            return None
    return frozenset(together)


def _words_of(strings: frozenset[str]) -> _Words:
    """Return one whole word of each string, the rarest; None where one of them has none."""
    words = set()
    for string in strings:
        whole = [word for word in string.split(" ")[1:-1] if word]
        if not whole:
            return None
        words.add(min(whole, key=lambda word: (word in _EVERYWHERE, -len(word), word)))
    return frozenset(words)


def _cost(words: frozenset[str]) -> int:
    return sum(_COMMON_COST if word in _EVERYWHERE else _RARE_COST for word in words)


def _parsed(source: str) -> _Either:
    return _Reader(source).either()


def _parsed_one(source: str) -> Sequence[_Node]:
    """Return a lexicon's entry as a branch: brackets stand around it where it is put in."""
    return [_parsed(source)]


class _Reader:
    """Reads a sound pattern into nodes, from left to right."""

    def __init__(self, source: str) -> None:
        self._pieces = list(_PIECE.finditer(source))
        self._at = 0

    def either(self) -> _Either:
        """Read alternatives up to a closing bracket or the end."""
        branches: list[list[_Node]] = [[]]
        while self._at < len(self._pieces):
            piece = self._pieces[self._at]
            self._at += 1
            if piece["special"] == "|":
                branches.append([])
            elif piece["special"] == ")":
                break
            elif piece["repeat"]:
                branches[-1].append(_repeated(branches[-1].pop(), piece["repeat"]))
            elif piece["special"] not in ("<", ">"):  # the mark's brackets stand for nothing
                branches[-1].append(self._node(piece))
        return _Either(branches)

    def _node(self, piece: re.Match[str]) -> _Node:
        if piece["open"]:
            return self.either()
        if piece["name"]:
            return _Lexicon(piece["name"])
        if piece["char"]:
            return _Text(piece["char"])
        if piece["escaped"] and not piece["escaped"].isalnum():
            return _Text(piece["escaped"])
        return _one_of(piece["class"]) if piece["class"] else _Unknown()


def _one_of(source: str) -> _Node:
    """Return a class of a few characters as alternatives: "[.]", "[ou]"."""
    inner = source[1:-1]
    if inner.startswith("^") or "-" in inner[1:-1] or "\\" in inner or ":" in inner:
        return _Unknown()
    return _Either([[_Text(char)] for char in inner])


def _repeated(node: _Node, sign: str) -> _Node:
    least = {"?": 0, "*": 0, "+": 1}.get(sign)
    if least is None:
        least = int(sign[1:-1].partition(",")[0] or 0)
        once = sign in ("{0,1}", "{,1}")
    else:
        once = sign == "?"
    return _Repeated(node, least, once)
