"""The JSON Schema of a configuration: what it says is what the code does."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

import pytest

from followlint.cli import main
from followlint.config import KEYS, Config, ConfigError, read_config
from followlint.config.overrides import FILES, OVERRIDABLE
from followlint.config.schema import schema_of
from followlint.errors import FollowlintError
from followlint.rulebook import Rulebook
from followlint.toml import loads
from followlint.tuning import tuned

CHECKOUT = Path(__file__).resolve().parents[1]
PAGE = CHECKOUT / "schemas" / "followlint.schema.json"
#: Values of every sort, as TOML writes them.
VALUES = [
    "1",
    "-1",
    "1.5",
    "true",
    '""',
    '"x"',
    '"error"',
    '"thank-you"',
    '"british"',
    '"en-GB"',
    '"full"',
    '">=0.0.1,<99"',
    '"http://localhost:8081"',
    "[]",
    '["x"]',
    '["sunday", "monday"]',
    '["Sunday"]',
    '["12-25"]',
    '["2026-5-1"]',
    "[1]",
    '[["x"]]',
    "{}",
    '{x = "y"}',
    '{x = "error"}',
    '{x = ["y"]}',
    "{x = [1]}",
    "{x = {y = 1}}",
    "{x = 1}",
    '{company = "Alder Farm"}',
    '{interviewer = ["Ana Berg"]}',
    "{company = 1}",
    "{sent = 2026-05-12}",
    '{engine = "all"}',
    '{engine = "none"}',
    '{languagetool = {url = "http://localhost:8081"}}',
    '{languagetool = {url = "localhost"}}',
    "{languagetool = {port = 1}}",
    '{folders = ["x"]}',
    "{folders = 1}",
    "[{}]",
    '[{files = ["x"]}]',
    "[{files = []}]",
    '[{files = ["x"], ignore = ["x"]}]',
    '[{files = ["x"], ignore = 1}]',
    '[{files = ["x"], exclude = ["x"]}]',
    '[{files = ["x"], rules = {x = {y = 1}}}]',
    '[{files = ["x"], rules = {folders = ["y"]}}]',
    '[{files = ["x"], rules = ["y"]}]',
]


@pytest.fixture(scope="module")
def schema(rulebook: Rulebook) -> dict[str, Any]:
    return schema_of(rulebook.rules)


@pytest.fixture(scope="module")
def validator(schema: dict[str, Any]) -> Any:
    jsonschema = pytest.importorskip("jsonschema")
    return jsonschema.Draft7Validator(schema)


def plain(text: str) -> Any:
    """Return TOML as JSON holds it: dates are strings there."""
    return json.loads(json.dumps(loads(text), default=str))


def test_the_page_is_up_to_date(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["config", "--schema"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert out == PAGE.read_text(encoding="utf-8"), "stale: run `make reference`"


def test_it_is_a_schema(schema: dict[str, Any]) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    assert schema["$schema"] == jsonschema.Draft7Validator.META_SCHEMA["$schema"]
    jsonschema.Draft7Validator.check_schema(schema)


def test_the_keys_are_those_of_the_code(schema: dict[str, Any]) -> None:
    own = {"path", "options", "origins", "applied"}
    fields = {field.name.replace("_", "-") for field in dataclasses.fields(Config)} - own
    assert set(schema["properties"]) == set(KEYS) == fields
    assert set(schema["definitions"]["override"]["properties"]) == {FILES, *OVERRIDABLE}
    assert schema["additionalProperties"] is False
    assert all(key["description"] for key in schema["properties"].values())


def test_every_reference_leads_somewhere(schema: dict[str, Any]) -> None:
    def references(node: Any) -> set[str]:
        if isinstance(node, dict):
            own = {node["$ref"]} if isinstance(node.get("$ref"), str) else set[str]()
            return own.union(*map(references, node.values()))
        return set[str]().union(*map(references, node)) if isinstance(node, list) else set()

    names = {reference.removeprefix("#/definitions/") for reference in references(schema)}
    assert names == set(schema["definitions"])


@pytest.mark.parametrize("key", [*KEYS, "colour"])
def test_it_takes_what_the_code_takes(key: str, validator: Any, tmp_path: Path) -> None:
    path = tmp_path / "followlint.toml"
    disagreed, taken = [], 0
    for value in VALUES:
        text = f"{key} = {value}\n"
        path.write_text(text, encoding="utf-8")
        try:
            read_config(path)
            read = True
        except ConfigError as error:
            # Which file is extended is no matter of form.
            read = key == "extend" and "'extend'" in str(error) and "string" not in str(error)
        taken += read
        if validator.is_valid(plain(text)) != read:
            disagreed.append(value)
    assert disagreed == []
    assert bool(taken) == (key in KEYS)


def test_the_examples_of_the_keys(validator: Any, tmp_path: Path) -> None:
    path = tmp_path / "followlint.toml"
    for name, key in KEYS.items():
        assert name in loads(key.example)
        assert [error.message for error in validator.iter_errors(plain(key.example))] == []
        if name != "extend":
            path.write_text(key.example, encoding="utf-8")
            read_config(path)


@pytest.mark.parametrize(
    "options",
    [
        pytest.param("too-long = {max = {thank-you = 100}}", id="mapping"),
        pytest.param("FL101 = {max = {thank-you = 100}}", id="by its code"),
        pytest.param("too-long = {max = {letter = 100}}", id="mapping of no such kind"),
        pytest.param('too-long = {max = {thank-you = "many"}}', id="mapping to no number"),
        pytest.param("too-long = {maxx = {thank-you = 100}}", id="no such option"),
        pytest.param('too-long = {severity = "error"}', id="severity"),
        pytest.param('too-long = {severity = "info"}', id="no such severity"),
        pytest.param("exclamation = {max = 3}", id="number"),
        pytest.param('exclamation = {max = "few"}', id="no number"),
        pytest.param('exclamation = {max = "3"}', id="number in quotes"),
        pytest.param("exclamation = {max = true}", id="boolean for a number"),
        pytest.param("exclamation = {max = [3]}", id="list for a number"),
        pytest.param("exclamation = {max = 1.5}", id="fraction for a whole number"),
        pytest.param('stray-directive = {phrases = ["beep"]}', id="patterns"),
        pytest.param("stray-directive = {phrases = [1]}", id="numbers for patterns"),
        pytest.param('stray-directive = {phrases = "beep"}', id="no list of patterns"),
        pytest.param('stray-directive = {parts = ["subject"]}', id="part"),
        pytest.param('stray-directive = {parts = ["envelope"]}', id="no such part"),
        pytest.param('typography = {spots = [{find = "<a>", cure = "remove"}]}', id="lacks a key"),
        pytest.param(
            'typography = {spots = [{find = "<a>", cure = "remove", says = "b"}]}', id="tables"
        ),
        pytest.param(
            'typography = {spots = [{find = "<a>", cure = "burn", says = "b"}]}', id="no such cure"
        ),
    ],
)
def test_the_options_of_rules(options: str, validator: Any, rulebook: Rulebook) -> None:
    data = plain(f"[rules]\n{options}\n")
    try:
        tuned(rulebook, data["rules"], {})
        read = True
    except FollowlintError:
        read = False
    assert validator.is_valid(data) == read
    assert validator.is_valid({"overrides": [{"files": ["x"], **data}]}) == read


def test_every_rule_as_it_stands(rulebook: Rulebook, schema: dict[str, Any]) -> None:
    for rule in rulebook.rules:
        fields = {field.name for field in dataclasses.fields(type(rule.check))}  # type: ignore[arg-type]
        options = schema["definitions"][f"rule-{rule.slug}"]["properties"]
        assert set(options) == {"severity", *fields}
        assert {rule.code, rule.slug} <= set(schema["definitions"]["rules"]["properties"])


def test_rules_of_ones_own_are_left_alone(validator: Any) -> None:
    assert validator.is_valid({"rules": {"TM001": {"anything": 1}}, "select": ["TM"]})


@pytest.mark.parametrize("arguments", [[], ["--schema", "--show", "draft.txt"]])
def test_one_thing_at_a_time(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["config", *arguments]) == 2
    assert "--show FILE or --schema" in capsys.readouterr().err
