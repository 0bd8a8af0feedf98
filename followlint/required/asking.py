"""Which words a pattern requires, told from what its parts may stand for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from followlint.required.reading import MOST_STRINGS, Node, PatternReader, either, union
from followlint.text import word_set

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


def stem_of(word: str) -> str:
    """Return what words with the same beginning have in common; nothing of a short one."""
    return f"{word[:_STEM]}{_OPEN_END}" if len(word) >= _STEM else ""


@dataclass
class Required:
    """Knows which words patterns require; what lexicons stand for is worked out once."""

    #: Returns the alternatives of a lexicon.
    lexicon: Callable[[str], Sequence[str]]
    _known: dict[str, Node] = field(default_factory=dict)
    _needed: dict[tuple[str, bool, bool], frozenset[str] | None] = field(default_factory=dict)

    def words(self, pattern: str) -> frozenset[str] | None:
        """Return words of which each match of a pattern holds one; None where there are none such.

        `pattern` is sound: whoever compiles it has said so.
        """
        if plain := _plain_word(pattern):
            return frozenset({plain})
        return self._need(PatternReader(pattern, self._lexicon).either().branches, True, True)

    def _lexicon(self, name: str) -> Node:
        if name not in self._known:
            entries = (PatternReader(entry, self._lexicon).either() for entry in self.lexicon(name))
            node = either([branch for entry in entries for branch in entry.branches])
            self._known[name] = replace(node, name=name)
        return self._known[name]

    def _need(
        self, branches: Sequence[Sequence[Node]], after_space: bool, before_space: bool
    ) -> frozenset[str] | None:
        """Return the words of which alternatives require one, where they stand between such edges;
        of a sequence, the cheapest of what its parts require."""
        return union(
            (
                min(filter(None, self._needs_in(branch, after_space, before_space)),
                    key=_cost, default=None)
                for branch in branches
            ),
            _MOST_WORDS,
        )  # fmt: skip

    def _needs_in(
        self, nodes: Sequence[Node], after_space: bool, before_space: bool
    ) -> Iterator[frozenset[str] | None]:
        strings = frozenset({" " if after_space else _OPEN})
        for number, node in enumerate(nodes):
            spaced = all(string.endswith(" ") for string in strings)
            if spaced and len(strings) > 1:  # a word has ended: what follows is another one
                yield _words_of(strings)
                strings = frozenset({" "})
            if node.strings is not None and len(strings) * len(node.strings) <= MOST_STRINGS:
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
        self, node: Node, after_space: bool, before_space: bool
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


def _begins_with_space(node: Node) -> bool:
    return bool(node.strings) and all(text.startswith(" ") for text in node.strings or ())
