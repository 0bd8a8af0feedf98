"""`[[overrides]]`: what holds for the drafts of some paths only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from followlint.config.keys import KEYS, Scope
from followlint.config.merging import merged
from followlint.config.model import Config, ConfigError, Override
from followlint.config.origins import given
from followlint.config.values import FOLDERS, globs_of, must_be_known, options_of, table_of

FILES = "files"
#: What an override may say.
OVERRIDABLE = tuple(name for name, key in KEYS.items() if key.scope is Scope.DRAFTS)


def overrides_of(path: Path, section: Mapping[str, Any]) -> tuple[Override, ...]:
    """Return the overrides in a section; raises `ConfigError`."""
    return tuple(_read(path, section.get("overrides", ())))


def _read(path: Path, tables: Any) -> Iterator[Override]:
    for table in tables:
        for key in table:
            must_be_known(path, key, (FILES, *OVERRIDABLE), "overrides.")
        if not table.get(FILES):
            raise ConfigError(f"{path}: an [[overrides]] lacks '{FILES}', the paths it is about")
        files = globs_of(path, f"overrides.{FILES}", table[FILES])
        section = {key: value for key, value in table.items() if key != FILES}
        fields = {
            key.replace("-", "_"): KEYS[key].form.read(path, f"overrides.{key}", value)
            for key, value in section.items()
            if key != "rules"
        }
        rules = table_of(path, "overrides.rules", section.get("rules", {}))
        if FOLDERS in rules:
            raise ConfigError(
                f"{path}: 'overrides.rules.{FOLDERS}': folders of rules hold for every draft; "
                f"put them into [rules] and leave rules out by path"
            )
        fields["options"] = options_of(path, rules)
        yield Override(files, Config(**fields, path=path, origins=dict(given(path, section))))


def overridden(config: Config, place: Path) -> Config:
    """Return what holds for a draft at an absolute path (see `globs.placed`)."""
    numbers = [
        number
        for number, override in enumerate(config.overrides)
        if any(glob.covers(place) for glob in override.files)
    ]
    result = config
    for number in numbers:
        above = merged(result, config.overrides[number].config)
        result = replace(above, path=config.path, extend=config.extend)
    return replace(result, applied=tuple(numbers)) if numbers else config
