"""`full`: the finding, the line it stands in with the place underlined, and what to do."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from followlint.finding import Finding
from followlint.linter import Report
from followlint.report.text import line
from followlint.text import fold


def render(reports: Sequence[Report]) -> str:
    """Return all findings, a short paragraph each."""
    return "\n".join(
        _paragraph(report, finding) for report in reports for finding in report.findings
    )


def _paragraph(report: Report, finding: Finding) -> str:
    row, column = report.source.position(finding.span.start)
    end = report.source.position(finding.span.end)
    shown = report.source.line(row).expandtabs(1)
    length = (end.column if end.row == row else len(shown) + 1) - column
    lead = " " * _width(shown[: column - 1])
    marks = "^" * max(1, _width(shown[column - 1 : column - 1 + length]))
    lines = [line(report, finding), f"    {shown}", f"    {lead}{marks}"]
    if finding.suggestion:
        lines.append(f"    {fold(finding.suggestion)}")
    return "\n".join(lines) + "\n"


def _width(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    return sum(
        0 if unicodedata.combining(char) else 1 + (unicodedata.east_asian_width(char) in "WF")
        for char in text
    )
