"""How much better other words would fit where a word stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from followlint.analysis.typos.confusable import Confusion
from followlint.analysis.typos.ngrams import Fit, NGrams, Window
from followlint.analysis.typos.runs import Place

#: Of likelihoods (natural logarithms) nothing smaller is worth telling apart.
_LEAST_LOG = -14.0
#: What gains less (natural logarithms) was never enough to accuse.
_LEAST_GAIN = 3.0
#: Being ahead of all others by more than this makes a choice no surer.
_FAR_AHEAD = 6.0
#: The two words on either side of a word.
Around = tuple[str, str, str, str]


@dataclass(frozen=True)
class Question:
    """A word, the two words on either side of it, and what it may stand for."""

    place: Place
    around: Around
    choices: Sequence[tuple[str, Confusion]]

    @property
    def words(self) -> list[str]:
        """The word that is written, then the choices."""
        return [self.place.word, *(word for word, _ in self.choices)]


@dataclass(frozen=True)
class Gain:
    """The likeliest choice for a question, and what the model says of it against what is written.

    `choice` is an index; the features are those that `misfits` weighs.
    """

    choice: int
    features: dict[str, float]


def gains(ngrams: NGrams, questions: Sequence[Question]) -> Iterator[tuple[Question, Gain]]:
    """Yield the questions whose likeliest choice is worth a thought. All are asked at once."""
    windows = [ngrams.window(question.around) for question in questions]
    fits = ngrams.fits(windows, [ngrams.numbers(question.words) for question in questions])
    start = 0
    for question, window in zip(questions, windows, strict=True):
        end = start + 1 + len(question.choices)
        written, *choices = fits.sums[start:end]
        best = max(range(len(choices)), key=choices.__getitem__)
        gain = choices[best] - written
        if gain >= _LEAST_GAIN:
            ahead = choices[best] - max(
                (one for number, one in enumerate(choices) if number != best), default=-99.0
            )
            features = _features(fits.fit(start), fits.fit(start + 1 + best), gain, ahead, window)
            yield question, Gain(best, features)
        start = end


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
