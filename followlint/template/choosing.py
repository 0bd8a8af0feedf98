"""Which value goes into which slot of an email, by what the slot asks for and where it stands."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from followlint.mail import layout
from followlint.template.asks import Ask, ask_of, own_words, plain
from followlint.template.samples import Samples
from followlint.template.shape import filled_in, greets
from followlint.template.slots import Slot

_ENDS = re.compile(r"(?:^|[.!?:]['”\"]?\s+|\n[ \t]*)$")
_STOPS = re.compile(r"[.!?]?(?:[ \t]*(?:\r?\n|\Z)|\s+[A-Z\[{])")
_BECAUSE = re.compile(r"\b(?:because|since|as|that|which is why)\s+$", re.IGNORECASE)
_TO = re.compile(r"\b(?:to|can|could|would|will)\s+$", re.IGNORECASE)
_THE = re.compile(r"\b(?:the|an?|my|your|our|his|her|their|this|that)\s+$", re.IGNORECASE)
_DETERMINER = re.compile(r"(?:the|an?|my|your|our)\s+", re.IGNORECASE)
_CONTEXT_DATE = re.compile(
    r"(?:interview[-_ ]date|decision[-_ ]date|sent|date)\s*:\s*\S*$", re.IGNORECASE
)
#: Who is meant by a bare "name", by where it stands.
_WRITERS = {
    Ask.READER: Ask.WRITER,
    Ask.READER_FIRST: Ask.WRITER_FIRST,
    Ask.READER_LAST: Ask.WRITER_LAST,
}
_SURE_READER = re.compile(r"interviewer|recruiter|manager|recipient|reader|contact|panel")


def bare_name(label: str) -> bool:
    """Tell whether a label asks for a name and does not say whose: "Name", "First Name"."""
    return ask_of(label) in _WRITERS and not _SURE_READER.search(plain(label))


@dataclass
class Chooser:
    """Chooses values for the slots of one email, one after another.

    `given` are the user's own, by label; they go before the samples.
    """

    samples: Samples
    given: Mapping[str, str] = field(default_factory=dict)
    _chosen: dict[str, str] = field(default_factory=dict)
    _used: dict[str, int] = field(default_factory=dict)

    def value(self, slot: Slot, text: str) -> str:
        """Return what goes into a slot of `text`."""
        if slot.control:
            return ""
        before, after = text[: slot.span.start], text[slot.span.end :]
        if (own := value_for(slot.label, self.given)) is not None:
            return own
        line = before.rpartition("\n")[2]
        if _CONTEXT_DATE.fullmatch(line):
            return ""  # a date of a real interview would be judged by the calendar
        ask = self._ask(slot, text)
        if ask in self.samples.values:
            return self.samples.values[ask]
        return self._words(slot, ask, before, after)

    def _ask(self, slot: Slot, text: str) -> Ask:
        line = _line_of(text, slot)
        below = signs(text, slot.span.start)
        if not slot.label:
            return Ask.WRITER if below else Ask.READER if greets(line) else Ask.TOPIC
        ask = ask_of(slot.label)
        if ask is Ask.HONORIFIC and not greets(line):
            ask = Ask.ROLE  # "Title" below a name, or "the [Title] role"
        if below and bare_name(slot.label):
            return _WRITERS[ask]
        return ask

    def _words(self, slot: Slot, ask: Ask, before: str, after: str) -> str:
        """Return words that fit into the sentence around a slot."""
        begins, stops = bool(_ENDS.search(before)), bool(_STOPS.match(after))
        if ask is not Ask.PHRASE and begins and stops:
            return self._next("sentences", slot, self.samples.sentences)
        if _BECAUSE.search(before) and ask in (Ask.REASON, Ask.TOPIC):
            return self._next("clauses", slot, self.samples.clauses)
        if ask is Ask.SKILL:
            return _begun(self._next("skills", slot, self.samples.skills), begins)
        if ask is Ask.PHRASE or (_TO.search(before) and slot.label[:1].islower()):
            return _begun(own_words(slot.label), begins)
        value = self._next("topics", slot, self.samples.topics)
        return _begun(_DETERMINER.sub("", value, count=1) if _THE.search(before) else value, begins)

    def _next(self, pool: str, slot: Slot, values: Sequence[str]) -> str:
        """Return the value of a pool for a label; another label gets another one."""
        key = f"{pool}:{plain(slot.label)}"
        if key not in self._chosen:
            self._chosen[key] = values[self._used.get(pool, 0) % len(values)]
            self._used[pool] = self._used.get(pool, 0) + 1
        return self._chosen[key]


def value_for(label: str, values: Mapping[str, str]) -> str | None:
    """Return the value given for a label, as it is written or but for case and marks."""
    if label in values:
        return values[label]
    return next((value for name, value in values.items() if plain(name) == plain(label)), None)


def signs(text: str, at: int) -> bool:
    """Tell whether a place stands below the closing of an email, in the signature."""
    line = text[text.rfind("\n", 0, at) + 1 : at]
    return at > _closing_end(text) or bool(layout.inline_closing(filled_in(line + "Priya")))


@lru_cache(maxsize=4)
def _closing_end(text: str) -> int:
    """Return where the first closing below the greeting ends, or else the text."""
    at = text.find("\n") + 1
    for line in text[at:].splitlines(keepends=True):
        at += len(line)
        if layout.is_closing(filled_in(line)):
            return at - 1
    return len(text)


def _line_of(text: str, slot: Slot) -> str:
    start = text.rfind("\n", 0, slot.span.start) + 1
    end = text.find("\n", slot.span.end)
    return text[start : len(text) if end < 0 else end]


def _begun(value: str, begins: bool) -> str:
    return value[:1].upper() + value[1:] if begins else value
