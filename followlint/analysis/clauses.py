"""Sentence -> clauses: the unit in which somebody thanks, refers, wants or asks.

A sentence is cut where a new subject sets in ("…, and I …", "but my …"), at semicolons, colons
and dashes. What stands after "because" or "which" stays with its clause: it says why.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from followlint.analysis.parse import Sentence, Token
from followlint.text import Span, word_set
from followlint.view import View, Word

_LINKS = {"and", "but", "so", "yet", "or", "though", "although", "while", "whereas"}
_SUBJECTS = word_set(
    """
    i we you it my our your he she they this that these those there what nothing everything
    thank thanks please
    """
)
_BREAKS = {";", ":", "—", "–", "--", "-", "…", "...", "(", ")"}
#: A cut that would leave fewer words than this on its left is none ("Yes, and I …").
_FEWEST = 2


@dataclass(frozen=True)
class Clause:
    """Tokens `first` up to `behind` of a sentence."""

    sentence: Sentence
    first: int
    behind: int

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The clause's own tokens."""
        return self.sentence.tokens[self.first : self.behind]

    @cached_property
    def view(self) -> View:
        """The clause as patterns see it."""
        return View([Word(token.text, token.span) for token in self.tokens])

    @cached_property
    def span(self) -> Span:
        """Where the clause stands."""
        return Span(self.tokens[0].span.start, self.tokens[-1].span.end)


def clauses(sentence: Sentence) -> Iterator[Clause]:
    """Yield the clauses of a sentence in order; together they are the whole of it."""
    tokens = sentence.tokens
    start = 0
    for at in range(1, len(tokens)):
        if _cuts(tokens, at) and _words(tokens[start:at]) >= _FEWEST:
            yield Clause(sentence, start, at)
            start = at
    yield Clause(sentence, start, len(tokens))


def _words(tokens: tuple[Token, ...]) -> int:
    return sum(1 for token in tokens if any(char.isalnum() for char in token.text))


def _cuts(tokens: tuple[Token, ...], at: int) -> bool:
    """Tell whether a clause begins at token `at`."""
    word = tokens[at].text.lower()
    if tokens[at - 1].text in _BREAKS:
        # A hyphen inside a compound has no space beside it ("take-home").
        return tokens[at - 1].span.end < tokens[at].span.start or tokens[at - 1].text not in "-–—"
    following = tokens[at + 1].text.lower() if at + 1 < len(tokens) else ""
    return word in _LINKS and following in _SUBJECTS
