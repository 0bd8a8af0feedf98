"""One draft on the `html` page: its move map, its text with the findings marked, the findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from followlint.finding import Finding, Severity
from followlint.report.moves import LABELS, State, move_map
from followlint.report.results import Checked
from followlint.safe import shown, xml_safe
from followlint.text import fold

_SYMBOLS = {State.MADE: "✓", State.MISSING: "✗", State.NOT_ASKED: "–", State.UNKNOWN: "?"}


def number_of(number: int, thing: str) -> str:
    """Return "1 draft", "2 drafts"."""
    return f"{number} {thing}{'' if number == 1 else 's'}"


def one_line(text: str) -> str:
    """Return what a rule says as HTML, on one line."""
    return escape(shown(fold(text)))


def path_html(name: str) -> str:
    """Return a draft's name as HTML, on one line, a line break in it shown as an escape."""
    return escape(shown(name))


def kind_of(draft: Checked) -> str:
    """Return a draft's kind as HTML; a file that is no draft has none."""
    return draft.kind.value if draft.source.text.strip() else "no draft"


def state_mark(state: State, *, aloud: bool = True) -> str:
    """Return the symbol of a state, and its words for whoever does not see it."""
    name = state.name.lower().replace("_", "-")
    symbol = f'<span class="state {name}" aria-hidden="true">{_SYMBOLS[state]}</span>'
    return symbol + (f'<span class="aloud">{state.value}</span>' if aloud else "")


def draft_section(
    number: int, draft: Checked, names: Sequence[str], *, redact: bool
) -> Iterator[str]:
    """Yield the part of the page about the `number`-th draft; `names` are the moves of its map."""
    yield f'<article class="draft" aria-labelledby="d{number}">\n'
    yield f'<h2 id="d{number}">{path_html(draft.name)}</h2>\n'
    errors, warnings = draft.count(Severity.ERROR), draft.count(Severity.WARNING)
    yield f"<p>{kind_of(draft)} · {number_of(errors, 'error')}, "
    yield f"{number_of(warnings, 'warning')}</p>\n"
    yield '<ul class="moves" aria-label="Moves">\n'
    for name, state in move_map(draft, names).items():
        label = one_line(LABELS.get(name, name.capitalize()))
        yield f"<li>{label} {state_mark(state)}</li>\n"
    yield "</ul>\n"
    for failure in draft.report.failures:
        yield f'<p class="failure"><strong>Not fully checked:</strong> {one_line(failure)}</p>\n'
    shows_text = not redact and bool(draft.source.text.strip())
    if shows_text:
        yield f"<h3>The draft</h3>\n<pre>\n{''.join(_marked(number, draft))}</pre>\n"
    if draft.findings:
        yield '<h3>Findings</h3>\n<ol class="findings">\n'
        advised: dict[str, int] = {}
        for index, finding in enumerate(draft.findings, 1):
            first = advised.setdefault(finding.code + finding.suggestion, index)
            advice = _advice(number, finding, first if first != index else None)
            yield _item(f"d{number}-{index}", draft, finding, advice, linked=shows_text)
        yield "</ol>\n"
    elif not draft.report.failures:
        yield "<p>Nothing found.</p>\n"
    yield '<p class="back"><a href="#all">All drafts</a></p>\n</article>\n'


def _advice(number: int, finding: Finding, first: int | None) -> str:
    """Return what to do about a finding; where it was said of the `first` one, where that is."""
    if not finding.suggestion:
        return ""
    if first:
        return f'<br>As for <a href="#d{number}-{first}">finding {first}</a>.'
    return f"<br>{one_line(finding.suggestion)}"


def _item(name: str, draft: Checked, finding: Finding, advice: str, *, linked: bool) -> str:
    row, column = draft.source.position(finding.span.start)
    place = f"line {row}, column {column}"
    if linked:
        place = f'<a href="#{name}-place">{place}</a>'
    return (
        f'<li id="{name}" class="{finding.severity.value}">'
        f"<strong>{finding.severity.value.capitalize()}:</strong> {one_line(finding.message)} "
        f'<span class="rule">({one_line(f"{finding.code} {finding.name}")}, {place})</span>'
        f"{advice}</li>\n"
    )


def _marked(number: int, draft: Checked) -> Iterator[str]:
    """Yield the draft's text as HTML: what findings cover is marked, and a link stands behind each.

    Places may overlap; they are cut where one begins or ends, so that marks never nest.
    """
    text, findings = draft.source.text, draft.findings
    cuts = sorted({0, len(text), *(cut for f in findings for cut in (f.span.start, f.span.end))})
    for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True):
        # What is missing should stand before the words that begin here.
        yield from (_link(number, index, f) for index, f in _ending(findings, start))
        piece = escape(xml_safe(text[start:end]))
        over = [f.severity for f in findings if f.span.start <= start and end <= f.span.end]
        if piece and over:
            worst = Severity.ERROR if Severity.ERROR in over else Severity.WARNING
            piece = f'<mark class="{worst.value}">{piece}</mark>'
        yield piece


def _ending(findings: Sequence[Finding], at: int) -> Iterator[tuple[int, Finding]]:
    return ((n, finding) for n, finding in enumerate(findings, 1) if finding.span.end == at)


def _link(number: int, index: int, finding: Finding) -> str:
    name = f"d{number}-{index}"
    label = escape(f"Finding {index}: {finding.name.replace('-', ' ')}")
    return (
        f'<a class="note {finding.severity.value}" id="{name}-place" href="#{name}" '
        f'aria-label="{label}">{index}</a>'
    )
