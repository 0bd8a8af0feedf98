from __future__ import annotations

from collections.abc import Callable

import pytest

from followlint.analysis import Draft
from followlint.analysis.typos.grammar.numbers import number_slips

DraftOf = Callable[..., Draft]

WRONG = [
    ("You would ring every candidates.", "candidates", "candidate"),
    ("You said that a decisions would be made soon.", "decisions", "decision"),
    ("I have practised every evenings since.", "evenings", "evening"),
    ("If another vacancies comes up, please write.", "vacancies", "vacancy"),
    ("I wish the chosen colleague every successes.", "successes", "success"),
    ("Each children has a peg.", "children", "child"),
    ("It is almost three week since my visit.", "week", "weeks"),
    ("You have two more candidate to see.", "candidate", "candidates"),
    ("I live two block away.", "block", "blocks"),
    ("I have several question about the rota.", "question", "questions"),
]
RIGHT = """
    I spent the morning with your grade two class.
    Every two weeks we count the stock.
    The other two aircraft had come back.
    We sailed with four crew and eight passengers.
    I can work a two week trial from Monday.
    I have read the two course outlines which you handed to me.
    He came to the two o'clock interview.
    I liked every clerks' room that I have seen.
    A data set is kept for a year.
    The hosiery works requires three months of notice.
    I know what a late load costs.
    Your shop is a works like no other.
    Many a day I have thought of it.
    A few things that may be handy are attached.
    It was a means to an end, and a series of small steps.
    Both the kettle and the lid were new.
""".strip().splitlines()


@pytest.mark.parametrize(("text", "noun", "right"), WRONG)
def test_a_noun_in_the_wrong_number_is_found(
    draft_of: DraftOf, text: str, noun: str, right: str
) -> None:
    (slip,) = number_slips(draft_of(text).prose)
    assert (slip.span.of(text), slip.suggestions) == (noun, (right,))


@pytest.mark.parametrize("text", [line.strip() for line in RIGHT])
def test_what_may_be_right_is_left_alone(draft_of: DraftOf, text: str) -> None:
    assert not list(number_slips(draft_of(text).prose))
