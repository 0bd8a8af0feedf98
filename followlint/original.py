"""A file whose text is read in another form than it stands there, and the places in it."""

from __future__ import annotations

import bisect
import re
from functools import cached_property
from typing import NamedTuple

_LINE_BREAK = re.compile(rb"\r\n|\r|\n")


class Position(NamedTuple):
    """A place as people count: row and column from 1, columns in code points."""

    row: int
    column: int


class Original:
    """A file in which a text stands in another form: encoded, wrapped, among other things.

    Places in it are offsets in bytes. Rows and columns are those of an editor, which shows the
    file as UTF-8 where it is UTF-8, else a column for each byte.
    """

    def __init__(self, data: bytes, first_row: int = 1) -> None:
        """Take the bytes, and the row at which they begin where they are a piece of a file."""
        self.data = data
        self._first_row = first_row

    @cached_property
    def _encoding(self) -> str:
        try:
            self.data.decode("utf-8")
        except UnicodeDecodeError:
            return "latin-1"
        return "utf-8"

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(m.end() for m in _LINE_BREAK.finditer(self.data))]

    def position(self, offset: int) -> Position:
        """Return the row and column of a byte."""
        number = bisect.bisect_right(self._line_starts, offset)
        before = self.slice(self._line_starts[number - 1], offset)
        return Position(number - 1 + self._first_row, len(before) + 1)

    def line(self, row: int) -> str:
        """Return the text of a row without its line break; raises `IndexError` for no such row."""
        number = row - self._first_row
        if number < 0:
            raise IndexError(row)
        starts = [*self._line_starts, len(self.data)]
        return self.slice(starts[number], starts[number + 1]).rstrip("\r\n")

    def slice(self, start: int, end: int) -> str:
        """Return the bytes from start to end as an editor shows them."""
        return self.data[start:end].decode(self._encoding, errors="replace")
