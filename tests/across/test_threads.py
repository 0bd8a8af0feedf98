from __future__ import annotations

from collections.abc import Callable

import pytest

from followlint.across import Letter
from followlint.across.sides import sides
from followlint.across.threads import conversations, same_reader, threads
from followlint.mail import Kind

Make = Callable[..., Letter]


def grouped(*letters: Letter) -> list[list[int]]:
    return threads(letters, sides(letters))


def test_answers_join(letter: Make) -> None:
    first = letter(identity="<1>")
    second = letter(identity="<2>", answers="<1>")
    third = letter(answers="<9>, <2>")
    assert grouped(first, letter(), second, third) == [[0, 2, 3], [1]]
    # the first one is missing, but both answer it
    assert grouped(letter(answers="<0>"), letter(answers="<0>")) == [[0, 1]]
    assert grouped(letter(), letter()) == [[0], [1]]


@pytest.mark.parametrize(
    ("one", "other", "join"),
    [
        ({"company": "Harrow"}, {"company": "Harrow Ltd"}, True),
        ({"company": "Harrow"}, {"company": "The Harrow Kilns"}, True),
        ({"company": "Harrow"}, {"company": "Zenith"}, False),
        ({"company": "Harrow", "role": "Kiln hand"}, {"company": "Harrow", "role": "Cook"}, False),
        (
            {"company": "Harrow", "role": "Kiln hand"},
            {"company": "Harrow", "role": "Senior kiln hand"},
            True,
        ),
        ({"readers": "a@x.example"}, {"readers": "b@y.example, a@x.example"}, True),
        ({"readers": "a@x.example"}, {"readers": "b@x.example"}, True),
        ({"readers": "a@gmail.com"}, {"readers": "b@gmail.com"}, False),
        ({"people": "ana berg"}, {"people": "ana berg"}, True),
        ({"people": "ana"}, {"people": "ana"}, False),
        # a recruiter for two companies
        (
            {"readers": "r@x.example", "company": "Harrow"},
            {"readers": "r@x.example", "company": "Zenith"},
            False,
        ),
        ({"readers": "r@x.example", "company": "Harrow"}, {"readers": "r@x.example"}, True),
    ],
)
def test_pairs(one: dict[str, str], other: dict[str, str], join: bool, letter: Make) -> None:
    pair = [letter(**one), letter(**other)]
    assert (grouped(*pair) == [[0, 1]]) is join
    assert (grouped(*reversed(pair)) == [[0, 1]]) is join


def test_their_answer_joins_by_its_sender(letter: Make) -> None:
    draft = letter(readers="ana@x.example")
    answer = letter(sender="ana@x.example", readers="me@gmail.com")
    assert sides([draft, answer]) == [True, False]
    assert grouped(draft, answer) == [[0, 1]]


def test_many_of_one_company_stay_quick(letter: Make) -> None:
    many = [letter(company="Harrow") for _ in range(500)]
    assert grouped(*many) == [list(range(500))]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ({}, {}, None),
        ({"people": "ana"}, {}, None),
        ({"people": "ana"}, {"people": "ana berg"}, True),
        ({"people": "ana"}, {"people": "ben"}, False),
        ({"people": "ana berg"}, {"people": "ana costa"}, False),
        ({"people": "ana, ben"}, {"people": "ben"}, True),
        ({"people": "ana", "readers": "a@x.example"}, {"people": "ana"}, True),
        (
            {"people": "ana", "readers": "a@x.example"},
            {"people": "ana", "readers": "b@x.example"},
            False,
        ),
        (
            {"people": "ana berg", "readers": "a@x.example"},
            {"people": "ana berg", "readers": "b@x.example"},
            True,
        ),
        ({"company": "Harrow"}, {"company": "Zenith"}, False),
        ({"company": "Harrow", "people": "ana"}, {"company": "Zenith", "people": "ana"}, False),
        ({"company": "Harrow"}, {"company": "Harrow"}, None),
    ],
)
def test_one_reader_or_two(
    one: dict[str, str], other: dict[str, str], same: bool | None, letter: Make
) -> None:
    assert same_reader(letter(**one), letter(**other)) is same
    assert same_reader(letter(**other), letter(**one)) is same


def test_conversations_are_told_by_ids_alone(letter: Make) -> None:
    alone = letter(company="Harrow", readers="a@x.example")
    assert conversations([alone, alone]) == [0, 1]
    chain = [letter(identity="<1>"), alone, letter(identity="<3>", answers="<2>")]
    link = letter(identity="<2>", answers="<1>")
    first, other, third, second = conversations([*chain, link])
    assert first == second == third != other


ME, ANA, BEN = "me@mail.example", "ana@x.example", "ben@y.example"


def test_whose_letters(letter: Make) -> None:
    to_ana, to_ben = letter(sender=ME, readers=ANA), letter(sender=ME, readers=BEN)
    from_ana = letter(sender=ANA, readers=ME)
    # whoever takes part in all of them
    assert sides([to_ana, from_ana, to_ben]) == [True, False, True]
    # ... or writes a context of ours
    ours = letter(sender=ANA, readers=ME, ours=True)
    assert sides([to_ana, ours]) == [False, True]
    # two who exchange everything: nobody can tell
    thanks = Kind.THANK_YOU
    both = [
        letter(sender=ME, readers=ANA, kind=thanks),
        letter(sender=ANA, readers=ME, kind=thanks),
    ]
    assert sides(both) == [None, None]
    # ... unless one asks, and the other does not
    asks = letter(sender=ME, readers=ANA)
    assert sides([asks, both[1]]) == [True, False]


def test_one_name_at_two_addresses(letter: Make) -> None:
    here = letter(sender=ME, sender_name="tom hale", ours=True)
    there = letter(sender="tom@work.example", sender_name="tom hale")
    other = letter(sender=ANA, sender_name="ana berg")
    assert sides([here, there, other]) == [True, True, False]
