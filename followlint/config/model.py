"""What a configuration can say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from followlint.analysis.typos.engines import EngineChoice
from followlint.analysis.workdays import Workdays
from followlint.errors import FollowlintError
from followlint.finding import Severity
from followlint.globs import Glob
from followlint.mail import Context, Dialect, Kind


class ConfigError(FollowlintError):
    """A configuration that cannot be used; the message names the file and the key."""


class Origin(NamedTuple):
    """The file that gave a key, and the value as it stands there."""

    path: Path
    value: Any


class Override(NamedTuple):
    """What holds for the drafts of some paths only."""

    files: tuple[Glob, ...]
    config: Config


@dataclass(frozen=True)
class Config:
    """What a configuration can say. Paths and patterns in it are relative to its file.

    `rules` are folders of the user's own; `options`, by rule, stand in the tables below that key.
    `templates` are files with slots, `template` the placeholders that they may hold, with samples.
    `origins` says where each key was given; one in a table goes by both names ("severity.slang").
    `workdays` and `holidays` are as `Workdays.named` takes them.
    `applied` are the numbers of the overrides that are merged in: those that mean the draft asked
    about.
    """

    required_version: str | None = None
    extend: Path | None = None
    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file_ignores: Mapping[Glob, tuple[str, ...]] = field(default_factory=dict)
    exclude: tuple[Glob, ...] = ()
    force_exclude: bool = False
    templates: tuple[Glob, ...] = ()
    accept: tuple[str, ...] = ()
    accept_files: tuple[Path, ...] = ()
    rules: tuple[Path, ...] = ()
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    severity: Mapping[str, Severity] = field(default_factory=dict)
    context: Context = field(default_factory=Context)
    template: Mapping[str, str] = field(default_factory=dict)
    kind: Kind | None = None
    dialect: Dialect | None = None
    workdays: tuple[str, ...] = ()
    holidays: tuple[str, ...] = ()
    spacy_model: str | None = None
    typos: EngineChoice = field(default_factory=EngineChoice)
    networks: bool = True
    cache: bool = True
    output_format: str | None = None
    fail_on: Severity | None = None
    redact: bool | None = None
    fix: bool | None = None
    unsafe_fixes: bool | None = None
    overrides: tuple[Override, ...] = ()
    path: Path | None = None
    applied: tuple[int, ...] = ()
    origins: Mapping[str, Origin] = field(default_factory=dict, compare=False)

    @property
    def working(self) -> Workdays:
        """The days by which messages are waited for."""
        return Workdays.named(self.workdays, self.holidays)
