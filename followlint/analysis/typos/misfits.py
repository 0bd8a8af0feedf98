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
from followlint.analysis.typos.agreeing import agreeing
from followlint.analysis.typos.both_right import (
    answers_neither,
    is_adverb_before_day,
    may_be_several,
    only_another_form,
    presents_as_right,
    says_more,
)
from followlint.analysis.typos.choosing import Lacking, Read, chosen_by_ngrams
from followlint.analysis.typos.confusable import Confusion, confusable, farther
from followlint.analysis.typos.engine import Slip, SlipKind
from followlint.analysis.typos.fitting import Fitting
from followlint.analysis.typos.gains import Question, Standing, standings
from followlint.analysis.typos.lexicon import is_known
from followlint.analysis.typos.ngrams import NGrams
from followlint.analysis.typos.regression import Weights
from followlint.analysis.typos.runs import Around, Place, runs_of, surroundings
from followlint.analysis.typos.suspects import Email, Familiarity, Suspect
from followlint.text import in_case_of

#: The files with the weights: of the n-grams alone, and with the network.
WEIGHTS, WEIGHTS_WITH_NETWORK = "misfits.json", "misfits-read.json"
#: The network is asked of a sentence in which a word is a slip this likely by the n-grams alone, or
#: in which something else fits this much better (natural logarithms) than a word unknown to them.
_DOUBTFUL, _RARE_GAIN = 0.15, 5.0
#: How likely a little word must be missing to be missed.
_SURELY_MISSING = 0.8
#: Words that another may stand for, and how.
Choices = Sequence[tuple[str, Confusion]]
_PLAIN = re.compile(r"[a-z]+(?:'[a-z]+)?")


@dataclass(frozen=True)
class Misfits:
    """Finds misfits with the model in a folder. Reading it takes 30 ms, at the first question.

    With `fitting` a network is heard, too; what it says is weighed by weights of its own.
    """

    folder: Path = field(default_factory=lambda: Path(str(files(__package__) / "ngrams")))
    fitting: Fitting | None = None

    @cached_property
    def ngrams(self) -> NGrams:
        """The counted words."""
        return NGrams(self.folder)

    @cached_property
    def _weights(self) -> Weights:
        return self._weights_of(WEIGHTS_WITH_NETWORK if self.fitting else WEIGHTS)

    @cached_property
    def _weights_alone(self) -> Weights:
        return self._weights_of(WEIGHTS)

    def _weights_of(self, name: str) -> Weights:
        return Weights(**json.loads((self.folder / name).read_text(encoding="utf-8")))

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
        """Yield the misfits among the words of some sentences, and where a little word is missing.

        Raises `ToolError` where the network cannot be loaded.
        """
        sentences = list(sentences)
        email = self._email(sentences, names, terms, self._familiarity)
        read = self._read(sentences, email)
        for suspect in map(email.suspect, read.chosen()):
            if self._weights.likelihood(suspect.features) >= self._weights.threshold:
                grammar = suspect.how is Confusion.INFLECTED
                yield Slip(
                    suspect.place.span,
                    SlipKind.GRAMMAR if grammar else SlipKind.WRONG_WORD,
                    tuple(
                        in_case_of(suspect.place.text, word)
                        for word in (suspect.meant, suspect.or_else)
                        if word
                    ),
                )
        for lacking in read.lacking():
            if lacking.likelihood >= _SURELY_MISSING:
                yield _missing(lacking)

    def suspects(
        self,
        sentences: Iterable[Sentence],
        names: Names,
        terms: Container[str],
        familiarity: Familiarity,
    ) -> list[Suspect]:
        """Return the words that fit worse than another they could stand for, the likeliest each.

        This is for training: by `familiarity` a writer's own words do not count for them.
        """
        sentences = list(sentences)
        email = self._email(sentences, names, terms, familiarity)
        return [email.suspect(chosen) for chosen in self._read(sentences, email).chosen()]

    def _email(
        self,
        sentences: Sequence[Sentence],
        names: Names,
        terms: Container[str],
        familiarity: Familiarity,
    ) -> Email:
        counts = Counter(place.word for run in runs_of(sentences) for place in run)
        return Email(counts, agreeing(sentences), names, terms, familiarity, self._known)

    def _read(self, sentences: Sequence[Sentence], email: Email) -> Read:
        def is_doubtful(standing: Standing) -> bool:
            # What does not agree over more than two words no n-gram can see.
            if email.agreeing.get(standing.question.place.span.start) is False:
                return True
            if standing.best is None or standing.is_rare:
                return standing.best is not None and standing.gains[standing.best] >= _RARE_GAIN
            suspect = email.suspect(chosen_by_ngrams(standing))
            return self._weights_alone.likelihood(suspect.features) >= _DOUBTFUL

        found = list(standings(self.ngrams, self.questions(sentences, email.names)))
        return Read(found, sentences, self.fitting, is_doubtful)

    def questions(self, sentences: Iterable[Sentence], names: Names) -> list[Question]:
        """Return the words that may stand for others, each with these."""
        return [
            question
            for run in runs_of(sentences)
            for place, around in surroundings(run)
            if not answers_neither(place.word, (other.word for other in run))
            and (question := self._question(place, around, names))
        ]

    def _question(self, place: Place, around: Around, names: Names) -> Question | None:
        if place.joined or is_adverb_before_day(place.word, around[2]):
            return None
        named = place.text[:1].isupper() and (place.text in names or names.at(place.span))
        if named or not _PLAIN.fullmatch(place.word) or not self._judges(place):
            return None
        present = presents_as_right(around[1], place.word)
        near, far = (
            [
                (word, how)
                for word, how in choices
                if word not in present
                and not may_be_several(place.word, word, place.tag, around[:2])
            ]
            for choices in self._choices(place.word)
        )
        choices = near + far
        return Question(place, around, choices, len(near)) if choices else None

    def _judges(self, place: Place) -> bool:
        """Tell whether it can be said how well a word fits. The network knows rare words, too."""
        if place.word in self.ngrams:
            return True
        return bool(self.fitting) and place.text.islower() and is_known(place.word)

    def _choices(self, word: str) -> tuple[Choices, Choices]:
        """Return the words of the model that a word may stand for, near ones and, where a network
        is heard, some that are farther. Emails repeat theirs."""
        if word not in self._chosen:
            near, far = (
                [
                    (other, how)
                    for other, how in found.items()
                    if other in self.ngrams
                    and not only_another_form(word, other)
                    and not says_more(word, other)
                ]
                for found in (confusable(word), farther(word) if self.fitting else {})
            )
            self._chosen[word] = near, far
        return self._chosen[word]

    @cached_property
    def _chosen(self) -> dict[str, tuple[Choices, Choices]]:
        return {}

    def _familiarity(self, left: str, right: str) -> float:
        return math.log1p(self._familiar.get(f"{left}\t{right}", 0))


def _missing(lacking: Lacking) -> Slip:
    word, behind = lacking.word, lacking.before.text
    word = "I" if word == "i" else word
    return Slip(lacking.before.span, SlipKind.GRAMMAR, (f"{word} {behind}",))


@cache
def known_slips(folder: Path) -> frozenset[tuple[str, str]]:
    """Return the pairs of (wrong word, right word) that people are known to confuse."""
    lines = (folder / "known-slips.tsv").read_text(encoding="utf-8").splitlines()
    return frozenset((wrong, right) for wrong, right in (line.split("\t") for line in lines))
