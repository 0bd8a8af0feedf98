"""What came of drafts, by all that it hangs on: an unchanged draft is not analysed again."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from followlint.cache.folder import CacheFolder
from followlint.cache.seal import seal, unseal
from followlint.finding import Applicability, Edit, Finding, Report, Severity
from followlint.mail.kinds import Kind
from followlint.text import Source, Span

_FOLDER = "results"
#: How much is kept: about eight thousand drafts.
_MOST = 32 << 20
#: Goes up when entries are written in another way.
_FORM = b"1"


@dataclass(frozen=True)
class Slot:
    """The place for what comes of one draft under one set of circumstances."""

    folder: CacheFolder
    secret: bytes

    @property
    def name(self) -> str:
        """The file's name. The secret cannot be told from it."""
        return hashlib.sha256(b"name" + self.secret).hexdigest()


class ResultCache:
    """Keeps reports between runs: private, bounded, and without a word that anyone could read.

    An entry is found and opened with a hash of the draft's bytes, so that whoever has the folder
    and not the draft has noise. Nothing that failed is kept.
    """

    def __init__(self, circumstances: str, today: date) -> None:
        """Take what all results hang on beside the draft, and the day of the run."""
        self._circumstances = circumstances
        self._today = today
        self._folder = CacheFolder.of(_FOLDER)
        self._wrote = False

    def slot(self, data: bytes, rules: str) -> Slot | None:
        """Return the place for a draft's bytes; None where nothing can be kept.

        `rules` says what it is held against, and how it is read.
        """
        if self._folder is None:
            return None
        total = hashlib.sha256(_FORM)
        for part in (self._circumstances.encode(), rules.encode("utf-8", "surrogatepass"), data):
            total.update(len(part).to_bytes(8, "big"))
            total.update(part)
        return Slot(self._folder, total.digest())

    def find(self, slot: Slot) -> Report | None:
        """Return the report that was kept, with a source that is empty; None where none was."""
        data = slot.folder.read(slot.name)
        if data is None:
            return None
        try:
            entry = unseal(slot.secret, data)
            if entry["today"] not in (None, self._today.isoformat()):
                return None
            report = _report(entry)
        except (ValueError, KeyError, TypeError):
            return None
        slot.folder.used(slot.name)
        return report

    def keep(self, slot: Slot, report: Report) -> None:
        """Keep a report, if it is one that would come out the same again."""
        if not report.failures:
            entry = _entry(report, self._today)
            self._wrote = slot.folder.write(slot.name, seal(slot.secret, entry)) or self._wrote

    def close(self) -> None:
        """Drop what was of no use for longest, where there is too much."""
        if self._wrote and self._folder:
            self._folder.shrink(_MOST)


def _entry(report: Report, today: date) -> Mapping[str, Any]:
    return {
        "today": today.isoformat() if report.dated else None,
        "kind": report.kind.value,
        "findings": [_plain(finding) for finding in report.findings],
        "facts": report.facts,
    }


def _plain(finding: Finding) -> list[Any]:
    edit = finding.edit
    return [
        finding.span.start,
        finding.span.end,
        finding.code,
        finding.name,
        finding.severity.value,
        finding.message,
        finding.suggestion,
        edit and [edit.span.start, edit.span.end, edit.content, edit.applicability.value],
    ]


def _report(entry: Mapping[str, Any]) -> Report:
    return Report(
        Source("", ""),
        Kind(entry["kind"]),
        tuple(_finding(*plain) for plain in entry["findings"]),
        facts=entry["facts"],
        dated=entry["today"] is not None,
    )


def _finding(
    start: int,
    end: int,
    code: str,
    name: str,
    severity: str,
    message: str,
    suggestion: str,
    edit: Any,
) -> Finding:
    finding = Finding(Span(start, end), code, name, Severity(severity), message, suggestion)
    if edit is None:
        return finding
    first, behind, content, applicability = edit
    return replace(finding, edit=Edit(Span(first, behind), content, Applicability(applicability)))
