"""Words without which a pattern cannot match: a cheap question before a dear one.

A pattern is read as it is written (RE2 syntax, `{name}` for a lexicon, `<…>` for a mark), as far as
it can be told what must stand in every match. It is the prefilter of code search engines (Cox 2012,
"Regular Expression Matching with a Trigram Index") over whole words: a text that holds none of the
words holds no match. Of a word whose end is open ("interest[a-z]*") its beginning is required.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from followlint.text import word_set

#: Strings that a stretch of a pattern may stand for, as long as they are listed one by one.
_MOST_STRINGS = 48
#: Words of which one is required; of more, some stand in every text anyway.
_MOST_WORDS = 1500
#: Words that most emails hold: to ask for one of these spares little.
_EVERYWHERE = word_set(
    """
    a all also am an and are as at be been but by can do for from had has have how i if in is it me
    my not of on or our so that the this to was we were what when which who will with would you
    your , . ' - 's
    """
)
#: What asking for such a word costs, against any other.
_COMMON_COST = 50
#: Stands for a place where a word may go on, so that what touches it is no whole word.
_OPEN = "\0"
#: So many letters tell what a word begins with, and what is written behind them.
_STEM, _OPEN_END = 4, "…"
_ROUND, _PLAIN = re.compile(r"([()])"), re.compile(r"[?*+]?[a-z' ]*")
_PIECE = re.compile(
    r"\\(?P<escaped>.)|\{(?P<name>[a-z][a-z0-9-]{0,60})\}"
    r"|(?P<repeat>\{\d{0,5},?\d{0,5}\}|[*+?])\??|(?P<open>\((?:\?:|\?P<\w{1,20}>)?)"
    r"|(?P<class>\[\^?\]?)|(?P<special>[|)<>.^$])"
    r"|(?P<text>[^\\{}()|\[\]<>.^$*+?]+(?![*+?{])|.)",
    re.DOTALL,
)


def stem_of(word: str) -> str:
    """Return what words with the same beginning have in common; nothing of a short one."""
    return f"{word[:_STEM]}{_OPEN_END}" if len(word) >= _STEM else ""


@dataclass(frozen=True)
class _Node:
    """A part of a pattern.

    `strings` are all that it may stand for, None where they cannot be listed; `branches` its
    alternatives, none where it may be left out. With `spaced` it ends in a space, if it stands for
    anything. `name` is the lexicon's, of one.
    """

    strings: frozenset[str] | None = None
    branches: Sequence[Sequence[_Node]] = ()
    spaced: bool = False
    name: str = ""


_UNKNOWN = _Node()


@dataclass
class Required:
    """Knows which words patterns require; what lexicons stand for is worked out once."""

    #: Returns the alternatives of a lexicon.
    lexicon: Callable[[str], Sequence[str]]
    _known: dict[str, _Node] = field(default_factory=dict)
    _needed: dict[tuple[str, bool, bool], frozenset[str] | None] = field(default_factory=dict)

    def words(self, pattern: str) -> frozenset[str] | None:
        """Return words of which each match of a pattern holds one; None where there are none such.

        `pattern` is sound: whoever compiles it has said so.
        """
        if plain := _plain_word(pattern):
            return frozenset({plain})
        return self._need(_Reader(pattern, self._lexicon).either().branches, True, True)

    def _lexicon(self, name: str) -> _Node:
        if name not in self._known:
            entries = (_Reader(entry, self._lexicon).either() for entry in self.lexicon(name))
            node = _either([branch for entry in entries for branch in entry.branches])
            self._known[name] = replace(node, name=name)
        return self._known[name]

    def _need(
        self, branches: Sequence[Sequence[_Node]], after_space: bool, before_space: bool
    ) -> frozenset[str] | None:
        """Return the words of which alternatives require one, where they stand between such edges;
        of a sequence, the cheapest of what its parts require."""
        return _union(
            (
                min(filter(None, self._needs_in(branch, after_space, before_space)),
                    key=_cost, default=None)
                for branch in branches
            ),
            _MOST_WORDS,
        )  # fmt: skip

    def _needs_in(
        self, nodes: Sequence[_Node], after_space: bool, before_space: bool
    ) -> Iterator[frozenset[str] | None]:
        strings = frozenset({" " if after_space else _OPEN})
        for number, node in enumerate(nodes):
            spaced = all(string.endswith(" ") for string in strings)
            if spaced and len(strings) > 1:  # a word has ended: what follows is another one
                yield _words_of(strings)
                strings = frozenset({" "})
            if node.strings is not None and len(strings) * len(node.strings) <= _MOST_STRINGS:
                strings = frozenset(one + other for one in strings for other in node.strings)
                continue
            yield _words_of(strings)
            last = number == len(nodes) - 1
            closed = before_space if last else _begins_with_space(nodes[number + 1])
            yield self._needed_by(node, spaced, closed)
            strings = frozenset({" " if spaced and node.spaced else _OPEN})
        end = " " if before_space else _OPEN
        yield _words_of(frozenset(string + end for string in strings))

    def _needed_by(
        self, node: _Node, after_space: bool, before_space: bool
    ) -> frozenset[str] | None:
        if not node.branches:
            return None
        if not node.name:
            return self._need(node.branches, after_space, before_space)
        key = node.name, after_space, before_space
        if key not in self._needed:
            self._needed[key] = self._need(node.branches, after_space, before_space)
        return self._needed[key]


def _plain_word(pattern: str) -> str:
    """Return a rare word that stands by itself outside all brackets; nothing where there is none.

    Three patterns in ten have one, and need not be read.
    """
    found, depth = "", 0
    parts = _ROUND.split(pattern.replace("<", "").replace(">", ""))
    for number, part in enumerate(parts):
        if part == "(":
            depth += 1
        elif part == ")":
            depth -= 1
        elif depth == 0:
            if not _PLAIN.fullmatch(part):
                return ""
            words = part.split(" ")
            # What touches a bracket may go on there.
            first, last = (0 if number == 0 else 1), len(words) - (number != len(parts) - 1)
            rare = (word for word in words[first:last] if word not in _EVERYWHERE)
            found = max((found, *rare), key=len)
    return found


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


def _words_of(strings: frozenset[str]) -> frozenset[str] | None:
    """Return one word of each string, or its beginning, the rarest; None where one has none."""
    words = set()
    for string in strings:
        _, *inner = string.split(" ")
        last = inner.pop() if inner else ""
        asked = [word for word in inner if word]
        if stem := stem_of(last.removesuffix(_OPEN)):
            asked.append(stem)
        if not asked:
            return None
        words.add(min(asked, key=_rareness) if len(asked) > 1 else asked[0])
    return frozenset(words)


def _rareness(word: str) -> tuple[bool, int, str]:
    return word in _EVERYWHERE, -len(word), word


def _cost(words: frozenset[str]) -> int:
    return len(words) + _COMMON_COST * len(words & _EVERYWHERE)


def _begins_with_space(node: _Node) -> bool:
    return bool(node.strings) and all(text.startswith(" ") for text in node.strings or ())


@cache
def _text(text: str) -> _Node:
    return _Node(frozenset({text}), spaced=text.endswith(" "))


def _either(branches: Sequence[Sequence[_Node]]) -> _Node:
    strings = _union(map(_strings_in, branches), _MOST_STRINGS)
    spaced = all(branch and branch[-1].spaced for branch in branches)
    return _Node(strings, branches, spaced)


def _strings_in(nodes: Sequence[_Node]) -> frozenset[str] | None:
    if len(nodes) == 1:
        return nodes[0].strings
    strings = frozenset({""})
    for node in nodes:
        if node.strings is None or len(strings) * len(node.strings) > _MOST_STRINGS:
            return None
        strings = frozenset(one + other for one in strings for other in node.strings)
    return strings


def _repeated(node: _Node, sign: str) -> _Node:
    if sign in ("?", "{0,1}"):
        return _Node(None if node.strings is None else node.strings | {""}, (), node.spaced)
    least = sign == "+" or (sign[0] == "{" and sign[1:-1].partition(",")[0].strip("0"))
    # Of several in a row nobody knows which edge is whose.
    return _Node(None, ((_UNKNOWN, node, _UNKNOWN),) if least else (), node.spaced)


class _Reader:
    """Reads a sound pattern into nodes, from left to right."""

    def __init__(self, source: str, lexicon: Callable[[str], _Node]) -> None:
        self._pieces = _PIECE.finditer(source)
        self._lexicon = lexicon

    def either(self) -> _Node:
        """Read alternatives up to a closing bracket or the end."""
        branches: list[list[_Node]] = [[]]
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
        return _either(branches)

    def _node(self, piece: re.Match[str]) -> _Node:
        if piece["text"]:
            return _text(piece["text"])
        if piece["open"]:
            return self.either()
        if piece["name"]:
            return self._lexicon(piece["name"])
        if piece["escaped"] and not piece["escaped"].isalnum():
            return _text(piece["escaped"])
        return self._one_of(piece["class"]) if piece["class"] else _UNKNOWN

    def _one_of(self, beginning: str) -> _Node:
        """Read a class to its end; return one of a few characters as alternatives: "[ou]"."""
        inner = beginning[1:]
        for piece in self._pieces:
            # A class may hold named ones: "[[:alpha:]]".
            if piece[0] == "]" and inner.rfind("[:") <= inner.rfind(":]"):
                break
            inner += piece[0]
        if inner.startswith("^") or "-" in inner[1:-1] or "\\" in inner or ":" in inner:
            return _UNKNOWN
        return _either([[_text(char)] for char in inner])
