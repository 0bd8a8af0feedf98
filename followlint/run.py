"""One run of the command line: which configuration holds for which draft, and its linter.

Drafts under the same configuration share a linter; all of them share the heavy tools. For drafts
whose reports are kept from another run, none is built, nor the modules read that build one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from followlint.analysis.typos import harper
from followlint.analysis.typos.engines import LANGUAGETOOL
from followlint.config import Config
from followlint.drafts import DraftFile, NoDraftError
from followlint.errors import FollowlintError
from followlint.finding import Report
from followlint.globs import placed
from followlint.homes import Homes, Settings
from followlint.keeping import Keeping
from followlint.text import UnreadableError

if TYPE_CHECKING:
    from followlint.accepts import Tally
    from followlint.analysis import Draft
    from followlint.fix import Fixed
    from followlint.linter import Linter
    from followlint.linters import Linters
    from followlint.mail import Email
    from followlint.report import Checked
    from followlint.rulebook import Rulebook


class Run:
    """Reads configurations and builds linters, each once."""

    def __init__(self, settings: Settings) -> None:
        """Take the settings; nothing is read yet."""
        self._settings = settings
        #: What knows which configuration holds where.
        self.homes = Homes(settings)
        self._keeping = Keeping(settings, self.homes)

    @cached_property
    def _tally(self) -> Tally:
        from followlint.accepts import Tally

        return Tally()

    @cached_property
    def linters(self) -> Linters:
        """What builds linters from configurations."""
        from followlint.linters import Linters

        return Linters(self._settings, self.homes, cache(self._read_rules))

    def check_file(self, file: DraftFile) -> Report | NoDraftError:
        """Check a draft file; a file that cannot be opened is an error, not a report."""
        try:
            data = file.read()
        except NoDraftError as error:
            return error
        report = self._keeping.report(
            file,
            data,
            *self._circumstances(file.path),
            lambda: _checked(
                self.linter_for(file.path),
                file.name,
                data,
                message=file.message,
                first_row=file.first_row,
            ),
        )
        return self._wanted(report, file.path)

    def kept_report(self, file: DraftFile) -> Report | None:
        """Return the report of an earlier run on the same draft, where one is kept."""
        data = file.read()
        slot = self._keeping.slot(file, data, *self._circumstances(file.path))
        report = self._keeping.kept(slot, file, data) if slot else None
        return self._wanted(report, file.path) if report else None

    def check_bytes(self, name: str, data: bytes, path: Path | None = None) -> Report:
        """Check a draft's bytes; `path` is where its configuration is looked for."""
        report = self._keeping.report(
            DraftFile(path or Path(name), name),
            data,
            *self._circumstances(path),
            lambda: _checked(self.linter_for(path), name, data),
        )
        return self._wanted(report, path)

    def fix_file(
        self, file: DraftFile, *, unsafe: bool = False, write: bool = True
    ) -> Fixed | NoDraftError:
        """Check a draft file and mend it; the file itself, too, where `write` says so."""
        from followlint.fix import NotWrittenError, fixed, write_back

        try:
            data = file.read()
        except NoDraftError as error:
            return error
        linter = self.linter_for(file.path)
        report = _checked(linter, file.name, data, message=file.message, first_row=file.first_row)
        outcome = fixed(
            self._wanted(report, file.path),
            lambda source: self._wanted(linter.lint(source), file.path),
            unsafe=unsafe,
            lint_file=None
            if file.message
            else lambda new: self._wanted(_checked(linter, file.name, new), file.path),
        )
        if write and outcome.changed:
            try:
                write_back(file.path, data, outcome.bytes_for(data))
            except NotWrittenError as error:
                return outcome.refused(str(error))
        return outcome

    def fix_bytes(
        self, name: str, data: bytes, path: Path | None = None, *, unsafe: bool = False
    ) -> Fixed:
        """Check a draft's bytes and mend its text."""
        from followlint.fix import fixed

        linter = self.linter_for(path)
        return fixed(
            self._wanted(_checked(linter, name, data), path),
            lambda source: self._wanted(linter.lint(source), path),
            unsafe=unsafe,
            lint_file=lambda new: self._wanted(_checked(linter, name, new), path),
        )

    def draft_of(self, file: DraftFile) -> tuple[Draft, Linter]:
        """Return an analysed draft and its linter; raises `NoDraftError` where it is no text."""
        linter = self.linter_for(file.path)
        return linter.draft(email_of(file)), linter

    def draft_of_bytes(self, name: str, data: bytes) -> tuple[Draft, Linter]:
        """Return the same for what came in."""
        linter = self.linter_for(None)
        return linter.draft(email_of_bytes(name, data)), linter

    def rulebook(self, folder: Path) -> Rulebook:
        """Return the rules that hold in a folder."""
        return self.linters.rulebook(self.homes.config(folder))

    def page(self, name: str, make: Callable[[Rulebook], str]) -> str:
        """Return what a command, called `name` with all it was asked, prints of the rules that hold
        in the working directory. Raises `FollowlintError`."""
        config = self.homes.config(Path.cwd())
        return self._keeping.page(name, config, lambda: make(self.linters.rulebook(config)))

    def excludes(self, path: Path, *, forced: bool = False) -> bool:
        """Tell whether a path is not to be checked; see `Homes.excludes`."""
        return self.homes.excludes(path, forced=forced)

    def linter(self, folder: Path) -> Linter:
        """Return the linter for drafts in a folder. Raises `FollowlintError`."""
        return self.linters.linter(self.homes.config(folder))

    def linter_for(self, path: Path | None) -> Linter:
        """Return the linter for a draft: as its folder and its path want it.

        Without a path, it is the one for the working directory. Raises `FollowlintError`.
        """
        config, left_out = self._circumstances(path)
        # Some of all rules look for typos; of a selection that is known once it is read.
        engine = self._settings.engine or config.typos.name
        if engine != LANGUAGETOOL and not (self._settings.select or config.select):
            harper.begin()
        return self.linters.linter(config, left_out, path)

    def close(self) -> None:
        """Make room in the cache, once all drafts are checked."""
        self._keeping.close()

    def note(self, path: Path | None, text: str) -> None:
        """Count a checked draft for `notices`."""
        if self._settings.unused_accepts:
            config = self.homes.config_for(path) if path else self.homes.config(Path.cwd())
            self._tally.note(self.homes.accepted(config), text)

    def notices(self) -> list[str]:
        """Return what the settings ask to be told when all drafts are checked, a line each."""
        return list(self._tally.notices()) if self._settings.unused_accepts else []

    def judged(self, drafts: Sequence[Checked]) -> list[Checked]:
        """Return the drafts of a run with findings for ignores that are of no use any more."""
        from followlint.idle import judged

        return judged(drafts, self.homes.ignores)

    def orphans(self, drafts: Sequence[Checked]) -> list[str]:
        """Return a line for each entry of a file of ignores whose draft is gone."""
        from followlint.idle import orphaned

        return list(orphaned(drafts, self.homes.ignores))

    def declarations(self, drafts: Sequence[Checked]) -> list[Checked]:
        """Return reports of the files that declare placeholders for templates among drafts."""
        from followlint.declaring import declarations

        return declarations(drafts, self.homes, lambda: self.linters)

    def _circumstances(self, path: Path | None) -> tuple[Config, tuple[str, ...]]:
        """Return the configuration of a draft, and the names of rules its path leaves out."""
        if path is None:
            return self.homes.config(Path.cwd()), ()
        config, place = self.homes.config_for(path), placed(path)
        ignores = self.homes.per_file_ignores(config)
        left_out = (name for glob, names in ignores if glob.covers(place) for name in names)
        return config, tuple(left_out)

    def _read_rules(self, folders: tuple[Path, ...], keep: bool) -> Rulebook | FollowlintError:
        """Return the rules, or what is wrong with them: either is kept for the next draft."""
        try:
            from followlint.cache.rules import cached_rulebook

            return cached_rulebook(folders, keep=keep and self._settings.cache)
        except FollowlintError as error:
            return error

    def _wanted(self, report: Report, path: Path | None) -> Report:
        """Return a report without what a file of ignores says is right as it stands."""
        ignores = self.homes.ignores(path.resolve().parent if path else Path.cwd())
        return ignores.without(report) if ignores else report


def email_of(file: DraftFile) -> Email:
    """Read a draft file; raises `NoDraftError` where it is no draft."""
    return email_of_bytes(file.name, file.read(), message=file.message, first_row=file.first_row)


def email_of_bytes(name: str, data: bytes, *, message: bool = False, first_row: int = 1) -> Email:
    """Read the bytes of a draft as `mail.read_bytes` does; raises `NoDraftError`."""
    from followlint.mail import read_bytes

    try:
        return read_bytes(name, data, message=message, first_row=first_row)
    except UnreadableError as error:
        raise NoDraftError(f"{name}: {error.reason}") from error


def _checked(
    linter: Linter, name: str, data: bytes, *, message: bool = False, first_row: int = 1
) -> Report:
    from followlint.mail import read_bytes

    try:
        email = read_bytes(name, data, message=message, first_row=first_row)
    except UnreadableError as error:
        return linter.lint_broken(name, error.reason)
    return linter.lint_email(email)
