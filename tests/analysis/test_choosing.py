"""Which sentences the network is asked of, and which choice is held against the word."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import pytest

from followlint.analysis import Draft
from followlint.analysis.typos.choosing import Chosen, Read
from followlint.analysis.typos.fitting import Choice, Fitting, Missing, Reading
from followlint.analysis.typos.gains import standings
from followlint.analysis.typos.misfits import Misfits

DraftOf = Callable[..., Draft]
MISFITS = Misfits()


@dataclass(frozen=True)
class Stub(Fitting):
    """Says that all is well but where it is told what was meant, and notes what it reads."""

    meant: Mapping[str, str] = field(default_factory=dict)
    lacks: Mapping[str, str] = field(default_factory=dict)
    texts: list[str] = field(default_factory=list)

    def read(self, sentences: Sequence[tuple[str, Sequence[Choice]]]) -> list[Reading]:
        self.texts.extend(text for text, _ in sentences)
        for text, choices in sentences:
            assert all(text[c.at :].startswith(c.words[0]) for c in choices)
        return [
            Reading([self._of(choice) for choice in choices], self._lacks(text))
            for text, choices in sentences
        ]

    def _lacks(self, text: str) -> list[Missing]:
        return [Missing(text.index(word), lack, 0.97) for word, lack in self.lacks.items()]

    def _of(self, choice: Choice) -> Sequence[float]:
        right = self.meant.get(choice.words[0], choice.words[0])
        return [-0.1 if word == right else -6.0 for word in choice.words]


def read(draft: Draft, fitting: Fitting | None) -> Read:
    questions = MISFITS.questions(draft.prose, draft.names)
    found = list(standings(MISFITS.ngrams, questions))
    return Read(found, draft.prose, fitting, lambda standing: standing.best is not None)


def chosen(draft: Draft, fitting: Fitting | None) -> list[Chosen]:
    return list(read(draft, fitting).chosen())


def by_word(found: list[Chosen]) -> dict[str, str]:
    return {one.question.place.text: one.question.choices[one.choice][0] for one in found}


def test_without_a_network_the_n_grams_choose(draft_of: DraftOf) -> None:
    found = by_word(chosen(draft_of("It was good to hear about your plans for next weak."), None))
    assert found["weak"] == "week"


def test_the_network_is_asked_only_where_something_may_be_wrong(draft_of: DraftOf) -> None:
    stub = Stub()
    chosen(draft_of("Thank you for your time.\nI look forward to hearing form you soon."), stub)
    assert stub.texts == ["I look forward to hearing form you soon."]


def test_the_network_overrules_the_n_grams(draft_of: DraftOf) -> None:
    draft = draft_of("It was good to hear about your plans for next weak.")
    assert by_word(chosen(draft, Stub(meant={"weak": "wear"})))["weak"] == "wear"


def test_what_neither_doubts_is_no_suspect(draft_of: DraftOf) -> None:
    draft = draft_of("It was good to hear about your plans for next weak.")
    assert "hear" not in by_word(chosen(draft, Stub()))


def test_what_the_network_says_is_weighed(draft_of: DraftOf) -> None:
    draft = draft_of("I look forward to hearing form you soon.")
    (one,) = [
        c for c in chosen(draft, Stub(meant={"form": "from"})) if c.question.place.text == "form"
    ]
    assert one.features["read written"] == pytest.approx(-6.0)
    assert one.features["read gain"] == pytest.approx(5.9)
    assert one.features["read ahead"] == pytest.approx(5.9)


def test_any_white_space_is_read_as_one_and_apostrophes_are_straight(draft_of: DraftOf) -> None:
    stub = Stub()
    chosen(draft_of("I don\u2019t look forward\nto   hearing form you soon."), stub)
    assert stub.texts == ["I don't look forward to hearing form you soon."]


def test_a_missing_word_is_told_before_the_next_one(draft_of: DraftOf) -> None:
    draft = draft_of("I would be  honoured work with you and hearing form you.")
    (lacking,) = read(draft, Stub(lacks={"work": "to"})).lacking()
    assert (lacking.before.text, lacking.word) == ("work", "to")
    assert lacking.before.span.of(draft.text) == "work"
    assert list(read(draft, None).lacking()) == []


def test_nothing_is_missing_before_a_mark(draft_of: DraftOf) -> None:
    draft = draft_of("I would be honoured, and hearing form you.")
    assert list(read(draft, Stub(lacks={",": "to"})).lacking()) == []


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("I look forward to hearing form you soon.", True),
        # "based" would fit better than "baked", but not by enough to make a slip of it.
        ("I hear the canteen bread is baked at four.", False),
    ],
)
def test_what_the_n_grams_hold_to_be_sound_is_not_read(
    draft_of: DraftOf, text: str, asked: bool
) -> None:
    stub, draft = Stub(), draft_of(text)
    assert any(standing.best is not None for standing in read(draft, None)._standings)
    list(Misfits(fitting=stub).slips(draft.prose, draft.names, set()))
    assert stub.texts == ([text] if asked else [])
