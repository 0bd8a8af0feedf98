"""Unknown words in their place: misspelt, or words that no dictionary has."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from followlint.analysis import Draft
from followlint.analysis.typos import SlipKind
from followlint.analysis.typos.misfits import Misfits
from followlint.analysis.typos.misspelt import Misspelt, Surroundings

DraftOf = Callable[..., Draft]
NGRAMS = Misfits()
MISSPELT = Misspelt(NGRAMS.folder, NGRAMS.ngrams)


def spelling(draft: Draft) -> dict[str, str]:
    return {
        slip.span.of(draft.text): slip.suggestions[0]
        for slip in draft.slips
        if slip.kind is SlipKind.SPELLING
    }


@pytest.mark.parametrize(
    ("text", "guesses"),
    [
        ("I am very intrested in the post.", {"intrested": "interested"}),
        (
            "I am greatful for the oportunity.",
            {"greatful": "grateful", "oportunity": "opportunity"},
        ),
        ("Thank you for the visit in Febuary.", {"Febuary": "February"}),
        ("I wasnt sure about the date.", {"wasnt": "wasn't"}),
        ("I woud like it very much.", {"woud": "would"}),
        ("You gave me fourty minutes when you had none.", {"fourty": "forty"}),
    ],
)
def test_a_slip_is_told_by_what_fits_its_place(
    draft_of: DraftOf, text: str, guesses: dict[str, str]
) -> None:
    assert spelling(draft_of(text)) == guesses


@pytest.mark.parametrize(
    "text",
    [
        "I had not threaded a heald in years.",
        "The dulang washers are still at work.",
        "You need io_uring for this.",
        'The protected name "oude" was a good question.',
        "The clapping comes on every second “ribbit”.",
        "I would gladly work at plakat, for I have admired plakat for years.",
    ],
)
def test_a_term_is_left_alone_though_a_word_is_near(draft_of: DraftOf, text: str) -> None:
    assert spelling(draft_of(text)) == {}


def test_a_word_outside_of_all_sentences_is_the_engines_to_judge(draft_of: DraftOf) -> None:
    where = Surroundings.of(draft_of("I threaded a heald.").prose)
    assert MISSPELT.meant("heald", 9999, ["head"], where) == ["head"]


def test_guesses_beyond_the_first_are_kept(draft_of: DraftOf) -> None:
    draft = draft_of("I am very intrested in the post.")
    start, others = draft.text.index("intrested"), [f"guess{number}" for number in range(9)]
    meant = MISSPELT.meant(
        "intrested", start, ["interested", *others], Surroundings.of(draft.prose)
    )
    assert meant[0] == "interested"
    assert sorted(meant) == sorted(["interested", *others])
