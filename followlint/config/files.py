"""Which configuration file holds, and what stands in it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from followlint.config.keys import value_of
from followlint.config.merging import merged
from followlint.config.model import Config, ConfigError
from followlint.config.origins import given
from followlint.config.overrides import overrides_of
from followlint.config.values import options_of
from followlint.toml import TomlError, read_toml

NAMES = ("followlint.toml", ".followlint.toml")
PYPROJECT = "pyproject.toml"


def find_config(start: Path) -> Path | None:
    """Return the nearest configuration file in `start` or a folder above it."""
    for folder in (start, *start.parents):
        for name in NAMES:
            if (folder / name).is_file():
                return folder / name
        pyproject = folder / PYPROJECT
        if pyproject.is_file() and section_of(pyproject) is not None:
            return pyproject
    return None


def users_config() -> Path | None:
    """Return the user's own configuration, for drafts that have none: in ~/.config/followlint."""
    home = os.environ.get("XDG_CONFIG_HOME") or "~/.config"
    path = Path(home, "followlint", NAMES[0])
    try:
        path = path.expanduser()
    except RuntimeError:  # nobody is at home
        return None
    return path if path.is_file() else None


def read_config(path: Path) -> Config:
    """Read a configuration file and those that it extends; raises `ConfigError`."""
    return _read(path, ())


def _read(path: Path, above: tuple[Path, ...]) -> Config:
    """Read a file; `above` are those that extend it, the first one last."""
    data = _load(path)
    section = _section(data, path) if path.name == PYPROJECT else data
    if section is None:
        raise ConfigError(f"{path}: has no [tool.followlint]")
    # A key that we do not know may be one of the followlint that is asked for: that is said first.
    keys = sorted(section, key=lambda key: key != "required-version")
    values = {key.replace("-", "_"): value_of(path, key, section[key]) for key in keys}
    values["options"] = options_of(path, section.get("rules"))
    values["overrides"] = overrides_of(path, section)
    config = Config(**values, path=path, origins=dict(given(path, section)))
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


def _load(path: Path) -> Mapping[str, Any]:
    try:
        return read_toml(path)
    except TomlError as error:
        raise ConfigError(str(error)) from None


def section_of(pyproject: Path) -> Mapping[str, Any] | None:
    """Return what a pyproject.toml says about followlint, if anything; raises `ConfigError`."""
    return _section(_load(pyproject), pyproject)


def _section(data: Mapping[str, Any], path: Path) -> Mapping[str, Any] | None:
    tool = data.get("tool")
    section = tool.get("followlint") if isinstance(tool, dict) else None
    if section is not None and not isinstance(section, dict):
        raise ConfigError(f"{path}: [tool.followlint] should be a table")
    return section
