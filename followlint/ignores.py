"""Findings that are right as they stand: `followlint-ignores.toml`, written by `followlint ignore`.

An entry is a rule and a sentence, with the reason somebody gave. Of the sentence only a hash is
kept (see `keying`), so that no word of a draft stands there. The file nearest upward from a draft
holds for it; an entry holds for that sentence in every such draft.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from followlint.errors import FollowlintError
from followlint.finding import Finding, Report
from followlint.keying import key_of, place_of
from followlint.report.output import write
from followlint.toml import TomlError, hint, loads, quoted, read_toml

NAME = "followlint-ignores.toml"
_TABLE = "ignore"
_HEAD = """\
# Findings that are right as they stand. `followlint ignore FILE:ROW RULE --reason TEXT` adds one.
# Of each sentence only a hash is kept: when it changes, its finding is back.
"""


class IgnoresError(FollowlintError):
    """A file of ignores that cannot be used."""


@dataclass(frozen=True)
class Ignore:
    """One entry: the code of the rule, the draft it was made for, the sentence's hash, and why."""

    rule: str
    file: str
    sentence: str
    reason: str


@dataclass(frozen=True)
class Ignores:
    """A file of ignores: its text, and the entries in it."""

    path: Path
    text: str = ""
    entries: tuple[Ignore, ...] = ()

    @classmethod
    def read(cls, path: Path) -> Ignores:
        """Read a file; raises `IgnoresError`."""
        try:
            data = read_toml(path)
        except TomlError as error:
            raise IgnoresError(str(error)) from None
        return cls(path, path.read_text(encoding="utf-8-sig"), _entries(path, data))

    @property
    def folder(self) -> Path:
        """The folder from which the paths of drafts are told."""
        return self.path.resolve().parent

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(entry.sentence for entry in self.entries)

    def without(self, report: Report) -> Report:
        """Return a report in which what is ignored here is no finding but among the `ignored`."""
        known = [f for f in report.findings if key_of(report, f, self.folder) in self._known]
        if not known:
            return report
        left = tuple(finding for finding in report.findings if finding not in known)
        return replace(report, findings=left, ignored=(*report.ignored, *known))

    def orphans(self) -> list[Ignore]:
        """Return the entries made for drafts that are not there any more."""
        return [entry for entry in self.entries if not _is_there(self.folder / entry.file)]

    def row(self, entry: Ignore) -> int:
        """Return the row in which an entry's sentence stands in the file."""
        return self.text[: self.text.index(entry.sentence)].count("\n") + 1

    def adding(self, report: Report, findings: Sequence[Finding], reason: str) -> Ignores:
        """Return the file with entries for some findings of a draft; known ones are left out."""
        text, new = self.text or _HEAD, dict[str, Ignore]()
        for finding in findings:
            key = key_of(report, finding, self.folder)
            if key not in self._known:
                file = place_of(report.source.name, self.folder)
                new.setdefault(key, Ignore(finding.code, file, key, reason))
        for entry in new.values():
            lines = [f"{name} = {quoted(value)}\n" for name, value in vars(entry).items()]
            text = text.rstrip("\n") + f"\n\n[[{_TABLE}]]\n" + "".join(lines)
        return Ignores(self.path, text, _entries(self.path, loads(text)))

    def save(self) -> None:
        """Write the file, whole or not at all; raises `OutputError`."""
        write(self.path, self.text)


def _is_there(path: Path) -> bool:
    """Tell whether a draft is there; of a message in a mailbox ("sent.mbox:3"), the mailbox."""
    whole, colon, _ = path.name.rpartition(":")
    return path.exists() or bool(colon and whole and path.with_name(whole).exists())


def find_ignores(start: Path) -> Path | None:
    """Return the nearest file of ignores in `start` or a folder above it."""
    places = (folder / NAME for folder in (start, *start.parents))
    return next((place for place in places if place.is_file()), None)


def _entries(path: Path, data: Mapping[str, Any]) -> tuple[Ignore, ...]:
    for key in data:
        _must_be_known(path, key, (_TABLE,))
    tables = data.get(_TABLE, [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise IgnoresError(f"{path}: {_TABLE!r} should be tables: [[{_TABLE}]]")
    return tuple(_read(path, tables))


def _read(path: Path, tables: Sequence[Mapping[str, Any]]) -> Iterator[Ignore]:
    keys = tuple(field.name for field in fields(Ignore))
    for table in tables:
        for key, value in table.items():
            _must_be_known(path, key, keys)
            if not isinstance(value, str) or not value.strip():
                raise IgnoresError(f"{path}: '{_TABLE}.{key}' should be a string, not empty")
        if missing := [key for key in keys if key not in table]:
            raise IgnoresError(f"{path}: an [[{_TABLE}]] lacks {missing[0]!r}")
        yield Ignore(**table)


def _must_be_known(path: Path, key: str, known: tuple[str, ...]) -> None:
    if key not in known:
        raise IgnoresError(f"{path}: unknown key {key!r}; {hint(key, known)}")
