"""`junit`: a suite a draft and a failed test a finding, in what Jenkins' schema allows."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree

from followlint.finding import Finding
from followlint.report.paths import plain
from followlint.report.results import Checked, Results
from followlint.safe import in_ascii, shown
from followlint.text import fold


def render(results: Results) -> str:
    """Return one `testsuites` document. A draft with nothing to say about it is a test passed."""
    root = ElementTree.Element("testsuites", name="followlint")
    root.extend(_suite(draft) for draft in results.drafts)
    for number in ("tests", "failures", "errors"):
        root.set(number, str(sum(int(suite.get(number, "0")) for suite in root)))
    ElementTree.indent(root)
    body = ElementTree.tostring(root, encoding="unicode")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + in_ascii(body) + "\n"


def _suite(draft: Checked) -> ElementTree.Element:
    path = plain(draft.name)
    cases = [*_failed(draft), *_undone(draft)] or [_case(path, draft.kind.value)]
    suite = ElementTree.Element(
        "testsuite",
        name=path,
        tests=str(len(cases)),
        failures=str(len(draft.findings)),
        errors=str(len(draft.report.failures)),
        file=path,
    )
    suite.extend(cases)
    return suite


def _failed(draft: Checked) -> Iterator[ElementTree.Element]:
    for finding in draft.findings:
        start = draft.source.position(finding.span.start)
        place = f"{start.row}:{start.column}"
        case = _case(plain(draft.name), f"{finding.code} {finding.name} at {place}")
        message = shown(fold(finding.message))
        failure = ElementTree.SubElement(
            case, "failure", type=finding.severity.value, message=message
        )
        failure.text = _text(draft, finding, place)
        yield case


def _text(draft: Checked, finding: Finding, place: str) -> str:
    parts = [f"{plain(draft.name)}:{place}: {finding.code} {fold(finding.message)}"]
    return "\n".join(shown(part) for part in [*parts, fold(finding.suggestion)]).strip()


def _undone(draft: Checked) -> Iterator[ElementTree.Element]:
    for number, reason in enumerate(draft.report.failures, 1):
        case = _case(plain(draft.name), f"could not be checked ({number})")
        ElementTree.SubElement(case, "error", type="error", message=shown(reason))
        yield case


def _case(path: str, name: str) -> ElementTree.Element:
    return ElementTree.Element("testcase", name=name, classname=path)
