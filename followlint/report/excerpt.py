"""The line that a finding stands in, with the place underlined."""

from __future__ import annotations

import unicodedata

from followlint.finding import Finding
from followlint.report.results import Checked
from followlint.report.style import graded
from followlint.safe import shown_line


def excerpt(draft: Checked, finding: Finding, indent: int = 4, *, colour: bool) -> list[str]:
    """Return the first line of a finding's place, and the line that underlines it."""
    (row, column), end = draft.places(finding.span)
    shown = shown_line(draft.source.line(row))
    length = (end.column if end.row == row else len(shown) + 1) - column
    lead = " " * _width(shown[: column - 1])
    marks = "^" * max(1, _width(shown[column - 1 : column - 1 + length]))
    margin = " " * indent
    return [
        f"{margin}{shown}",
        f"{margin}{lead}{graded(marks, finding.severity, colour=colour)}",
    ]


def _width(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    return sum(
        0 if unicodedata.combining(char) else 1 + (unicodedata.east_asian_width(char) in "WF")
        for char in text
    )
