"""Whether the slots of a repository go by one name each: "[Position]" here, "[Job Title]" there.

Whoever fills a template by search and replace leaves the other spelling in.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from followlint.analysis.labels import begins_with_field
from followlint.template.asks import plain
from followlint.template.declared import Declared
from followlint.template.slots import Slot

#: A label of more words is an instruction, which every template words in its own way.
_WORDS = 4
_INSTRUCTS = re.compile(
    r"(?:insert|mention|add|describe|explain|include|specify|optional|reference|briefly|e g|ex)\b"
)
#: Words that make a label longer and say nothing more.
_EMPTY = re.compile(
    r"^(?:the|insert|exact|specific|full|their|this)\s+(?=\S+)"
    r"|\s+(?:discussed|mentioned|here|we discussed|you discussed|you mentioned)$"
)
_NAME = re.compile(r"(?<!first)(?<!last)(?<!full)(?<!your)(?<!family)(?<!given)\s+name$")
#: Labels that mean one thing, by the first of each line.
_SAME = (
    ("role", "position", "job", "post", "job title", "position title", "role title", "vacancy"),
    ("company", "employer", "organization", "organisation", "firm"),
    ("your name", "my name", "candidate", "applicant", "sender", "your", "my"),
    ("first name", "given name", "fname"),
    ("last name", "surname", "family name", "lname"),
    ("your first name", "my first name"),
    ("your phone", "your phone number", "phone", "phone number"),
    ("your email", "your email address", "email", "email address"),
    ("interview date", "date of interview", "date of the interview"),
    ("team", "department", "division"),
)
_FIELDS = {label: labels[0] for labels in _SAME for label in labels}
#: Two words so near to each other are one, if one of them is no word of labels.
_LEAST_LETTERS = 5


def field_of(label: str) -> str:
    """Return what a label names, alike for two labels of one thing; "" for instructions."""
    words = plain(label)
    if not words or len(words.split()) > _WORDS or _INSTRUCTS.match(words) or "/" in words:
        return ""
    shorter = _EMPTY.sub("", _EMPTY.sub("", words))
    return _FIELDS.get(words) or _FIELDS.get(bare := _NAME.sub("", shorter), bare)


@dataclass
class Tally:
    """How often each slot is written in which way, in all templates of a repository."""

    counts: Counter[str] = field(default_factory=Counter)
    labels: dict[str, str] = field(default_factory=dict)

    def add(self, slots: Iterable[Slot]) -> None:
        """Count slots; those whose form is wrong are nobody's model."""
        for slot in slots:
            if slot.label and not slot.fault and not slot.control:
                self.counts[slot.way] += 1
                self.labels[slot.way] = slot.label

    def models(self, declared: Declared) -> Mapping[str, str]:
        """Return by what labels name the way of writing that others should follow.

        It is the most frequent one; of the declared ones, where any are.
        """
        found: dict[str, str] = {}
        for written, label in self.labels.items():
            group = field_of(label)
            if not group or (declared and not declared.knows(label)):
                continue
            if group not in found or self._rank(written) < self._rank(found[group]):
                found[group] = written
        return found

    def correction(self, label: str) -> str:
        """Return the way of writing that a misspelt label was meant for, or ""."""
        own, meant = plain(label), field_of(label)
        near = (
            written
            for written, other in self.labels.items()
            if meant and (_misspells(own, plain(other)) or _misspells(meant, field_of(other)))
        )
        return min(near, key=self._rank, default="")

    def _rank(self, written: str) -> tuple[int, int, str]:
        return -self.counts[written], len(written), written


def inconsistent(
    slots: Iterable[Slot], tally: Tally, declared: Declared
) -> Iterator[tuple[Slot, str]]:
    """Yield the slots that are written in another way elsewhere, and that way."""
    models = tally.models(declared)
    for slot in slots:
        if not slot.label or slot.fault or slot.control:
            continue
        if declared and not declared.allows(slot):
            continue  # that is said of it already
        model = models.get(field_of(slot.label), slot.way)
        if model == slot.way:
            model = "" if declared else tally.correction(slot.label)
        elif declared and tally.labels[model] != slot.label:
            continue  # two names that are both declared mean two things
        if model:
            yield slot, model


def _misspells(written: str, meant: str) -> bool:
    """Tell whether one label is another but for one word, which is no word of labels."""
    ours, theirs = written.split(), meant.split()
    if len(ours) != len(theirs):
        return False
    pairs = [(a, b) for a, b in zip(ours, theirs, strict=True) if a != b]
    if len(pairs) != 1:
        return False
    [(wrong, right)] = pairs
    return (
        len(right) >= _LEAST_LETTERS
        and not begins_with_field(wrong)
        and begins_with_field(right)
        and _steps(wrong, right) <= 2
    )


def _steps(one: str, other: str) -> int:
    """Return how many letters must be put in, taken out, changed or swapped with a neighbour."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        before, row, last = row, [i], before
        for j, b in enumerate(other, 1):
            best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                best = min(best, last[j - 2] + 1)
            row.append(best)
    return row[-1]
