"""`rdjson`: reviewdog's Diagnostic Format. Its columns count bytes of UTF-8, its ends are open."""

from __future__ import annotations

import json
from typing import Any

from followlint.finding import Edit, Finding
from followlint.report.paths import plain
from followlint.report.results import Checked, Results
from followlint.safe import shown
from followlint.text import Span, fold


def render(results: Results) -> str:
    """Return all findings as one `DiagnosticResult`."""
    diagnostics = [_diagnostic(draft, finding) for draft, finding in results.pairs()]
    result = {"source": {"name": "followlint"}, "diagnostics": diagnostics}
    return json.dumps(result, indent=2) + "\n"


def _diagnostic(draft: Checked, finding: Finding) -> dict[str, Any]:
    diagnostic: dict[str, Any] = {
        "message": shown(fold(finding.message)),
        "location": {"path": plain(draft.name), "range": _range(draft, finding.span)},
        "severity": finding.severity.name,
        "code": {"value": finding.code},
    }
    if edit := draft.edit(finding):
        diagnostic["suggestions"] = [_suggestion(draft, edit)]
    return diagnostic


def _suggestion(draft: Checked, edit: Edit) -> dict[str, Any]:
    return {"range": _range(draft, edit.span), "text": edit.content}


def _range(draft: Checked, span: Span) -> dict[str, dict[str, int]]:
    return {"start": _position(draft, span.start), "end": _position(draft, span.end)}


def _position(draft: Checked, offset: int) -> dict[str, int]:
    row, column = draft.source.position(offset)
    before = draft.source.line(row)[: column - 1]
    return {"line": row, "column": len(before.encode("utf-8", "surrogatepass")) + 1}
