"""One run of the command line: which configuration holds for which draft, and its linter.

Drafts under the same configuration share a linter; all of them share the heavy tools.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from followlint.analysis import Draft
from followlint.config import Config, ConfigError, find_config, read_config
from followlint.drafts import DraftFile, NoDraftError
from followlint.errors import FollowlintError
from followlint.linter import Linter, Report
from followlint.mail import Kind, read
from followlint.rulebook import Rulebook, read_rulebook
from followlint.text import Source, UnreadableError


@dataclass(frozen=True)
class Settings:
    """What was asked for on the command line; it goes before any configuration file."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    rules: tuple[Path, ...] = ()
    kind: Kind | None = None
    config: Path | None = None
    isolated: bool = False


class Run:
    """Reads configurations and builds linters, each once."""

    def __init__(self, settings: Settings) -> None:
        """Take the settings; nothing is read yet."""
        self._settings = settings
        self._linters: dict[Config, Linter] = {}
        self._config_in = cache(self._find_config)
        self._read_rules = cache(_read_rules)

    def check_file(self, file: DraftFile) -> Report | NoDraftError:
        """Check a draft file; a file that cannot be opened is an error, not a report."""
        try:
            data = file.path.read_bytes()
        except OSError as error:
            return NoDraftError(f"{file.name}: cannot be read: {error.strerror or error}")
        return self.check_bytes(file.name, data, file.path)

    def check_bytes(self, name: str, data: bytes, path: Path | None = None) -> Report:
        """Check a draft's bytes; `path` is where its configuration is looked for."""
        linter = self.linter(self._home(path))
        try:
            return linter.lint(Source.decode(name, data))
        except UnreadableError as error:
            return linter.lint_broken(name, error.reason)

    def draft_of_bytes(
        self, name: str, data: bytes, path: Path | None = None
    ) -> tuple[Draft, Linter]:
        """Return an analysed draft and its linter; raises `NoDraftError` where it is no text."""
        linter = self.linter(self._home(path))
        try:
            return linter.draft(read(Source.decode(name, data))), linter
        except UnreadableError as error:
            raise NoDraftError(f"{name}: {error.reason}") from error

    def bytes_of(self, file: DraftFile) -> bytes:
        """Return a draft file's bytes; raises `NoDraftError`."""
        try:
            return file.path.read_bytes()
        except OSError as error:
            raise NoDraftError(f"{file.name}: cannot be read: {error.strerror or error}") from error

    def rulebook(self, folder: Path) -> Rulebook:
        """Return the rules that hold in a folder."""
        config = self._config_in(folder)
        book = self._read_rules((*config.rules, *self._settings.rules))
        if isinstance(book, FollowlintError):
            raise book
        return book

    def linter(self, folder: Path) -> Linter:
        """Return the linter for drafts in a folder. Raises `FollowlintError`."""
        config = self._config_in(folder)
        if config not in self._linters:
            book = self.rulebook(folder)
            chosen = book.choose(
                self._settings.select or config.select, (*config.ignore, *self._settings.ignore)
            )
            self._linters[config] = Linter(
                book,
                chosen,
                kind=self._settings.kind or config.kind,
                accept=config.accept,
                pipeline=config.spacy_model,
                shared=self._any_linter,
            )
        return self._linters[config]

    @property
    def _any_linter(self) -> Linter | None:
        return next(iter(self._linters.values()), None)

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
        found = find_config(folder)
        return read_config(found) if found else Config()

    def _home(self, path: Path | None) -> Path:
        return path.resolve().parent if path else Path.cwd()


def _read_rules(folders: tuple[Path, ...]) -> Rulebook | FollowlintError:
    """Return the rules, or what is wrong with them: either is kept for the next draft."""
    try:
        return read_rulebook(folders)
    except FollowlintError as error:
        return error
