"""Which of the words that may be meant is held against the word that is written.

The n-grams see two words to either side; a network, where there is one, sees the whole sentence.
It is asked of sentences in which the n-grams make any word doubtful.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from followlint.analysis.parse import Sentence, Token
from followlint.analysis.typos.fitting import Choice, Fitting
from followlint.analysis.typos.gains import Question, Standing
from followlint.text import in_case_of

#: What a choice gains by the n-grams counts this much beside what it gains by the network.
_NGRAMS_COUNT, _GAINS = 0.25, (-8.0, 8.0)
#: Choices that gain less than this by the network, and do not stand out, were never slips.
_LEAST_GAIN = -3.0
#: Who is less far behind (natural logarithms) may as well have been meant.
_NEARLY = 1.5
#: Likelihoods beyond these (natural logarithms) are as good as certain.
_FARTHEST = 12.0


@dataclass(frozen=True)
class Chosen:
    """A question, the choice that speaks loudest for itself, and what the models say of it.

    `or_else` is another choice that speaks nearly as loudly, if one does.
    """

    question: Question
    choice: int
    features: Mapping[str, float]
    or_else: int | None = None


@dataclass(frozen=True)
class Lacking:
    """A word of a sentence before which a little one is missing, and how likely (0 to 1)."""

    before: Token
    word: str
    likelihood: float


class Read:
    """What the models say of the words of some sentences.

    Making one raises `ToolError` where the network cannot be loaded.
    """

    def __init__(
        self,
        standings: Sequence[Standing],
        sentences: Iterable[Sentence],
        fitting: Fitting | None,
        is_doubtful: Callable[[Standing], bool],
    ) -> None:
        """Ask the network, where there is one, of the sentences with a doubtful word."""
        self._standings = standings
        self._fitting = fitting
        self._texts = list(_worth_reading(standings, sentences, is_doubtful)) if fitting else []
        self._readings = fitting.read([one.asked for one in self._texts]) if fitting else []

    def chosen(self) -> Iterator[Chosen]:
        """Yield the questions worth a thought, each with the likeliest choice."""
        if self._fitting is None:
            for standing in self._standings:
                if standing.best is not None:
                    yield chosen_by_ngrams(standing)
        for text, reading in zip(self._texts, self._readings, strict=True):
            for standing, likely in zip(text.standings, reading.likely, strict=True):
                if likely is not None and (chosen := _chosen(standing, likely)):
                    yield chosen

    def lacking(self) -> Iterator[Lacking]:
        """Yield the words before which another is missing."""
        for text, reading in zip(self._texts, self._readings, strict=True):
            for missing in reading.missing:
                token = text.tokens.get(missing.at)
                # Of marks and numbers the network has not learned what may be missing before them.
                if token is not None and token.text.isalpha():
                    yield Lacking(token, missing.word, missing.likelihood)


@dataclass(frozen=True)
class _Text:
    """A sentence as the network reads it: its tokens by where they stand in it, and its words of
    which anything is asked."""

    text: str
    tokens: Mapping[int, Token]
    standings: Sequence[Standing]

    @property
    def asked(self) -> tuple[str, Sequence[Choice]]:
        """The text, and the choices for the words that are asked of."""
        at = {token.span.start: at for at, token in self.tokens.items()}
        return self.text, [
            _choice(at[one.question.place.span.start], one.question) for one in self.standings
        ]


def chosen_by_ngrams(standing: Standing) -> Chosen:
    """Return the best of the near choices. There must be one that is worth a thought."""
    assert standing.best is not None
    return Chosen(standing.question, standing.best, standing.features(standing.best))


def _worth_reading(
    standings: Sequence[Standing],
    sentences: Iterable[Sentence],
    is_doubtful: Callable[[Standing], bool],
) -> Iterator[_Text]:
    by_place = {standing.question.place.span.start: standing for standing in standings}
    for sentence in sentences:
        own = [
            by_place[token.span.start] for token in sentence.tokens if token.span.start in by_place
        ]
        if any(map(is_doubtful, own)):
            yield _as_read(sentence, own)


def _as_read(sentence: Sentence, standings: Sequence[Standing]) -> _Text:
    """Put tokens together as far apart as they stood, any white space as one."""
    text, tokens, end = "", {}, -1
    for token in sentence.tokens:
        if text and token.span.start > end:
            text += " "
        tokens[len(text)] = token
        text += token.text.replace("’", "'")
        end = token.span.end
    return _Text(text, tokens, standings)


def _choice(at: int, question: Question) -> Choice:
    written = question.place.text
    return Choice(at, [written, *(in_case_of(written, word) for word, _ in question.choices)])


def _chosen(standing: Standing, likely: Sequence[float]) -> Chosen | None:
    written, *others = (max(one, -_FARTHEST) for one in likely)
    least, most = _GAINS

    def speaks_for(choice: int) -> float:
        return others[choice] + _NGRAMS_COUNT * min(max(standing.gains[choice], least), most)

    choice, *behind = sorted(range(len(others)), key=speaks_for, reverse=True)
    gain = others[choice] - written
    if gain < _LEAST_GAIN and standing.best is None:
        return None
    next_best = max((one for at, one in enumerate(others) if at != choice), default=-_FARTHEST)
    rare = standing.is_rare
    features = {
        "rare": float(rare),
        "rare, read written": written * rare,
        "rare, read gain": gain * rare,
        "read written": written,
        "read gain": gain,
        "read gain, rising": max(gain, 0.0),
        "read ahead": others[choice] - next_best,
        "stands out": float(standing.best is not None),
        "stands out as that": float(standing.best == choice),
    }
    near = bool(behind) and speaks_for(choice) - speaks_for(behind[0]) < _NEARLY
    or_else = behind[0] if near else None
    return Chosen(standing.question, choice, standing.features(choice) | features, or_else)
