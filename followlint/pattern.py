"""Patterns over the words of a clause; the only importer of re2.

A pattern is a regular expression (RE2 syntax: linear in the text whatever is written) over a
*view*: the tokens of a text in lower case, one space between them, contractions opened ("I'd" is
`i would`, "don't" is `do not`). `{name}` stands for the shared lexicon of that name. A pattern
always begins and ends at a token's edge, so `thank` never matches in "thankless". One stretch may
be marked as `<…>`: the place that a finding points at, with the rest as its surroundings.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import re2

from followlint.required import Required, required_by
from followlint.view import View

_SLOT = re.compile(r"\{([a-z][a-z0-9-]*)\}")
_MARKED = re.compile(r"<([^<>]+)>")
#: Characters of a lexicon with all that it refers to; the longest shipped one has some thousands.
_LONGEST = 200_000
#: From so many characters on, a lexicon's alternatives are better asked one by one.
_LONG = 1000
#: Bytes that an automaton may take; budgets, not allocations. One pattern's should be small and
#: begin anew when it is full, since thousands are kept. With less than some hundred bytes for each
#: of its characters, re2 would take a way that is hundreds of times slower.
_SMALL, _PER_CHARACTER, _LARGE = 512 << 10, 600, 512 << 20


#: A range of bytes.
_Bytes = tuple[int, int]


class PatternError(ValueError):
    """A pattern that cannot be compiled; the message says why."""


@dataclass(frozen=True)
class Lexicons:
    """Named alternatives that patterns share: `{thank}` may stand for `thank|thanks|thanking`."""

    entries: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def expand(self, pattern: str) -> str:
        """Return the pattern with each `{name}` replaced; raises `PatternError` for an unknown."""
        return self._expand(pattern, ())

    @cached_property
    def required(self) -> Required:
        """What knows which words a pattern with these lexicons requires."""
        return Required(self.entries.__getitem__)

    @cached_property
    def _expanded(self) -> dict[str, str]:
        """The lexicons expanded so far: patterns share most of them."""
        return {}

    def _expand(self, pattern: str, within: tuple[str, ...]) -> str:
        return _SLOT.sub(lambda match: self._lexicon(match[1], within), pattern)

    def _lexicon(self, name: str, within: tuple[str, ...]) -> str:
        if name in within:
            raise PatternError(f"lexicon {name} stands for itself")
        if name not in self.entries:
            raise PatternError(f"unknown lexicon {{{name}}}")
        if name not in self._expanded:
            entries = (self._expand(entry, (*within, name)) for entry in self.entries[name])
            expanded = f"(?:{'|'.join(entries)})"
            if len(expanded) > _LONGEST:  # ten lexicons of ten references each hold 10^10 entries
                raise PatternError(f"lexicon {name} holds too much with all it refers to")
            self._expanded[name] = expanded
        return self._expanded[name]


@dataclass(frozen=True)
class Pattern:
    """One compiled pattern; `source` is what the rule's author wrote."""

    source: str
    expanded: str
    _lexicons: Lexicons = field(repr=False, compare=False)

    @classmethod
    def of(cls, source: str, lexicons: Lexicons, *, compiled: bool = True) -> Pattern:
        """Make a pattern; raises `PatternError` where it is none.

        Compiling it proves that. What is known to be sound may wait until it is needed.
        """
        expanded = _MARKED.sub(r"(?P<mark>\1)", lexicons.expand(source))
        if expanded.count("(?P<mark>") > 1:
            raise PatternError("only one place can be marked with <…>")
        if not expanded.strip():
            raise PatternError("an empty pattern matches everything")
        if compiled:
            # Alone, not within brackets of ours: these would make a pattern of "a)|(b".
            _compile(expanded)
        return cls(source, expanded, lexicons)

    def __getstate__(self) -> dict[str, Any]:
        """Return what is kept of it: not the lexicons, whose words are in it by then."""
        kept = {"source": self.source, "expanded": self.expanded}
        return kept | {"required": self.required, "parts": self.parts}

    @cached_property
    def required(self) -> frozenset[str] | None:
        """Words of which each match holds one; None where there are none such."""
        return required_by(self.expanded, self.work_out_required)

    def work_out_required(self) -> frozenset[str] | None:
        """Return what `required` is, without a look at the table of shipped patterns."""
        return self._lexicons.required.words(self.source)

    def may_stand_in(self, view: View) -> bool:
        """Tell whether a view holds the words without which nothing matches.

        Where it does not, the pattern need not even be compiled.
        """
        return self.required is None or not self.required.isdisjoint(view.vocabulary)

    def stands_in(self, view: View) -> bool:
        """Tell whether the pattern matches somewhere in a view."""
        return self.may_stand_in(view) and self._found(view, 0) is not None

    @cached_property
    def parts(self) -> Sequence[Pattern]:
        """The alternatives of a pattern that is nothing but a long lexicon, else none.

        Of dozens of them few may stand in a text, and one automaton for all would know every state
        that any of them can be in.
        """
        slot = _SLOT.fullmatch(self.source)
        if not slot or len(self.expanded) < _LONG:
            return ()
        entries = self._lexicons.entries[slot[1]]
        return [Pattern.of(entry, self._lexicons, compiled=False) for entry in entries]

    @cached_property
    def _compiled(self) -> Any:
        return _compile(f" ({self.expanded}) ")

    def ranges(self, view: View) -> Iterator[tuple[int, int]]:
        """Yield the ranges of `view.text` that match, edges at tokens, from left to right."""
        return self._places(view, marked=False)

    def marks(self, view: View) -> Iterator[tuple[int, int]]:
        """Yield the marked stretch of each match; the whole of it where nothing there is marked."""
        return self._places(view, marked=True)

    @cached_property
    def _group(self) -> int:
        """The number of the brackets around what is marked; asking re2 each time is dear."""
        return int(self._compiled.groupindex["mark"]) if self.marked else 1

    def follows(self, view: View, end: int) -> bool:
        """Tell whether a match begins at the word behind `end`, an end of a match in the view."""
        return bool(self._compiled.match(view.encoded[view.byte_of(end) :]))

    def precedes(self, view: View, start: int) -> bool:
        """Tell whether a match ends at the word before `start`, a start of a match in the view."""
        return bool(self._ending.search(view.encoded[: view.byte_of(start)]))

    @cached_property
    def _ending(self) -> Any:
        return _compile(f" (?:{self.expanded}) $")

    @property
    def marked(self) -> bool:
        """Tell whether the pattern marks a stretch."""
        return "(?P<mark>" in self.expanded

    def _places(self, view: View, *, marked: bool) -> Iterator[tuple[int, int]]:
        if not self.may_stand_in(view):
            return
        at = 0
        while found := self._found(view, at):
            whole, mark = found
            if whole[0] == whole[1]:
                return
            yield view.place_of(*(mark if marked else whole))
            # The space behind a match may be the one before the next.
            at = whole[1]

    def _found(self, view: View, at: int) -> tuple[_Bytes, _Bytes] | None:
        """Return the first match from a byte on, the whole of it and what is marked there."""
        if self.parts:
            parts = (part for part in self.parts if part.may_stand_in(view))
            matches = [found for part in parts if (found := part._found(view, at))]
            # Of those that begin together the first alternative is meant, as it is in one pattern.
            return min(matches, key=lambda match: match[0][0], default=None)
        # In bytes: of a text, re2 counts the characters anew for every match.
        match = self._compiled.search(view.encoded, at)
        if match is None:
            return None
        whole, mark = match.span(1), match.span(self._group)
        # An alternative without a mark of its own is marked as a whole.
        return whole, (mark if mark[0] >= 0 else whole)


@dataclass(frozen=True)
class Literal:
    """A pattern (RE2) over text as it is written; `<…>` marks the stretch that it points at."""

    source: str

    @classmethod
    def of(cls, source: str) -> Literal:
        """Compile the pattern; raises `PatternError` where it is none or marks nothing."""
        if not _MARKED.search(source):
            raise PatternError("mark the place with <…>")
        literal = cls(source)
        _compile(literal._expanded)
        return literal

    @property
    def _expanded(self) -> str:
        return _MARKED.sub(r"(?P<mark>\1)", self.source)

    @cached_property
    def _compiled(self) -> Any:
        return _compile(self._expanded)

    def marks(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield the marked stretches from left to right; surroundings may be shared."""
        group = self._compiled.groupindex["mark"]
        at = 0
        while match := self._compiled.search(text, at):
            start, end = match.span(group)
            yield start, end
            at = max(end, at + 1)


@dataclass(frozen=True)
class PatternSet:
    """Many patterns asked at once, most of them by a look at which words are there."""

    patterns: Sequence[Pattern]

    @cached_property
    def _by_word(self) -> Mapping[str, Sequence[int]]:
        """The patterns by the words that they require."""
        index: dict[str, list[int]] = {}
        for number, pattern in enumerate(self.patterns):
            for word in pattern.required or ():
                index.setdefault(word, []).append(number)
        return index

    @cached_property
    def _others(self) -> Sequence[int]:
        """The patterns that require no word."""
        return [n for n, pattern in enumerate(self.patterns) if pattern.required is None]

    def candidates(self, view: View) -> list[int]:
        """Return the indices of the patterns that may match somewhere in the view, in order."""
        found = set(self._others)
        for word in view.vocabulary & self._by_word.keys():
            found.update(self._by_word[word])
        return sorted(found)

    def matching(self, view: View) -> list[int]:
        """Return the indices of the patterns that match somewhere in the view, in order."""
        return [n for n in self.candidates(view) if self.patterns[n].stands_in(view)]


def _options(max_mem: int) -> Any:
    options = re2.Options()
    options.log_errors = False  # we raise; re2 would also print
    options.max_mem = max_mem
    return options


def _compile(pattern: str) -> Any:
    with contextlib.suppress(re2.error):
        return re2.compile(pattern, _options(max(_SMALL, _PER_CHARACTER * len(pattern))))
    try:
        return re2.compile(pattern, _options(_LARGE))
    except re2.error as error:
        detail = error.args[0]
        raise PatternError(detail.decode() if isinstance(detail, bytes) else str(detail)) from None
