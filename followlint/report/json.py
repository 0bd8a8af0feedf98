"""`json`: an array of findings in ruff's shape. The keys are a contract."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from followlint.finding import Edit, Finding
from followlint.linter import Report
from followlint.text import Source, fold


def render(reports: Sequence[Report]) -> str:
    """Return all findings as one JSON array, in ASCII: it stays JSON on any console and pipe."""
    items = [_finding(report, finding) for report in reports for finding in report.findings]
    return json.dumps(items, indent=2) + "\n"


def _finding(report: Report, finding: Finding) -> dict[str, Any]:
    return {
        "filename": report.source.name,
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "message": fold(finding.message),
        "suggestion": fold(finding.suggestion),
        "location": _location(report.source, finding.span.start),
        "end_location": _location(report.source, finding.span.end),
        "kind": report.kind.value,
        "fix": _fix(report.source, finding.edit) if finding.edit else None,
    }


def _location(source: Source, offset: int) -> dict[str, int]:
    position = source.position(offset)
    return {"row": position.row, "column": position.column}


def _fix(source: Source, edit: Edit) -> dict[str, Any]:
    return {
        "applicability": "unsafe",  # a guess at what was meant, never put in unasked
        "message": f"Replace with “{edit.content}”" if edit.content else "Remove",
        "edits": [
            {
                "content": edit.content,
                "location": _location(source, edit.span.start),
                "end_location": _location(source, edit.span.end),
            }
        ],
    }
