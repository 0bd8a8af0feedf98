"""What a report is made from: the drafts of a run with their rules, and how much may be shown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from followlint.finding import Edit, Finding, Report, Severity
from followlint.mail import Kind
from followlint.text import Position, Source, Span

if TYPE_CHECKING:
    from followlint.rule import Rule  # with all check types behind it: a report may need none

_VISIBLE = re.compile(r"[^\s]")
#: A letter of each length in UTF-8, from one byte to four.
_STAND_INS = ("x", "\u00d7", "\u2026", "\U0001d4cd")


@dataclass(frozen=True)
class Checked:
    """A draft that was checked, and the rules it was held against (of every kind of email)."""

    report: Report
    rules: Sequence[Rule] = ()

    @property
    def name(self) -> str:
        """The draft's path as it was given, or the name of standard input."""
        return self.report.source.name

    @property
    def source(self) -> Source:
        """The draft's text."""
        return self.report.source

    @property
    def kind(self) -> Kind:
        """The kind of the email."""
        return self.report.kind

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings in the order of the text."""
        return self.report.findings

    def is_in(self, file: Path) -> bool:
        """Tell whether the draft stands in a file; a message of a mailbox does in the mailbox."""
        whole, colon, number = self.name.rpartition(":")
        names = [self.name, *([whole] if colon and number.isdecimal() else [])]
        return file.exists() and any(Path(name).exists() and file.samefile(name) for name in names)

    def places(self, span: Span) -> tuple[Position, Position]:
        """Return where a span begins and ends; the end lies behind its last character."""
        return self.source.position(span.start), self.source.position(span.end)

    def edit(self, finding: Finding) -> Edit | None:
        """Return a finding's edit where it can be put into the file as it stands there."""
        edit = finding.edit
        return edit if edit and self.source.verbatim(edit.span) else None

    def count(self, severity: Severity) -> int:
        """Return how many findings are exactly that grave."""
        return sum(finding.severity is severity for finding in self.findings)


@dataclass(frozen=True)
class Results:
    """All that came of a run.

    `redact` says that no words of the drafts may be shown: build such results with `redacted`.
    `colour` and `show_source` are for the formats that people read in a terminal.
    """

    drafts: Sequence[Checked]
    redact: bool = False
    colour: bool = False
    show_source: bool = False

    @cached_property
    def rules(self) -> dict[str, Rule]:
        """Every rule that a draft was held against, by code and in the order of codes."""
        found = {rule.code: rule for draft in self.drafts for rule in draft.rules}
        return dict(sorted(found.items()))

    def pairs(self) -> Iterator[tuple[Checked, Finding]]:
        """Yield every finding with its draft, in the order of drafts and texts."""
        return ((draft, finding) for draft in self.drafts for finding in draft.findings)

    def redacted(self) -> Results:
        """Return these results without a word of the drafts.

        A message becomes the rule's summary, edits go, and so does the text itself: no format can
        show what it does not get. Rows and columns stay right in every unit they are counted in.
        """
        return replace(self, drafts=[_redacted(draft) for draft in self.drafts], redact=True)


@dataclass(frozen=True)
class _Masked(Source):
    """A text of stand-ins that knows where the words of the real one stand in its file."""

    real: Source = field(default_factory=lambda: Source("", ""), repr=False)

    def position(self, offset: int) -> Position:
        return self.real.position(offset)

    def line(self, row: int) -> str:
        return masked(self.real.line(row))


def _redacted(draft: Checked) -> Checked:
    summaries = {rule.code: rule.summary for rule in draft.rules}
    findings = tuple(
        replace(f, message=summaries.get(f.code, f.name.replace("-", " ")), edit=None)
        for f in draft.findings
    )
    source = _Masked(draft.name, masked(draft.source.text), real=draft.source)
    return replace(draft, report=replace(draft.report, source=source, findings=findings))


def masked(text: str) -> str:
    """Return `text` with a stand-in for each visible character, as long in code points and bytes.

    White space stays, so lines end where they ended.
    """
    return _VISIBLE.sub(lambda match: _STAND_INS[_bytes_in(match[0]) - 1], text)


def _bytes_in(char: str) -> int:
    return len(char.encode("utf-8", "surrogatepass"))
