from __future__ import annotations

import random
from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from followlint.across import Letter
from followlint.across.reuse import Said, reused
from followlint.mail import Kind, Moment
from followlint.mail.dates import moment_of

Make = Callable[..., Letter]


def sentence(draft: int, number: int, text: str, telling: str) -> Said:
    words = tuple(text.split())
    wanted = telling.split()
    return Said(draft, number, words, tuple(n for n, w in enumerate(words) if w in wanted))


def places(found: dict[tuple[int, int], list[Said]]) -> dict[tuple[int, int], list[int]]:
    return {place: [said.draft for said in others] for place, others in found.items()}


def test_the_words_that_say_something_decide(letter: Make) -> None:
    letters = [letter(people=name) for name in ("ana", "ben", "cem")]
    said = [
        sentence(0, 0, "i enjoyed hearing of the glaze racks", "glaze racks"),
        sentence(1, 0, "your racks of glaze", "glaze racks"),
        sentence(2, 0, "i enjoyed hearing of the salt kilns", "salt kilns"),
    ]
    assert places(reused(letters, said, 85)) == {(0, 0): [1], (1, 0): [0]}


def test_a_long_run_is_copied_whatever_stands_around_it(letter: Make) -> None:
    letters = [letter(people=name) for name in ("ana", "ben")]
    run = "the kiln that cracked on the first frost"
    said = [
        sentence(0, 0, f"a b c d e {run}", "a b c d e kiln frost"),
        sentence(1, 0, f"{run} v w x y z", "v w x y z kiln frost"),
    ]
    assert places(reused(letters, said, 85)) == {(0, 0): [1], (1, 0): [0]}
    short = [
        Said(s.draft, 0, s.words, tuple(n for n in s.telling if s.words[n] != "frost"))
        for s in said
    ]
    assert reused(letters, short, 85) == {}


def test_of_many_each_other_draft_once(letter: Make) -> None:
    letters = [letter(people=name) for name in ("ana", "ben", "cem")]
    said = [sentence(d, n, "glaze racks", "glaze racks") for d in range(3) for n in range(2)]
    found = places(reused(letters, said, 85))
    assert found[1, 1] == [0, 2]
    assert len(found) == 6


@given(st.randoms(use_true_random=False))
def test_the_order_of_sentences_does_not_show(rng: random.Random) -> None:
    day = moment_of("2026-05-12")
    letters = [Letter(Kind.THANK_YOU, Moment(day.day), people=(n,)) for n in "abcde"]
    words = ["glaze", "racks", "salt", "kiln"]
    said = [
        sentence(d, n, " ".join(text), " ".join(text))
        for d in range(5)
        for n, text in enumerate([rng.sample(words, 2), rng.sample(words, 3)])
    ]
    mixed = rng.sample(said, len(said))
    assert places(reused(letters, said, 85)) == places(reused(letters, mixed, 85))
