"""What followlint understood of a draft, in words: behind `followlint inspect`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from followlint.analysis import Draft
from followlint.analysis.meaning import MOVES
from followlint.analysis.metrics import Measure, measure
from followlint.analysis.odds import likelihood_of
from followlint.checks.expression import Trace
from followlint.checks.move import Move
from followlint.mail import Email
from followlint.rule import Rule
from followlint.safe import shown
from followlint.text import Span, fold

#: What the network reads in a sentence is told from this likelihood on.
_WORTH_TELLING = 0.3


def inspect(draft: Draft, rules: Iterable[Rule]) -> str:
    """Return the kind and why, the parts, the size, and each sentence with its moves."""
    moves = [rule.check for rule in rules if isinstance(rule.check, Move)]
    lines = [*_kind(draft), "", *_parts(draft.email), "", *_sentences(draft, moves)]
    return "".join(f"{shown(line)}\n" for line in lines)


def _kind(draft: Draft) -> Iterator[str]:
    yield f"kind: {draft.kind.value} (told by the {draft.verdict.told_by})"
    for how, likely in (
        ("by its words alone", draft.verdict.likelihood),
        ("as the network reads it", draft.verdict.read),
    ):
        if likely:
            yield f"  {how}: {', '.join(f'{k.value} {p:.2f}' for k, p in likely.items())}"
    for item in draft.verdict.evidence:
        yield f"  {item.weight:+g} {item.kind.value}: {_quoted(draft, item.span)}"
    if draft.dialect:
        yield f"dialect: {draft.dialect.value}"
    words, paragraphs = (measure(draft.email, m) for m in (Measure.WORDS, Measure.PARAGRAPHS))
    yield f"words: {words} in {paragraphs} paragraphs"


def _parts(email: Email) -> Iterator[str]:
    yield "parts:"
    for block in email.blocks:
        first, last = email.source.position(block.span.start), email.source.position(block.span.end)
        rows = f"{first.row}" if first.row == last.row else f"{first.row}–{last.row}"
        yield f"  {rows:>7}  {block.part.value:<10}  {_shortened(fold(block.span.of(email.text)))}"


def _sentences(draft: Draft, moves: Iterable[Move]) -> Iterator[str]:
    found: dict[Span, list[tuple[str, Trace]]] = {}
    for move in moves:
        for trace in move.traces(draft):
            found.setdefault(trace.sentence, []).append((move.move, trace))
    yield "sentences:"
    for sentence in draft.prose:
        row, column = draft.email.source.position(sentence.span.start)
        yield f"  {row}:{column}  {fold(sentence.span.of(draft.text))}"
        for name, trace in found.get(sentence.span, ()):
            level = f" ({trace.expression.level})" if trace.expression.level else ""
            verdict = "" if trace.counts else f", not counted: {trace.blocked_by}"
            sign = "+" if trace.counts else "-"
            yield f"         {sign} {name}{level} {_quoted(draft, trace.span)}{verdict}"
        if heard := _read(draft, sentence.span):
            yield f"         ~ reads as {heard}"


def _read(draft: Draft, place: Span) -> str:
    """Return which moves the network reads in a sentence, with their likelihoods."""
    odds = draft.meanings.get(place, {})
    likely = {move: likelihood_of(odds[move]) for move in MOVES if move in odds}
    return ", ".join(f"{move} {p:.2f}" for move, p in likely.items() if p >= _WORTH_TELLING)


def _quoted(draft: Draft, span: Span) -> str:
    return f"“{fold(span.of(draft.text))}”"


def _shortened(text: str, limit: int = 70) -> str:
    return text if len(text) <= limit else text[: limit - 1] + "…"
