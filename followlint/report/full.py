"""`full`: the finding, the line it stands in with the place underlined, and what to do."""

from __future__ import annotations

from followlint.finding import Finding
from followlint.report.excerpt import excerpt
from followlint.report.results import Checked, Results
from followlint.report.text import line
from followlint.safe import shown
from followlint.text import fold


def render(results: Results) -> str:
    """Return all findings, a short paragraph each."""
    return "\n".join(_paragraph(results, draft, finding) for draft, finding in results.pairs())


def _paragraph(results: Results, draft: Checked, finding: Finding) -> str:
    lines = [line(draft, finding, colour=results.colour)]
    if not results.redact:
        lines += excerpt(draft, finding, colour=results.colour)
    if finding.suggestion:
        lines.append(f"    {shown(fold(finding.suggestion))}")
    return "\n".join(lines) + "\n"
