"""How much better other words would fit where a word stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from followlint.analysis.typos.confusable import Confusion
from followlint.analysis.typos.ngrams import Fit, Fits, NGrams, Window
from followlint.analysis.typos.runs import Around, Place

#: Of likelihoods (natural logarithms) nothing smaller is worth telling apart.
_LEAST_LOG = -14.0
#: What gains less (natural logarithms) was never enough to accuse.
_LEAST_GAIN = 3.0
#: Being ahead of all others by more than this makes a choice no surer.
_FAR_AHEAD = 6.0


@dataclass(frozen=True)
class Question:
    """A word, the two words on either side of it, and what it may stand for.

    Of the choices the first `near` ones are so near that the n-grams may suspect them.
    """

    place: Place
    around: Around
    choices: Sequence[tuple[str, Confusion]]
    near: int

    @property
    def words(self) -> list[str]:
        """The word that is written, then the choices."""
        return [self.place.word, *(word for word, _ in self.choices)]


@dataclass(frozen=True)
class Standing:
    """A question, and what the model says of each choice against what is written."""

    question: Question
    window: Window
    fits: Fits
    start: int
    #: Of the word that is written; -1 where the model does not know it.
    number: int

    @cached_property
    def gains(self) -> Sequence[float]:
        """How much likelier each choice is than what is written (natural logarithms)."""
        end = self.start + 1 + len(self.question.choices)
        written, *choices = self.fits.sums[self.start : end]
        return [choice - written for choice in choices]

    @property
    def is_rare(self) -> bool:
        """Whether the model does not know the word that is written."""
        return self.number < 0

    @cached_property
    def best(self) -> int | None:
        """The index of the likeliest of the near choices; None where none is worth a thought."""
        near = self.gains[: self.question.near]
        best = max(range(len(near)), key=near.__getitem__, default=None)
        return best if best is not None and near[best] >= _LEAST_GAIN else None

    def features(self, choice: int) -> dict[str, float]:
        """Return what the model says of a choice, by the names that `misfits` weighs."""
        gain = self.gains[choice]
        ahead = gain - max(
            (other for number, other in enumerate(self.gains) if number != choice), default=-99.0
        )
        written, meant = self.fits.fit(self.start), self.fits.fit(self.start + 1 + choice)
        return _features(written, meant, gain, ahead, self.window)


def standings(ngrams: NGrams, questions: Sequence[Question]) -> Iterator[Standing]:
    """Yield how the choices for each question stand. All are asked at once."""
    windows = [ngrams.window(question.around) for question in questions]
    numbers = [ngrams.numbers(question.words) for question in questions]
    fits = ngrams.fits(windows, numbers)
    start = 0
    for question, window, (written, *_) in zip(questions, windows, numbers, strict=True):
        yield Standing(question, window, fits, start, written)
        start += 1 + len(question.choices)


def _features(
    written: Fit, meant: Fit, gain: float, ahead: float, window: Window
) -> dict[str, float]:
    _, left, right, _ = window
    here, after = meant.here - written.here, meant.after - written.after
    return {
        "gain": gain,
        "gain to 4": min(max(gain, 0.0), 4.0),
        "gain to 8": min(max(gain - 4, 0.0), 4.0),
        "gain to 14": min(max(gain - 8, 0.0), 6.0),
        "gain here": here,
        "gain after": after,
        "gain later": meant.later - written.later,
        "loss here": min(here, 0.0),
        "loss after": min(after, 0.0),
        "lesser gain": min(here, after),
        "written here": written.here,
        "written after": written.after,
        "written later": written.later,
        "written here, cut": max(written.here, _LEAST_LOG),
        "written after, cut": max(written.after, _LEAST_LOG),
        "seen here": written.seen_here,
        "seen after": written.seen_after,
        "seen later": written.seen_later,
        "meant seen here": meant.seen_here,
        "meant seen after": meant.seen_after,
        "meant seen later": meant.seen_later,
        "seen nowhere": not written.seen_here and not written.seen_after,
        "seen on both sides": written.seen_here > 0 and written.seen_after > 0,
        "meant seen on both sides": meant.seen_here > 0 and meant.seen_after > 0,
        "meant seen in three here": meant.seen_here == 2,
        "meant seen in three after": meant.seen_after == 2,
        "ahead of others": min(ahead, _FAR_AHEAD),
        "log common": written.common,
        "log common meant": meant.common,
        "unknown left": left < 0,
        "unknown right": right < 0,
    }
