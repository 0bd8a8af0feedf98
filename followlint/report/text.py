"""`text`: flake8's `path:row:column: CODE message`, a line a finding."""

from __future__ import annotations

from collections.abc import Sequence

from followlint.finding import Finding
from followlint.linter import Report
from followlint.text import fold


def line(report: Report, finding: Finding) -> str:
    """Return the one line of a finding."""
    row, column = report.source.position(finding.span.start)
    name = report.source.name.replace("\n", "\\n").replace("\r", "\\r")
    return f"{name}:{row}:{column}: {finding.code} {fold(finding.message)}"


def render(reports: Sequence[Report]) -> str:
    """Return all findings, a line each."""
    return "".join(
        f"{line(report, finding)}\n" for report in reports for finding in report.findings
    )
