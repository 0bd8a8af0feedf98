"""What each key of a configuration takes: TOML values -> the fields of `Config`."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any, TypeVar

from followlint.analysis.typos.engines import ENGINES, HARPER, EngineChoice
from followlint.config.model import KEYS, ConfigError
from followlint.finding import Severity
from followlint.globs import Glob
from followlint.mail import Context, Kind
from followlint.mail.given import GIVEN, given_context

E = TypeVar("E", bound=Enum)
#: The one key below `rules` that is no rule.
_FOLDERS = "folders"


def value_of(path: Path, key: str, value: Any) -> Any:
    """Return what a key of the file at `path` means; raises `ConfigError`."""
    must_be_known(path, key, KEYS)
    read: Callable[[Path, str, Any], Any] = _READERS.get(key) or _strings
    return read(path, key, value)


def must_be_known(path: Path, key: str, known: Sequence[str], table: str = "") -> None:
    """Raise `ConfigError`, with the nearest known key, where `key` means nothing."""
    if key not in known:
        near = difflib.get_close_matches(key, known, 1)
        hint = f"did you mean {near[0]!r}?" if near else f"known are: {', '.join(known)}"
        raise ConfigError(f"{path}: unknown key {table + key!r}; {hint}")


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


def _table(path: Path, key: str, value: Any) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise ConfigError(f"{path}: {key!r} should be a table")
    return value


def _paths(path: Path, key: str, value: Any) -> tuple[Path, ...]:
    return tuple(path.parent / item for item in _strings(path, key, value))


def _path(path: Path, key: str, value: Any) -> Path:
    return path.parent / _string(path, key, value)


def _globs(path: Path, key: str, value: Any) -> tuple[Glob, ...]:
    return tuple(Glob(item, path.parent.resolve()) for item in _strings(path, key, value))


def _per_file(path: Path, key: str, value: Any) -> Mapping[Glob, tuple[str, ...]]:
    base = path.parent.resolve()
    return {
        Glob(pattern, base): _strings(path, f"{key}.{pattern}", names)
        for pattern, names in _table(path, key, value).items()
    }


def _rules(path: Path, key: str, value: Any) -> tuple[Path, ...]:
    """Read folders of rules: a list, or `folders` beside the tables of single rules."""
    if isinstance(value, dict):
        return _paths(path, f"{key}.{_FOLDERS}", value.get(_FOLDERS, []))
    return _paths(path, key, value)


def options_of(path: Path, value: Any) -> Mapping[str, Mapping[str, Any]]:
    """Return what the tables below `rules` say about single rules; raises `ConfigError`."""
    tables = value if isinstance(value, dict) else {}
    return {
        name: _table(path, f"rules.{name}", table)
        for name, table in tables.items()
        if name != _FOLDERS
    }


def _severities(path: Path, key: str, value: Any) -> Mapping[str, Severity]:
    return {
        name: _one_of(path, f"{key}.{name}", given, Severity)
        for name, given in _table(path, key, value).items()
    }


def _context(path: Path, key: str, value: Any) -> Context:
    names = {name.lower(): name for name in GIVEN}
    values: dict[str, list[str]] = {}
    for name, given in _table(path, key, value).items():
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


def _typos(path: Path, key: str, value: Any) -> EngineChoice:
    """Read `[typos]`: which engine, and LanguageTool's address where it is the user's own."""
    table = _table(path, key, value)
    for name in table:
        must_be_known(path, name, ("engine", "languagetool"), "typos.")
    engine = table.get("engine", HARPER)
    if engine not in ENGINES:
        raise ConfigError(f"{path}: 'typos.engine' is {engine!r}, not one of: {', '.join(ENGINES)}")
    server = _table(path, "typos.languagetool", table.get("languagetool", {}))
    for name in server:
        must_be_known(path, name, ("url",), "typos.languagetool.")
    url = server.get("url")
    if url is not None and not (isinstance(url, str) and url.startswith(("http://", "https://"))):
        raise ConfigError(f"{path}: 'typos.languagetool.url' should begin with http:// or https://")
    return EngineChoice(engine, url)


#: How the values of a key are read; every other key takes a list of strings.
_READERS: Mapping[str, Callable[[Path, str, Any], Any]] = {
    "extend": _path,
    "per-file-ignores": _per_file,
    "exclude": _globs,
    "force-exclude": _switch,
    "accept-files": _paths,
    "rules": _rules,
    "severity": _severities,
    "context": _context,
    "kind": _kind,
    "spacy-model": _string,
    "typos": _typos,
}
