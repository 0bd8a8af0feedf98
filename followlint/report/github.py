"""`github`: workflow commands, which GitHub Actions shows as annotations beside the lines.

Only about ten errors and ten warnings of a step are shown, so errors go first.
"""

from __future__ import annotations

from followlint.finding import Finding, Severity
from followlint.report.paths import relative
from followlint.report.results import Checked, Results
from followlint.report.text import line
from followlint.safe import shown
from followlint.text import fold

# The runner undoes exactly these, of a property's value the last two as well.
_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = {**_DATA, ":": "%3A", ",": "%2C"}


def render(results: Results) -> str:
    """Return a command for each finding, a line each."""
    pairs = sorted(results.pairs(), key=lambda pair: pair[1].severity is not Severity.ERROR)
    return "".join(_command(draft, finding) for draft, finding in pairs)


def _command(draft: Checked, finding: Finding) -> str:
    start, end = draft.places(finding.span)
    properties = {
        "title": f"{finding.code} {finding.name}",
        "file": "".join(c if c in "\r\n" else shown(c) for c in relative(draft.name)),
        "line": str(start.row),
        "endLine": str(end.row),
    }
    if start.row == end.row:  # columns are only taken on one line
        properties |= {"col": str(start.column), "endColumn": str(end.column)}
    given = ",".join(f"{key}={_escaped(value, _PROPERTY)}" for key, value in properties.items())
    # The log shows nothing but the message, so the place stands in it once more.
    message = "\n".join([line(draft, finding), shown(fold(finding.suggestion))]).strip()
    return f"::{finding.severity.value} {given}::{_escaped(message, _DATA)}\n"


def _escaped(text: str, escapes: dict[str, str]) -> str:
    return "".join(escapes.get(char, char) for char in text)
