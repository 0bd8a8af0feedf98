"""flake8's `--format`."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from followlint.finding import Finding, Severity
from followlint.report import Results
from followlint.report.template import TemplateError, renderer
from followlint.text import Span

FOUND = Finding(Span(2, 5), "TM101", "first", Severity.WARNING, "a\nfault", "Do  it.")


@pytest.mark.parametrize(
    ("template", "line"),
    [
        ("%(path)s:%(row)d:%(col)d: %(code)s %(text)s", "d.txt:2:1: TM101 a fault"),
        ("%(end_row)d %(end_col)02d %(name)s", "2 04 first"),
        ("%(severity)s|%(kind)s|%(suggestion)s", "warning|thank-you|Do it."),
        ("100 %% %(code)-7s|", "100 % TM101  |"),
        ("%(red)s%(bold)s%(code)s%(reset)s", "TM101"),
    ],
)
def test_filled_in(template: str, line: str, results_of: Callable[..., Results]) -> None:
    results = results_of("d.txt", "a\nbcd", FOUND)
    assert renderer(template)(results) == f"{line}\n"


def test_colours(results_of: Callable[..., Results]) -> None:
    results = results_of("d.txt", "a\nbcd", FOUND, colour=True)
    assert renderer("%(red)s%(code)s%(reset)s")(results) == "\x1b[31mTM101\x1b[m\n"


def test_source(results_of: Callable[..., Results]) -> None:
    results = results_of("d.txt", "a\nbcd", FOUND, show_source=True)
    assert renderer("%(code)s")(results) == "TM101\n    bcd\n    ^^^\n"


@pytest.mark.parametrize(
    ("template", "problem"),
    [
        ("%(txt)s", "--format: unknown name 'txt'; did you mean 'text'?"),
        ("%(zzz)s", "--format: unknown name 'zzz'; known are: path, row, col, "),
        ("%(path)s %s %d", "--format: '%s' names no value; write %(text)s, or %% for %"),
        ("%%%d %(path)s", "--format: '%d' names no value"),
        ("%(path)d", "is no template: %d format: a real number is required, not str"),
        ("%(path", "is no template: incomplete format key"),
        ("%(path)s %", "--format: '%' names no value"),
        ("%(path)y", "is no template: unsupported format character 'y'"),
    ],
)
def test_a_wrong_template_is_told_at_once(template: str, problem: str) -> None:
    with pytest.raises(TemplateError) as caught:
        renderer(template)
    assert problem in str(caught.value)
    assert "\n" not in str(caught.value)
