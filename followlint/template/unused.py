"""Placeholders that are declared and stand in no template: forgotten there, or in the list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from followlint.analysis.faults import SlotProblem
from followlint.template.declared import KEY, Declared, declaration_in, declared_in, name_of
from followlint.template.slots import Slot, slots_of
from followlint.text import Source, Span


@dataclass(frozen=True)
class Declaring:
    """A file that declares placeholders, what it declares, and the templates that are below it."""

    path: Path
    text: str
    declared: Declared
    templates: Iterable[Source]

    def unused(self) -> Iterator[SlotProblem]:
        """Yield the names that none of the templates uses."""
        used = names_used(self.templates, self.declared)
        start = max(0, self.text.find(KEY))
        yield from unused(self.text, self.declared, used, start)


def names_used(sources: Iterable[Source], declared: Declared) -> set[str]:
    """Return the declared names that any of some files uses.

    Looked at are whole files, not only the emails in them: a name of which a handbook speaks
    beside its templates is known there. A slip in a name is a use of it.
    """
    used: set[str] = set()
    for source in sources:
        own = declaration_in(source)
        for slot in slots_of(source.text, declared.knows):
            if not own.start <= slot.span.start < own.end:
                used.update(_meant(slot, declared))
    return used


def _meant(slot: Slot, declared: Declared) -> Iterator[str]:
    if not slot.label:
        return
    for name in declared.names:
        if name_of(name) == slot.label or Declared({name: ""}).allows(slot):
            yield name
    yield declared.nearest(slot.label)


def unused_in(source: Source) -> Iterator[SlotProblem]:
    """Yield the names that a template declares in its front matter and does not use."""
    declared = declared_in(source)
    if declared:
        used, start = names_used([source], declared), declaration_in(source).start
        yield from unused(source.text, declared, used, start, "nothing in this file")


def unused(
    text: str, declared: Declared, used: set[str], start: int = 0, what: str = "no template"
) -> Iterator[SlotProblem]:
    """Yield the declared names that are not among the `used`, in the order of their declaration.

    They are declared in `text`, from `start` on; `what` says what does not use them.
    """
    for name in declared.names:
        if name not in used:
            yield SlotProblem(_place(text, name, start), name, f"is declared, and {what} uses it")


def _place(text: str, name: str, start: int) -> Span:
    """Return where a name stands in the file that declares it; its beginning if it is escaped."""
    words = r"\s+".join(map(re.escape, name.split()))
    for pattern in (rf"(?<=[\"']){words}(?=[\"'])", rf"(?<![\w-]){words}(?![\w-])"):
        if match := re.compile(pattern).search(text, start):
            return Span(*match.span())
    return Span(start, start)
