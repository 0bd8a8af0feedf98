"""Expressions of a move: what is said, in which context, and what makes it something else.

All of it is data from a rule's file; here stands how the data is held against a clause.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from followlint.analysis import Draft
from followlint.analysis.clauses import Clause
from followlint.analysis.parse import Token
from followlint.mail import Kind, Part
from followlint.pattern import Pattern, PatternSet
from followlint.text import Span
from followlint.view import View


class Scope(Enum):
    """The unit that an expression is looked for in."""

    CLAUSE = "clause"
    SENTENCE = "sentence"


class Where(Enum):
    """Where a context is looked for, seen from the expression's match."""

    CLAUSE = "clause"
    SENTENCE = "sentence"
    PREVIOUS = "previous"  # the sentence before
    EMAIL = "email"
    BEFORE = "before"  # in the scope, anywhere on the left
    AFTER = "after"
    JUST_BEFORE = "just-before"
    NEXT = "next"
    WITHIN = "within"  # overlapping the match itself
    OPENS = "opens"  # at the beginning of the scope
    ENDS = "ends"  # at its end


@dataclass(frozen=True)
class Context:
    """A named context: wordings that, standing `where`, make or break an expression.

    `kinds` are the kinds of email in which it means anything; without any, all.
    """

    name: str
    where: Where
    patterns: Sequence[Pattern]
    kinds: Sequence[Kind] = ()

    @cached_property
    def _set(self) -> PatternSet:
        return PatternSet(self.patterns)

    def candidates(self, view: View) -> Iterator[Pattern]:
        """Yield the wordings that may stand somewhere in a view."""
        return (self.patterns[number] for number in self._set.candidates(view))

    def ranges(self, view: View) -> Iterator[tuple[int, int]]:
        """Yield where the wordings stand in a view."""
        for pattern in self.candidates(view):
            yield from pattern.ranges(view)


@dataclass(frozen=True)
class Expression:
    """One way of making the move.

    `says` is looked for in the `scope`; `context` names what must be there besides, `unless` what
    must not. `then` are the tags of which the word behind the match must have one, `content` is
    how many content words the rest of the scope must hold.
    """

    says: Pattern
    example: str
    context: Sequence[Context] = ()
    unless: Sequence[Context] = ()
    scope: Scope = Scope.CLAUSE
    kinds: Sequence[Kind] = ()
    parts: Sequence[Part] = ()
    level: str = ""
    then: Sequence[str] = ()
    content: int = 0


@dataclass(frozen=True)
class Trace:
    """What became of an expression's match: it counts, or the context named blocked it."""

    expression: Expression
    span: Span
    sentence: Span
    blocked_by: str = ""

    @property
    def counts(self) -> bool:
        """Tell whether the move was made here."""
        return not self.blocked_by


@dataclass(frozen=True)
class Place:
    """A clause with what stands around it."""

    draft: Draft
    clause: Clause
    sentence_number: int

    def view(self, where: Where, scope: Scope) -> View:
        """Return what a context that stands `where` is looked for in."""
        if where is Where.SENTENCE:
            return self.clause.sentence.view
        if where is Where.PREVIOUS:
            number = self.sentence_number
            return self.draft.prose[number - 1].view if number else View([])
        if where is Where.EMAIL:
            return self.draft.view
        return self.scope_view(scope) if where is not Where.CLAUSE else self.clause.view

    def scope_view(self, scope: Scope) -> View:
        """Return what an expression of that scope is looked for in."""
        return self.clause.view if scope is Scope.CLAUSE else self.clause.sentence.view


def blocked(
    expression: Expression, unless: Sequence[Context], place: Place, match: tuple[int, int]
) -> str:
    """Return the name of what keeps a match from counting, or nothing.

    `unless` are contexts that hold for every expression of the move.
    """
    for context in (*unless, *expression.unless):
        if _stands(context, place, expression.scope, match):
            return context.name
    for context in expression.context:
        if not _stands(context, place, expression.scope, match):
            return f"no {context.name}"
    if expression.then and _tag_behind(expression, place, match) not in expression.then:
        return f"no {' or '.join(expression.then)} behind it"
    if expression.content > _content_words(expression, place, match):
        return "nothing particular"
    return ""


def _stands(context: Context, place: Place, scope: Scope, match: tuple[int, int]) -> bool:
    if context.kinds and place.draft.kind not in context.kinds:
        return False
    view = place.view(context.where, scope)
    start, end = match
    # Right beside the match, every wording is tried there: the first one in the view, found from
    # left to right, may have swallowed the neighbour.
    if context.where is Where.NEXT:
        return any(pattern.follows(view, end) for pattern in context.candidates(view))
    if context.where is Where.JUST_BEFORE:
        return any(pattern.precedes(view, start) for pattern in context.candidates(view))
    for found_start, found_end in context.ranges(view):
        if {
            Where.BEFORE: found_end <= start,
            Where.AFTER: found_start >= end,
            Where.WITHIN: found_start < end and start < found_end,
            Where.OPENS: found_start == 1,
            Where.ENDS: found_end == len(view.text) - 1,
        }.get(context.where, True):
            return True
    return False


def _tokens(scope: Scope, clause: Clause) -> tuple[Token, ...]:
    return clause.sentence.tokens if scope is Scope.SENTENCE else clause.tokens


def _tag_behind(expression: Expression, place: Place, match: tuple[int, int]) -> str:
    """Return the tag of the word right behind a match, or nothing at the scope's end."""
    _, behind = place.scope_view(expression.scope).range_of(*match)
    tokens = _tokens(expression.scope, place.clause)
    return tokens[behind].tag if behind < len(tokens) else ""


def _content_words(expression: Expression, place: Place, match: tuple[int, int]) -> int:
    """Count the content words of the scope, those of the match itself left out."""
    tokens = _tokens(expression.scope, place.clause)
    first, behind = place.scope_view(expression.scope).range_of(*match)
    found = place.draft.content_of(tokens)
    return sum(1 for n in found if not first <= n < behind)
