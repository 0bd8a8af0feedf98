"""Words that stand twice, those that the engines pass over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from followlint.analysis.parse import Sentence
from followlint.analysis.typos.engine import Slip, SlipKind
from followlint.analysis.typos.lexicon import zipf
from followlint.text import Span, word_set

#: Rarer words may be names of things: "couscous", "cha cha", "moi moi".
_COMMON = 4.0
#: Words that stand twice in good English ("the fix that that team needed", "really really").
MAY_DOUBLE = word_set("that had really very far many so no bye")
#: Said twice on purpose, too: sounds, and words for more of what they say. The engines' own hits on
#: these are shown: "you you" is a slip more often than not.
_ON_PURPOSE = MAY_DOUBLE | word_set(
    """
    much more long yes well there now hey ha ho knock tick tock ding boo night never ever over again
    and too quite big old hush tut chop choo can her you him what who is please
    """
)


def doubled_words(sentences: Sequence[Sentence]) -> Iterator[Slip]:
    """Yield each common word in lower case that stands twice with nothing but space between."""
    for sentence in sentences:
        tokens = sentence.tokens
        for at, (first, second) in enumerate(pairwise(tokens)):
            word = second.text
            # The end of a compound is another word: "well-being being".
            compound = at > 0 and tokens[at - 1].span.end == first.span.start
            if (
                not compound
                and word.islower()
                and word.isalpha()
                and len(word) > 1
                and first.text.lower() == word
                and first.span.end < second.span.start
                and zipf(word) >= _COMMON
                and word not in _ON_PURPOSE
            ):
                span = Span(first.span.start, second.span.end)
                yield Slip(span, SlipKind.REPEATED_WORD, (first.text,))
