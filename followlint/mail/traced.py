"""Text on its way out of a file, with the byte of the file at which each code point stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")


@dataclass(frozen=True)
class Traced:
    """A text and its origins: one byte offset for each code point."""

    text: str = ""
    origins: Sequence[int] = ()

    @classmethod
    def at(cls, text: str, origin: int) -> Traced:
        """Return a text all of which stands at one place: it is not in the file as it reads."""
        return cls(text, [origin] * len(text))

    @classmethod
    def join(cls, pieces: Iterable[Traced]) -> Traced:
        """Return the pieces one after another."""
        pieces = list(pieces)
        origins = [origin for piece in pieces for origin in piece.origins]
        return cls("".join(piece.text for piece in pieces), origins)

    def __len__(self) -> int:
        return len(self.text)

    def __getitem__(self, part: slice) -> Traced:
        return Traced(self.text[part], self.origins[part])

    def __add__(self, other: Traced) -> Traced:
        return Traced.join((self, other))

    def lines(self) -> Iterator[tuple[Traced, Traced]]:
        """Yield each line and the line break behind it, which is a line feed, or nothing."""
        for match in _LINE.finditer(self.text):
            if match[0]:
                line, ending = self[slice(*match.span(1))], self[slice(*match.span(2))]
                yield line, Traced("\n", ending.origins[:1]) if ending else ending

    def unbroken(self) -> Traced:
        """Return the text with line feeds for all line breaks."""
        if "\r" not in self.text:
            return self
        return Traced.join(piece for pair in self.lines() for piece in pair)
