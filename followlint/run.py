"""One run of the command line: which configuration holds for which draft, and its linter.

Drafts under the same configuration share a linter; all of them share the heavy tools.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property
from pathlib import Path

from followlint.analysis import Draft
from followlint.analysis.typos.engines import EngineChoice
from followlint.config import Config, ConfigError, find_config, read_config
from followlint.drafts import DraftFile, NoDraftError
from followlint.errors import FollowlintError
from followlint.fix import Fixed, NotWrittenError, fixed, write_back
from followlint.linter import Linter, Report
from followlint.mail import Email, Kind, read_bytes
from followlint.rulebook import Rulebook, read_rulebook
from followlint.text import UnreadableError, encoded_like


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
            data = file.read()
        except NoDraftError as error:
            return error
        linter = self.linter(self._home(file.path))
        return _checked(linter, file.name, data, message=file.message, first_row=file.first_row)

    def check_bytes(self, name: str, data: bytes, path: Path | None = None) -> Report:
        """Check a draft's bytes; `path` is where its configuration is looked for."""
        return _checked(self.linter(self._home(path)), name, data)

    def fix_file(
        self, file: DraftFile, *, unsafe: bool = False, write: bool = True
    ) -> Fixed | NoDraftError:
        """Check a draft file and mend it; the file itself, too, where `write` says so."""
        try:
            data = file.read()
        except NoDraftError as error:
            return error
        linter = self.linter(self._home(file.path))
        report = _checked(linter, file.name, data, message=file.message, first_row=file.first_row)
        outcome = fixed(report, linter.lint, unsafe=unsafe)
        if write and outcome.changed:
            try:
                write_back(file.path, data, encoded_like(data, outcome.text))
            except NotWrittenError as error:
                return outcome.refused(str(error))
        return outcome

    def fix_bytes(
        self, name: str, data: bytes, path: Path | None = None, *, unsafe: bool = False
    ) -> Fixed:
        """Check a draft's bytes and mend its text."""
        linter = self.linter(self._home(path))
        return fixed(self.check_bytes(name, data, path), linter.lint, unsafe=unsafe)

    def draft_of(self, file: DraftFile) -> tuple[Draft, Linter]:
        """Return an analysed draft and its linter; raises `NoDraftError` where it is no text."""
        linter = self.linter(self._home(file.path))
        return linter.draft(email_of(file)), linter

    def draft_of_bytes(self, name: str, data: bytes) -> tuple[Draft, Linter]:
        """Return the same for what came in."""
        linter = self.linter(self._home(None))
        return linter.draft(email_of_bytes(name, data)), linter

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
                engine=self._engine(config),
                shared=self._any_linter,
                today=self._settings.today,
            )
        return self._linters[config]

    def _engine(self, config: Config) -> EngineChoice:
        name = self._settings.engine
        return replace(config.typos, name=name) if name else config.typos

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


def email_of(file: DraftFile) -> Email:
    """Read a draft file; raises `NoDraftError` where it is no draft."""
    return email_of_bytes(file.name, file.read(), message=file.message, first_row=file.first_row)


def email_of_bytes(name: str, data: bytes, *, message: bool = False, first_row: int = 1) -> Email:
    """Read the bytes of a draft as `mail.read_bytes` does; raises `NoDraftError`."""
    try:
        return read_bytes(name, data, message=message, first_row=first_row)
    except UnreadableError as error:
        raise NoDraftError(f"{name}: {error.reason}") from error


def _checked(
    linter: Linter, name: str, data: bytes, *, message: bool = False, first_row: int = 1
) -> Report:
    try:
        email = read_bytes(name, data, message=message, first_row=first_row)
    except UnreadableError as error:
        return linter.lint_broken(name, error.reason)
    return linter.lint_email(email)


def _read_rules(folders: tuple[Path, ...]) -> Rulebook | FollowlintError:
    """Return the rules, or what is wrong with them: either is kept for the next draft."""
    try:
        return read_rulebook(folders)
    except FollowlintError as error:
        return error
