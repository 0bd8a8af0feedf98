"""`text`: flake8's `path:row:column: CODE message`, a line a finding."""

from __future__ import annotations

from followlint.finding import Finding
from followlint.report.excerpt import excerpt
from followlint.report.results import Checked, Results
from followlint.report.style import graded, styled
from followlint.safe import shown
from followlint.text import fold


def line(draft: Checked, finding: Finding, *, colour: bool = False) -> str:
    """Return the one line of a finding."""
    row, column = draft.source.position(finding.span.start)
    path = styled(shown(draft.name), "bold", colour=colour)
    code = graded(finding.code, finding.severity, colour=colour)
    return f"{path}:{row}:{column}: {code} {shown(fold(finding.message))}"


def render(results: Results) -> str:
    """Return all findings, a line each, or three with the line they stand in."""
    lines: list[str] = []
    for draft, finding in results.pairs():
        lines.append(line(draft, finding, colour=results.colour))
        if results.show_source:
            lines += excerpt(draft, finding, colour=results.colour)
    return "".join(f"{line}\n" for line in lines)
