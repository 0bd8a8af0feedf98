"""The examples' runner catches what it is there to catch."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from followlint.analysis import Draft
from followlint.analysis.content import Content
from followlint.analysis.kind import KindDetector
from followlint.checks import CHECKS, Check, Hit
from followlint.checks.base import CheckType
from followlint.checks.expression import Context
from followlint.examples import problems
from followlint.finding import Edit
from followlint.linter import Linter
from followlint.pattern import Lexicons
from followlint.rule import Example, Examples, Rule
from followlint.rulebook import Rulebook
from followlint.schema import Reader
from followlint.text import Span

CHECK = """\
check:
  type: phrase
  phrases: [pineapple]
"""
MOVE = """\
check:
  type: move
  move: fruit
  expressions:
    - {says: "i like pineapple", example: I like pineapple.}
"""
#: Examples that hold for `MOVE`, in place of those that hold for `CHECK`.
MOVE_SWAPS = [
    (CHECK, MOVE),
    ("“{match}” is a fruit", "no fruit"),
    ('"I like [[pineapple]]."', '"[[]]I like figs."'),
    ("- I like work.", "- I like pineapple."),
]


@pytest.fixture
def rule_of(rule_file: Callable[..., Path]) -> Callable[..., Rule]:
    """(old, new) … -> the rule of `rule_file`."""
    contexts = {
        "rotten": Reader().read(
            _written(rule_file, "rotten.yaml", "{name: rotten, where: clause, patterns: [rotten]}"),
            Context,
        )
    }
    reader = Reader(
        Lexicons(), named={Check: CHECKS, Context: contexts}, makers={Example: Example.of}
    )
    return lambda *swaps: reader.read(rule_file(*swaps), Rule)


def _written(rule_file: Callable[..., Path], name: str, text: str) -> Path:
    path = rule_file().parent / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def bare() -> Linter:
    """A linter without rules or shipped data."""
    return Linter(Rulebook((), KindDetector(()), Content(), ()))


def test_examples_that_hold(rule_of: Callable[..., Rule], bare: Linter) -> None:
    assert list(problems(rule_of(), bare)) == []
    assert list(problems(rule_of(*MOVE_SWAPS), bare)) == []


@pytest.mark.parametrize(
    ("bad", "problem"),
    [
        pytest.param(
            "I [[like pineapple]].",
            "bad example is flagged at 7–16, not at 2–16: 'I like pineapple.'",
            id="mark too wide",
        ),
        pytest.param(
            "I like [[pine]]apple.",
            "bad example is flagged at 7–16, not at 7–11: 'I like pineapple.'",
            id="mark too narrow",
        ),
        pytest.param(
            "I like [[apple]].",
            "bad example is flagged at no place, not at 7–12: 'I like apple.'",
            id="nothing is flagged",
        ),
        pytest.param(
            "[[Pineapple]] or pineapple?",
            "bad example is flagged at 0–9, 13–22, not at 0–9: 'Pineapple or pineapple?'",
            id="another place is flagged, too",
        ),
        pytest.param(
            "[[]]I like pineapple.",
            "bad example is flagged at 7–16, not at 0–0: 'I like pineapple.'",
            id="empty mark",
        ),
    ],
)
def test_a_wrong_mark(bad: str, problem: str, rule_of: Callable[..., Rule], bare: Linter) -> None:
    rule = rule_of(("I like [[pineapple]].", bad))
    assert list(problems(rule, bare)) == [problem]


def test_a_good_example_that_is_flagged(rule_of: Callable[..., Rule], bare: Linter) -> None:
    rule = rule_of(("I like work.", "No pineapple at work."))
    assert list(problems(rule, bare)) == [
        "good example is flagged at 3–12: 'No pineapple at work.'"
    ]


def test_every_wrong_example_is_told(rule_of: Callable[..., Rule], bare: Linter) -> None:
    rule = rule_of(
        ("I like [[pineapple]].", "I like [[figs]]."), ("I like work.", "Pineapple at work.")
    )
    assert list(problems(rule, bare)) == [
        "bad example is flagged at no place, not at 7–11: 'I like figs.'",
        "good example is flagged at 0–9: 'Pineapple at work.'",
    ]


@pytest.mark.parametrize(
    ("example", "place"),
    [
        pytest.param("Pineapple for all.", "good example is flagged at 0–9", id="piece of a body"),
        pytest.param("'Subject: Pineapple'", "good example is flagged at 9–18", id="whole email"),
        pytest.param(
            "|\n      Kind: follow-up\n\n      > pineapple\n", None, id="quoted in a whole email"
        ),
    ],
)
def test_an_example_with_a_header_is_a_whole_email(
    example: str, place: str | None, rule_of: Callable[..., Rule], bare: Linter
) -> None:
    told = list(problems(rule_of(("I like work.", example)), bare))
    assert [problem.partition(":")[0] for problem in told] == ([place] if place else [])


def test_a_piece_is_of_the_kind_that_the_rule_is_for(
    rule_of: Callable[..., Rule], bare: Linter
) -> None:
    check = "check: {type: measure, measure: words, max: {follow-up: 3}}\nkinds: [follow-up]\n"
    rule = rule_of(
        (CHECK, check),
        ("“{match}” is a fruit", "{number} words"),
        ("I like [[pineapple]].", "[[]]I do like pineapple."),
    )
    assert list(problems(rule, bare)) == []


@dataclass(frozen=True)
class Swap(CheckType):
    """Objects to a word and offers another; no shipped check puts one in without an engine."""

    word: str
    offers: str

    def hits(self, draft: Draft) -> Iterator[Hit]:
        at = draft.text.find(self.word)
        if at >= 0:
            span = Span(at, at + len(self.word))
            yield Hit(span, edit=Edit(span, self.offers))


@pytest.mark.parametrize(
    ("offers", "told"),
    [
        pytest.param("fig", [], id="cures"),
        pytest.param("", [], id="taking it out cures"),
        pytest.param(
            "plums and figs",
            ["the edit 'plums and figs' does not cure: 'I like plums and figs.'"],
            id="puts the same fault in again",
        ),
    ],
)
def test_an_edit_must_cure(
    offers: str, told: list[str], rule_of: Callable[..., Rule], bare: Linter
) -> None:
    rule = replace(
        rule_of(),
        check=Swap("plum", offers),
        examples=Examples(bad=[Example.of("I like [[plum]].")], good=[]),
    )
    assert list(problems(rule, bare)) == told


def test_an_edit_need_not_cure_what_stands_beside_it(
    rule_of: Callable[..., Rule], bare: Linter
) -> None:
    examples = Examples(bad=[Example.of("A fine tour [[🎉]][[😀]]")], good=[])
    rule = replace(rule_of(), check=CHECKS["emoji"](), examples=examples)
    assert list(problems(rule, bare)) == []


def test_an_expression_that_misses_its_example(rule_of: Callable[..., Rule], bare: Linter) -> None:
    move = MOVE + '    - {says: "i eat figs", example: I ate figs.}\n'
    rule = rule_of((CHECK, move), *MOVE_SWAPS[1:])
    assert list(problems(rule, bare)) == [
        "expression 'i eat figs' misses its example 'I ate figs.'"
    ]


def test_an_expression_whose_example_is_blocked(rule_of: Callable[..., Rule], bare: Linter) -> None:
    move = MOVE + '    - {says: "i eat figs", example: I eat figs rotten., unless: [rotten]}\n'
    rule = rule_of((CHECK, move), *MOVE_SWAPS[1:])
    assert list(problems(rule, bare)) == [
        "expression 'i eat figs' misses its example 'I eat figs rotten.' (blocked: rotten)"
    ]


def test_another_expression_does_not_stand_in(rule_of: Callable[..., Rule], bare: Linter) -> None:
    move = MOVE + '    - {says: "i eat figs", example: I like pineapple.}\n'
    rule = rule_of((CHECK, move), *MOVE_SWAPS[1:])
    assert list(problems(rule, bare)) == [
        "expression 'i eat figs' misses its example 'I like pineapple.'"
    ]


def test_an_expression_of_a_part_and_a_kind_is_tried_there(
    rule_of: Callable[..., Rule], bare: Linter
) -> None:
    move = MOVE + (
        '    - {says: "fig news", example: Fig news, parts: [subject], kinds: [follow-up]}\n'
    )
    assert list(problems(rule_of((CHECK, move), *MOVE_SWAPS[1:]), bare)) == []


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        pytest.param('says: "<fig> jam", example: We sell fig jam.', [], id="holds"),
        pytest.param(
            'says: "<fig> jam", example: We sell figs.',
            ["entry '<fig> jam' misses its example 'We sell figs.'"],
            id="misses its example",
        ),
        pytest.param(
            'says: "<fig> jam", example: No fig jam., unless: ["no fig"]',
            ["entry '<fig> jam' misses its example 'No fig jam.'"],
            id="its example is innocent by its own guard",
        ),
        pytest.param(
            'says: "<fig> jam", example: We sell fig jam., innocent: No fig jam.',
            ["innocent example of '<fig> jam' is flagged: 'No fig jam.'"],
            id="objects to its innocent example",
        ),
    ],
)
def test_entries_are_held_to_their_examples(
    entry: str, told: list[str], rule_of: Callable[..., Rule], bare: Linter
) -> None:
    check = f"check:\n  type: swap\n  swaps:\n    - {{right: plum, {entry}}}\n"
    rule = rule_of((CHECK, check), ("I like [[pineapple]].", "Your [[fig]] jam is good."))
    assert list(problems(rule, bare)) == told


@pytest.mark.parametrize(
    ("marked", "text", "marks"),
    [
        pytest.param("I [[am]] here", "I am here", [(2, 4)], id="one"),
        pytest.param("[[a]] b [[c]]", "a b c", [(0, 1), (4, 5)], id="two"),
        pytest.param("[[]]Dear Ana", "Dear Ana", [(0, 0)], id="empty, for what is missing"),
        pytest.param("Dear [[[Name]]],", "Dear [Name],", [(5, 11)], id="around a bracket"),
        pytest.param("a [[b\nc]] d", "a b\nc d", [(2, 5)], id="over a line break"),
        pytest.param("[[😀]] ok [[👍]]", "😀 ok 👍", [(0, 1), (5, 6)], id="astral letters"),
        pytest.param("nothing [1] here", "nothing [1] here", [], id="none"),
    ],
)
def test_marks_are_taken_out(marked: str, text: str, marks: list[tuple[int, int]]) -> None:
    assert Example.of(marked) == Example(text, tuple(Span(*mark) for mark in marks))
