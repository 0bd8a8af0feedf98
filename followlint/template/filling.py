"""A template with its slots filled: a draft whose every place leads back to the file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from followlint.mail.traced import Traced
from followlint.template.choosing import Chooser
from followlint.template.slots import Slot
from followlint.text import Position, Source, Span

#: A value with so many blanks that ends in a stop is a sentence, no "Hartley & Sons Inc.".
_SENTENCE = 6


@dataclass(frozen=True)
class Filling:
    """A value: where it stands in the filled text, and the slot's place in the file."""

    span: Span
    place: Span
    slot: Slot


@dataclass(frozen=True)
class Filled:
    """A filled text and what was put into it, in order."""

    text: Traced
    fillings: Sequence[Filling] = ()

    def place(self, span: Span) -> Span:
        """Return the place in the file of a span; one that touches a value takes its whole slot."""
        start, end = self._at(span.start), self._at(max(span.start, span.end - 1))
        if len(span):
            end += 1
        for filling in self.fillings:
            if filling.span.start < span.end and span.start < filling.span.end:
                start, end = min(start, filling.place.start), max(end, filling.place.end)
        return Span(start, max(start, end))

    def touched(self, span: Span) -> list[Filling]:
        """Return the values that a span shares anything with."""
        return [
            filling
            for filling in self.fillings
            if filling.span.start < span.end and span.start < filling.span.end
        ]

    def source(self, real: Source) -> Source:
        """Return the filled text as a source that counts rows and columns as the file does."""
        return _FilledSource(real.name, self.text.text, real=real, filled=self)

    def _at(self, offset: int) -> int:
        origins = self.text.origins
        if offset < len(origins):
            return origins[offset]
        return origins[-1] + 1 if origins else 0


@dataclass(frozen=True)
class _FilledSource(Source):
    """A filled text that knows where its words stand in the file."""

    real: Source = field(default_factory=lambda: Source("", ""), repr=False, compare=False)
    filled: Filled = field(default_factory=lambda: Filled(Traced()), repr=False, compare=False)

    def position(self, offset: int) -> Position:
        at = self.filled.place(Span(offset, offset)).start
        return self.real.position(min(at, len(self.real.text)))


def fill(text: Traced, slots: Sequence[Slot], chooser: Chooser) -> Filled:
    """Put a value into each slot of a text."""
    pieces: list[Traced] = []
    fillings: list[Filling] = []
    at = length = 0
    for slot in slots:
        before = text[slice(at, slot.span.start)]
        start = text.origins[slot.span.start]
        place = Span(start, text.origins[slot.span.end - 1] + 1)
        value = _fitted(chooser.value(slot, text.text), text.text[slot.span.end :])
        begin = length + len(before)
        fillings.append(Filling(Span(begin, begin + len(value)), place, slot))
        pieces += [before, Traced.at(value, start)]
        at, length = slot.span.end, begin + len(value)
    return Filled(Traced.join([*pieces, text[slice(at, None)]]), fillings)


def _fitted(value: str, after: str) -> str:
    """Return a sentence without its stop where the template has one of its own."""
    sentence = value.endswith(".") and value.count(" ") >= _SENTENCE
    return value[:-1] if sentence and after[:1] in (".", "!", "?") else value
