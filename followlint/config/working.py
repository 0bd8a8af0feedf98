"""How `workdays` and `holidays` are read: the days on which messages are waited for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from followlint.analysis.workdays import DAY_OFF, WEEKDAYS, Workdays
from followlint.config.model import ConfigError
from followlint.config.values import Form


def _workdays(path: Path, key: str, value: Any) -> tuple[str, ...]:
    names = _list(path, key, value)
    if not names:
        raise ConfigError(f"{path}: {key!r} is empty: a week without a workday")
    if not all(isinstance(name, str) for name in names):
        raise ConfigError(f"{path}: {key!r} should be a list of strings")
    return _meaningful(path, key, workdays=[str(name) for name in names])


def _holidays(path: Path, key: str, value: Any) -> tuple[str, ...]:
    days = []
    for item in _list(path, key, value):
        # A date may be TOML's own, without quotes; that with a time of day is no day.
        if not isinstance(item, str | date) or isinstance(item, datetime):
            raise ConfigError(f"{path}: {key!r} should be a list of days: 2026-05-25, or '12-25'")
        days.append(str(item))
    return _meaningful(path, key, holidays=days)


def _list(path: Path, key: str, value: Any) -> Sequence[Any]:
    if not isinstance(value, list):
        raise ConfigError(f"{path}: {key!r} should be a list")
    return value


def _meaningful(
    path: Path, key: str, *, workdays: Sequence[str] = (), holidays: Sequence[str] = ()
) -> tuple[str, ...]:
    """Return the given names and days, each of which must mean one; raises `ConfigError`."""
    try:
        Workdays.named(workdays, holidays)
    except ValueError as error:
        raise ConfigError(f"{path}: {key!r}: {error}") from None
    return (*workdays, *holidays)


WORKDAYS = Form(
    _workdays,
    {"type": "array", "items": {"type": "string", "enum": list(WEEKDAYS)}, "minItems": 1},
)
HOLIDAYS = Form(_holidays, {"type": "array", "items": {"type": "string", "pattern": DAY_OFF}})
