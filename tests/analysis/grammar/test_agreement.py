from __future__ import annotations

from collections.abc import Callable

import pytest

from followlint.analysis import Draft
from followlint.analysis.typos import SlipKind
from followlint.analysis.typos.grammar.agreement import agreement_slips
from followlint.text import Spans

DraftOf = Callable[..., Draft]

WRONG = [
    ("I has always wanted to work with children.", "has", "have"),
    ("I really enjoys the noise of a print shop.", "enjoys", "enjoy"),
    ("I understands that you have other candidates.", "understands", "understand"),
    ("I is ready to start on Monday.", "is", "am"),
    ("At the weighbridge they was kind to me.", "was", "were"),
    ("We fixes the slowest ones first.", "fixes", "fix"),
    ("My certificate are up to date.", "are", "is"),
    ("The boots is by the door.", "is", "are"),
    ("My references has been sent to the office.", "has", "have"),
    ("My children depends on me.", "depends", "depend"),
    ("Before anyone have received a renewal quote, the price rises.", "have", "has"),
    ("She have shown me the archive.", "have", "has"),
    ("Your question were hard to answer.", "were", "was"),
]
RIGHT = """
    I was glad to hear that the team are moving in May.
    The panel have been very kind to me.
    If the line were mine, I would move the desk.
    I suggest that she have a look at the drawings first.
    Please let the porter know that I have the keys.
    What we need is time.
    Five years is a long time in a kitchen.
    The form that you promised is attached.
    Peeling shallots at four in the morning holds no terror for me.
    Mine are ready, and the rest are on their way.
    Bond and service agreement are acceptable to me.
    The works is on the left, and the news was good.
    A number of students have asked me about it.
    Each of the rooms has its own lamp.
    What it cost was worth more than that.
    Does she have the plans, and did he have the keys?
    Should the post fall vacant, I would come at once.
    I saw the mechanic have a close look at the valve.
    The children who sing there are remarkable.
    My six years as a student adviser have included first aid.
    Thank you and your colleagues for the tour.
""".strip().splitlines()


@pytest.mark.parametrize(("text", "verb", "right"), WRONG)
def test_a_verb_that_does_not_agree_is_found(
    draft_of: DraftOf, text: str, verb: str, right: str
) -> None:
    (slip,) = agreement_slips(draft_of(text).prose, Spans([]))
    assert (slip.span.of(text), slip.suggestions) == (verb, (right,))
    assert slip.kind is SlipKind.GRAMMAR


@pytest.mark.parametrize("text", [line.strip() for line in RIGHT])
def test_what_may_be_right_is_left_alone(draft_of: DraftOf, text: str) -> None:
    assert not list(agreement_slips(draft_of(text).prose, Spans([])))


def test_a_verb_is_not_blamed_for_its_subject(draft_of: DraftOf) -> None:
    draft = draft_of("The boots is by the door.")
    assert list(agreement_slips(draft.prose, Spans([])))
    assert not list(agreement_slips(draft.prose, Spans([draft.prose[0].tokens[1].span])))
