"""Which words of a clause are content: words that could hardly stand in just any such email.

"The role", "your great team" and "Tuesday" say nothing particular; "torque wrenches" does. What
is generic is data (`rules/lexicons/content.yaml`); the tags come from the parse.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from followlint.analysis.names import Names, name_key
from followlint.analysis.parse import Token
from followlint.pattern import Pattern, PatternSet
from followlint.view import View, Word

_CONTENT_TAGS = (
    "NN",
    "NNS",
    "NNP",
    "NNPS",
    "CD",
    "FW",
    "VB",
    "VBG",
    "VBN",
    "VBD",
    "VBZ",
    "VBP",
    "JJ",
    "JJR",
    "JJS",
    "UH",
    "ADD",
    "AFX",
)


@dataclass(frozen=True)
class Content:
    """What is no content: single words, and patterns that take whole phrases out."""

    generic: frozenset[str] = frozenset()
    noise: Sequence[Pattern] = field(default=())

    @cached_property
    def _noise(self) -> PatternSet:
        return PatternSet(self.noise)

    def words(self, tokens: Sequence[Token], names: Names) -> list[int]:
        """Return the indices of the content words among `tokens`."""
        view = View([Word(token.text, token.span) for token in tokens])
        out: set[int] = set()
        for number in self._noise.candidates(view):
            for place in self.noise[number].ranges(view):
                out.update(range(*view.range_of(*place)))
        return [
            n
            for n, (token, form) in enumerate(zip(tokens, view.forms, strict=True))
            if n not in out and self._is_content(token, form, names)
        ]

    def _is_content(self, token: Token, form: str, names: Names) -> bool:
        return (
            token.tag in _CONTENT_TAGS
            and form not in self.generic
            and any(char.isalnum() for char in form)
            and not (token.text[:1].isupper() and name_key(token.text) in names.words)
        )
