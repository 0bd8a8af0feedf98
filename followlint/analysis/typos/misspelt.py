"""Is an unknown word misspelt, in the light of where it stands?

"Heald" is a letter away from "head", and a loom has healds. What gives a slip away beside its
letters (`plausible`) is that what was meant fits there: "very intrested", but hardly "threaded a
head". A logistic regression weighs both; `tools/train_misspelt.py` learns it from the development
part of the corpus.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from followlint.analysis.likeness import slips_between
from followlint.analysis.parse import Sentence
from followlint.analysis.typos.confusable import garbled
from followlint.analysis.typos.lexicon import is_rare_word, zipf
from followlint.analysis.typos.ngrams import UNKNOWN_LOG, NGrams
from followlint.analysis.typos.plausible import is_made_of_words, is_sure, nearness
from followlint.analysis.typos.regression import Weights
from followlint.analysis.typos.runs import Around, runs_of, surroundings

WEIGHTS = "misspelt.json"
#: Guesses that are thought over; engines have the likeliest in front.
_GUESSES = 6
#: How well a guess fits counts this much beside how near it is.
_FITTING_COUNTS = 0.4
#: Beyond these a word fits no better or worse (natural logarithms).
_WORST, _BEST = -3.0, 8.0
_SHORT, _LONG = 4, 10
_EVERYDAY, _IN_THREE_ON_BOTH_SIDES = 5.5, 4
_TWICE = re.compile(r"(.)\1+")
#: Letters that are written for one another, and those that are heard least.
_ALIKE = (("ck", "k"), ("ph", "f"), ("c", "k"), ("z", "s"))
_FAINT = re.compile(r"(?<!^)[aeiouyh]")


@dataclass(frozen=True)
class Surroundings:
    """Where the words of an email stand: the two on either side of each, by its offset, and how
    often each word (in lower case) is written."""

    around: Mapping[int, Around]
    counts: Mapping[str, int]

    @classmethod
    def of(cls, sentences: Iterable[Sentence]) -> Surroundings:
        """Take the sentences of an email."""
        runs = list(runs_of(sentences))
        return cls(
            {place.span.start: around for run in runs for place, around in surroundings(run)},
            Counter(place.word for run in runs for place in run),
        )


@dataclass(frozen=True)
class Unknown:
    """An unknown word, what it may be meant for, and what speaks for or against a slip.

    `guesses` are the likeliest first.
    """

    word: str
    guesses: Sequence[str]
    features: Mapping[str, float]


@dataclass(frozen=True)
class Misspelt:
    """Judges unknown words by the n-grams in a folder."""

    folder: Path
    ngrams: NGrams

    @cached_property
    def _weights(self) -> Weights:
        return Weights(**json.loads((self.folder / WEIGHTS).read_text(encoding="utf-8")))

    def meant(
        self, word: str, start: int, guesses: Sequence[str], where: Surroundings
    ) -> Sequence[str]:
        """Return what a word at an offset was likely meant for, the likeliest first; nothing where
        it is likelier a word that the dictionary lacks.

        `guesses` are the engine's. Of a word that stands in no sentence nothing more can be said.
        """
        unknown = self.unknown(word, start, guesses, where)
        if unknown is None:
            return guesses
        slip = self._weights.likelihood(unknown.features) >= self._weights.threshold
        return unknown.guesses if slip or _is_plain(unknown.features) else ()

    def unknown(
        self, word: str, start: int, guesses: Sequence[str], where: Surroundings
    ) -> Unknown | None:
        """Return the word with what speaks for it; None where its place is not known."""
        around = where.around.get(start)
        if around is None or not guesses:
            return None
        # Engines know few words that are two letters away: "rember" for "remember".
        first = list(dict.fromkeys([*guesses[:_GUESSES], *garbled(word.lower())]))
        fits = self.ngrams.fits(
            [self.ngrams.window(around)],
            [[-1, *self.ngrams.numbers(guess.lower() for guess in first)]],
        )
        gains = [fit - fits.sums[0] for fit in fits.sums[1:]]
        rows = [fits.fit(row) for row in range(1, len(first) + 1)]
        # How much likelier the place makes a guess than it is anywhere.
        fitting = [
            min(max(gain - row.common + UNKNOWN_LOG, _WORST), _BEST)
            for gain, row in zip(gains, rows, strict=True)
        ]
        near = [nearness(word, guess) for guess in first]
        order = sorted(
            range(len(first)),
            key=lambda number: near[number] + _FITTING_COUNTS * max(fitting[number], 0.0),
            reverse=True,
        )
        best = order[0]
        lower, guess = word.lower(), first[best].lower().replace("’", "'")
        counted = where.counts.get(lower, 0)
        features = {
            "near": near[best],
            "edits": slips_between(lower, guess),
            "letters": min(len(word), _LONG),
            "short": len(word) <= _SHORT,
            "sure": is_sure(word, guesses[0]),
            "same first letter": lower[0] == guess[0],
            "sounds the same": _sound(lower) == _sound(guess),
            "doubled": _TWICE.sub(r"\1", lower) == _TWICE.sub(r"\1", guess),
            "common": zipf(guess),
            "rare word": is_rare_word(lower),
            "made of words": is_made_of_words(lower),
            "again": counted > 1,
            "fits": fitting[best],
            "gain": max(gains[best], _WORST),
            "seen": rows[best].seen_here + rows[best].seen_after,
        }
        others = [one for one in guesses if one not in first]
        return Unknown(
            word,
            [*(first[number] for number in order), *others],
            {name: float(value) for name, value in features.items()},
        )


def _is_plain(features: Mapping[str, float]) -> bool:
    """Tell whether an everyday word is known between the very words on both sides: "I hav it". Of
    so short slips the corpus has too few to learn from."""
    return (
        features["edits"] == 1
        and features["common"] >= _EVERYDAY
        and features["seen"] == _IN_THREE_ON_BOTH_SIDES
    )


def _sound(word: str) -> str:
    """Return roughly how a word sounds: its consonants, those alike as one."""
    for one, other in _ALIKE:
        word = word.replace(one, other)
    return _FAINT.sub("", _TWICE.sub(r"\1", word))
