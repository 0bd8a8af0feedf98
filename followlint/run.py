"""One run of the command line: which configuration holds for which draft, and its linter.

Drafts under the same configuration share a linter; all of them share the heavy tools.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from followlint.accepts import Tally
from followlint.analysis import Draft
from followlint.analysis.typos.engines import EngineChoice
from followlint.config import Config, ConfigError
from followlint.drafts import DraftFile, NoDraftError
from followlint.errors import FollowlintError
from followlint.fix import Fixed, NotWrittenError, fixed, write_back
from followlint.globs import placed
from followlint.homes import Homes, Settings
from followlint.linter import Linter, Report
from followlint.mail import Email, read_bytes
from followlint.rulebook import Rulebook, RulebookError, read_rulebook
from followlint.text import UnreadableError, encoded_like
from followlint.tuning import tuned


class Run:
    """Reads configurations and builds linters, each once."""

    def __init__(self, settings: Settings) -> None:
        """Take the settings; nothing is read yet."""
        self._settings = settings
        self._linters: dict[tuple[Path | None, tuple[str, ...]], Linter] = {}
        self._tally = Tally()
        self._homes = Homes(settings)
        self._read_rules = cache(_read_rules)

    def check_file(self, file: DraftFile) -> Report | NoDraftError:
        """Check a draft file; a file that cannot be opened is an error, not a report."""
        try:
            data = file.read()
        except NoDraftError as error:
            return error
        linter = self.linter_for(file.path)
        return _checked(linter, file.name, data, message=file.message, first_row=file.first_row)

    def check_bytes(self, name: str, data: bytes, path: Path | None = None) -> Report:
        """Check a draft's bytes; `path` is where its configuration is looked for."""
        return _checked(self.linter_for(path), name, data)

    def fix_file(
        self, file: DraftFile, *, unsafe: bool = False, write: bool = True
    ) -> Fixed | NoDraftError:
        """Check a draft file and mend it; the file itself, too, where `write` says so."""
        try:
            data = file.read()
        except NoDraftError as error:
            return error
        linter = self.linter_for(file.path)
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
        linter = self.linter_for(path)
        return fixed(self.check_bytes(name, data, path), linter.lint, unsafe=unsafe)

    def draft_of(self, file: DraftFile) -> tuple[Draft, Linter]:
        """Return an analysed draft and its linter; raises `NoDraftError` where it is no text."""
        linter = self.linter_for(file.path)
        return linter.draft(email_of(file)), linter

    def draft_of_bytes(self, name: str, data: bytes) -> tuple[Draft, Linter]:
        """Return the same for what came in."""
        linter = self.linter_for(None)
        return linter.draft(email_of_bytes(name, data)), linter

    def config(self, folder: Path) -> Config:
        """Return the configuration that holds in a folder; raises `ConfigError`."""
        return self._homes.config(folder)

    def rulebook(self, folder: Path) -> Rulebook:
        """Return the rules that hold in a folder."""
        config = self._homes.config(folder)
        book = self._read_rules((*config.rules, *self._settings.rules))
        if isinstance(book, FollowlintError):
            raise book
        try:
            return tuned(book, config.options, config.severity)
        except RulebookError as error:
            raise ConfigError(f"{config.path}: {error}") from None

    def excludes(self, path: Path, *, forced: bool = False) -> bool:
        """Tell whether a path is not to be checked; see `Homes.excludes`."""
        return self._homes.excludes(path, forced=forced)

    def linter(self, folder: Path) -> Linter:
        """Return the linter for drafts in a folder. Raises `FollowlintError`."""
        return self._linter(folder, ())

    def linter_for(self, path: Path | None) -> Linter:
        """Return the linter for a draft: that of its folder without what its path leaves out.

        Without a path, it is the one for the working directory. Raises `FollowlintError`.
        """
        if path is None:
            return self.linter(Path.cwd())
        folder, place = path.resolve().parent, placed(path)
        ignores = self._homes.per_file_ignores(self._homes.config(folder))
        left_out = (name for glob, names in ignores if glob.covers(place) for name in names)
        return self._linter(folder, tuple(left_out))

    def note(self, path: Path | None, text: str) -> None:
        """Count a checked draft for `notices`."""
        if self._settings.unused_accepts:
            folder = path.resolve().parent if path else Path.cwd()
            self._tally.note(self._homes.accepted(self._homes.config(folder)), text)

    def notices(self) -> list[str]:
        """Return what the settings ask to be told when all drafts are checked, a line each."""
        return list(self._tally.notices())

    def _linter(self, folder: Path, left_out: tuple[str, ...]) -> Linter:
        config = self._homes.config(folder)
        key = config.path, left_out
        if key not in self._linters:
            book = self.rulebook(folder)
            # What means no rule is an error, whether or not it has anything to say this time.
            book.named(name for _, names in self._homes.per_file_ignores(config) for name in names)
            book.named((*config.extend_select, *self._settings.extend_select))
            ignored = (*config.ignore, *self._settings.ignore)
            chosen = book.choose(self._selected(config), ignored)
            self._linters[key] = Linter(
                book,
                [rule for rule in chosen if not any(rule.goes_by(name) for name in left_out)],
                kind=self._settings.kind or config.kind,
                accept=[entry for entry, _ in self._homes.accepted(config)],
                pipeline=config.spacy_model,
                engine=self._engine(config),
                shared=self._any_linter,
                today=self._settings.today,
                context=config.context,
            )
        return self._linters[key]

    def _selected(self, config: Config) -> tuple[str, ...]:
        """Return the names of the rules that are selected; none means all of them."""
        selected = self._settings.select or config.select
        more = (*config.extend_select, *self._settings.extend_select)
        return (*selected, *more) if selected else ()

    def _engine(self, config: Config) -> EngineChoice:
        name = self._settings.engine
        return replace(config.typos, name=name) if name else config.typos

    @property
    def _any_linter(self) -> Linter | None:
        return next(iter(self._linters.values()), None)


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
