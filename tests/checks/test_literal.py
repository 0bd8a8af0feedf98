from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from followlint.analysis import Draft
from followlint.checks import Hit
from followlint.checks.literal import Cure, Spot, Spots
from followlint.finding import Applicability, Edit
from followlint.mail import Part
from followlint.pattern import Literal
from followlint.text import Span

DraftOf = Callable[..., Draft]


def spot(find: str, cure: Cure = Cure.CAPITALISE, **more: Any) -> Spot:
    return Spot(Literal.of(find), cure, "mend it", **more)


CURED = {
    "capitalise": (spot(r"\b<monday>\b"), "On monday.", Span(3, 9), "Monday"),
    "remove": (spot(r"\w< +>,", Cure.REMOVE), "Yes , I do.", Span(3, 4), ""),
    "add a space": (spot(r"<\w+,>\w", Cure.ADD_SPACE), "Yes,I do.", Span(0, 4), "Yes, "),
    "right": (spot("<linkedin>", right="LinkedIn"), "On linkedin.", Span(3, 11), "LinkedIn"),
    "right overrules remove": (spot("<,,>", Cure.REMOVE, right=","), "Yes,, sir", Span(3, 5), ","),
}


@pytest.mark.parametrize(("entry", "text", "span", "content"), CURED.values(), ids=CURED)
def test_cures(draft_of: DraftOf, entry: Spot, text: str, span: Span, content: str) -> None:
    (hit,) = Spots([entry]).hits(draft_of(text))
    assert hit.edit == Edit(span, content, Applicability.SAFE)
    assert hit.span == span


def test_a_hit_says_what_and_why(draft_of: DraftOf) -> None:
    (hit,) = Spots([spot("<monday>")]).hits(draft_of("👍 monday"))
    edit = Edit(Span(2, 8), "Monday", Applicability.SAFE)
    assert hit == Hit(Span(2, 8), {"match": "monday", "fault": "mend it"}, edit)


def test_a_spot_can_say_that_its_cure_is_a_guess(draft_of: DraftOf) -> None:
    (hit,) = Spots([spot("<monday>", fix=Applicability.UNSAFE)]).hits(draft_of("On monday."))
    assert hit.edit == Edit(Span(3, 9), "Monday", Applicability.UNSAFE)


def test_white_space_is_shown_as_it_is(draft_of: DraftOf) -> None:
    (hit,) = Spots([spot("s< +>,", Cure.REMOVE)]).hits(draft_of("Yes  , I do."))
    assert hit.says["match"] == "  "


@pytest.mark.parametrize("text", ["On Monday.", "On MONDAY.", "mon\n\nday"])
def test_capitals_and_spaces_are_looked_at_as_written(draft_of: DraftOf, text: str) -> None:
    assert not list(Spots([spot("<monday>")]).hits(draft_of(text)))


@pytest.mark.parametrize(
    "address",
    ["https://x.org/monday", "www.monday.dk", "ana@monday.dk", "monday.com", "monday.pdf"],
)
def test_addresses_are_exempt(draft_of: DraftOf, address: str) -> None:
    text = f"See {address} on monday ."
    (hit,) = Spots([spot("<monday>")]).hits(draft_of(text))
    assert hit.span.start == text.rindex("monday")


def test_the_first_spot_of_two_that_overlap_speaks(draft_of: DraftOf) -> None:
    check = Spots([spot("<monday>", right="Monday"), spot("on <monday noon>", right="noon")])
    (hit,) = check.hits(draft_of("See you on monday noon."))
    assert hit.edit == Edit(Span(11, 17), "Monday", Applicability.SAFE)


WHOLE = "Subject: monday a\n\nHi monday b,\n\nOn monday c.\n\nBest monday d,\nTom\n\nP.S. monday e."


@pytest.mark.parametrize(
    ("more", "expected"),
    [({}, "acde"), ({"parts": [Part.GREETING]}, "b"), ({"parts": [Part.BODY]}, "c")],
    ids=["not the greeting", "greeting", "body"],
)
def test_where_spots_are_looked_for(draft_of: DraftOf, more: dict[str, Any], expected: str) -> None:
    hits = Spots([spot("<monday> [a-e]", **more)]).hits(draft_of(WHOLE, None))
    assert "".join(WHOLE[hit.span.end + 1] for hit in hits) == expected
