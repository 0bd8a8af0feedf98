"""Which configuration file holds, and what stands in it."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from followlint.config.keys import options_of, value_of
from followlint.config.merging import merged
from followlint.config.model import Config, ConfigError, Origin

NAMES = ("followlint.toml", ".followlint.toml")
PYPROJECT = "pyproject.toml"


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
    """Read a configuration file and those that it extends; raises `ConfigError`."""
    return _read(path, ())


def _read(path: Path, above: tuple[Path, ...]) -> Config:
    """Read a file; `above` are those that extend it, the first one last."""
    data = _load(path)
    section = (_section(data, path) if path.name == PYPROJECT else data) or {}
    values = {key.replace("-", "_"): value_of(path, key, item) for key, item in section.items()}
    values["options"] = options_of(path, section.get("rules"))
    config = Config(**values, path=path, origins=dict(_given(path, section)))
    if config.extend is None:
        return config
    if config.extend.resolve() in (path.resolve(), *above):
        raise ConfigError(f"{path}: 'extend' leads back to {config.extend}")
    try:
        base = _read(config.extend, (path.resolve(), *above))
    except ConfigError as error:
        if (config.extend).is_file():
            raise
        raise ConfigError(f"{path}: 'extend': {error}") from None
    return merged(base, config)


def _given(path: Path, section: Mapping[str, Any], table: str = "") -> Iterator[tuple[str, Origin]]:
    """Yield what a section gives, the keys in its tables by their whole names."""
    for key, value in section.items():
        # A rule's options are tables in a table; what those hold is a single option's value.
        depth = 2 if table.startswith("rules.") else 1
        if isinstance(value, dict) and table.count(".") < depth:
            yield from _given(path, value, f"{table}{key}.")
        else:
            name = "rules.folders" if (table, key) == ("", "rules") else table + key
            yield name, Origin(path, value)


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
