"""What the shipped network reads in plain sentences, and what is made of its readings."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

import pytest

from followlint.analysis import Draft, Tools
from followlint.analysis.content import Content
from followlint.analysis.kind import KindDetector
from followlint.analysis.meaning import MOVES, TONES, Meaning, Meanings, kind_likelihoods
from followlint.analysis.neural.network import Encoded
from followlint.analysis.neural.pieces import Vocabulary
from followlint.mail import Kind, read
from followlint.text import Source, Span

MEANING = Meaning()
VOCABULARY = Vocabulary()
THANKS = "Thank you for meeting me on Tuesday."


def reading(text: str, before: str = "") -> Mapping[str, float]:
    return next(MEANING.read([(before, text)]))


def heard(names: Collection[str], text: str) -> set[str]:
    read = reading(text)
    return {name for name in names if read[name] > 0}


MOVES_OF: dict[str, tuple[str, set[str]]] = {
    "thanks": ("Thank you for your time.", {"gratitude"}),
    "thanks for the interview": (THANKS, {"gratitude", "interview"}),
    "something that was said": (
        "What you told me about repairing the organ in the old chapel has stayed with me.",
        {"reference"},
    ),
    "which interview it was": ("We spoke on Tuesday about the role.", {"interview"}),
    "wanting the job": ("I am very keen to join your team.", {"interest"}),
    "asking for news": ("Could you tell me when you expect to decide?", {"ask"}),
    "none of these": ("The weather was fine.", set()),
}


@pytest.mark.parametrize(("text", "moves"), MOVES_OF.values(), ids=MOVES_OF)
def test_a_plain_sentence_makes_its_move_and_no_other(text: str, moves: set[str]) -> None:
    assert heard(MOVES, text) == moves


TONES_OF: dict[str, tuple[str, set[str]]] = {
    "begging": ("Please, I beg you, I will do anything for this job.", {"desperate"}),
    "pressing": (
        "I expect an answer from you by tomorrow at noon, and I will keep calling until I get one.",
        {"pushy"},
    ),
    "jargon": (
        "I am excited to leverage my core competencies to drive synergies and move the needle.",
        {"jargon"},
    ),
    "none": (THANKS, set()),
}


@pytest.mark.parametrize(("text", "tones"), TONES_OF.values(), ids=TONES_OF)
def test_a_sentence_sounds_like_its_tone_and_no_other(text: str, tones: set[str]) -> None:
    assert heard(TONES, text) == tones


def test_a_reading_speaks_of_each_move_tone_and_kind() -> None:
    assert list(reading(THANKS)) == [*MOVES, *TONES, *(kind.value for kind in Kind)]


LONG = "The rain came down on the yard and the tea was hot. " * 200
BEFORE = {
    "nothing": "",
    "a sentence": "It rained all day.",
    "an emoji": "🙂",
    "no letters": "...\n---",
    "a thousand words": LONG,
}


@pytest.mark.parametrize("before", BEFORE.values(), ids=BEFORE)
def test_whatever_stands_before_a_sentence_is_read_as_itself(before: str) -> None:
    told = reading("Is there any news about the position?", before)
    assert max(MOVES, key=lambda move: told[move]) == "ask"
    assert told["ask"] > 0


@pytest.mark.parametrize("before", BEFORE.values(), ids=BEFORE)
@pytest.mark.parametrize("text", ["", "🙂", THANKS + LONG], ids=["nothing", "an emoji", "long"])
def test_any_text_is_read(before: str, text: str) -> None:
    assert all(map(math.isfinite, reading(text, before).values()))


class Recorder:
    """Stands in for the network, and keeps what it was asked."""

    asked: Sequence[Encoded]

    def read(self, texts: Sequence[Encoded]) -> list[list[float]]:
        self.asked = texts
        return [[0.0] * 12 for _ in texts]


def numbers(text: str) -> list[int]:
    return VOCABULARY.pieces(text)


# Words before a sentence and in it, and how many are left of each.
CUT = {
    "as long as may be": ((9, 100), (9, 100)),
    "one too many": ((9, 101), (9, 100)),
    "a long sentence": ((9, 300), (9, 100)),
    "much before it": ((300, 9), (100, 9)),
    "both are long": ((300, 200), (55, 54)),
    "nothing before it": ((0, 300), (0, 109)),
}


@pytest.mark.parametrize(("words", "left"), CUT.values(), ids=CUT)
def test_the_longer_text_is_cut_at_its_end(words: tuple[int, int], left: tuple[int, int]) -> None:
    before, text = ["rain " * words[0], "tea " * words[1]]
    recorder: Any = Recorder()
    next(Meaning(recorder).read([(before, text)]))
    (encoded,) = recorder.asked
    begin, end = VOCABULARY.number("[CLS]"), VOCABULARY.number("[SEP]")
    head, own = numbers(before)[: left[0]], numbers(text)[: left[1]]
    assert encoded.numbers == [begin, *head, end, *own, end]
    assert encoded.own == [0] * (len(head) + 2) + [1] * (len(own) + 1)


class Asked:
    """Stands in for the reader, and keeps the sentences that it was asked of."""

    def __init__(self) -> None:
        self.pairs: list[tuple[str, str]] = []

    def read(self, pairs: Sequence[tuple[str, str]]) -> Iterator[Mapping[str, float]]:
        for pair in pairs:
            self.pairs.append(pair)
            yield {"number": len(self.pairs)}


def test_a_draft_asks_of_each_sentence_after_the_one_before() -> None:
    text = "Subject: News\n\nDear Ana,\n\nIt rained. I had tea.\n\nA lot.\n\nBest wishes,\nTom"
    tools: Any = Tools(KindDetector(()), Content())
    tools.meaning = Asked()
    draft = Draft(read(Source("draft.txt", text)), tools, Kind.THANK_YOU)
    found = {span.of(text): told for span, told in draft.meanings.items()}
    # Nobody's context is the subject; nobody asks of greeting, closing and signature.
    assert tools.meaning.pairs == [
        ("", "News"),
        ("", "It rained."),
        ("It rained.", "I had tea."),
        ("I had tea.", "A lot."),
    ]
    assert found == {
        "News": {"number": 1},
        "It rained.": {"number": 2},
        "I had tea.": {"number": 3},
        "A lot.": {"number": 4},
    }


def test_each_sentence_is_read_when_it_is_asked_for_and_once() -> None:
    asked: Any = Asked()
    first, second = Span(0, 10), Span(11, 21)
    meanings = Meanings(asked, {first: ("", "It rained."), second: ("It rained.", "I had tea.")})
    assert (len(meanings), list(meanings), asked.pairs) == (2, [first, second], [])
    assert meanings[second] is meanings[second]
    assert asked.pairs == [("It rained.", "I had tea.")]
    told = [meanings[first], meanings[second]]
    assert meanings.read([first, second]) == told
    assert len(asked.pairs) == 2
    with pytest.raises(KeyError):
        _ = meanings[Span(0, 1)]


def test_of_what_is_no_email_any_more_the_beginning_is_read() -> None:
    tools: Any = Tools(KindDetector(()), Content())
    tools.meaning = Asked()
    draft = Draft(read(Source("draft.txt", "It rained. " * 99)), tools, Kind.THANK_YOU)
    assert len(draft.prose) == 99
    assert [place.start for place in draft.meanings] == [11 * at for at in range(60)]


def test_a_draft_has_no_meanings_where_no_network_is_asked() -> None:
    tools = Tools(KindDetector(()), Content())
    draft = Draft(read(Source("draft.txt", "It rained.")), tools, Kind.THANK_YOU)
    assert (draft.has_meanings, draft.meanings) == (False, {})


REJECTED = [
    "I was disappointed to learn that you have chosen another candidate.",
    "Thank you for letting me know that you chose another candidate.",
]
KINDS = {
    "thanks": ([THANKS, "I am very keen to join your team."], Kind.THANK_YOU),
    "asking": (["Could you tell me when you expect to decide?"], Kind.FOLLOW_UP),
    "a rejection": (REJECTED, Kind.REJECTION_REPLY),
    "a rejection, with thanks": ([*REJECTED, "Thank you for your time."], Kind.REJECTION_REPLY),
}


@pytest.mark.parametrize(("texts", "kind"), KINDS.values(), ids=KINDS)
def test_sentences_speak_for_a_kind(texts: Sequence[str], kind: Kind) -> None:
    likely = kind_likelihoods([reading(text) for text in texts])
    assert max(likely, key=lambda each: likely[each]) is kind
    assert likely[kind] > 0.5
    assert sum(likely.values()) == pytest.approx(1)


def says(thank_you: float, follow_up: float, rejection_reply: float) -> Mapping[str, float]:
    return {"thank-you": thank_you, "follow-up": follow_up, "rejection-reply": rejection_reply}


#: A kind ahead by a third of this is thrice as likely.
LN3 = math.log(3)
LIKELY: dict[str, tuple[list[Mapping[str, float]], list[float]]] = {
    "no sentence": ([], [1 / 3, 1 / 3, 1 / 3]),
    "sentences that say nothing": ([says(0, 0, 0)] * 2, [1 / 3, 1 / 3, 1 / 3]),
    "nothing but how far each is ahead counts": ([says(5, 5, 5)], [1 / 3, 1 / 3, 1 / 3]),
    "one sentence": ([says(0, LN3 / 3, 0)], [1 / 5, 3 / 5, 1 / 5]),
    "said twice it is no truer": ([says(0, LN3 / 3, 0)] * 2, [1 / 5, 3 / 5, 1 / 5]),
    "the mean of several": ([says(0, LN3 / 3, 0), says(0, -LN3 / 3, 0)], [1 / 3, 1 / 3, 1 / 3]),
    "however sure": ([says(-1e6, 1e6, 0)], [0, 1, 0]),
}


@pytest.mark.parametrize(("readings", "expected"), LIKELY.values(), ids=LIKELY)
def test_how_likely_each_kind_is(
    readings: Sequence[Mapping[str, float]], expected: Sequence[float]
) -> None:
    likely = kind_likelihoods(readings)
    assert list(likely) == list(Kind)
    assert list(likely.values()) == pytest.approx(expected)


def test_a_process_has_one_network_however_many_tools() -> None:
    first, second = (Tools(KindDetector(()), Content(), networks=True) for _ in range(2))
    assert first.meaning is second.meaning
