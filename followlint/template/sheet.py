"""One file of templates as the checks of slots see it: its emails, their slots, their faults."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from followlint.analysis.faults import SlotFault, SlotProblem, SlotProblems
from followlint.mail.frontmatter import read_front_matter
from followlint.mail.headers import known_name
from followlint.template.choosing import bare_name, signs
from followlint.template.declared import Declared, declared_in
from followlint.template.emails import Template, templates_in
from followlint.template.naming import Tally, inconsistent
from followlint.template.shape import greets
from followlint.template.slots import Slot, slots_of
from followlint.template.unused import unused_in
from followlint.text import Source, Span


@dataclass(frozen=True)
class House:
    """What holds for all templates of a repository: what is declared, and how slots are written."""

    declared: Declared
    tally: Tally


@dataclass(frozen=True)
class Sheet:
    """A file of templates. `slots` are those of each email, with places in its text."""

    source: Source
    templates: Sequence[Template]
    slots: Sequence[Sequence[Slot]]

    def placed(self) -> list[Slot]:
        """Return every slot of the file once, in order, with its place in the file."""
        found: dict[Span, Slot] = {}
        for template, slots in zip(self.templates, self.slots, strict=True):
            for slot in slots:
                span = _place(template, slot.span)
                found[span] = replace(slot, span=span)
        return [found[span] for span in sorted(found)]


def read_sheet(source: Source, declared: Declared) -> Sheet:
    """Find the emails in a file and the slots in them."""
    templates = templates_in(source)
    front = read_front_matter(source)
    return Sheet(
        source,
        templates,
        [_slots_in(template, declared, front.end if front else 0) for template in templates],
    )


def _slots_in(template: Template, declared: Declared, front: int) -> list[Slot]:
    """Return the slots of an email; of front matter, those in values of ours.

    "tags: [thanks, phone]" is a list, and so is what a template declares.
    """
    text = template.text.text
    return [
        slot
        for slot in slots_of(text, declared.knows)
        if template.text.origins[slot.span.start] >= front or _is_ours(_line(text, slot.span.start))
    ]


def _is_ours(line: str) -> bool:
    key = line.partition(":")[0].strip().replace("_", "-").replace(" ", "-")
    return known_name(key) is not None


def tally_of(sources: Sequence[Source], declared: Declared) -> Tally:
    """Count the slots of all templates of a repository."""
    tally = Tally()
    for source in sources:
        tally.add(read_sheet(source, declared).placed())
    return tally


def problems_of(sheet: Sheet, house: House) -> SlotProblems:
    """Return what is wrong with the slots of a file, given those of the others."""
    declared = house.declared | declared_in(sheet.source)
    slots = sheet.placed()
    tally = house.tally
    if any(slot.label and slot.way not in tally.labels for slot in slots):
        # A file that is not on the disk as it is here: from standard input, or half mended.
        tally = Tally(tally.counts.copy(), dict(tally.labels))
        tally.add(slots)
    return {
        SlotFault.MALFORMED: [_of(slot, slot.fault) for slot in slots if slot.fault],
        SlotFault.UNDECLARED: list(_undeclared(slots, declared)),
        SlotFault.INCONSISTENT: [
            _of(slot, f"is written “{model}” elsewhere", "" if "|" in slot.written else model)
            for slot, model in inconsistent(slots, tally, declared)
        ],
        SlotFault.AMBIGUOUS: list(_ambiguous(sheet)),
        SlotFault.UNUSED: list(unused_in(sheet.source)),
    }


def _of(slot: Slot, says: str, instead: str = "") -> SlotProblem:
    return SlotProblem(slot.span, slot.written, says, instead)


def _undeclared(slots: Sequence[Slot], declared: Declared) -> Iterator[SlotProblem]:
    if not declared:
        return
    for slot in slots:
        if not slot.label or slot.fault or slot.control or declared.allows(slot):
            continue
        near = declared.nearest(slot.label)
        hint = f"; did you mean “{near}”?" if near else ""
        yield _of(slot, f"is not among the declared placeholders{hint}", _like(slot, near))


def _like(slot: Slot, name: str) -> str:
    """Return a declared name as it would stand in the place of a slot."""
    if not name or name[0] in "[{<«$%*_":
        return name
    return slot.written.replace(slot.label, name, 1) if slot.label in slot.written else ""


def _ambiguous(sheet: Sheet) -> Iterator[SlotProblem]:
    """Yield the slots in signatures that greet in the same email: nobody writes to himself."""
    for template, slots in zip(sheet.templates, sheet.slots, strict=True):
        text = template.text.text
        names = [slot for slot in slots if slot.label and bare_name(slot.label)]
        greeting = {slot.written for slot in names if greets(_line(text, slot.span.start))}
        for slot in names:
            if slot.written in greeting and signs(text, slot.span.start):
                says = "stands for the reader in the greeting and for the writer here"
                yield replace(_of(slot, says), span=_place(template, slot.span))


def _line(text: str, at: int) -> str:
    return text[text.rfind("\n", 0, at) + 1 :].partition("\n")[0]


def _place(template: Template, span: Span) -> Span:
    origins = template.text.origins
    return Span(origins[span.start], origins[span.end - 1] + 1)
