"""The JSON Schema of a configuration, made from the table of keys and from the rules.

It is for editors, which complete keys by it and mark mistakes. Of a rule's options it knows what
the fields of its check say; those of users' own rules it takes as they are.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from typing import Any

from followlint.config.keys import KEYS
from followlint.config.overrides import FILES, OVERRIDABLE
from followlint.config.values import FOLDERS, SEVERITY
from followlint.rule import Rule

_DRAFT = "http://json-schema.org/draft-07/schema#"
_PLAIN = {str: "string", int: "integer", float: "number", bool: "boolean"}


def schema_of(rules: Iterable[Rule]) -> dict[str, Any]:
    """Return the schema of a configuration under which these rules are there."""
    rules = list(rules)
    names = [name for rule in rules for name in (rule.code, rule.slug)]
    options = {name: _ref(rule.slug) for rule in rules for name in (rule.code, rule.slug)}
    path = {"type": "string"}
    keys = {name: {"description": key.says, **key.form.schema} for name, key in KEYS.items()}
    return {
        "$schema": _DRAFT,
        "title": "followlint",
        "description": "followlint.toml, .followlint.toml, or [tool.followlint] in pyproject.toml.",
        **_table(keys),
        "definitions": {
            "rule-name": {
                "description": "A rule's code or name, or the beginning of codes.",
                "anyOf": [{"type": "string", "enum": names}, {"type": "string"}],
            },
            "rules": {
                "type": "object",
                "properties": {FOLDERS: {"type": "array", "items": path}, **options},
                "additionalProperties": {"type": "object"},
            },
            "override": {
                **_table(
                    {
                        FILES: {
                            "description": "The paths that it is about, as in a .gitignore.",
                            "type": "array",
                            "items": path,
                            "minItems": 1,
                        },
                        **{name: keys[name] for name in OVERRIDABLE if name != "rules"},
                        "rules": {
                            "description": "The options of single rules.",
                            "type": "object",
                            "properties": {FOLDERS: False, **options},
                            "additionalProperties": {"type": "object"},
                        },
                    }
                ),
                "required": [FILES],
            },
            **{f"rule-{rule.slug}": _options(rule) for rule in rules},
        },
    }


def _ref(slug: str) -> dict[str, Any]:
    return {"$ref": f"#/definitions/rule-{slug}"}


def _table(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": dict(properties), "additionalProperties": False}


def _options(rule: Rule) -> dict[str, Any]:
    """Return the schema of a rule's table: its severity, and the fields of its check."""
    fields = _fields(type(rule.check))
    return {
        "description": f"{rule.code} {rule.slug}: {rule.summary}",
        **_table({"severity": SEVERITY.schema, **fields}),
    }


def _fields(made: Any) -> dict[str, Any]:
    hints = typing.get_type_hints(made)
    return {field.name: _value(hints[field.name]) for field in dataclasses.fields(made)}


def _value(wanted: Any) -> dict[str, Any]:
    """Return the schema of a type as `schema.Reader` reads it; other names stand as strings."""
    origin, arguments = typing.get_origin(wanted), typing.get_args(wanted)
    if origin in (types.UnionType, typing.Union):
        return _value(next(one for one in arguments if one is not types.NoneType))
    if origin in (Sequence, frozenset):
        return {"type": "array", "items": _value(arguments[0])}
    if origin is Mapping:
        names = _value(arguments[0])
        return {
            "type": "object",
            "propertyNames": names,
            "additionalProperties": _value(arguments[1]),
        }
    if wanted in _PLAIN:
        return {"type": _PLAIN[wanted]}
    if isinstance(wanted, type) and issubclass(wanted, Enum):
        return {"type": "string", "enum": [str(member.value) for member in wanted]}
    if dataclasses.is_dataclass(wanted) and not hasattr(wanted, "of"):
        required = [
            field.name
            for field in dataclasses.fields(wanted)
            if field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
        ]
        return {**_table(_fields(wanted)), **({"required": required} if required else {})}
    return {"type": "string"}
