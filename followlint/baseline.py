"""Findings that are known and left for later: behind `--baseline` and `--write-baseline`.

A known finding is a rule and a sentence, of which only a hash is kept: it survives when text is
added or moved, and is forgotten when the sentence changes. Where something is missing there is no
sentence; the draft's path, from the baseline's folder, stands for it.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from followlint.errors import FollowlintError
from followlint.finding import Finding
from followlint.linter import Report
from followlint.report.output import write
from followlint.text import Span, fold

_VERSION = 1
#: Where a sentence ends, near enough: the parse of a draft is dear, and may change with its model.
_END = re.compile(r"[.!?…][\"'”’)]*\s+|\n[ \t\r]*\n")


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
            data = json.loads(path.read_text(encoding="utf-8"))
            if data["version"] != _VERSION:
                raise BaselineError(f"{path}: a baseline of another version; write it anew")
            pairs = [(code, key) for code, keys in data["known"].items() for key in keys]
        except OSError as error:
            raise BaselineError(f"{path}: cannot be read: {error.strerror or error}") from None
        except (ValueError, KeyError, TypeError, AttributeError):
            raise BaselineError(f"{path}: no baseline; `--write-baseline` makes one") from None
        return cls(path, frozenset(pairs))

    def without(self, report: Report) -> Report:
        """Return a report without the findings that are known."""
        new = [f for f in report.findings if (f.code, self._key(report, f)) not in self.known]
        return replace(report, findings=tuple(new))

    def written(self, reports: Iterable[Report]) -> int:
        """Put all findings of some reports in the file; returns how many. Raises `OutputError`."""
        pairs = [(f.code, self._key(report, f)) for report in reports for f in report.findings]
        known: dict[str, list[str]] = {}
        for code, key in sorted(set(pairs)):
            known.setdefault(code, []).append(key)
        write(self.path, json.dumps({"version": _VERSION, "known": known}, indent=1) + "\n")
        return len(pairs)

    def _key(self, report: Report, finding: Finding) -> str:
        if len(finding.span):
            said = "sentence\0" + _sentence(report.source.text, finding.span)
        else:
            place = os.path.relpath(report.source.name, self.path.parent)
            said = "draft\0" + Path(place).as_posix()
        key = f"{finding.code}\0{said}".encode("utf-8", "surrogatepass")
        return hashlib.sha256(key).hexdigest()


def _sentence(text: str, span: Span) -> str:
    """Return the sentence around a span on one line, or several where it reaches over an end."""
    ends = [match.end() for match in _END.finditer(text)]
    start = max((end for end in ends if end <= span.start), default=0)
    end = min((end for end in ends if end >= span.end), default=len(text))
    return fold(text[start:end])
