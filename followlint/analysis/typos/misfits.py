"""Real words that do not fit where they stand, while a word that looks or sounds like them does.

For each word of a sentence the likeliest of the words that it may stand for is held against it, in
the light of the two words on either side. Whether the gain is enough to accuse is a logistic
regression's to say: `tools/train_misfits.py` learns it from the development part of the corpus.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path

from followlint.analysis.names import Names
from followlint.analysis.parse import Sentence
from followlint.analysis.typos.both_right import (
    answers_neither,
    is_adverb_before_day,
    may_be_several,
    only_another_form,
    presents_as_right,
)
from followlint.analysis.typos.confusable import Confusion, confusable
from followlint.analysis.typos.engine import Slip, SlipKind
from followlint.analysis.typos.gains import Around, Question, gains
from followlint.analysis.typos.ngrams import END, START, NGrams
from followlint.analysis.typos.regression import Weights
from followlint.analysis.typos.runs import Place, runs_of
from followlint.analysis.typos.suspects import Familiarity, Suspect, suspect_of
from followlint.text import in_case_of

_PLAIN = re.compile(r"[a-z]+(?:'[a-z]+)?")


@dataclass(frozen=True)
class Misfits:
    """Finds misfits with the model in a folder. Reading it takes 30 ms, at the first question."""

    folder: Path = field(default_factory=lambda: Path(str(files(__package__) / "ngrams")))

    @cached_property
    def _ngrams(self) -> NGrams:
        return NGrams(self.folder)

    @cached_property
    def _weights(self) -> Weights:
        return Weights(**json.loads((self.folder / "misfits.json").read_text(encoding="utf-8")))

    @cached_property
    def _familiar(self) -> Mapping[str, int]:
        lines = (self.folder / "neighbours.tsv").read_text(encoding="utf-8").splitlines()
        # Kept as they stand, "left\tright": thousands of tuples would wake the garbage collector.
        return {pair: int(hands) for pair, _, hands in (line.rpartition("\t") for line in lines)}

    @cached_property
    def _known(self) -> frozenset[tuple[str, str]]:
        return known_slips(self.folder)

    def slips(
        self, sentences: Iterable[Sentence], names: Names, terms: Container[str]
    ) -> Iterator[Slip]:
        """Yield the misfits among the words of some sentences."""
        for suspect in self.suspects(sentences, names, terms):
            if self._weights.likelihood(suspect.features) >= self._weights.threshold:
                grammar = suspect.how is Confusion.INFLECTED
                yield Slip(
                    suspect.place.span,
                    SlipKind.GRAMMAR if grammar else SlipKind.WRONG_WORD,
                    (in_case_of(suspect.place.text, suspect.meant),),
                )

    def suspects(
        self,
        sentences: Iterable[Sentence],
        names: Names,
        terms: Container[str],
        familiarity: Familiarity | None = None,
    ) -> list[Suspect]:
        """Return the words that fit worse than another they could stand for, the likeliest each.

        `familiarity` is for training: a writer's own words must not count for them.
        """
        runs = list(runs_of(sentences))
        counts = Counter(place.word for run in runs for place in run)
        questions = [
            question
            for run in runs
            for place, around in _surroundings(run)
            if not answers_neither(place.word, (other.word for other in run))
            and (question := self._question(place, around, names))
        ]
        return [
            suspect_of(
                question, gain, counts, names, terms, familiarity or self._familiarity, self._known
            )
            for question, gain in gains(self._ngrams, questions)
        ]

    def _question(self, place: Place, around: Around, names: Names) -> Question | None:
        ngrams = self._ngrams
        if place.joined or is_adverb_before_day(place.word, around[2]):
            return None
        named = place.text[:1].isupper() and (place.text in names or names.at(place.span))
        if named or not _PLAIN.fullmatch(place.word) or place.word not in ngrams:
            return None
        choices = self._choices(place.word)
        if present := presents_as_right(around[1], place.word):
            choices = [(word, how) for word, how in choices if word not in present]
        choices = [
            (word, how)
            for word, how in choices
            if not may_be_several(place.word, word, place.tag, around[:2])
        ]
        return Question(place, around, choices) if choices else None

    def _choices(self, word: str) -> Sequence[tuple[str, Confusion]]:
        """Return the words of the model that a word may stand for. Emails repeat theirs."""
        if word not in self._chosen:
            self._chosen[word] = [
                (other, how)
                for other, how in confusable(word).items()
                if other in self._ngrams and not only_another_form(word, other)
            ]
        return self._chosen[word]

    @cached_property
    def _chosen(self) -> dict[str, Sequence[tuple[str, Confusion]]]:
        return {}

    def _familiarity(self, left: str, right: str) -> float:
        return math.log1p(self._familiar.get(f"{left}\t{right}", 0))


def _surroundings(run: Sequence[Place]) -> Iterator[tuple[Place, Around]]:
    """Yield each word of a run with the two words on either side."""
    words = [START, START, *(place.word for place in run), END, END]
    for at, place in enumerate(run):
        yield place, (words[at], words[at + 1], words[at + 3], words[at + 4])


@cache
def known_slips(folder: Path) -> frozenset[tuple[str, str]]:
    """Return the pairs of (wrong word, right word) that people are known to confuse."""
    lines = (folder / "known-slips.tsv").read_text(encoding="utf-8").splitlines()
    return frozenset((wrong, right) for wrong, right in (line.split("\t") for line in lines))
