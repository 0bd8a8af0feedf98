"""flake8's `--format '%(path)s:%(row)d:%(col)d: %(code)s %(text)s'`: a line a finding."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping

from followlint.errors import FollowlintError
from followlint.finding import Finding, Severity
from followlint.report.excerpt import excerpt
from followlint.report.results import Checked, Results
from followlint.report.style import SEQUENCES
from followlint.safe import shown
from followlint.text import Position, Span, fold

#: A conversion without a name; "%%" is a per cent sign.
_NAMELESS = re.compile(r"(?<!%)(?:%%)*(%(?![%(]).?)")


class TemplateError(FollowlintError):
    """A template that cannot be filled in; the message says why."""


def renderer(template: str) -> Callable[[Results], str]:
    """Return what renders results by a template. Raises `TemplateError` for one that is wrong.

    The template is Python's %-formatting with flake8's names: `path`, `row`, `col`, `code`,
    `text` and colours (`bold`, `red`, …, `reset`); and ours: `name`, `severity`, `kind`,
    `suggestion`, `end_row`, `end_col`.
    """
    if nameless := _NAMELESS.search(template):
        raise TemplateError(
            f"--format: {nameless[1]!r} names no value; write %(text)s, or %% for %"
        )
    place = Position(1, 1)
    sample = Finding(Span(0, 0), "", "", Severity.ERROR, "")
    _filled(template, _values("", "", sample, place, place, colour=False))

    def render(results: Results) -> str:
        lines: list[str] = []
        for draft, finding in results.pairs():
            lines.append(_filled(template, _of(draft, finding, colour=results.colour)))
            if results.show_source:
                lines += excerpt(draft, finding, colour=results.colour)
        return "".join(f"{line}\n" for line in lines)

    return render


def _filled(template: str, values: Mapping[str, str | int]) -> str:
    try:
        return template % values
    except KeyError as error:
        key = str(error.args[0])
        near = difflib.get_close_matches(key, list(values), 1)
        hint = f"did you mean {near[0]!r}?" if near else f"known are: {', '.join(values)}"
        raise TemplateError(f"--format: unknown name {key!r}; {hint}") from None
    except (TypeError, ValueError, OverflowError, MemoryError) as error:
        raise TemplateError(f"--format: {template!r} is no template: {error}") from None


def _of(draft: Checked, finding: Finding, *, colour: bool) -> dict[str, str | int]:
    start, end = draft.places(finding.span)
    return _values(draft.name, draft.kind.value, finding, start, end, colour=colour)


def _values(
    path: str, kind: str, finding: Finding, start: Position, end: Position, *, colour: bool
) -> dict[str, str | int]:
    return {
        "path": shown(path),
        "row": start.row,
        "col": start.column,
        "code": finding.code,
        "text": shown(fold(finding.message)),
        "name": finding.name,
        "severity": finding.severity.value,
        "kind": kind,
        "suggestion": shown(fold(finding.suggestion)),
        "end_row": end.row,
        "end_col": end.column,
        **{name: sequence if colour else "" for name, sequence in SEQUENCES.items()},
    }
