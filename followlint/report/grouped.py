"""`grouped`: the findings of each draft under its name, in columns."""

from __future__ import annotations

from followlint.report.excerpt import excerpt
from followlint.report.results import Checked, Results
from followlint.report.style import graded, styled
from followlint.safe import shown
from followlint.text import fold


def render(results: Results) -> str:
    """Return a block for each draft that has findings, an empty line between blocks."""
    return "\n".join(_block(draft, results) for draft in results.drafts if draft.findings)


def _block(draft: Checked, results: Results) -> str:
    colour = results.colour
    starts = [draft.source.position(finding.span.start) for finding in draft.findings]
    rows = max(len(str(row)) for row, _ in starts)
    columns = max(len(str(column)) for _, column in starts)
    codes = max(len(finding.code) for finding in draft.findings)
    lines = [f"{styled(shown(draft.name), 'bold', colour=colour)}:"]
    for finding, (row, column) in zip(draft.findings, starts, strict=True):
        code = graded(finding.code, finding.severity, colour=colour)
        pad = " " * (codes - len(finding.code))
        place = f"{row:>{rows}}:{column:<{columns}}"
        lines.append(f"  {place}  {code}{pad} {shown(fold(finding.message))}")
        if results.show_source:
            lines += excerpt(draft, finding, colour=colour)
    return "".join(f"{line}\n" for line in lines)
