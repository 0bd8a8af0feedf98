"""One pattern, and where it matches in a view."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from followlint.pattern.engine import PatternError, compiled, with_mark
from followlint.pattern.lexicons import SLOT, Lexicons
from followlint.required import required_by
from followlint.view import View

#: From so many characters on, a lexicon's alternatives are better asked one by one.
_LONG = 1000
#: A range of bytes.
_Bytes = tuple[int, int]


@dataclass(frozen=True)
class Pattern:
    """One compiled pattern; `source` is what the rule's author wrote."""

    source: str
    expanded: str
    _lexicons: Lexicons = field(repr=False, compare=False)

    @classmethod
    def of(cls, source: str, lexicons: Lexicons, *, prove: bool = True) -> Pattern:
        """Make a pattern; raises `PatternError` where it is none.

        Compiling it proves that. What is known to be sound may wait until it is needed.
        """
        expanded = with_mark(lexicons.expand(source))
        if expanded.count("(?P<mark>") > 1:
            raise PatternError("only one place can be marked with <…>")
        if not expanded.strip():
            raise PatternError("an empty pattern matches everything")
        if prove:
            # Alone, not within brackets of ours: these would make a pattern of "a)|(b".
            compiled(expanded)
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
        slot = SLOT.fullmatch(self.source)
        if not slot or len(self.expanded) < _LONG:
            return ()
        entries = self._lexicons.entries[slot[1]]
        return [Pattern.of(entry, self._lexicons, prove=False) for entry in entries]

    @cached_property
    def _compiled(self) -> Any:
        return compiled(f" ({self.expanded}) ")

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
        return compiled(f" (?:{self.expanded}) $")

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
