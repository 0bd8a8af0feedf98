"""`gitlab`: a code quality report, as GitLab reads it from a job's artifact."""

from __future__ import annotations

import json
from typing import Any

from followlint.finding import Finding, Severity
from followlint.report.fingerprints import fingerprinted
from followlint.report.paths import plain
from followlint.report.results import Checked, Results
from followlint.safe import shown
from followlint.text import fold

# Of GitLab's info, minor, major, critical and blocker.
_SEVERITY = {Severity.WARNING: "minor", Severity.ERROR: "major"}


def render(results: Results) -> str:
    """Return all findings as one JSON array."""
    return json.dumps([_issue(*item) for item in fingerprinted(results)], indent=2) + "\n"


def _issue(draft: Checked, finding: Finding, fingerprint: str) -> dict[str, Any]:
    start, end = draft.places(finding.span)
    return {
        "description": f"{finding.code} {shown(fold(finding.message))}",
        "check_name": finding.name,
        "fingerprint": fingerprint,
        "severity": _SEVERITY[finding.severity],
        "location": {
            "path": plain(draft.name),
            "lines": {"begin": start.row, "end": end.row},
        },
    }
