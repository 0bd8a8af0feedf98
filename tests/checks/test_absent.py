from __future__ import annotations

from collections.abc import Callable

import pytest

from followlint.analysis import Draft
from followlint.checks import Absent, Hit
from followlint.mail import Part
from followlint.text import Span

DraftOf = Callable[..., Draft]

# The bar shows where the part is missed.
TEXTS = {
    "subject": (Part.SUBJECT, "|Hi Ana,\n\nIt rained.\n\nBest,\nTom"),
    "empty subject": (Part.SUBJECT, "To: Ana\nSubject:|\n\nHi Ana,\n\nIt rained."),
    "greeting": (Part.GREETING, "Subject: Rain\n\n|It rained.\n\nBest,\nTom"),
    "body": (Part.BODY, "Hi Ana,|\n\nBest,\nTom"),
    "closing": (Part.CLOSING, "Hi Ana,\n\nIt rained.\n\n|Tom"),
    "signature": (Part.SIGNATURE, "Hi Ana,\n\nIt rained.\n\nBest,|\n\n> Hi Tom"),
}


@pytest.mark.parametrize(("part", "marked"), TEXTS.values(), ids=TEXTS)
def test_a_missing_part_is_hit_where_it_should_stand(
    draft_of: DraftOf, part: Part, marked: str
) -> None:
    at = marked.index("|")
    draft = draft_of(marked.replace("|", ""), None)
    assert list(Absent(part).hits(draft)) == [Hit(Span(at, at))]


@pytest.mark.parametrize(
    "part", [Part.SUBJECT, Part.GREETING, Part.BODY, Part.CLOSING, Part.SIGNATURE]
)
def test_a_part_that_is_there_is_no_hit(draft_of: DraftOf, part: Part) -> None:
    draft = draft_of("Subject: Rain\n\nHi Ana,\n\nIt rained.\n\nBest,\nTom", None)
    assert not list(Absent(part).hits(draft))


def test_another_part_may_make_up_for_it(draft_of: DraftOf) -> None:
    closing = Absent(Part.CLOSING, unless=Part.POSTSCRIPT)
    signed = "Hi Ana,\n\nIt rained.\n\nTom"
    assert len(list(closing.hits(draft_of(signed, None)))) == 1
    assert not list(closing.hits(draft_of(f"{signed}\n\nP.S. It still does.", None)))
