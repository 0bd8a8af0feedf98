"""Results to render: of one draft with findings, or of many with hostile names and words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from followlint.checks.move import Move
from followlint.finding import Edit, Finding, Severity
from followlint.linter import Report
from followlint.mail import Kind
from followlint.report import Checked, Results
from followlint.rule import Examples, Rule
from followlint.text import Source, Span

#: Words that stand nowhere but in the draft. They are long, so that no hash holds one by chance.
SECRETS = ("Wolfeschlegel", "Zweibrücken", "plzplz", "𝔑orthwind", "🦤🦤")
TEXT = """\
Subject: Zweibrücken

Dear Ms Wolfeschlegel,

plzplz hire me at 𝔑orthwind 🦤🦤 in Zweibrücken
"""
#: What formats and their readers trip over: markup, escapes, breaks, a turned reading direction.
NASTY = (
    "</pre><script>alert('x')</script>",
    "a\"b'c&d<e>f",
    "]]>--><!-- <![CDATA[",
    "%0A::error file=x::y%",
    "one\ntwo\r\nthree\u2028four\u2029five\x0bsix\x0cseven\x85eight",
    "\x1b[31mred\x1b[0m\x07\x08\x9b2J",
    "a:b,c;d=e",
    "\u202eexe.txt\u2066x\u2069",
    "zero\u200bwidth\u2060here\ufeff",
    "%(path)s %s {0} ${x} `y`",
    "\udcff\udc80",
    "\ufffe\uffff\x7f",
    "back\\slash",
)


def rule(code: str, slug: str, summary: str, move: str, *kinds: Kind) -> Rule:
    check = Move(move, ())
    return Rule(
        code,
        slug,
        summary,
        "Reasons.",
        "ours",
        Severity.ERROR,
        check,
        "{found}",
        "Do it.",
        Examples((), ()),
        kinds or tuple(Kind),
    )


RULES = (
    rule("TM101", "first", "The first thing.", "gratitude"),
    rule("TM102", "second", "The second thing.", "ask", Kind.FOLLOW_UP),
)


def finding(text: str, word: str, code: str = "TM101", **more: Any) -> Finding:
    start = text.index(word)
    span = Span(start, start + len(word))
    return Finding(
        span,
        code,
        more.pop("name", "first"),
        more.pop("severity", Severity.ERROR),
        more.pop("message", f"“{word}” will not do"),
        more.pop("suggestion", "Do it."),
        more.pop("edit", Edit(span, word.upper())),
    )


@pytest.fixture
def results() -> Results:
    """One draft in which each secret is found, named and mended."""
    found = sorted((finding(TEXT, word) for word in SECRETS), key=lambda f: f.span)
    missing = Finding(Span(9, 9), "TM102", "second", Severity.WARNING, "nearest: “hire me”")
    report = Report(Source("drafts/a.txt", TEXT), Kind.FOLLOW_UP, (missing, *found))
    return Results([Checked(report, RULES)])


@pytest.fixture
def nasty() -> Results:
    """Drafts whose names, words, messages and suggestions are all out to break the report."""
    return Results(
        [
            Checked(
                Report(
                    Source(words, f"x {words} y"),
                    Kind.THANK_YOU,
                    (
                        finding(
                            f"x {words} y",
                            words,
                            message=f"“{words}” is bad",
                            suggestion=words,
                            edit=Edit(Span(2, 2 + len(words)), words),
                        ),
                    ),
                    (f"no {words}",),
                ),
                RULES,
            )
            for words in NASTY
        ]
    )


@pytest.fixture
def results_of() -> Callable[..., Results]:
    """(name, text, finding …) -> Results of one draft."""

    def make(name: str, text: str, *findings: Finding, **more: Any) -> Results:
        kind = more.pop("kind", Kind.THANK_YOU)
        failures = more.pop("failures", ())
        report = Report(Source(name, text), kind, findings, failures)
        return Results([Checked(report, more.pop("rules", RULES))], **more)

    return make
