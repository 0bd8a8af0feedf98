from __future__ import annotations

from collections.abc import Callable

import pytest

from followlint.analysis import Draft
from followlint.analysis.metrics import Measure
from followlint.checks import Hit, Measured
from followlint.mail import Kind
from followlint.text import Span

DraftOf = Callable[..., Draft]

LIMITED = Measured(
    Measure.WORDS, max={Kind.THANK_YOU: 5, Kind.FOLLOW_UP: 3}, min={Kind.THANK_YOU: 3}
)


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        (Kind.THANK_YOU, "one two three", None),
        (Kind.THANK_YOU, "one two three four five", None),
        (Kind.THANK_YOU, "one two three four five six", (6, 5)),
        (Kind.THANK_YOU, "one two", (2, 3)),
        (Kind.FOLLOW_UP, "one two three four", (4, 3)),
        (Kind.FOLLOW_UP, "one", None),
        (Kind.REJECTION_REPLY, "one " * 99, None),
    ],
    ids=[
        "the least",
        "the most",
        "one too many",
        "one too few",
        "another kind’s limit",
        "no lower limit",
        "no limits",
    ],
)
def test_limits_are_those_of_the_kind(
    draft_of: DraftOf, kind: Kind, text: str, expected: tuple[int, int] | None
) -> None:
    hits = [
        (hit.says["number"], hit.says["limit"]) for hit in LIMITED.hits(draft_of(text, kind=kind))
    ]
    assert hits == ([expected] if expected else [])


@pytest.mark.parametrize(
    "marked",
    [
        "Subject: Rain\n\nHi Ana,\n\n|Rain.\n\nMore.\n\nBest,\nTom",
        "Hi Ana,\n\nBest,\nTom\n\n|P.S. Rain.",
        "Hi Ana,|\n\nBest,\nTom",
        "|",
    ],
    ids=["body", "only a postscript", "neither", "nothing"],
)
def test_a_hit_stands_at_the_start_of_what_is_counted(draft_of: DraftOf, marked: str) -> None:
    at = marked.index("|")
    (hit,) = LIMITED.hits(draft_of(marked.replace("|", ""), None))
    assert hit.span == Span(at, at)


def test_paragraphs_are_counted(draft_of: DraftOf) -> None:
    check = Measured(Measure.PARAGRAPHS, max={Kind.THANK_YOU: 2})
    assert not list(check.hits(draft_of("one\ntwo\n\nthree")))
    assert list(check.hits(draft_of("one\n\ntwo\n\nthree"))) == [
        Hit(Span(0, 0), {"number": 3, "limit": 2})
    ]
