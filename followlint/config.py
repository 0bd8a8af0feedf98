"""`followlint.toml`, `.followlint.toml` or `[tool.followlint]` -> Config.

The nearest file upward from a draft holds for it, alone: nothing is merged. What is found and
cannot be read, and every key that means nothing, is an error: silence would switch rules off
behind the user's back.
"""

from __future__ import annotations

import difflib
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from followlint.analysis.typos.engines import ENGINES, HARPER, EngineChoice
from followlint.errors import FollowlintError
from followlint.mail import Kind

NAMES = ("followlint.toml", ".followlint.toml")
PYPROJECT = "pyproject.toml"


class ConfigError(FollowlintError):
    """A configuration that cannot be used; the message names the file and the key."""


@dataclass(frozen=True)
class Config:
    """What a configuration can say. Paths in it are relative to its file."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    accept: tuple[str, ...] = ()
    rules: tuple[Path, ...] = ()
    kind: Kind | None = None
    spacy_model: str | None = None
    typos: EngineChoice = EngineChoice()
    path: Path | None = None


def find_config(start: Path) -> Path | None:
    """Return the nearest configuration file in `start` or a folder above it."""
    for folder in (start, *start.parents):
        for name in NAMES:
            if (folder / name).is_file():
                return folder / name
        pyproject = folder / PYPROJECT
        if pyproject.is_file() and _section(_load(pyproject), pyproject) is not None:
            return pyproject
    return None


def read_config(path: Path) -> Config:
    """Read a configuration file; raises `ConfigError`."""
    data = _load(path)
    section = _section(data, path) if path.name == PYPROJECT else data
    values = {key: _value(path, key, value) for key, value in (section or {}).items()}
    return replace(
        Config(**{key.replace("-", "_"): value for key, value in values.items()}), path=path
    )


def _load(path: Path) -> Mapping[str, Any]:
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib
    try:
        data: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {error.strerror}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: not TOML: {error}") from None
    return data


def _section(data: Mapping[str, Any], path: Path) -> Mapping[str, Any] | None:
    tool = data.get("tool")
    section = tool.get("followlint") if isinstance(tool, dict) else None
    if section is not None and not isinstance(section, dict):
        raise ConfigError(f"{path}: [tool.followlint] should be a table")
    return section


def _value(path: Path, key: str, value: Any) -> Any:
    known = [field.name.replace("_", "-") for field in fields(Config) if field.name != "path"]
    _must_be_known(path, key, known)
    if key in ("kind", "spacy-model"):
        if not isinstance(value, str):
            raise ConfigError(f"{path}: {key!r} should be a string")
        return _kind(path, value) if key == "kind" else value
    if key == "typos":
        return _typos(path, value)
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ConfigError(f"{path}: {key!r} should be a list of strings")
    return tuple(path.parent / item for item in value) if key == "rules" else tuple(value)


def _must_be_known(path: Path, key: str, known: Sequence[str], table: str = "") -> None:
    if key not in known:
        near = difflib.get_close_matches(key, known, 1)
        hint = f"did you mean {near[0]!r}?" if near else f"known are: {', '.join(known)}"
        raise ConfigError(f"{path}: unknown key {table + key!r}; {hint}")


def _typos(path: Path, table: Any) -> EngineChoice:
    """Read `[typos]`: which engine, and LanguageTool's address where it is the user's own."""
    if not isinstance(table, dict):
        raise ConfigError(f"{path}: 'typos' should be a table")
    for key in table:
        _must_be_known(path, key, ("engine", "languagetool"), "typos.")
    engine = table.get("engine", HARPER)
    if engine not in ENGINES:
        raise ConfigError(f"{path}: 'typos.engine' is {engine!r}, not one of: {', '.join(ENGINES)}")
    server = table.get("languagetool", {})
    if not isinstance(server, dict):
        raise ConfigError(f"{path}: 'typos.languagetool' should be a table")
    for key in server:
        _must_be_known(path, key, ("url",), "typos.languagetool.")
    url = server.get("url")
    if url is not None and not (isinstance(url, str) and url.startswith(("http://", "https://"))):
        raise ConfigError(f"{path}: 'typos.languagetool.url' should begin with http:// or https://")
    return EngineChoice(engine, url)


def _kind(path: Path, value: str) -> Kind:
    try:
        return Kind(value)
    except ValueError:
        kinds = ", ".join(kind.value for kind in Kind)
        raise ConfigError(f"{path}: 'kind' is {value!r}, not one of: {kinds}") from None
