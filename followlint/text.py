"""Text with places in it: the only module that knows what a line is (of a file: `original`).

There is one coordinate: half-open offsets in code points into the text as read. Rows and
columns (1-based, columns in code points) are asked of a `Source` by the reports, nowhere else.
"""

from __future__ import annotations

import bisect
import codecs
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from followlint.limits import MOST_BYTES, MOST_TEXT, beyond
from followlint.original import Original, Position

__all__ = [
    "Original",
    "Position",
    "Source",
    "Span",
    "Spans",
    "UnreadableError",
    "encoded_like",
    "fold",
    "in_case_of",
    "word_set",
]

_LINE_BREAK = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, order=True)
class Span:
    """A half-open range of code points; empty where something is missing."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the slice of `text` that this span covers."""
        return text[self.start : self.end]

    def shifted(self, by: int) -> Span:
        """Return this span moved `by` code points to the right."""
        return Span(self.start + by, self.end + by)

    def trimmed(self, text: str) -> Span:
        """Return this span of `text` without the white space at its ends."""
        inner = self.of(text)
        start = self.start + len(inner) - len(inner.lstrip())
        return Span(start, max(start, self.start + len(inner.rstrip())))

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share a code point; an empty span is taken for the one behind it."""
        return self.start < max(other.end, other.start + 1) and other.start < max(
            self.end, self.start + 1
        )


class UnreadableError(Exception):
    """A file that is no text: what is wrong, and the byte where it goes wrong."""

    def __init__(self, reason: str, *, data_offset: int = 0) -> None:
        super().__init__(reason)
        self.reason = reason
        self.data_offset = data_offset


class Spans:
    """Many spans, of which it can be asked quickly whether any overlaps another."""

    def __init__(self, spans: Iterable[Span]) -> None:
        """Take the spans, in any order."""
        ordered = sorted(spans)
        self._starts = [span.start for span in ordered]
        ends = (max(span.end, span.start + 1) for span in ordered)
        self._furthest = list(itertools.accumulate(ends, max))

    def overlap(self, span: Span) -> bool:
        """Tell whether another span `overlaps` one of them."""
        before = bisect.bisect_left(self._starts, max(span.end, span.start + 1))
        return before > 0 and self._furthest[before - 1] > span.start


@dataclass(frozen=True)
class Source:
    """A text and the name it goes by in reports (a path as given, or a name for stdin).

    A text that was taken out of a file in another form keeps that file as `original`; `origins`
    is then the byte at which each code point stands there, and where the text ends. Rows and
    columns are those of the file.
    """

    name: str
    text: str = field(repr=False)
    original: Original | None = field(default=None, repr=False, compare=False)
    origins: Sequence[int] = field(default=(), repr=False, compare=False)

    @classmethod
    def decode(cls, name: str, data: bytes) -> Source:
        """Read `data` as UTF-8, or as UTF-16 or UTF-32 where a byte order mark says so.

        A byte order mark is not part of the text. Raises `UnreadableError` where the bytes are
        not what they claim to be, or hold a NUL (no text does), or are more than `limits` allow.
        """
        if reason := beyond(len(data), MOST_BYTES, "bytes"):
            raise UnreadableError(reason)
        encoding = _encoding_of(data)
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError as error:
            raise UnreadableError(
                f"not {encoding.removesuffix('-sig').upper()} text "
                f"(byte 0x{data[error.start]:02x} at offset {error.start})",
                data_offset=error.start,
            ) from error
        if "\0" in text:
            raise UnreadableError(
                f"holds a NUL at offset {text.index(chr(0))}, so it is no text",
                data_offset=text.index("\0"),
            )
        if reason := beyond(len(text), MOST_TEXT, "characters"):
            raise UnreadableError(reason)
        return cls(name, text)

    @classmethod
    def read(cls, path: Path, name: str | None = None) -> Source:
        """Read a file; raises `OSError` or `UnreadableError`."""
        return cls.decode(name or str(path), path.read_bytes())

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(m.end() for m in _LINE_BREAK.finditer(self.text))]

    def position(self, offset: int) -> Position:
        """Return the row and column of an offset; raises `ValueError` outside the text."""
        if not 0 <= offset <= len(self.text):
            raise ValueError(f"offset {offset} outside a text of {len(self.text)}")
        if self.original:
            return self.original.position(self.origins[offset])
        row = bisect.bisect_right(self._line_starts, offset)
        return Position(row, offset - self._line_starts[row - 1] + 1)

    def line(self, row: int) -> str:
        """Return the text of a row without its line break; raises `IndexError` for no such row."""
        if self.original:
            return self.original.line(row)
        if row < 1:
            raise IndexError(row)
        return self._line(row).of(self.text)

    def lines(self) -> Iterator[Span]:
        """Yield the span of every line of the text, line breaks left out."""
        return (self._line(row) for row in range(1, len(self._line_starts) + 1))

    def verbatim(self, span: Span) -> bool:
        """Tell whether the file holds the text of a span as it is, so that it can be edited."""
        if not self.original:
            return True
        there = self.original.slice(self.origins[span.start], self.origins[span.end])
        return there == span.of(self.text)

    def _line(self, row: int) -> Span:
        start = self._line_starts[row - 1]
        end = self._line_starts[row] if row < len(self._line_starts) else len(self.text)
        return Span(start, start + len(self.text[start:end].rstrip("\r\n")))


def encoded_like(data: bytes, text: str) -> bytes:
    """Return `text` as bytes in the encoding, and behind the byte order mark, of `data`.

    Of the text that `Source.decode` reads from `data` it makes `data` again, to the byte.
    """
    encoding = _encoding_of(data)
    if encoding == "utf-8-sig":
        mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
        return mark + text.encode("utf-8")
    width = int(encoding.removeprefix("utf-")) // 8
    mark = data[:width]
    order = "le" if mark in (codecs.BOM_UTF16_LE, codecs.BOM_UTF32_LE) else "be"
    return mark + text.encode(f"{encoding}-{order}")


def fold(text: str) -> str:
    """Return `text` on one line: every run of white space is one space."""
    return " ".join(text.split())


def in_case_of(model: str, text: str) -> str:
    """Return `text` with a capital where `model` begins with one."""
    return text[:1].upper() + text[1:] if model[:1].isupper() else text


def word_set(words: str) -> frozenset[str]:
    """Return the words of a list that is written out as running text."""
    return frozenset(words.split())


def _encoding_of(data: bytes) -> str:
    # UTF-32's little-endian mark begins with UTF-16's, so it is asked first.
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return "utf-32"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    return "utf-8-sig"
