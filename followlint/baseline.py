"""Findings that are known and left for later: behind `--baseline` and `--write-baseline`.

A known finding is a rule and a sentence, of which only a hash is kept (see `keying`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from followlint.errors import FollowlintError
from followlint.finding import Report
from followlint.keying import key_of
from followlint.report.output import write

_VERSION = 1


class BaselineError(FollowlintError):
    """A baseline that cannot be used."""


@dataclass(frozen=True)
class Baseline:
    """The known findings in a file: the hashes of each rule, by its code."""

    path: Path
    known: frozenset[tuple[str, str]] = frozenset()

    @classmethod
    def read(cls, path: Path) -> Baseline:
        """Read a file that `written` made; raises `BaselineError`."""
        try:
            data = json.loads(path.read_text(encoding="utf-8-sig"))
            if data["version"] != _VERSION:
                raise BaselineError(f"{path}: a baseline of another version; write it anew")
            if not all(isinstance(keys, list) for keys in data["known"].values()):
                raise ValueError("hashes of sentences stand in lists")
            known = frozenset((code, key) for code, keys in data["known"].items() for key in keys)
        except OSError as error:
            raise BaselineError(f"{path}: cannot be read: {error.strerror or error}") from None
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            raise BaselineError(f"{path}: no baseline; `--write-baseline` makes one") from None
        return cls(path, known)

    def without(self, report: Report) -> Report:
        """Return a report without the findings that are known."""
        folder = self.path.parent
        new = [f for f in report.findings if (f.code, key_of(report, f, folder)) not in self.known]
        return replace(report, findings=tuple(new))

    def written(self, reports: Iterable[Report]) -> int:
        """Put all findings of some reports in the file; returns how many. Raises `OutputError`."""
        folder = self.path.parent
        pairs = [(f.code, key_of(report, f, folder)) for report in reports for f in report.findings]
        known: dict[str, list[str]] = {}
        for code, key in sorted(set(pairs)):
            known.setdefault(code, []).append(key)
        write(self.path, json.dumps({"version": _VERSION, "known": known}, indent=1) + "\n")
        return len(pairs)
