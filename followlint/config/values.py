"""What the keys of a configuration take: how a TOML value is read, and its JSON Schema beside that.

Whoever changes the one changes the other; a test holds them against each other.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from followlint.analysis.typos.engines import ENGINES, HARPER, EngineChoice
from followlint.config.model import ConfigError
from followlint.config.version import SHAPE, VersionError, must_suit
from followlint.finding import Severity
from followlint.globs import Glob
from followlint.mail import Context, Dialect, Kind
from followlint.mail.dialects import DIALECTS
from followlint.mail.given import GIVEN, given_context
from followlint.report import FORMATS
from followlint.toml import hint

E = TypeVar("E", bound=Enum)
#: The one key below `rules` that is no rule.
FOLDERS = "folders"
#: The one key below `template`.
PLACEHOLDERS = "placeholders"
_ADDRESSES = ("http://", "https://")


class Form(NamedTuple):
    """A form that values have: how one is read (from the file, of the key), and its schema."""

    read: Callable[[Path, str, Any], Any]
    schema: Mapping[str, Any]


def must_be_known(path: Path, key: str, known: Sequence[str], table: str = "") -> None:
    """Raise `ConfigError`, with the nearest known key, where `key` means nothing."""
    if key not in known:
        raise ConfigError(f"{path}: unknown key {table + key!r}; {hint(key, known)}")


def options_of(path: Path, value: Any) -> Mapping[str, Mapping[str, Any]]:
    """Return what the tables below `rules` say about single rules; raises `ConfigError`."""
    tables = value if isinstance(value, dict) else {}
    return {
        name: table_of(path, f"rules.{name}", table)
        for name, table in tables.items()
        if name != FOLDERS
    }


def table_of(path: Path, key: str, value: Any) -> Mapping[str, Any]:
    """Return a value that must be a table; raises `ConfigError`."""
    if not isinstance(value, dict):
        raise ConfigError(f"{path}: {key!r} should be a table")
    return value


def globs_of(path: Path, key: str, value: Any) -> tuple[Glob, ...]:
    """Return a list of patterns, which are relative to the file; raises `ConfigError`."""
    return tuple(Glob(item, path.parent.resolve()) for item in _strings(path, key, value))


def _strings(path: Path, key: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ConfigError(f"{path}: {key!r} should be a list of strings")
    return tuple(value)


def _string(path: Path, key: str, value: Any) -> str:
    if not isinstance(value, str):
        raise ConfigError(f"{path}: {key!r} should be a string")
    return value


def _switch(path: Path, key: str, value: Any) -> bool:
    if not isinstance(value, bool):
        raise ConfigError(f"{path}: {key!r} should be true or false")
    return value


def _tables(path: Path, key: str, value: Any) -> tuple[Mapping[str, Any], ...]:
    if not isinstance(value, list):
        raise ConfigError(f"{path}: {key!r} should be tables: [[{key}]]")
    return tuple(table_of(path, key, item) for item in value)


def _paths(path: Path, key: str, value: Any) -> tuple[Path, ...]:
    return tuple(path.parent / item for item in _strings(path, key, value))


def _path(path: Path, key: str, value: Any) -> Path:
    return path.parent / _string(path, key, value)


def _per_file(path: Path, key: str, value: Any) -> Mapping[Glob, tuple[str, ...]]:
    base = path.parent.resolve()
    return {
        Glob(pattern, base): _strings(path, f"{key}.{pattern}", names)
        for pattern, names in table_of(path, key, value).items()
    }


def _rules(path: Path, key: str, value: Any) -> tuple[Path, ...]:
    """Read folders of rules: a list, or `folders` beside the tables of single rules."""
    if isinstance(value, dict):
        return _paths(path, f"{key}.{FOLDERS}", value.get(FOLDERS, []))
    return _paths(path, key, value)


def _severities(path: Path, key: str, value: Any) -> Mapping[str, Severity]:
    return {
        name: _one_of(path, f"{key}.{name}", given, Severity)
        for name, given in table_of(path, key, value).items()
    }


def _context(path: Path, key: str, value: Any) -> Context:
    names = {name.lower(): name for name in GIVEN}
    values: dict[str, list[str]] = {}
    for name, given in table_of(path, key, value).items():
        must_be_known(path, name, tuple(names), f"{key}.")
        items = given if isinstance(given, list) else [given]
        # A date may be TOML's own, without quotes.
        if not all(isinstance(item, str | date) for item in items):
            raise ConfigError(f"{path}: '{key}.{name}' should be a string or a list of strings")
        values[names[name]] = [str(item) for item in items]
    try:
        return given_context(values)
    except ValueError as error:
        raise ConfigError(f"{path}: {key!r}: {error}") from None


def _one_of(path: Path, key: str, value: Any, choices: type[E]) -> E:
    try:
        return choices(_string(path, key, value))
    except ValueError:
        known = ", ".join(str(choice.value) for choice in choices)
        raise ConfigError(f"{path}: {key!r} is {value!r}, not one of: {known}") from None


def _kind(path: Path, key: str, value: Any) -> Kind:
    return _one_of(path, key, value, Kind)


def _dialect(path: Path, key: str, value: Any) -> Dialect:
    if _string(path, key, value) not in DIALECTS:
        raise ConfigError(f"{path}: {key!r} is {value!r}, not one of: {', '.join(DIALECTS)}")
    return DIALECTS[value]


def _severity(path: Path, key: str, value: Any) -> Severity:
    return _one_of(path, key, value, Severity)


def _format(path: Path, key: str, value: Any) -> str:
    if _string(path, key, value) not in FORMATS:
        raise ConfigError(f"{path}: {key!r} is {value!r}, not one of: {', '.join(FORMATS)}")
    return str(value)


def _version(path: Path, key: str, value: Any) -> str:
    try:
        must_suit(_string(path, key, value))
    except VersionError as error:
        raise ConfigError(f"{path}: {key!r}: {error}") from None
    return str(value)


def _typos(path: Path, key: str, value: Any) -> EngineChoice:
    """Read `[typos]`: which engine, and LanguageTool's address where it is the user's own."""
    table = table_of(path, key, value)
    for name in table:
        must_be_known(path, name, ("engine", "languagetool"), "typos.")
    engine = table.get("engine", HARPER)
    if engine not in ENGINES:
        raise ConfigError(f"{path}: 'typos.engine' is {engine!r}, not one of: {', '.join(ENGINES)}")
    server = table_of(path, "typos.languagetool", table.get("languagetool", {}))
    for name in server:
        must_be_known(path, name, ("url",), "typos.languagetool.")
    url = server.get("url")
    if url is not None and not (isinstance(url, str) and url.startswith(_ADDRESSES)):
        raise ConfigError(f"{path}: 'typos.languagetool.url' should begin with http:// or https://")
    return EngineChoice(engine, url)


def _template(path: Path, key: str, value: Any) -> Mapping[str, str]:
    from followlint.template.declared import DeclarationError, declared_names  # no trifle to read

    table = table_of(path, key, value)
    for name in table:
        must_be_known(path, name, (PLACEHOLDERS,), f"{key}.")
    try:
        where = f"{path}: '{key}.{PLACEHOLDERS}'"
        return declared_names(table.get(PLACEHOLDERS, []), where).names
    except DeclarationError as error:
        raise ConfigError(str(error)) from None


def _choice(values: Sequence[str]) -> Mapping[str, Any]:
    return {"type": "string", "enum": list(values)}


def _table(properties: Mapping[str, Any]) -> Mapping[str, Any]:
    return {"type": "object", "properties": properties, "additionalProperties": False}


_LEVEL = _choice([severity.value for severity in Severity])
_TEXT: Mapping[str, Any] = {"type": "string"}
_LIST: Mapping[str, Any] = {"type": "array", "items": _TEXT}
#: The name of a rule: completed by editors, but the beginning of a code is one, too.
RULE_NAME: Mapping[str, Any] = {"$ref": "#/definitions/rule-name"}
_NAMES: Mapping[str, Any] = {"type": "array", "items": RULE_NAME}

STRING = Form(_string, _TEXT)
STRINGS = Form(_strings, _LIST)
RULE_NAMES = Form(_strings, _NAMES)
SWITCH = Form(_switch, {"type": "boolean"})
PATH = Form(_path, _TEXT)
PATHS = Form(_paths, _LIST)
GLOBS = Form(globs_of, _LIST)
PER_FILE = Form(_per_file, {"type": "object", "additionalProperties": _NAMES})
SEVERITY = Form(_severity, _LEVEL)
SEVERITIES = Form(_severities, {"type": "object", "additionalProperties": _LEVEL})
KIND = Form(_kind, _choice([kind.value for kind in Kind]))
DIALECT = Form(_dialect, _choice(list(DIALECTS)))
FORMAT = Form(_format, _choice(list(FORMATS)))
VERSION = Form(_version, {"type": "string", "pattern": f"^{SHAPE}$"})
CONTEXT = Form(_context, _table({name.lower(): {"anyOf": [_TEXT, _LIST]} for name in GIVEN}))
TYPOS = Form(
    _typos,
    _table(
        {
            "engine": _choice(ENGINES),
            "languagetool": _table({"url": {"type": "string", "pattern": "^https?://"}}),
        }
    ),
)
TEMPLATE = Form(
    _template,
    _table({PLACEHOLDERS: {"anyOf": [_LIST, {"type": "object", "additionalProperties": _TEXT}]}}),
)
#: The schemas of these two are made in `schema`: they know the rules and the keys.
RULES = Form(_rules, {"anyOf": [_LIST, {"$ref": "#/definitions/rules"}]})
TABLES = Form(_tables, {"type": "array", "items": {"$ref": "#/definitions/override"}})
