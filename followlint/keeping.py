"""Results kept between runs, for the drafts of a run: what a report hangs on, told beforehand.

Neither the rules nor anything heavy is loaded for a draft whose report is kept.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cached_property
from pathlib import Path, PurePath

from followlint.analysis.typos.engines import HARPER
from followlint.cache.pages import kept_page
from followlint.cache.results import ResultCache, Slot
from followlint.cache.stamp import digest, installed, own_code, rule_data
from followlint.config import Config
from followlint.drafts import DraftFile
from followlint.finding import Report
from followlint.homes import Homes, Settings
from followlint.text import Source

#: What the name of a file of one message ends in.
_MESSAGE = ".eml"


class Keeping:
    """Looks reports up and keeps new ones, where the settings and the configuration allow it."""

    def __init__(self, settings: Settings, homes: Homes) -> None:
        """Take what was asked for; nothing is looked up yet."""
        self._settings = settings
        self._homes = homes
        self._circumstances: dict[tuple[Path | None, tuple[int, ...], tuple[str, ...]], str] = {}

    def report(
        self,
        file: DraftFile,
        data: bytes,
        config: Config,
        left_out: tuple[str, ...],
        analysed: Callable[[], Report],
    ) -> Report:
        """Return the report of a draft: as it was kept, or else `analysed`, which is then kept.

        `config` is the draft's, without the rules `left_out` by path.
        """
        slot = self.slot(file, data, config, left_out)
        if slot and (kept := self.kept(slot, file, data)):
            return kept
        report = analysed()
        self.keep(slot, report)
        return report

    def slot(
        self, file: DraftFile, data: bytes, config: Config, left_out: tuple[str, ...]
    ) -> Slot | None:
        """Return the place of a draft's report; None where none is kept."""
        rules = self._rules(config, left_out)
        # All templates of a repository have a say in the report of one.
        if not rules or self._homes.is_template(file.path, config):
            return None
        return self._cache.slot(data, f"{rules} {_is_message(file)} {file.first_row}")

    def kept(self, slot: Slot, file: DraftFile, data: bytes) -> Report | None:
        """Return the report that was kept, if one was."""
        report = self._cache.find(slot)
        return replace(report, source=_source(file, data)) if report else None

    def keep(self, slot: Slot | None, report: Report) -> None:
        """Keep a report in its place, where there is one."""
        if slot:
            self._cache.keep(slot, report)

    def page(self, name: str, config: Config, make: Callable[[], str]) -> str:
        """Return what a command prints of the rules under a configuration: as it was kept, or else
        `make`, which is then kept. Raises what that raises."""
        rules = self._rules(config, ())
        return kept_page(name, rules and digest([self._code.encode(), rules.encode()]), make)

    def close(self) -> None:
        """Make room, once all drafts are checked."""
        if "_cache" in vars(self):
            self._cache.close()

    @cached_property
    def _cache(self) -> ResultCache:
        return ResultCache(self._code, self._today)

    @cached_property
    def _code(self) -> str:
        return digest([own_code().encode(), installed().encode()])

    @property
    def _today(self) -> date:
        return self._settings.today or date.today()

    def _rules(self, config: Config, left_out: tuple[str, ...]) -> str:
        """Return a name for what drafts are held against; empty where nothing may be kept."""
        key = config.path, config.applied, left_out
        if key not in self._circumstances:
            self._circumstances[key] = self._told(config, left_out)
        return self._circumstances[key]

    def _told(self, config: Config, left_out: tuple[str, ...]) -> str:
        engine = self._settings.engine or config.typos.name
        model = config.spacy_model
        if not (self._settings.cache and config.cache):
            return ""
        # A server's answers and a folder's model may change without our knowing.
        if engine != HARPER or (model and not model.isidentifier()):
            return ""
        try:
            rules = rule_data((*config.rules, *self._settings.rules))
        except OSError:
            return ""  # whoever reads the rules says what is wrong
        accepted = self._homes.accepted(config)
        # Everything that was asked for, whether or not it changes a report: what is looked up in
        # vain costs a second, what is found wrongly costs the user's trust.
        asked = replace(self._settings, today=None), config, left_out, accepted, Path.cwd()
        return digest([rules.encode(), repr(asked).encode("utf-8", "surrogatepass")])


def _is_message(file: DraftFile) -> bool:
    return file.message or PurePath(file.name).suffix.lower() == _MESSAGE


def _source(file: DraftFile, data: bytes) -> Source:
    """Return a draft's text as its report has it."""
    if not _is_message(file):
        return Source.decode(file.name, data)
    from followlint.mail.opening import read_bytes

    return read_bytes(file.name, data, message=file.message, first_row=file.first_row).source
