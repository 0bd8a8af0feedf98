"""`move`: something a good email does (thanking, referring, wanting, asking) that nobody does here.

A move is a list of expressions, all data. An expression is what is said (a pattern over the words
of a clause), in which context, and what makes it something else (`unless`). Targets are
open, guards are closed: people find endless ways to want a job, few to mean something else.
Every decision leaves a `Trace`: the debugger, and the explanation shown to the user.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import ClassVar

from followlint.analysis import Draft, Need
from followlint.checks.base import CheckType, Hit
from followlint.checks.expression import Context, Expression, Place, Scope, Trace, blocked
from followlint.checks.second import SecondOpinion
from followlint.checks.weighing import Heard, Weighing, evidence
from followlint.mail import Kind, Part
from followlint.pattern import PatternSet
from followlint.text import Span, fold

#: Expressions are asked this many at a time, in the order of the file, the plain ones first: most
#: emails need no more, and an automaton that nobody asks is never built.
_AT_ONCE = 48


@dataclass(frozen=True)
class Move(CheckType):
    """Objects where no expression of the move is found that reaches the level asked for.

    `levels` are ordered, the strongest last; `enough` says by kind of email which one will do.
    `unless` holds for every expression. Over `certain`, a likelihood from 0 to 1, the learned
    opinion that a sentence makes the move silences the accusation; with `overrules` even where an
    expression was found in that sentence and blocked. Where the kind of email had to be guessed,
    it must be `kind_lead` ahead of the next one. `weighs` takes the place of `certain`: it decides
    from everything that was heard. Where networks are asked `second` decides instead, from what
    one reads and all the rest; it may accuse though an expression suffices.
    """

    move: str
    expressions: Sequence[Expression]
    unless: Sequence[Context] = ()
    levels: Sequence[str] = ("",)
    enough: Mapping[Kind, str] = field(default_factory=dict)
    certain: float = 1.0
    overrules: bool = False
    kind_lead: float = 0.0
    weighs: Weighing | None = None
    second: SecondOpinion | None = None

    needs: ClassVar[frozenset[Need]] = frozenset({Need.PARSE})
    says: ClassVar[frozenset[str]] = frozenset({"found"})

    def __post_init__(self) -> None:
        for level in (*(e.level for e in self.expressions), *self.enough.values()):
            if level not in self.levels:
                levels = ", ".join(map(repr, self.levels))
                raise ValueError(f"{level!r} is not one of the move's levels: {levels}")

    @cached_property
    def _batches(self) -> Sequence[_Batch]:
        return [
            _Batch(scope, members)
            for at in range(0, len(self.expressions), _AT_ONCE)
            for scope in Scope
            if (members := [e for e in self.expressions[at : at + _AT_ONCE] if e.scope is scope])
        ]

    def hits(self, draft: Draft) -> Iterator[Hit]:
        """Yield the start of the body where the move is missing; `{found}` is what came nearest."""
        traces: list[Trace] = []
        suffices = self._found_enough(draft, traces)
        if self.second and draft.has_meanings:
            missing = self.second.accuses(draft, self.move, suffices)
        else:
            missing = not suffices and not self._second_thought(draft, traces)
        # Before accusing for want of an expression, a look at what misspelt words should be.
        if missing and not suffices and draft.mended:
            missing = not self._found_enough(draft.mended, [])
        if missing:
            yield Hit(draft.email.where(Part.BODY), {"found": self._nearest(draft, traces)})

    def _found_enough(self, draft: Draft, traces: list[Trace]) -> bool:
        """Tell whether an expression suffices, and note down every match until one does."""
        for trace in self._traces(draft):
            traces.append(trace)
            if self._suffices(trace, draft.kind):
                return True
        return False

    def _second_thought(self, draft: Draft, traces: Sequence[Trace]) -> bool:
        """Tell whether it is better not to accuse though no expression suffices."""
        if draft.verdict.lead < self.kind_lead:
            return True
        return self._weighed(draft, traces) if self.weighs else self._sounds_made(draft, traces)

    def traces(self, draft: Draft) -> Iterator[Trace]:
        """Yield every match of every expression, in the order of the text."""
        return iter(sorted(self._traces(draft), key=lambda trace: (trace.sentence, trace.span)))

    def _traces(self, draft: Draft) -> Iterator[Trace]:
        """Yield every match, batch by batch, so that whoever has seen enough may stop."""
        for batch in self._batches:
            for number, group in enumerate(draft.clauses):
                clauses = group if batch.scope is Scope.CLAUSE else group[:1]
                for place in (Place(draft, clause, number) for clause in clauses):
                    yield from self._matches(place, batch)

    def heard(self, draft: Draft) -> Heard | None:
        """Return what the expressions find in a draft; None where one of them suffices."""
        traces = list(self._traces(draft))
        if any(self._suffices(trace, draft.kind) for trace in traces):
            return None
        return _heard(traces)

    def _weighed(self, draft: Draft, traces: Sequence[Trace]) -> bool:
        """Tell whether all that was found together says that the move is made."""
        assert self.weighs is not None
        return not self.weighs.accuses(evidence(draft, self.move, _heard(traces)))

    def _sounds_made(self, draft: Draft, traces: Iterable[Trace]) -> bool:
        """Tell whether some sentence surely sounds like the move."""
        # Where an expression was found and blocked, the rule has heard the same words and knows
        # why they are something else. On interest its guards err more often than the opinion does.
        known = {t.sentence for t in traces if not t.counts and not self.overrules}
        return any(
            likely.get(self.move, 0.0) > self.certain
            for place, likely in draft.opinions.items()
            if place not in known
        )

    def _suffices(self, trace: Trace, kind: Kind) -> bool:
        if not trace.counts:
            return False
        asked = self.enough.get(kind, self.levels[0])
        return self.levels.index(trace.expression.level) >= self.levels.index(asked)

    def _nearest(self, draft: Draft, traces: Sequence[Trace]) -> str:
        weaker = [trace for trace in traces if trace.counts] or list(traces)
        if not weaker:
            return ""
        first = sorted(weaker, key=lambda trace: (trace.sentence, trace.span))
        best = max(first, key=lambda trace: self.levels.index(trace.expression.level))
        row = draft.email.source.position(best.span.start).row
        return f" (nearest: “{_shortened(best.sentence.of(draft.text))}” in line {row})"

    def _matches(self, place: Place, batch: _Batch) -> Iterator[Trace]:
        view = place.scope_view(batch.scope)
        for number in batch.patterns.candidates(view):
            expression = batch.expressions[number]
            if expression.kinds and place.draft.kind not in expression.kinds:
                continue
            if expression.parts and place.clause.sentence.part not in expression.parts:
                continue
            for match in expression.says.ranges(view):
                why_not = blocked(expression, self.unless, place, match)
                sentence = place.clause.sentence.span
                yield Trace(expression, view.span_of(*match), sentence, why_not)


def _heard(traces: Iterable[Trace]) -> Heard:
    counted: set[Span] = set()
    blocked: set[Span] = set()
    for trace in traces:
        (counted if trace.counts else blocked).add(trace.sentence)
    return Heard(counted, blocked)


@dataclass(frozen=True)
class _Batch:
    """Expressions of one scope that are asked at once."""

    scope: Scope
    expressions: Sequence[Expression]

    @cached_property
    def patterns(self) -> PatternSet:
        return PatternSet([expression.says for expression in self.expressions])


def _shortened(text: str, limit: int = 60) -> str:
    folded = fold(text)
    return folded if len(folded) <= limit else folded[: limit - 1].rsplit(" ", 1)[0] + " …"
