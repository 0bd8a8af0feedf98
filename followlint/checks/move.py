"""`move`: something a good email does (thanking, referring, wanting, asking) that nobody does here.

A move is a list of expressions, all data. An expression is what is said (a pattern over the words
of a clause), in which context (`if`), and what makes it something else (`unless`). Targets are
open, guards are closed: people find endless ways to want a job, few to mean something else.
Every decision leaves a `Trace`: the debugger, and the explanation shown to the user.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from typing import ClassVar

from followlint.analysis import Draft, Need
from followlint.analysis.clauses import Clause
from followlint.analysis.parse import Token
from followlint.checks.base import CheckType, Hit
from followlint.mail import Kind, Part
from followlint.pattern import Pattern, PatternSet, View
from followlint.text import Span, fold


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

    def matching(self, view: View) -> Iterator[Pattern]:
        """Yield the wordings that stand somewhere in a view."""
        return (self.patterns[number] for number in self._set.matching(view))

    def ranges(self, view: View) -> Iterator[tuple[int, int]]:
        """Yield where the wordings stand in a view."""
        for pattern in self.matching(view):
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
class _Place:
    """A clause with what stands around it."""

    draft: Draft
    clause: Clause
    sentence_number: int

    def view(self, where: Where, scope: Scope) -> View:
        if where is Where.SENTENCE:
            return self.clause.sentence.view
        if where is Where.PREVIOUS:
            number = self.sentence_number
            return self.draft.prose[number - 1].view if number else View([])
        if where is Where.EMAIL:
            return self.draft.view
        return self.scope_view(scope) if where is not Where.CLAUSE else self.clause.view

    def scope_view(self, scope: Scope) -> View:
        return self.clause.view if scope is Scope.CLAUSE else self.clause.sentence.view


@dataclass(frozen=True)
class Move(CheckType):
    """Objects where no expression of the move is found that reaches the level asked for.

    `levels` are ordered, the strongest last; `enough` says by kind of email which one will do.
    `unless` holds for every expression.
    """

    move: str
    expressions: Sequence[Expression]
    unless: Sequence[Context] = ()
    levels: Sequence[str] = ("",)
    enough: Mapping[Kind, str] = field(default_factory=dict)

    needs: ClassVar[frozenset[Need]] = frozenset({Need.PARSE})
    says: ClassVar[frozenset[str]] = frozenset({"found"})

    def __post_init__(self) -> None:
        for level in (*(e.level for e in self.expressions), *self.enough.values()):
            if level not in self.levels:
                levels = ", ".join(map(repr, self.levels))
                raise ValueError(f"{level!r} is not one of the move's levels: {levels}")

    @cached_property
    def _by_scope(self) -> Mapping[Scope, tuple[PatternSet, Sequence[Expression]]]:
        grouped = {scope: [e for e in self.expressions if e.scope is scope] for scope in Scope}
        return {scope: (PatternSet([e.says for e in es]), es) for scope, es in grouped.items()}

    def hits(self, draft: Draft) -> Iterator[Hit]:
        """Yield the start of the body where the move is missing; `{found}` is what came nearest."""
        traces = list(self.traces(draft))
        if self._made(traces, draft.kind):
            return
        # Before accusing, a second look at what the misspelt words were meant to be.
        mended = draft.mended
        if mended is None or not self._made(self.traces(mended), draft.kind):
            yield Hit(draft.email.where(Part.BODY), {"found": self._nearest(draft, traces)})

    def traces(self, draft: Draft) -> Iterator[Trace]:
        """Yield every match of every expression, in the order of the text."""
        for number, group in enumerate(draft.clauses):
            for place in (_Place(draft, clause, number) for clause in group):
                yield from self._matches(place, Scope.CLAUSE)
            yield from self._matches(_Place(draft, group[0], number), Scope.SENTENCE)

    def _made(self, traces: Iterable[Trace], kind: Kind) -> bool:
        return any(trace.counts and self._suffices(trace, kind) for trace in traces)

    def _suffices(self, trace: Trace, kind: Kind) -> bool:
        asked = self.enough.get(kind, self.levels[0])
        return self.levels.index(trace.expression.level) >= self.levels.index(asked)

    def _nearest(self, draft: Draft, traces: Sequence[Trace]) -> str:
        weaker = [trace for trace in traces if trace.counts] or list(traces)
        if not weaker:
            return ""
        best = max(weaker, key=lambda trace: self.levels.index(trace.expression.level))
        row = draft.email.source.position(best.span.start).row
        return f" (nearest: “{_shortened(best.sentence.of(draft.text))}” in line {row})"

    def _matches(self, place: _Place, scope: Scope) -> Iterator[Trace]:
        patterns, expressions = self._by_scope[scope]
        view = place.scope_view(scope)
        for number in patterns.matching(view):
            expression = expressions[number]
            if expression.kinds and place.draft.kind not in expression.kinds:
                continue
            if expression.parts and place.clause.sentence.part not in expression.parts:
                continue
            for match in expression.says.ranges(view):
                blocked = self._blocked(expression, place, match)
                sentence = place.clause.sentence.span
                yield Trace(expression, view.span_of(*match), sentence, blocked)

    def _blocked(self, expression: Expression, place: _Place, match: tuple[int, int]) -> str:
        """Return the name of what keeps a match from counting, or nothing."""
        for context in (*self.unless, *expression.unless):
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


def _stands(context: Context, place: _Place, scope: Scope, match: tuple[int, int]) -> bool:
    if context.kinds and place.draft.kind not in context.kinds:
        return False
    view = place.view(context.where, scope)
    start, end = match
    # Right beside the match, every wording is tried there: the first one in the view, found from
    # left to right, may have swallowed the neighbour.
    if context.where is Where.NEXT:
        return any(pattern.follows(view, end) for pattern in context.matching(view))
    if context.where is Where.JUST_BEFORE:
        return any(pattern.precedes(view, start) for pattern in context.matching(view))
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


def _tag_behind(expression: Expression, place: _Place, match: tuple[int, int]) -> str:
    """Return the tag of the word right behind a match, or nothing at the scope's end."""
    _, behind = place.scope_view(expression.scope).range_of(*match)
    tokens = _tokens(expression.scope, place.clause)
    return tokens[behind].tag if behind < len(tokens) else ""


def _content_words(expression: Expression, place: _Place, match: tuple[int, int]) -> int:
    """Count the content words of the scope, those of the match itself left out."""
    tokens = _tokens(expression.scope, place.clause)
    first, behind = place.scope_view(expression.scope).range_of(*match)
    found = place.draft.content_of(tokens)
    return sum(1 for n in found if not first <= n < behind)


def _shortened(text: str, limit: int = 60) -> str:
    folded = fold(text)
    return folded if len(folded) <= limit else folded[: limit - 1].rsplit(" ", 1)[0] + " …"
