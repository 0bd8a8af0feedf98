"""`json`: an array of findings in ruff's shape; `jsonl`: the same, one a line.

The keys are a contract. All of it is ASCII, so it stays JSON on any console and pipe.
"""

from __future__ import annotations

import json
from typing import Any

from followlint.finding import Edit, Finding
from followlint.report.results import Checked, Results
from followlint.text import Source, fold


def render(results: Results) -> str:
    """Return all findings as one JSON array."""
    items = [_finding(draft, finding) for draft, finding in results.pairs()]
    return json.dumps(items, indent=2) + "\n"


def render_lines(results: Results) -> str:
    """Return each finding as a JSON object on a line of its own."""
    return "".join(
        json.dumps(_finding(draft, finding)) + "\n" for draft, finding in results.pairs()
    )


def _finding(draft: Checked, finding: Finding) -> dict[str, Any]:
    return {
        "filename": draft.name,
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "message": fold(finding.message),
        "suggestion": fold(finding.suggestion),
        "location": _location(draft.source, finding.span.start),
        "end_location": _location(draft.source, finding.span.end),
        "kind": draft.kind.value,
        "fix": _fix(draft.source, edit) if (edit := draft.edit(finding)) else None,
    }


def _location(source: Source, offset: int) -> dict[str, int]:
    position = source.position(offset)
    return {"row": position.row, "column": position.column}


def _fix(source: Source, edit: Edit) -> dict[str, Any]:
    return {
        "applicability": edit.applicability.value,
        "message": f"Replace with “{edit.content}”" if edit.content else "Remove",
        "edits": [
            {
                "content": edit.content,
                "location": _location(source, edit.span.start),
                "end_location": _location(source, edit.span.end),
            }
        ],
    }
