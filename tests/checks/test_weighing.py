"""What expressions and opinion say together."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from followlint.analysis import Draft, Tools
from followlint.analysis.content import Content
from followlint.analysis.kind import KindDetector
from followlint.analysis.opinion import Weights
from followlint.checks import Move
from followlint.checks.expression import Expression
from followlint.checks.weighing import Heard, Weighing, evidence
from followlint.mail import Kind, read
from followlint.pattern import Lexicons, Pattern
from followlint.text import Source, Span

DraftOf = Callable[..., Draft]
NOTHING = Heard((), ())
#: A table that has heard of kilns: a sentence that names one is surely about the interview.
TABLE = "# joy\tinterview\n*\t-3.0\t-2.0\nkiln\t6.0\t1.0\n"


@pytest.fixture
def draft(tmp_path: Path) -> Callable[[str], Draft]:
    path = tmp_path / "grams.tsv"
    path.write_text(TABLE, encoding="utf-8")
    tools = Tools(KindDetector([]), Content(), opinions=Weights(path))

    def make(text: str) -> Draft:
        return Draft(read(Source("draft.txt", text)), tools, Kind.THANK_YOU)

    return make


def joy(weighing: Weighing | None, *sources: str) -> Move:
    expressions = [Expression(Pattern.of(s, Lexicons()), example="") for s in sources]
    return Move("joy", expressions, weighs=weighing)


def weighing(**weights: float) -> Weighing:
    return Weighing(0.0, {name.replace("_", "-"): weight for name, weight in weights.items()})


class TestEvidence:
    def test_the_loudest_sentences(self, draft: Callable[[str], Draft]) -> None:
        found = evidence(draft("The kiln was hot. It rained."), "joy", NOTHING)
        assert (found["loudest"], found["second"]) == (pytest.approx(3), pytest.approx(-3))
        assert found["weaker"] == pytest.approx(-1)
        assert found["together"] > found["loudest"]
        assert (found["some-counted"], found["some-blocked"], found["sentences"]) == (0, 0, 2)

    def test_where_something_was_found(self, draft: Callable[[str], Draft]) -> None:
        text = "The kiln was hot. It rained."
        kiln, rain = Span(0, 17), Span(18, 28)
        found = evidence(draft(text), "joy", Heard({rain}, {kiln}))
        assert found["loudest-blocked"] == pytest.approx(3)
        assert (found["some-counted"], found["some-blocked"]) == (1, 1)

    def test_other_opinions(self, draft: Callable[[str], Draft]) -> None:
        said = {Span(0, 2): {"joy": 0.5}}
        assert evidence(draft("It rained."), "joy", NOTHING, said)["loudest"] == pytest.approx(0)

    @pytest.mark.parametrize("likely", [0.0, 1.0])
    def test_no_opinion_is_without_doubt(
        self, draft: Callable[[str], Draft], likely: float
    ) -> None:
        said = {Span(0, 2): {"joy": likely}}
        loudest = evidence(draft("It rained."), "joy", NOTHING, said)["loudest"]
        assert abs(loudest) == pytest.approx(7)

    def test_a_draft_without_a_sentence(self, draft: Callable[[str], Draft]) -> None:
        found = evidence(draft("Best,\nAda"), "joy", NOTHING)
        assert (found["loudest"], found["content"], found["sentences"]) == (-7, 0, 0)


class TestWeighing:
    @pytest.mark.parametrize(
        ("start", "over", "accuses"), [(0.1, 0.5, True), (-0.1, 0.5, False), (0.1, 0.6, False)]
    )
    def test_where_it_accuses(self, start: float, over: float, accuses: bool) -> None:
        assert Weighing(start, {}, over).accuses({}) is accuses

    def test_an_expression_is_never_outvoted(self, draft: Callable[[str], Draft]) -> None:
        accusing = weighing(sentences=9.0)
        assert not list(joy(accusing, "rained").hits(draft("It rained.")))
        assert list(joy(accusing, "snowed").hits(draft("It rained.")))

    def test_the_opinion_can_be_outvoted(self, draft: Callable[[str], Draft]) -> None:
        text = "The kiln was hot."
        assert list(joy(weighing(sentences=1.0), "glad").hits(draft(text)))
        assert not list(joy(weighing(sentences=1.0, loudest=-1.0), "glad").hits(draft(text)))

    def test_misspelt_words_are_looked_at_again(self, draft_of: DraftOf) -> None:
        accusing: Any = weighing(sentences=1.0)
        assert not list(joy(accusing, "grateful").hits(draft_of("I am gratefull for it.")))
