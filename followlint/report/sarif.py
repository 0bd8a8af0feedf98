"""`sarif`: SARIF 2.1.0, for GitHub's code scanning and whatever else reads it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from followlint import __version__
from followlint.finding import Edit, Finding
from followlint.report.fingerprints import fingerprinted
from followlint.report.paths import uri
from followlint.report.results import Checked, Results
from followlint.rule import Rule
from followlint.safe import shown
from followlint.text import Span, fold

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


def render(results: Results) -> str:
    """Return a log of one run: the rules, the findings, and what could not be done."""
    rules = list(_rules(results))
    numbers = {rule["id"]: number for number, rule in enumerate(rules)}
    run = {
        "tool": {"driver": {"name": "followlint", "semanticVersion": __version__, "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(results)],
        "results": [
            {"ruleIndex": numbers[finding.code], **_result(draft, finding, fingerprint)}
            for draft, finding, fingerprint in fingerprinted(results)
        ],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rules(results: Results) -> Iterator[dict[str, Any]]:
    """Yield what is known of each rule; of one that only a finding names, its name."""
    yield from (_rule(rule) for rule in results.rules.values())
    unknown = {finding.code: finding.name for _, finding in results.pairs()}
    for code, name in sorted(unknown.items()):
        if code not in results.rules:
            yield {"id": code, "name": name}


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.slug,
        "shortDescription": {"text": fold(rule.summary)},
        "fullDescription": {"text": fold(rule.rationale)},
        "help": {"text": fold(rule.suggestion)},
        "defaultConfiguration": {"level": rule.severity.value},
    }


def _result(draft: Checked, finding: Finding, fingerprint: str) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "level": finding.severity.value,  # SARIF's words are ours
        "message": {"text": shown(fold(finding.message))},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": uri(draft.name)},
                    "region": _region(draft, finding.span),
                }
            }
        ],
        "partialFingerprints": {"followlint/v1": fingerprint},
    }
    if edit := draft.edit(finding):
        result["fixes"] = [_fix(draft, edit)]
    return result


def _region(draft: Checked, span: Span) -> dict[str, int]:
    start, end = draft.places(span)
    return {
        "startLine": start.row,
        "startColumn": start.column,
        "endLine": end.row,
        "endColumn": end.column,
    }


def _fix(draft: Checked, edit: Edit) -> dict[str, Any]:
    replacement = {
        "deletedRegion": _region(draft, edit.span),
        "insertedContent": {"text": edit.content},
    }
    change = {"artifactLocation": {"uri": uri(draft.name)}, "replacements": [replacement]}
    said = f"Replace with “{shown(edit.content)}”" if edit.content else "Remove"
    return {"description": {"text": said}, "artifactChanges": [change]}


def _invocation(results: Results) -> dict[str, Any]:
    failures = [
        {"level": "error", "message": {"text": shown(f"{draft.name}: {failure}")}}
        for draft in results.drafts
        for failure in draft.report.failures
    ]
    invocation: dict[str, Any] = {"executionSuccessful": not failures}
    if failures:
        invocation["toolExecutionNotifications"] = failures
    return invocation
