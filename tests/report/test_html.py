"""The page for coaches: the move map, the marks, and that it needs nothing from elsewhere."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followlint.checks.move import Move
from followlint.finding import Finding, Severity
from followlint.linter import Report
from followlint.mail import Kind
from followlint.report import FORMATS, Checked, Results
from followlint.report.html_draft import draft_section
from followlint.report.moves import LABELS, State, move_map, move_names
from followlint.rule import Examples, Rule
from followlint.text import Source, Span

Make = Callable[..., Results]


def at(start: int, end: int, code: str = "TM9", severity: Severity = Severity.ERROR) -> Finding:
    return Finding(Span(start, end), code, "odd-one", severity, "odd")


def page(results: Results) -> str:
    return FORMATS["html"].render(results)


def draft_of(results: Results) -> str:
    """Return the text of the first draft, its marks as [E …] and [W …], its links as #1."""
    found = re.search(r"<pre>\n(.*?)</pre>", page(results), re.DOTALL)
    assert found
    text = re.sub(r'<mark class="(.)[a-z]*">(.*?)</mark>', _bracketed, found[1], flags=re.DOTALL)
    return html.unescape(re.sub(r"<a [^>]*>(\d+)</a>", r"#\1", text))


def _bracketed(match: re.Match[str]) -> str:
    return f"[{match[1].upper()} {match[2]}]"


class TestMarks:
    @pytest.mark.parametrize(
        ("findings", "shown"),
        [
            pytest.param([], "ab cd ef", id="none"),
            pytest.param([at(3, 5)], "ab [E cd]#1 ef", id="one"),
            pytest.param([at(3, 3)], "ab #1cd ef", id="something missing"),
            pytest.param([at(0, 0), at(8, 8)], "#1ab cd ef#2", id="missing at both ends"),
            pytest.param([at(0, 2), at(2, 3)], "[E ab]#1[E  ]#2cd ef", id="side by side"),
            pytest.param(
                [at(0, 5), at(3, 8, severity=Severity.WARNING)],
                "[E ab ][E cd]#1[W  ef]#2",
                id="overlapping",
            ),
            pytest.param(
                [at(0, 8, severity=Severity.WARNING), at(3, 5)],
                "[W ab ][E cd]#2[W  ef]#1",
                id="one in another",
            ),
            pytest.param([at(3, 5), at(3, 5, "TM8")], "ab [E cd]#1#2 ef", id="the same place"),
        ],
    )
    def test_places(self, findings: list[Finding], shown: str, results_of: Make) -> None:
        assert draft_of(results_of("d.txt", "ab cd ef", *findings)) == shown

    def test_a_line_break_at_the_beginning_is_kept(self, results_of: Make) -> None:
        assert draft_of(results_of("d.txt", "\n\na", at(2, 3))) == "\n\n[E a]#1"

    def test_every_link_leads_somewhere(self, results: Results, nasty: Results) -> None:
        for text in (page(results), page(nasty), page(results.redacted())):
            ids = re.findall(r' id="([^"]+)"', text)
            assert len(ids) == len(set(ids))
            assert set(re.findall(r' href="#([^"]+)"', text)) <= set(ids)
            assert set(re.findall(r' aria-labelledby="([^"]+)"', text)) <= set(ids)

    def test_a_file_that_is_no_draft(self, results_of: Make) -> None:
        text = page(results_of("d.txt", "", at(0, 0), failures=("no text",)))
        assert "<pre>" not in text
        assert "d1-1-place" not in text
        assert "<strong>Not fully checked:</strong> no text" in text
        assert "no draft &#183; 1 error, 0 warnings" in text


@given(
    st.text(alphabet="ab <&>\"'\n\té😀", min_size=1, max_size=12),
    st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=5),
)
def test_with_the_marks_taken_out_the_draft_is_there(
    text: str, ends: list[tuple[int, int]]
) -> None:
    spans = sorted(tuple(sorted(min(end, len(text)) for end in pair)) for pair in ends)
    report = Report(Source("d.txt", "x" + text), Kind.THANK_YOU, tuple(at(*s) for s in spans))
    section = "".join(draft_section(1, Checked(report), [], redact=False))
    shown = section.partition("<pre>\n")[2].partition("</pre>")[0]
    links = re.findall(r"<a [^>]*>\d+</a>", shown)
    assert len(links) == len(spans)
    without = re.sub(r"<a [^>]*>\d+</a>|</?mark[^>]*>", "", shown)
    assert html.unescape(without) == "x" + text
    assert not re.search(r"<mark[^>]*>[^/]*<mark", shown.replace("</mark>", "/"))


def test_what_to_do_is_said_once_a_draft(results_of: Make) -> None:
    found = [at(0, 1), at(2, 3), at(4, 5, "TM8")]
    advised = [replace(finding, suggestion="Take it out.") for finding in found]
    text = page(results_of("d.txt", "a b c", *advised))
    assert text.count("<br>Take it out.</li>") == 2
    assert text.count('<br>As for <a href="#d1-1">finding 1</a>.</li>') == 1


def test_nothing_is_fetched_and_nothing_runs(results: Results) -> None:
    text = page(results)
    assert "default-src 'none'" in text
    assert re.findall(r"<(?:script|link|img|iframe|base|form)\b|\bsrc=|\bon\w+=|url\(", text) == []
    assert "://" not in text


def test_it_speaks_to_screen_readers(results: Results) -> None:
    text = page(results)
    assert '<html lang="en">' in text
    assert len(re.findall("<h1", text)) == len(re.findall("<main", text)) == 1
    assert text.count("<table") == text.count("<caption") == 2
    for cell in re.findall("<th[^e>]*>|<th>", text):
        assert "scope=" in cell
    # No symbol without words; what is marked in the draft is named where the link stands.
    cells = re.findall(r'<(?:td|li)[^>]*>[^<]*<span class="state[^>]*>.*?</(?:td|li)>', text)
    assert len(cells) == 10
    assert all('class="aloud"' in cell for cell in cells)
    assert 'aria-label="Finding 2: second"' in text or 'aria-label="Finding 1: second"' in text


def move(code: str, name: str, *kinds: Kind) -> Rule:
    examples = Examples((), ())
    return Rule(
        code, name, "", "", "", Severity.ERROR, Move(name, ()), "", "", examples, kinds or (*Kind,)
    )


RULES = (
    move("TM1", "gratitude"),
    move("TM2", "reference"),
    move("TM4", "ask", Kind.FOLLOW_UP),
    move("TM5", "regret", Kind.REJECTION_REPLY),
)


class TestMoves:
    @staticmethod
    def states(*findings: Finding, **more: Any) -> dict[str, State]:
        kind = more.pop("kind", Kind.THANK_YOU)
        report = Report(Source("d.txt", "abc"), kind, findings, more.pop("failures", ()))
        draft = Checked(report, more.pop("rules", RULES))
        return move_map(draft, move_names([draft]))

    def test_made_missing_and_not_asked(self) -> None:
        assert self.states(at(0, 0, "TM2")) == {
            "gratitude": State.MADE,
            "reference": State.MISSING,
            "interest": State.NOT_ASKED,  # its rule was left out
            "ask": State.NOT_ASKED,  # not in a thank-you
            "regret": State.NOT_ASKED,
        }

    def test_the_kind_decides_what_is_asked(self) -> None:
        assert self.states(kind=Kind.FOLLOW_UP)["ask"] is State.MADE
        assert self.states(at(0, 0, "TM4"), kind=Kind.FOLLOW_UP)["ask"] is State.MISSING

    def test_where_a_tool_failed_silence_says_nothing(self) -> None:
        states = self.states(at(0, 0, "TM2"), failures=("no pipeline",))
        assert (states["gratitude"], states["reference"]) == (State.UNKNOWN, State.MISSING)

    def test_ours_are_always_there(self) -> None:
        assert list(self.states(rules=())) == list(LABELS)

    def test_the_class(self) -> None:
        def checked(name: str, *findings: Finding) -> Checked:
            return Checked(Report(Source(name, "abc"), Kind.THANK_YOU, findings), RULES)

        text = page(Results([checked("a.txt"), checked("b.txt", at(0, 0, "TM2"), at(1, 2))]))
        assert "2 drafts, 1 without a finding; 2 errors, 0 warnings" in text
        row = text[text.index(">Made by<") : text.index("</tfoot>")]
        said = [re.sub("<[^>]+>", "", cell) for cell in re.findall('<td class="n">(.*?)</td>', row)]
        asked_of_none = "&#8211;not asked of this email"
        assert said == ["2 of 2", "1 of 2", *[asked_of_none] * 3, "", ""]
