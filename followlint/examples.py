"""Runs a rule's examples: behind `followlint test`, and behind our own suite.

After LanguageTool: a bad example is flagged exactly at its marks and nowhere else, a good one is
not flagged, and an edit, put in, cures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from followlint.across import letter_of
from followlint.analysis import Draft
from followlint.checks import Hit
from followlint.checks.base import Peer
from followlint.checks.marked import Entries, Entry
from followlint.checks.move import Move
from followlint.checks.swap import Swaps
from followlint.checks.wording import Wordings
from followlint.linter import Linter
from followlint.mail import Dialect, Email, Kind, Part, read, read_bytes, read_fragment
from followlint.rule import Example, Rule
from followlint.template.linting import draft_of_slots
from followlint.text import Source, Span

#: An example that begins with a header is a whole email; any other is a piece of one.
_WHOLE = re.compile(
    r"(?:Subject|To|From|Kind|Dialect|Company|Role|Interviewer)[ \t]*:", re.IGNORECASE
)
#: A line between the drafts of a run: what rules say that hold them against each other.
_BETWEEN = re.compile(r"^={3,}[ \t]*\n", re.MULTILINE)


def problems(rule: Rule, linter: Linter) -> Iterator[str]:
    """Yield what is wrong with the examples of a rule, a sentence each; nothing where all hold."""
    for example in rule.examples.bad:
        found = _found(example.text, rule, linter)
        if found != sorted(example.marks):
            places = f"{_said(found)}, not at {_said(example.marks)}"
            yield f"bad example is flagged at {places}: {example.text!r}"
            continue
        if not _BETWEEN.search(example.text):
            draft = _draft(example.text, rule, linter)
            yield from _uncured(rule, example, list(rule.check.hits(draft)), linter)
    for example in rule.examples.good:
        if found := _found(example.text, rule, linter):
            yield f"good example is flagged at {_said(found)}: {example.text!r}"
    if isinstance(rule.check, Move):
        yield from _silent_expressions(rule, rule.check, linter)
    if isinstance(rule.check, Swaps):
        yield from _wrong_entries(rule, rule.check.swaps, linter)
    if isinstance(rule.check, Wordings):
        yield from _wrong_entries(rule, rule.check.wordings, linter)


def _silent_expressions(rule: Rule, move: Move, linter: Linter) -> Iterator[str]:
    """Yield the expressions of a move that do not find their own example."""
    for expression in move.expressions:
        kind = expression.kinds[0] if expression.kinds else rule.kinds[0]
        part = expression.parts[0] if expression.parts else Part.BODY
        email = read_fragment(Source("<example>", expression.example), part)
        traces = [
            trace
            for trace in move.traces(linter.draft(email, kind=kind))
            if trace.expression is expression
        ]
        if not any(trace.counts for trace in traces):
            why = f" (blocked: {traces[0].blocked_by})" if traces else ""
            says, example = expression.says.source, expression.example
            yield f"expression {says!r} misses its example {example!r}{why}"


def _wrong_entries(rule: Rule, entries: Sequence[Entry], linter: Linter) -> Iterator[str]:
    """Yield the entries that miss their example or object to their innocent one."""
    unless = getattr(rule.check, "unless", ())
    together = Entries(entries, unless)
    for entry in entries:
        pattern = entry.says.source
        kind = entry.kinds[0] if entry.kinds else rule.kinds[0]
        part = Part.BODY if Part.BODY in entry.parts else entry.parts[0]
        dialect = entry.only_in[0] if entry.only_in else None
        draft = _piece(entry.example, part, kind, linter, dialect)
        # Another entry of the rule may know the same place better: then it is tried on its own.
        # (Only then: patterns are compiled anew for each such trial.)
        found = any(one is entry for one, _ in together.found(draft))
        if not found and not any(Entries([entry], unless).found(draft)):
            yield f"entry {pattern!r} misses its example {entry.example!r}"
        innocent = _piece(entry.innocent, part, kind, linter, dialect)
        if isinstance(rule.check, Swaps):
            # The typo engine may have a say of its own; only the entries are on trial here.
            flagged = any(together.found(innocent))
        else:
            flagged = any(rule.check.hits(innocent))
        if flagged:
            yield f"innocent example of {pattern!r} is flagged: {entry.innocent!r}"


def _uncured(rule: Rule, example: Example, hits: Sequence[Hit], linter: Linter) -> Iterator[str]:
    """Yield the edits after which the rule still objects at the same place."""
    for hit in hits:
        if hit.edit is None:
            continue
        span, content = hit.edit.span, hit.edit.content
        cured = example.text[: span.start] + content + example.text[span.end :]
        new = Span(span.start, span.start + len(content))
        # What is taken out may have stood right before another fault.
        others = [
            other.span.shifted(len(content) - len(span))
            for other in hits
            if other.span.start >= span.end
        ]
        places = [p for p in _places(rule, _draft(cured, rule, linter)) if p not in others]
        if any(place.overlaps(new) for place in places):
            yield f"the edit {content!r} does not cure: {cured!r}"


def _draft(text: str, rule: Rule, linter: Linter) -> Draft:
    source = Source("<example>", text)
    broken = "" if text.strip() else "the draft is empty"
    if rule.check.judges_templates:
        return draft_of_slots(read(source), linter.tools)
    if _WHOLE.match(text) or broken:
        email = read_bytes("<example>.eml", text.encode()) if _is_message(text) else read(source)
        return linter.draft(email, broken, None if _names_kind(text) else rule.kinds[0])
    return _piece(text, getattr(rule.check, "part", Part.BODY), rule.kinds[0], linter)


def _piece(
    text: str, part: Part, kind: Kind, linter: Linter, dialect: Dialect | None = None
) -> Draft:
    """Return the draft of a text that is nothing but one part of an email."""
    email: Email = read_fragment(Source("<example>", text), part)
    return linter.draft(email, kind=kind, dialect=dialect)


def _found(text: str, rule: Rule, linter: Linter) -> list[Span]:
    """Return the places that a rule objects to in an example, be it one draft or several."""
    edges = [0, *(at for between in _BETWEEN.finditer(text) for at in between.span()), len(text)]
    pieces = [Span(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True)]
    drafts = [_draft(piece.of(text), rule, linter) for piece in pieces]
    found = [_places(rule, draft) for draft in drafts]
    if len(drafts) > 1:
        peers = [
            Peer(f"{number}", letter_of(draft), rule.check.note(draft))
            for number, draft in enumerate(drafts)
        ]
        for second in rule.check.compared(peers):
            new = [hit.span for hit in second.hits]
            old = [] if second.instead else found[second.number]
            found[second.number] = sorted({*old, *new})
        found = [
            places if draft.kind in rule.kinds else []
            for draft, places in zip(drafts, found, strict=True)
        ]
    return sorted(
        place.shifted(piece.start)
        for piece, places in zip(pieces, found, strict=True)
        for place in places
    )


def _names_kind(text: str) -> bool:
    return any(re.search(rf"^Kind: {kind.value}$", text, re.MULTILINE) for kind in Kind)


def _is_message(text: str) -> bool:
    """Tell whether an example is a message of a mail program, whose attachments are known.

    All its headers are ours, so that it reads as it is written and marks keep their places.
    """
    return bool(re.search(r"^Message-ID:", text, re.MULTILINE))


def _places(rule: Rule, draft: Draft) -> list[Span]:
    if bool(draft.broken) != rule.check.judges_broken:
        return []
    return sorted(hit.span for hit in rule.check.hits(draft))


def _said(spans: Sequence[Span]) -> str:
    return ", ".join(f"{span.start}–{span.end}" for span in spans) or "no place"
