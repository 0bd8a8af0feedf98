"""Configurations -> linters: what is asked for and what a configuration says, made one."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from followlint.analysis.typos.engines import EngineChoice
from followlint.config import Config, ConfigError
from followlint.errors import FollowlintError
from followlint.homes import Homes, Settings
from followlint.mail import Context, Value
from followlint.rulebook import Rulebook, RulebookError
from followlint.tuning import tuned

if TYPE_CHECKING:
    from followlint.linter import Linter
    from followlint.templating import Templating


class Linters:
    """Builds linters, each once. All of them share the heavy tools."""

    def __init__(
        self,
        settings: Settings,
        homes: Homes,
        read_rules: Callable[[tuple[Path, ...], bool], Rulebook | FollowlintError],
    ) -> None:
        """Take what was asked for, and what reads the rules in folders of the user's own.

        It is also told whether they may be kept for other runs.
        """
        self._settings = settings
        self._homes = homes
        self._read_rules = read_rules
        self._built: dict[tuple[Path | None, tuple[int, ...], tuple[str, ...], bool], Linter] = {}

    @functools.cached_property
    def templating(self) -> Templating:
        """What knows the templates of a run, and what is declared for them."""
        from followlint.templating import Templating

        return Templating(self._settings, self._homes)

    def rulebook(self, config: Config) -> Rulebook:
        """Return the rules under a configuration; raises `FollowlintError`."""
        book = self._read_rules((*config.rules, *self._settings.rules), config.cache)
        if isinstance(book, FollowlintError):
            raise book
        return _tuned(book, config)

    def linter(
        self, config: Config, left_out: tuple[str, ...] = (), path: Path | None = None
    ) -> Linter:
        """Return the linter under a configuration, without the rules `left_out` by path.

        For the `path` of a template it is one that knows templates. Raises `FollowlintError`.
        """
        template = self._homes.is_template(path, config)
        key = config.path, config.applied, left_out, template
        if key not in self._built:
            self._built[key] = self._build(config, left_out, template)
        return self._built[key]

    def _build(self, config: Config, left_out: tuple[str, ...], template: bool) -> Linter:
        from followlint.linter import Linter

        book = self.rulebook(config)
        # What means no rule is an error, whether or not it has anything to say this time.
        _must_be_known(book, config)
        for _, override in config.overrides:
            _must_be_known(book, override)
            _tuned(book, override)
        book.named(name for _, names in self._settings.per_file_ignores for name in names)
        book.named(self._settings.extend_select)
        ignored = (*config.ignore, *self._settings.ignore)
        chosen = book.choose(self._selected(config), ignored)
        made: Callable[..., Linter] = Linter
        if template:
            from followlint.template.linting import TemplateLinter

            made = functools.partial(TemplateLinter, house=self.templating.house)
        return made(
            book,
            [rule for rule in chosen if not any(rule.goes_by(name) for name in left_out)],
            kind=self._settings.kind or config.kind,
            accept=[entry for entry, _ in self._homes.accepted(config)],
            pipeline=config.spacy_model,
            engine=self._engine(config),
            shared=next(iter(self._built.values()), None),
            today=self._settings.today,
            context=_context(config),
            dialect=self._settings.dialect,
            workdays=config.working,
            networks=config.networks,
        )

    def _selected(self, config: Config) -> tuple[str, ...]:
        """Return the names of the rules that are selected; none means all of them."""
        selected = self._settings.select or config.select
        more = (*config.extend_select, *self._settings.extend_select)
        return (*selected, *more) if selected else ()

    def _engine(self, config: Config) -> EngineChoice:
        name = self._settings.engine
        return replace(config.typos, name=name) if name else config.typos


def _context(config: Config) -> Context:
    """Return what holds of drafts that do not say otherwise; their dialect is part of it."""
    dialect = Value(config.dialect) if config.dialect else None
    return replace(config.context, dialect=dialect)


def _must_be_known(book: Rulebook, config: Config) -> None:
    """Raise `ConfigError`, with the file and the key, for a name that means no rule."""
    keys = {"select": config.select, "extend-select": config.extend_select, "ignore": config.ignore}
    for glob, names in config.per_file_ignores.items():
        keys[f"per-file-ignores.{glob.pattern}"] = names
    for key, names in keys.items():
        try:
            book.named(names)
        except RulebookError as error:
            origin = config.origins.get(key)
            where = origin.path if origin else config.path
            raise ConfigError(f"{where}: {key!r}: {error}") from None


def _tuned(book: Rulebook, config: Config) -> Rulebook:
    try:
        return tuned(book, config.options, config.severity)
    except RulebookError as error:
        raise ConfigError(f"{config.path}: {error}") from None
