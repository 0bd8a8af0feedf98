"""What a network's reading says together with expressions and opinion."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from followlint.analysis import Draft, Tools
from followlint.analysis.content import Content
from followlint.analysis.kind import Cue, KindDetector
from followlint.analysis.opinion import Weights
from followlint.checks import Move
from followlint.checks.expression import Expression
from followlint.checks.second import SecondOpinion
from followlint.checks.weighing import Weighing
from followlint.mail import Kind, read
from followlint.pattern import Lexicons, Pattern
from followlint.text import Source, Span

#: A table that has heard of kilns: a sentence that names one is surely about the interview.
TABLE = "# joy\tinterview\n*\t-3.0\t-2.0\nkiln\t6.0\t1.0\n"
#: What the stub reads: the kiln gives joy, the rain was in an interview, and tea is a bit of both.
READINGS = {
    "The kiln was hot.": {"joy": 2.0, "interview": -4.0, "bliss": -5.0},
    "It rained.": {"joy": -1.0, "interview": 0.5, "bliss": 3.0},
    "I had tea.": {"joy": 0.0, "interview": 0.0, "bliss": 0.0},
    "Surely!": {"joy": 40.0, "interview": 40.0, "bliss": -40.0},
    "Never!": {"joy": -40.0, "interview": -40.0, "bliss": -40.0},
}
SILENT = {"joy": -3.0, "interview": -3.0, "bliss": -3.0} | {kind.value: 0.0 for kind in Kind}


class Stub:
    """Stands in for the network, and keeps what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def read(self, pairs: Sequence[tuple[str, str]]) -> Iterator[Mapping[str, float]]:
        for _, text in pairs:
            self.asked.append(text)
            yield SILENT | READINGS.get(text, {})


class Unasked:
    """Stands in for a network that nobody may ask."""

    def read(self, pairs: Sequence[tuple[str, str]]) -> Iterator[Mapping[str, float]]:
        raise AssertionError(f"asked of {pairs}")


DraftOf = Callable[..., Draft]


STUB = Stub()


@pytest.fixture
def draft(tmp_path: Path) -> DraftOf:
    """Text -> Draft whose sentences are read by a stub, or by none."""
    path = tmp_path / "grams.tsv"
    path.write_text(TABLE, encoding="utf-8")

    def make(
        text: str,
        kind: Kind | None = Kind.THANK_YOU,
        meaning: object = STUB,
        cues: Sequence[Cue] = (),
    ) -> Draft:
        tools: Any = Tools(KindDetector(cues), Content(), opinions=Weights(path))
        tools.meaning = meaning
        return Draft(read(Source("draft.txt", text)), tools, kind)

    return make


def says(source: str) -> Expression:
    return Expression(Pattern.of(source, Lexicons()), example="")


def joy(second: SecondOpinion, *sources: str, **more: Any) -> Move:
    return Move("joy", [says(source) for source in sources], second=second, **more)


def second(start: float = 0.0, **weights: float) -> SecondOpinion:
    return SecondOpinion(start, {name.replace("_", "-"): each for name, each in weights.items()})


def heard_of(
    opinion: SecondOpinion,
    draft: Draft,
    suffices: bool = False,
    said: Mapping[Span, Mapping[str, float]] | None = None,
) -> Mapping[str, float]:
    return opinion.heard_of(draft, "joy", suffices, draft.opinions if said is None else said)


#: What the network alone tells of.
GROWING = ("meaning", "meaning-second", "meaning-together", "meaning-other")
ALWAYS, NEVER = second(9.0), second(-9.0)


class TestHeardOf:
    def test_all_that_was_heard(self, draft: DraftOf) -> None:
        found = heard_of(NEVER, draft("It rained. The kiln was hot. I had tea."))
        assert found == pytest.approx(
            {
                "runs": 3.0,
                "runs-other": -1.0,
                "follow-up": 0.0,
                "rejection-reply": 0.0,
                "kind-lead": 6.0,
                "meaning": 2.0,
                "meaning-second": 0.0,
                "meaning-together": 3.089,
                "meaning-other": 0.5,
                "suffices": 0.0,
            },
            abs=0.001,
        )

    def test_a_single_sentence_has_no_second(self, draft: DraftOf) -> None:
        found = heard_of(NEVER, draft("The kiln was hot."), True)
        assert (found["meaning"], found["meaning-second"], found["suffices"]) == (2, -7, 1)
        assert found["meaning-together"] == pytest.approx(2)

    def test_a_draft_without_a_sentence(self, draft: DraftOf) -> None:
        found = heard_of(NEVER, draft("Best,\nAda"))
        read = ["runs", "meaning", "meaning-second", "meaning-together", "meaning-other"]
        assert [found[name] for name in read] == pytest.approx([-7] * 5)

    @pytest.mark.parametrize(
        ("text", "bound", "together"), [("Surely! Surely!", 7, 7), ("Never! Never!", -7, -6.306)]
    )
    def test_no_reading_is_without_doubt(
        self, draft: DraftOf, text: str, bound: float, together: float
    ) -> None:
        found = heard_of(NEVER, draft(text))
        for name in ("meaning", "meaning-second", "meaning-other"):
            assert found[name] == bound
        assert found["meaning-together"] == pytest.approx(together, abs=0.001)

    def test_other_opinions(self, draft: DraftOf) -> None:
        said = {Span(0, 2): {"joy": 0.5}}
        found = heard_of(NEVER, draft("The kiln was hot."), said=said)
        assert (found["runs"], found["runs-other"]) == pytest.approx((0, -7))

    @pytest.mark.parametrize(
        ("kind", "flags"),
        [
            (Kind.THANK_YOU, (0, 0)),
            (Kind.FOLLOW_UP, (1, 0)),
            (Kind.REJECTION_REPLY, (0, 1)),
        ],
    )
    def test_the_kind(self, draft: DraftOf, kind: Kind, flags: tuple[int, int]) -> None:
        found = heard_of(NEVER, draft("It rained.", kind))
        assert (found["follow-up"], found["rejection-reply"]) == flags

    @pytest.mark.parametrize(("weight", "lead"), [(0.25, 0.25), (50.0, 6.0)])
    def test_how_far_the_kind_is_ahead(self, draft: DraftOf, weight: float, lead: float) -> None:
        cue = Cue(Kind.FOLLOW_UP, weight, Pattern.of("rained", Lexicons()))
        found = heard_of(NEVER, draft("It rained.", None, cues=[cue]))
        assert found["kind-lead"] == pytest.approx(lead)

    @pytest.mark.parametrize(
        ("kind", "weaker", "loudest"),
        [
            (Kind.THANK_YOU, "bliss", [2, -1]),
            (Kind.REJECTION_REPLY, "bliss", [2, -1]),
            (Kind.FOLLOW_UP, "bliss", [3, 2]),
            (Kind.FOLLOW_UP, "", [2, -1]),
        ],
        ids=["a thank-you", "a reply", "a follow-up", "a follow-up, but there is none"],
    )
    def test_a_weaker_move_will_do_for_a_follow_up(
        self, draft: DraftOf, kind: Kind, weaker: str, loudest: list[float]
    ) -> None:
        opinion = SecondOpinion(0.0, {}, weaker=weaker)
        found = heard_of(opinion, draft("The kiln was hot. It rained.", kind))
        assert [found["meaning"], found["meaning-second"]] == loudest
        assert found["runs"] == pytest.approx(3)


class TestSecondOpinion:
    @pytest.mark.parametrize(
        ("start", "over", "accuses"), [(0.1, 0.5, True), (-0.1, 0.5, False), (0.1, 0.6, False)]
    )
    def test_where_it_accuses(
        self, draft: DraftOf, start: float, over: float, accuses: bool
    ) -> None:
        opinion = SecondOpinion(start, {}, over)
        assert opinion.accuses(draft("It rained."), "joy", False) is accuses

    @pytest.mark.parametrize(
        ("text", "suffices", "accuses"),
        [
            ("It rained.", False, True),
            ("It rained.", True, False),
            ("I had tea.", False, False),
            ("Best,\nAda", False, True),
        ],
        ids=["heard too little", "an expression", "heard enough", "no sentence"],
    )
    def test_what_was_heard_is_weighed(
        self, draft: DraftOf, text: str, suffices: bool, accuses: bool
    ) -> None:
        opinion = second(-0.5, meaning=-1.0, suffices=-1.0)
        assert opinion.accuses(draft(text), "joy", suffices) is accuses

    @pytest.mark.parametrize(
        ("text", "suffices", "spares", "spared"),
        [
            ("The kiln was hot.", True, 0.9, True),
            ("The kiln was hot.", False, 0.9, False),
            ("It rained.", True, 0.9, False),
            ("The kiln was hot.", True, 0.96, False),
            ("It rained.", True, 0.04, True),
            ("It rained. The kiln was hot.", True, 0.9, True),
        ],
        ids=[
            "both content",
            "no expression",
            "no opinion",
            "not that sure",
            "sure enough",
            "one sentence is enough",
        ],
    )
    def test_where_nothing_is_left_to_ask(
        self, draft: DraftOf, text: str, suffices: bool, spares: float, spared: bool
    ) -> None:
        stub = Stub()
        opinion = SecondOpinion(9.0, {}, spares=spares)
        assert opinion.accuses(draft(text, meaning=stub), "joy", suffices) is not spared
        assert (stub.asked == []) is spared

    def test_the_likeliest_sentence_is_asked_of_first_and_may_be_enough(
        self, draft: DraftOf
    ) -> None:
        stub = Stub()
        text = "It rained. The kiln was hot. I had tea."
        assert not second(meaning=-1.0).accuses(draft(text, meaning=stub), "joy", False)
        assert stub.asked == ["The kiln was hot."]

    def test_it_goes_on_while_another_sentence_could_still_accuse(self, draft: DraftOf) -> None:
        stub = Stub()
        opinion = second(-1.0, meaning=-1.0, meaning_other=0.5)
        text = "The kiln was hot. It rained. Surely!"
        assert not opinion.accuses(draft(text, meaning=stub), "joy", False)
        assert stub.asked == ["The kiln was hot.", "It rained.", "Surely!"]

    @given(
        start=st.floats(-4, 4),
        weights=st.fixed_dictionaries({name: st.floats(-1, 1) for name in GROWING}),
        texts=st.lists(st.sampled_from(sorted(READINGS)), max_size=5),
    )
    @settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
    def test_stopping_early_changes_no_verdict(
        self, draft: DraftOf, start: float, weights: dict[str, float], texts: list[str]
    ) -> None:
        opinion = SecondOpinion(start, weights)
        asked = draft(" ".join(texts))
        found = opinion.heard_of(asked, "joy", False, asked.opinions)
        score = start + sum(weight * found[name] for name, weight in weights.items())
        assume(abs(score) > 1e-9)
        assert opinion.accuses(asked, "joy", False) is (score > 0)


class TestMove:
    @pytest.mark.parametrize(
        ("opinion", "text", "accuses"),
        [
            (ALWAYS, "It rained.", True),
            (second(1.0, suffices=-2.0), "It rained.", False),
            (second(1.0, suffices=-2.0), "I had tea.", True),
            (second(meaning=-1.0), "The kiln was hot.", False),
            (second(meaning=-1.0), "It rained.", True),
        ],
        ids=[
            "though an expression suffices",
            "an expression outweighs it",
            "no expression outweighs it",
            "the network hears it though no expression is found",
            "the network does not hear it though an expression is found",
        ],
    )
    def test_where_a_network_is_asked_all_is_weighed(
        self, draft: DraftOf, opinion: SecondOpinion, text: str, accuses: bool
    ) -> None:
        assert bool(list(joy(opinion, "rained").hits(draft(text)))) is accuses

    def test_a_hit_still_says_what_came_nearest(self, draft: DraftOf) -> None:
        (hit,) = joy(ALWAYS, "rained").hits(draft("It rained."))
        assert hit.says == {"found": " (nearest: “It rained.” in line 1)"}

    def test_a_network_is_not_asked_where_it_is_spared(self, draft: DraftOf) -> None:
        unasked = draft("The kiln was hot.", meaning=Unasked())
        assert not list(joy(ALWAYS, "kiln").hits(unasked))

    @pytest.mark.parametrize("found", ["rained", "snowed"])
    def test_otherwise_it_is_asked(self, draft: DraftOf, found: str) -> None:
        with pytest.raises(AssertionError, match="asked of"):
            list(joy(NEVER, found).hits(draft("It rained.", meaning=Unasked())))

    def test_a_guessed_kind_is_weighed_and_need_not_be_ahead(self, draft: DraftOf) -> None:
        move = joy(ALWAYS, "snowed", kind_lead=1.0)
        assert list(move.hits(draft("It rained.", None)))
        assert not list(move.hits(draft("It rained.", None, meaning=None)))

    @pytest.mark.parametrize("more", [{"weighs": Weighing(-9.0, {})}, {"certain": 0.0}])
    def test_nothing_else_decides(self, draft: DraftOf, more: dict[str, Any]) -> None:
        move = joy(ALWAYS, "snowed", **more)
        assert list(move.hits(draft("The kiln was hot.")))
        assert not list(move.hits(draft("The kiln was hot.", meaning=None)))

    @pytest.mark.parametrize("opinion", [ALWAYS, NEVER], ids=["accusing", "silent"])
    @pytest.mark.parametrize(("found", "accuses"), [("rained", False), ("snowed", True)])
    def test_without_a_network_it_is_ignored(
        self, draft: DraftOf, opinion: SecondOpinion, found: str, accuses: bool
    ) -> None:
        hits = list(joy(opinion, found).hits(draft("It rained.", meaning=None)))
        assert bool(hits) is accuses

    def test_without_weights_the_network_is_not_asked(self, draft: DraftOf) -> None:
        assert list(Move("joy", [says("snowed")]).hits(draft("It rained.", meaning=Unasked())))

    def test_misspelt_words_are_looked_at_again(self, draft: DraftOf) -> None:
        move = joy(ALWAYS, "grateful")
        assert not list(move.hits(draft("I am gratefull for it.")))
        assert list(move.hits(draft("I am grate for it.")))

    def test_they_change_nothing_where_an_expression_sufficed_anyway(self, draft: DraftOf) -> None:
        assert list(joy(ALWAYS, "rained").hits(draft("It rained, to my delihgt.")))
