"""A configuration that extends another one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from followlint.config.model import Config, Origin


def merged(base: Config, config: Config) -> Config:
    """Return what holds where `config` extends `base`.

    Whatever `config` gives goes before. Of tables it is single keys that do (and of a rule's table
    single options; `typos` is taken whole), and `extend-select` and `overrides` add.
    """
    values = {field.name: _value(field.name, base, config) for field in fields(Config)}
    return Config(**values)


def _value(name: str, base: Config, config: Config) -> Any:
    below, own = getattr(base, name), getattr(config, name)
    if name in ("extend", "path", "required_version"):
        return own
    if name == "origins":
        return _origins(base, config)
    if name in ("extend_select", "overrides"):
        return (*below, *own)
    if name == "context":
        return own.over(below)
    if name == "options":
        return {rule: {**below.get(rule, {}), **own.get(rule, {})} for rule in {**below, **own}}
    if isinstance(own, Mapping):
        # What is given goes last: of severities, the later ones count.
        return {**{key: below[key] for key in below if key not in own}, **own}
    return own if _gives(name.replace("_", "-"), config) else below


def _gives(key: str, config: Config) -> bool:
    """Tell whether a file gives a key itself; one with rules' options may give no folders."""
    if key == "rules":
        return "rules.folders" in config.origins
    return any(given == key or given.startswith(f"{key}.") for given in config.origins)


def _origins(base: Config, config: Config) -> dict[str, Origin]:
    kept = {
        key: origin
        for key, origin in base.origins.items()
        if key not in ("extend", "required-version")
        and not (key.startswith("typos.") and _gives("typos", config))
    }
    return {**kept, **config.origins}
