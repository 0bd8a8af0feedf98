"""Real words in the wrong place, told by the words around them."""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path

import numpy
import pytest

from followlint.analysis import Draft
from followlint.analysis.typos import Slip, SlipKind
from followlint.analysis.typos.confusable import COMMON, Confusion, confusable, farther
from followlint.analysis.typos.lexicon import zipf
from followlint.analysis.typos.misfits import Misfits
from followlint.analysis.typos.ngrams import END, START, UNKNOWN_LOG, NGrams
from followlint.analysis.typos.regression import Weights
from followlint.analysis.typos.runs import runs_of
from followlint.text import Span

DraftOf = Callable[..., Draft]
MISFITS = Misfits()
NGRAMS = NGrams(MISFITS.folder)


def slips(draft: Draft) -> list[Slip]:
    return list(MISFITS.slips(draft.prose, draft.names, set()))


class TestConfusable:
    @pytest.mark.parametrize(
        ("written", "meant", "how"),
        [
            ("manger", "manager", Confusion.TYPED),
            ("form", "from", Confusion.TYPED),
            ("lime", "line", Confusion.TYPED),
            ("weak", "week", Confusion.HEARD),
            ("helps", "help", Confusion.INFLECTED),
            ("took", "taken", Confusion.RELATED),
        ],
    )
    def test_how_a_word_comes_to_stand_for_another(
        self, written: str, meant: str, how: Confusion
    ) -> None:
        assert confusable(written)[meant] is how

    def test_words_of_two_sets_are_not_confused(self) -> None:
        assert "see" not in confusable("gone")
        assert "which" in confusable("who")

    @pytest.mark.parametrize(
        ("written", "meant"),
        [("let", "letting"), ("planning", "plan"), ("use", "useful"), ("patients", "patience")],
    )
    def test_another_ending(self, written: str, meant: str) -> None:
        assert confusable(written)[meant] is Confusion.INFLECTED

    def test_a_word_does_not_stand_for_itself_or_for_a_rare_one(self) -> None:
        assert "form" not in confusable("form")
        assert all(zipf(word.partition("'")[0]) >= COMMON for word in confusable("when"))

    @pytest.mark.parametrize(
        ("written", "meant", "how"),
        [
            ("gown", "gone", Confusion.MISHEARD),
            ("fool", "full", Confusion.MISHEARD),
            ("wither", "whether", Confusion.GARBLED),
            ("excepts", "expects", Confusion.GARBLED),
        ],
    )
    def test_what_is_farther_away(self, written: str, meant: str, how: Confusion) -> None:
        assert farther(written)[meant] is how
        assert meant not in confusable(written)

    def test_nothing_is_near_and_far(self) -> None:
        for word in ("shore", "trails", "severe", "weather"):
            assert not farther(word).keys() & {word, *confusable(word)}

    def test_a_short_word_is_not_garbled(self) -> None:
        assert Confusion.GARBLED not in {
            how for w in ("form", "lines") for how in farther(w).values()
        }


class TestNGrams:
    @staticmethod
    def likelihood(*words: str) -> tuple[float, int]:
        first, before, word = (numpy.array([NGRAMS.number(w)]) for w in words)
        log, known = NGRAMS.likelihoods(word, before, first)
        return float(log[0]), int(known[0])

    def test_what_was_counted_together_is_likelier(self) -> None:
        # The model itself, asked through its own library: -3.925 and -11.748.
        assert self.likelihood("you", "heard", "from") == (pytest.approx(-3.925, abs=0.1), 1)
        assert self.likelihood("you", "heard", "form") == (pytest.approx(-11.748, abs=0.1), 0)

    def test_three_words(self) -> None:
        log, known = self.likelihood("in", "order", "to")
        assert known == 2
        assert log > math.log(0.5)

    def test_a_word_that_it_does_not_know(self) -> None:
        assert "oluwaseun" not in NGRAMS
        log, known = self.likelihood("thank", "you", "oluwaseun")
        assert known == 0
        assert log < UNKNOWN_LOG

    @pytest.mark.parametrize("after", ["the", START])
    def test_likelihoods_are_those_of_a_distribution(self, after: str) -> None:
        words = numpy.array([number for number in range(40_000) if number != NGRAMS.number(START)])
        before = numpy.full(len(words), NGRAMS.number(after))
        logs, _ = NGRAMS.likelihoods(words, before, numpy.full(len(words), -1))
        # Rare words are left out of the table, and bytes round: not quite one.
        assert 0.9 < float(numpy.exp(logs).sum()) < 1.1

    def test_marks_are_words(self) -> None:
        assert START in NGRAMS
        assert END in NGRAMS


class TestRuns:
    def test_marks_part_and_commas_do_not(self, draft_of: DraftOf) -> None:
        draft = draft_of("Thank you, Ada; it was kind. I don't know.")
        runs = [[place.text for place in run] for run in runs_of(draft.prose)]
        assert runs == [["Thank", "you", "Ada"], ["it", "was", "kind"], ["I", "don't", "know"]]

    def test_a_contraction_is_one_word_in_its_place(self, draft_of: DraftOf) -> None:
        draft = draft_of("I don’t know.")
        (run,) = runs_of(draft.prose)
        assert (run[1].text, run[1].span) == ("don't", Span(2, 7))

    @pytest.mark.parametrize("text", ["a sign-off here", "cats/dogs here"])
    def test_parts_of_something_longer_are_marked(self, draft_of: DraftOf, text: str) -> None:
        places = [place for run in runs_of(draft_of(text).prose) for place in run]
        loose = {place.text for place in places if not place.joined and place.text.isalpha()}
        assert loose <= {"a", "here"}


class TestWeights:
    def test_likelihood(self) -> None:
        weights = Weights(start=-2.0, threshold=0.5, weights={"gain": 0.5, "name": -3.0})
        assert weights.likelihood({"gain": 4.0, "name": 0.0, "more": 9.0}) == pytest.approx(0.5)
        assert weights.likelihood({"gain": 1e9, "name": 0.0}) == pytest.approx(1.0)


class TestMisfits:
    @pytest.mark.parametrize(
        ("text", "wrong", "right"),
        [
            ("I have been thinning about your question since Tuesday.", "thinning", "thinking"),
            ("It was good to hear about your plans for next weak.", "weak", "week"),
            ("I have been thinking about the job every day sine we met.", "sine", "since"),
        ],
    )
    def test_a_misfit_is_found(self, draft_of: DraftOf, text: str, wrong: str, right: str) -> None:
        start = text.index(wrong)
        assert slips(draft_of(text)) == [
            Slip(Span(start, start + len(wrong)), SlipKind.WRONG_WORD, (right,))
        ]

    @pytest.mark.parametrize(
        "text",
        [
            "We spent the morning thinning the seedlings in the second tunnel.",
            "My knees are weak, but the stag in the hall is heavy.",
            "I had two slices and a cup of tea with the fitter.",
            "Thank you for ringing me about the lime putty.",
            "Hine and Leah showed me how Tan keeps the books.",
            "I appreciated your insights into the company culture.",
            "Neither the long drive nor the snow could spoil such a pleasant day.",
        ],
    )
    def test_the_same_words_in_their_place_are_left_alone(
        self, draft_of: DraftOf, text: str
    ) -> None:
        assert slips(draft_of(text)) == []

    def test_a_name_is_no_misfit(self, draft_of: DraftOf) -> None:
        draft = draft_of("Dear Weak,\n\nThank you for next Weak.\n\nAda")
        assert [s for s in slips(draft) if s.span.of(draft.text) == "Weak"] == []

    def test_an_email_without_words(self, draft_of: DraftOf) -> None:
        assert slips(draft_of("1 2 3.")) == []

    def test_the_licence_of_the_figures_is_with_them(self) -> None:
        licence = (MISFITS.folder / "LICENSE").read_text(encoding="utf-8")
        assert "Alpha Cephei" in licence
        assert "Carnegie Mellon University" in licence

    def test_a_folder_of_ones_own(self, tmp_path: Path) -> None:
        with pytest.raises(FileNotFoundError):
            NGrams(tmp_path).number("you")
