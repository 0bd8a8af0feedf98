"""Which of the words that may be meant is held against the word that is written.

The n-grams see two words to either side and know every choice; a network, where there is one, sees
the passage. It reads all words once, and again, with the choices in their places, those that it
doubts or that the n-grams do.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from followlint.analysis.parse import Sentence
from followlint.analysis.typos.fitting import Doubt, Fitting, Passage, passages
from followlint.analysis.typos.gains import Standing
from followlint.text import in_case_of

#: Words that the network doubts less are not read again for its sake.
_DOUBTED = 0.08
#: Where the n-grams stand out, a word is read again from this doubt on: below, both know.
_HARDLY_DOUBTED = 0.02
#: So many choices are put in the place of a word, the likeliest by the n-grams.
_MOST_CHOICES = 6
#: What a choice gains by the n-grams counts this much beside what it spares of doubt.
_GAIN_COUNTS, _GAINS = 0.25, (-8.0, 8.0)
#: As the logarithm of its odds, no doubt is greater or less.
_FARTHEST = 7.0


@dataclass(frozen=True)
class Chosen:
    """A question, the choice that speaks loudest, and what the models say of it."""

    standing: Standing
    choice: int
    features: Mapping[str, float]


@dataclass(frozen=True)
class _Read:
    """What the network says of a passage: in which a word stands, and its doubts about all."""

    passage: Passage
    doubts: Mapping[int, Doubt]


def choose(
    standings: Iterable[Standing], sentences: Sequence[Sentence], fitting: Fitting | None
) -> Iterator[Chosen]:
    """Yield the questions worth a thought, each with the likeliest choice. Raises `ToolError`."""
    if fitting is None:
        for standing in standings:
            if standing.stands_out:
                yield Chosen(standing, standing.best, standing.features(standing.best))
        return
    yield from _second_reading(standings, _reads(sentences, fitting), fitting)


def _reads(sentences: Sequence[Sentence], fitting: Fitting) -> Mapping[int, _Read]:
    """Return the first reading, by the places of the words."""
    parts = list(passages(sentences))
    return {
        start: read
        for read in map(_Read, parts, fitting.doubts(parts))
        for start in read.doubts
    }  # fmt: skip


def _second_reading(
    standings: Iterable[Standing], reads: Mapping[int, _Read], fitting: Fitting
) -> Iterator[Chosen]:
    asked: list[tuple[Standing, _Read, Sequence[int]]] = []
    for standing in standings:
        read = reads.get(standing.question.place.span.start)
        if read is None:
            continue
        doubt = read.doubts[standing.question.place.span.start].wrong
        if doubt >= (_HARDLY_DOUBTED if standing.stands_out else _DOUBTED):
            asked.append((standing, read, _likeliest(standing)))
        elif standing.stands_out:
            asked.append((standing, read, ()))
    instead = [
        read.passage.with_word(place.span.start, place.text, in_case_of(place.text, word))
        for standing, read, choices in asked
        for place in [standing.question.place]
        for word in [standing.question.choices[choice][0] for choice in choices]
    ]
    answers = iter(fitting.doubts(instead))
    for standing, read, choices in asked:
        yield _chosen(standing, read, {choice: next(answers) for choice in choices})


def _likeliest(standing: Standing) -> Sequence[int]:
    order = sorted(range(len(standing.gains)), key=lambda at: -standing.gains[at])
    return order[:_MOST_CHOICES]


def _chosen(
    standing: Standing, read: _Read, again: Mapping[int, Mapping[int, Doubt]]
) -> Chosen:  # fmt: skip
    start = standing.question.place.span.start
    doubt = read.doubts[start]
    after = {choice: _odds(told[start].wrong) for choice, told in again.items() if start in told}

    def speaks_for(choice: int) -> float:
        gain = min(max(standing.gains[choice], _GAINS[0]), _GAINS[1])
        return _GAIN_COUNTS * gain - after[choice]

    choice = max(after, key=speaks_for) if after else standing.best
    left = after.get(choice, _odds(doubt.wrong))
    features = {
        "doubt": _odds(doubt.wrong),
        "doubt misfit": _odds(doubt.misfit),
        "doubt lacks": _odds(doubt.lacks),
        "doubt surplus": _odds(doubt.surplus),
        "doubt left": left,
        "doubt spared": _odds(doubt.wrong) - left,
        "not read again": float(not after),
        "stands out": float(standing.stands_out),
    }
    return Chosen(standing, choice, standing.features(choice) | features)


def _odds(likelihood: float) -> float:
    least = 1 / (1 + math.exp(_FARTHEST))
    bounded = min(max(likelihood, least), 1 - least)
    return math.log(bounded / (1 - bounded))
