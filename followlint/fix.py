"""Edits -> new text, and new text -> file, safely: behind `--fix` and `--diff`.

Nothing is ever written where something is missing, and nothing is changed outside the place of a
finding but blanks beside a deletion: this module holds every edit against these two laws, whichever
check it comes from.
"""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from followlint.errors import FollowlintError
from followlint.finding import Applicability, Edit, Finding, Report
from followlint.fix_message import editable, put_into, refusal, too_long
from followlint.replace import ChangedError
from followlint.replace import replace as replaced
from followlint.text import Source, encoded_like

#: Edits may make room for others. What has not settled after so many rounds never will.
ROUNDS = 10
_INSTEAD = "copy it into a .txt file and fix that"


class NotWrittenError(FollowlintError):
    """A file that could not be replaced; it is as it was."""


@dataclass(frozen=True)
class Fixed:
    """What came of mending a draft: its report before and after, and the findings mended.

    Where it could not be mended, `after` is `before` with the reason among its failures.
    """

    before: Report
    after: Report
    mended: tuple[Finding, ...] = ()

    @property
    def text(self) -> str:
        """The text as mended."""
        return self.after.source.text

    @property
    def changed(self) -> bool:
        """Whether the file differs from what was read."""
        return _file(self.after.source) != _file(self.before.source)

    def bytes_for(self, data: bytes) -> bytes:
        """Return the file as mended that was read as `data`."""
        original = self.after.source.original
        return original.data if original else encoded_like(data, self.text)

    def refused(self, reason: str) -> Fixed:
        """Return the outcome of leaving the draft as it was, and why."""
        failures = (*self.before.failures, reason)
        return Fixed(self.before, replace(self.before, failures=failures))

    def diff(self) -> str:
        """Return the change as a unified diff; empty where there is none."""
        name = self.before.source.name.replace("\n", "\\n").replace("\r", "\\r")
        old, new = (_lines(_file(report.source)) for report in (self.before, self.after))
        lines = difflib.unified_diff(old, new, name, name)
        return "".join(
            line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
            for line in lines
        )


def fixed(
    report: Report,
    lint: Callable[[Source], Report],
    *,
    unsafe: bool = False,
    lint_file: Callable[[bytes], Report] | None = None,
) -> Fixed:
    """Mend the draft of a report: put edits in and lint again until there are no more.

    With `unsafe`, guesses are put in, too. All or nothing: where a check fails on the way, or the
    edits do not settle, the draft stays as it was. A saved message is mended as a file, by
    `lint_file`; without it, as in a mailbox, it is left alone.
    """
    untouched = Fixed(report, report)
    now, mended = report, list[Finding]()
    for _ in range(ROUNDS + 1):
        if now.failures:
            return (
                untouched if now is report else untouched.refused(f"not fixed: {now.failures[0]}")
            )
        chosen = applicable(now, unsafe=unsafe)
        if original := now.source.original:
            if chosen and (reason := _refusal(original.data, lint_file)):
                return untouched.refused(f"not fixed: {reason}")
            standing = [f for f in chosen if f.edit and editable(now.source, f.edit)]
            if chosen and not standing and not mended:
                reason = f"the text is encoded where it would change; {_INSTEAD}"
                return untouched.refused(f"not fixed: {reason}")
            chosen = standing
        if not chosen:
            return Fixed(report, now, tuple(mended))
        mended += chosen
        edits = [finding.edit for finding in chosen if finding.edit]
        text = put_in(now.source.text, edits)
        if original and lint_file:
            data = put_into(now.source, edits)
            now = lint_file(data)
            if now.source.text != text or too_long(original.data, data):
                reason = (
                    f"the message would not say the same, or not in lines of its length; {_INSTEAD}"
                )
                return untouched.refused(f"not fixed: {reason}")
        else:
            now = lint(Source(report.source.name, text))
    return untouched.refused(f"not fixed: its edits do not settle after {ROUNDS} rounds")


def applicable(report: Report, *, unsafe: bool = False) -> list[Finding]:
    """Return the findings whose edits may be put in at once, earliest first; none overlap."""
    chosen: list[Finding] = []
    at = 0
    edits = [(finding.edit.span, finding) for finding in report.findings if finding.edit]
    for span, finding in sorted(edits, key=lambda item: item[0]):
        if span.start >= at and _may_be_put_in(finding, report.source.text, unsafe):
            chosen.append(finding)
            at = span.end
    return chosen


def put_in(text: str, edits: Iterable[Edit]) -> str:
    """Return `text` with `edits` made; they stand in the order of the text and do not overlap."""
    pieces, at = [], 0
    for edit in edits:
        pieces += [text[at : edit.span.start], edit.content]
        at = edit.span.end
    return "".join([*pieces, text[at:]])


def write_back(path: Path, old: bytes, new: bytes) -> None:
    """Replace the file at `path`, which held `old`, by `new`, whole or not at all.

    Raises `NotWrittenError` where the file cannot be written or has changed since it was read.
    """
    try:
        target = path.resolve(strict=True)
        if not target.is_file():
            raise NotWrittenError("not fixed: it is no regular file")
        if not os.access(target, os.W_OK):
            raise NotWrittenError("not fixed: the file is read-only")
        replaced(target, new, old=old)
    except ChangedError:
        reason = "not fixed: the file changed while it was being checked"
        raise NotWrittenError(reason) from None
    except OSError as error:
        raise NotWrittenError(f"not fixed: cannot be written: {error.strerror or error}") from error


def _refusal(data: bytes, lint_file: object) -> str:
    return refusal(data) if lint_file else f"a mailbox is left as it is; {_INSTEAD}"


def _file(source: Source) -> str:
    """Return what stands in a draft's file, as an editor shows it."""
    original = source.original
    return original.slice(0, len(original.data)) if original else source.text


def _may_be_put_in(finding: Finding, text: str, unsafe: bool) -> bool:
    edit, place = finding.edit, finding.span
    if edit is None or not len(place) or not len(edit.span) or edit.content == edit.span.of(text):
        return False
    if edit.applicability is not Applicability.SAFE and not unsafe:
        return False
    before = text[edit.span.start : max(place.start, edit.span.start)]
    behind = text[min(place.end, edit.span.end) : edit.span.end]
    beside = before + behind
    return not beside or (not edit.content and beside.isspace())


def _lines(text: str) -> list[str]:
    """Return the lines as `patch` knows them: each with the line feed that ends it."""
    return re.findall(r"[^\n]*\n|[^\n]+", text)
