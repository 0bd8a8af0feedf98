"""How likely words are beside one another: a trigram model of general English.

`tools/build_ngrams.py` builds the data from a published model and names its source and licence.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

#: The logarithms (natural) are kept in a byte each, in steps of this size.
STEP = 0.08
#: Backing off may cost or, for some words, gain; a byte's zero means this much.
LEAST_BACKOFF, BACKOFF_STEP = -8.0, 0.05
#: The logarithm for a word that the model does not know: rarer than any it knows.
UNKNOWN_LOG = -17.5
START, END = "<s>", "</s>"
_SPREAD = (
    0x9E3779B97F4A7C15  # the golden ratio's bits, as Knuth's multiplicative hashing takes them
)


def hashed(keys: Any) -> Any:
    """Return keys of 64 bits (a numpy array) as hashes of 32.

    Among a million of them a stranger finds its own hash once in 4,000 questions: rarely enough.
    """
    import numpy

    return ((keys.astype(numpy.uint64) * numpy.uint64(_SPREAD)) >> numpy.uint64(32)).astype(
        numpy.uint32
    )


#: The numbers of the two words on either side of a word.
Window = tuple[int, int, int, int]


class Fit(NamedTuple):
    """How well a word fits its window.

    Natural logarithms of how likely the word is here, the next one after it, and the one after
    that; for each, how many of the words were counted together (2: all three, 1: the last two).
    `common` is the logarithm of the word's share of all words.
    """

    here: float
    after: float
    later: float
    seen_here: int
    seen_after: int
    seen_later: int
    common: float


class Fits(NamedTuple):
    """How well each of many words fits its window: columns, for a `Fit` is dear to make.

    `sums` says how likely the window is, as far as it hangs on the word.
    """

    sums: list[float]
    columns: tuple[Any, ...]

    def fit(self, row: int) -> Fit:
        """Return one row."""
        return Fit(*(column[row].item() for column in self.columns))


class NGrams:
    """The model in a folder. Reading it maps the files; nothing is copied."""

    def __init__(self, folder: Path) -> None:
        """Take the folder; it is read at the first question."""
        self._folder = folder

    @cached_property
    def _index(self) -> dict[str, int]:
        words = (self._folder / "words.txt").read_text(encoding="utf-8").split("\n")
        return {word: number for number, word in enumerate(words) if word}

    def _array(self, name: str) -> Any:
        import numpy

        # A plain array over the mapped file: numpy's own memmap makes every look at it dearer.
        return numpy.asarray(numpy.load(self._folder / f"{name}.npy", mmap_mode="r"))

    @cached_property
    def _unigrams(self) -> Any:
        return self._array("unigrams")

    @cached_property
    def _bigrams(self) -> tuple[Any, Any]:
        return self._array("bigrams"), self._array("bigram-logs")

    @cached_property
    def _trigrams(self) -> tuple[Any, Any]:
        return self._array("trigrams"), self._array("trigram-logs")

    def number(self, word: str) -> int:
        """Return the number of a word in lower case; -1 where the model does not know it."""
        return self._index.get(word, -1)

    def numbers(self, words: Iterable[str]) -> list[int]:
        """Return the numbers of words in lower case."""
        index = self._index
        return [index.get(word, -1) for word in words]

    def window(self, words: tuple[str, str, str, str]) -> Window:
        """Return the numbers of the two words on either side of a word."""
        first, left, right, last = words
        return self.number(first), self.number(left), self.number(right), self.number(last)

    def __contains__(self, word: str) -> bool:
        """Tell whether the model knows a word in lower case."""
        return word in self._index

    def likelihoods(self, words: Any, before: Any, first: Any) -> tuple[Any, Any]:
        """Return how likely each of `words` is after `before` after `first`, and how it is known.

        All are numpy arrays of numbers of words. The likelihoods are natural logarithms; known is
        2 where the three words were counted together, 1 for the last two, else 0. Where they were
        not, the model backs off (Katz 1987).
        """
        return self._likelihoods(
            words, before, first, self._pair(words, before), self._pair(before, first)
        )

    def _pair(self, words: Any, before: Any) -> tuple[Any, Any]:
        """Return where pairs of words stand in the table, and whether they do."""
        keys = words * len(self._index) + before
        return _find(self._bigrams[0], keys, (words >= 0) & (before >= 0))

    def _likelihoods(
        self,
        words: Any,
        before: Any,
        first: Any,
        found: tuple[Any, Any],
        found_before: tuple[Any, Any],
    ) -> tuple[Any, Any]:
        """Return the likelihoods, given the places of both pairs (looking them up is the work)."""
        import numpy

        size = len(self._index)
        (pair, has_pair), (context, has_context) = found, found_before
        triple, has_triple = _find(
            self._trigrams[0],
            hashed((words * size + before) * size + first),
            (words >= 0) & (before >= 0) & (first >= 0),
        )
        single = numpy.where(words >= 0, self._unigrams[words, 0], UNKNOWN_LOG)
        step_back = numpy.where(before >= 0, self._unigrams[before, 1], 0.0)
        pair_logs = self._bigrams[1]
        by_pair = numpy.where(has_pair, pair_logs[pair, 0] * -STEP, single + step_back)
        backoff = pair_logs[context, 1] * BACKOFF_STEP + LEAST_BACKOFF
        by_triple = numpy.where(
            has_triple,
            self._trigrams[1][triple] * -STEP,
            by_pair + numpy.where(has_context, backoff, 0.0),
        )
        return by_triple, numpy.where(has_triple, 2, has_pair.astype(int))

    def fits(self, windows: Sequence[Window], words: Sequence[Sequence[int]]) -> Fits:
        """Return how well words fit: for each window some of them, all in one row.

        Asking for many at once takes little longer than for one.
        """
        import numpy

        if not windows:
            return Fits([], ())
        each = [len(some) for some in words]
        word = numpy.fromiter(chain.from_iterable(words), numpy.int64, sum(each))
        first, left, right, last = (
            numpy.repeat(column, each) for column in numpy.array(windows, dtype=numpy.int64).T
        )
        # A pair that is asked for is the next word's context: each is looked up once.
        opening, middle = self._pair(left, first), self._pair(word, left)
        closing, ending = self._pair(right, word), self._pair(last, right)
        here, seen_here = self._likelihoods(word, left, first, middle, opening)
        after, seen_after = self._likelihoods(right, word, left, closing, middle)
        later, seen_later = self._likelihoods(last, right, word, ending, closing)
        # What follows the end says nothing.
        ends = right == self.number(END)
        later = numpy.where(ends, 0.0, later)
        seen_later = numpy.where(ends, 0, seen_later)
        common = self._unigrams[word, 0]
        columns = (here, after, later, seen_here, seen_after, seen_later, common)
        return Fits((here + after + later).tolist(), columns)


def _find(keys: Any, wanted: Any, askable: Any) -> tuple[Any, Any]:
    """Return the place of each wanted key among sorted keys, and whether it is there."""
    import numpy

    # Asked in their order, neighbours are found in memory that is at hand: twice as fast.
    order = numpy.argsort(wanted)
    places = numpy.empty(len(wanted), dtype=numpy.intp)
    places[order] = numpy.searchsorted(keys, wanted[order].astype(keys.dtype))
    places[places == len(keys)] = 0
    return places, askable & (keys[places] == wanted)
