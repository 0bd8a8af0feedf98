"""`html`: a page for a coach and a class: all drafts in one table, then each with its findings.

The page is one file without scripts; everything on it can be reached by keyboard, and nothing is
said by colour or symbol alone. All that came from a draft is escaped.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from followlint.finding import Severity
from followlint.report.html_draft import (
    draft_section,
    kind_of,
    number_of,
    one_line,
    path_html,
    state_mark,
)
from followlint.report.moves import LABELS, State, move_map, move_names
from followlint.report.results import Checked, Results
from followlint.safe import in_ascii

_HEAD = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="robots" content="noindex">
<title>followlint: {title}</title>
<style>
{style}</style>
</head>
<body>
<a class="skip" href="#drafts">Skip to the drafts</a>
<header>
<h1>What followlint found</h1>
<p>{title}</p>
</header>
<main>
"""
_FOOT = "</main>\n</body>\n</html>\n"


def render(results: Results) -> str:
    """Return the whole page."""
    style = Path(__file__).with_name("html.css").read_text(encoding="utf-8")
    names = move_names(results.drafts)
    parts = [
        _HEAD.format(title=_title(results.drafts), style=style),
        *_summary(results.drafts, names),
        *_frequent(results),
        '<div id="drafts" tabindex="-1">\n',
        *(
            part
            for number, draft in enumerate(results.drafts, 1)
            for part in draft_section(number, draft, names, redact=results.redact)
        ),
        "</div>\n",
        _FOOT,
    ]
    return in_ascii("".join(parts))


def _title(drafts: Sequence[Checked]) -> str:
    clean = sum(not draft.findings and not draft.report.failures for draft in drafts)
    errors = sum(draft.count(Severity.ERROR) for draft in drafts)
    warnings = sum(draft.count(Severity.WARNING) for draft in drafts)
    return (
        f"{number_of(len(drafts), 'draft')}, {clean} without a finding; "
        f"{number_of(errors, 'error')}, {number_of(warnings, 'warning')}"
    )


def _summary(drafts: Sequence[Checked], names: Sequence[str]) -> Iterator[str]:
    """Yield the table of all drafts, with a row below that says how many made each move."""
    maps = [move_map(draft, names) for draft in drafts]
    yield '<section aria-labelledby="all">\n<h2 id="all">All drafts</h2>\n'
    yield '<div class="wide" role="group" aria-labelledby="all" tabindex="0">\n<table>\n'
    yield "<caption>What each draft has, and how much was found in it</caption>\n<thead><tr>"
    yield '<th scope="col">Draft</th><th scope="col" class="kind">Kind</th>'
    labels = [LABELS.get(name, name.capitalize()) for name in names]
    yield from (_narrow_head(label) for label in [*labels, "Errors", "Warnings"])
    yield "</tr></thead>\n<tbody>\n"
    for number, (draft, states) in enumerate(zip(drafts, maps, strict=True), 1):
        yield f'<tr><th scope="row"><a href="#d{number}">{path_html(draft.name)}</a></th>'
        yield f'<td class="kind">{kind_of(draft)}</td>'
        cells = [state_mark(states[name]) for name in names]
        cells += [str(draft.count(s)) for s in (Severity.ERROR, Severity.WARNING)]
        yield from (f'<td class="n">{cell}</td>' for cell in cells)
        yield "</tr>\n"
    yield '</tbody>\n<tfoot><tr><th scope="row">Made by</th><td class="kind"></td>'
    for name in names:
        of_all = Counter(states[name] for states in maps)
        asked = of_all[State.MADE] + of_all[State.MISSING]
        said = f"{of_all[State.MADE]} of {asked}" if asked else state_mark(State.NOT_ASKED)
        yield f'<td class="n">{said}</td>'
    yield '<td class="n"></td><td class="n"></td></tr></tfoot>\n</table>\n</div>\n'
    yield '<p class="key">'
    yield " · ".join(f"{state_mark(state, aloud=False)} {state.value}" for state in State)
    yield ". An error costs the reader's good will, a warning may.</p>\n</section>\n"


def _narrow_head(label: str) -> str:
    """Return the head of a narrow column, whose words a small screen turns."""
    return f'<th scope="col" class="n"><span>{one_line(label)}</span></th>'


def _frequent(results: Results) -> Iterator[str]:
    """Yield the table of rules, the one met in most drafts first."""
    findings = Counter(finding.code for _, finding in results.pairs())
    if not findings:
        return
    drafts = Counter(
        code for draft in results.drafts for code in {finding.code for finding in draft.findings}
    )
    names = {finding.code: finding.name for _, finding in results.pairs()}
    yield '<section aria-labelledby="often">\n<h2 id="often">What comes up most</h2>\n'
    yield '<div class="wide" role="group" aria-labelledby="often" tabindex="0">\n<table>\n'
    yield "<caption>Rules by how many drafts they speak up in</caption>\n<thead><tr>"
    yield from (f'<th scope="col">{head}</th>' for head in ("Rule", "What it finds"))
    yield from (_narrow_head(label) for label in ("Drafts", "Findings"))
    yield "</tr></thead>\n<tbody>\n"
    for code in sorted(findings, key=lambda code: (-drafts[code], -findings[code], code)):
        rule = results.rules.get(code)
        yield f'<tr><th scope="row">{one_line(f"{code} {names[code]}")}</th>'
        yield f"<td>{one_line(rule.summary) if rule else ''}</td>"
        yield f'<td class="n">{drafts[code]}</td><td class="n">{findings[code]}</td></tr>\n'
    yield "</tbody>\n</table>\n</div>\n</section>\n"
