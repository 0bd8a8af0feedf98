"""What was asked for, and which configuration holds where."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path

from followlint.config import (
    Accepted,
    Config,
    ConfigError,
    accepted,
    find_config,
    overridden,
    read_config,
    users_config,
)
from followlint.errors import FollowlintError
from followlint.globs import Glob, placed
from followlint.ignores import Ignores, find_ignores
from followlint.mail import Dialect, Kind

#: Folders of other people's files. Hidden ones (.git, .venv) are never looked into anyway, but
#: may be named.
_EXCLUDED = (".git", ".hg", ".svn", ".tox", ".nox", ".venv", "venv", "node_modules")
_ALWAYS_EXCLUDED = tuple(
    Glob(f"{name}/", Path("/")) for name in (*_EXCLUDED, "site-packages", "__pycache__")
)


@dataclass(frozen=True)
class Settings:
    """What was asked for on the command line; it goes before any configuration file."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    rules: tuple[Path, ...] = ()
    kind: Kind | None = None
    config: Path | None = None
    isolated: bool = False
    engine: str | None = None
    today: date | None = None
    extend_select: tuple[str, ...] = ()
    per_file_ignores: tuple[tuple[Glob, tuple[str, ...]], ...] = ()
    exclude: tuple[Glob, ...] = ()
    force_exclude: bool = False
    unused_accepts: bool = False
    templates: bool = False
    cache: bool = True
    dialect: Dialect | None = None


class Homes:
    """Knows the configuration of each folder; reads each once."""

    def __init__(self, settings: Settings) -> None:
        """Take the settings; nothing is read yet."""
        self._settings = settings
        self._words: dict[tuple[Path | None, tuple[int, ...]], tuple[Accepted, ...]] = {}
        #: The configuration that holds in a folder; raises `ConfigError`.
        self.config = cache(self._find_config)
        #: The file of ignores that holds in a folder, if one does; raises `IgnoresError`.
        self.ignores = cache(self._find_ignores)
        self._read_ignores = cache(Ignores.read)

    def config_for(self, path: Path) -> Config:
        """Return what holds for a draft: the configuration of its folder, overridden by path."""
        return overridden(self.config(path.resolve().parent), placed(path))

    def excludes(self, path: Path, *, forced: bool = False) -> bool:
        """Tell whether a path met below a folder is not to be checked.

        With `forced`, whether one that was named is not: only where `force-exclude` says so, and
        then for the folders that it lies in, too.
        """
        place = placed(path)
        try:
            config = self.config(place.parent)
        except FollowlintError:
            return False  # whoever reads the draft says what is wrong
        globs = (*_ALWAYS_EXCLUDED, *config.exclude, *self._settings.exclude)
        if not forced:
            return any(glob.names(place) for glob in globs)
        if not (config.force_exclude or self._settings.force_exclude):
            return False
        # A folder that the work itself is done in is nobody else's, whatever its name.
        here = Path.cwd()
        spots = [spot for spot in (place, *place.parents) if not here.is_relative_to(spot)]
        return any(glob.names(spot) for spot in spots for glob in globs)

    def is_template(self, path: Path | None, config: Config) -> bool:
        """Tell whether a draft is a template: all are with `--template`, else those of paths."""
        if self._settings.templates or path is None:
            return self._settings.templates
        return any(glob.covers(placed(path)) for glob in config.templates)

    def accepted(self, config: Config) -> tuple[Accepted, ...]:
        """Return the words that a configuration accepts; raises `ConfigError`."""
        key = config.path, config.applied
        if key not in self._words:
            self._words[key] = accepted(config)
        return self._words[key]

    def per_file_ignores(self, config: Config) -> list[tuple[Glob, tuple[str, ...]]]:
        """Return which names of rules are left out where, the command line's last."""
        return [*config.per_file_ignores.items(), *self._settings.per_file_ignores]

    @cached_property
    def _chosen_config(self) -> Config | None:
        if self._settings.isolated:
            return Config()
        if self._settings.config:
            if not self._settings.config.is_file():
                raise ConfigError(f"{self._settings.config}: no such configuration file")
            return read_config(self._settings.config)
        return None

    def _find_config(self, folder: Path) -> Config:
        if self._chosen_config:
            return self._chosen_config
        found = find_config(folder) or users_config()
        return read_config(found) if found else Config()

    def _find_ignores(self, folder: Path) -> Ignores | None:
        found = None if self._settings.isolated else find_ignores(folder)
        return self._read_ignores(found) if found else None
