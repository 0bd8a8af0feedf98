"""Numbers about an email: words, paragraphs, reading grade; the only importer of textstat."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum

from followlint.mail import Email, Part

_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
#: What ends a sentence for textstat, and what may stand behind it; it leaves out shorter ones.
_ENDS, _CLOSERS, _SHORTEST = (".", "!", "?"), "\"'”’)]", 2


class Measure(Enum):
    """What can be counted in an email's body and postscript; greeting, closing, signature and
    quoted text are nobody's reading time."""

    WORDS = "words"
    PARAGRAPHS = "paragraphs"


def count_words(text: str) -> int:
    """Count the runs between white space that hold a letter or a digit."""
    return sum(1 for run in text.split() if _LETTER_OR_DIGIT.search(run))


def measure(email: Email, what: Measure) -> int:
    """Return a measure of an email."""
    blocks = list(email.of(Part.BODY, Part.POSTSCRIPT))
    if what is Measure.PARAGRAPHS:
        return len(blocks)
    return sum(count_words(block.span.of(email.text)) for block in blocks)


def grade_at_most(sentences: Sequence[str]) -> float:
    """Return a grade that `reading_grade` of these sentences, joined, hardly ever exceeds.

    It is the same formula, with the sentences known and those left out that textstat may join to
    others or leave out. Reading textstat takes a second and 80 MB (NLTK and, where it is installed,
    SciPy come along), which a text far below every limit can spare.
    """
    words = [word for sentence in sentences for word in sentence.split()]
    whole = [
        s for s in sentences if s.rstrip(_CLOSERS)[-1:] in _ENDS and len(s.split()) > _SHORTEST
    ]
    if not words:
        return 0.0
    letters = sum(map(len, words)) / len(words)
    return 4.71 * letters + 0.5 * len(words) / max(1, len(whole)) - 21.43


def reading_grade(text: str) -> float:
    """Return the automated readability index: the years of school that a text asks for.

    One of the few of textstat's measures that need no syllables, and so no download.
    """
    import textstat

    return float(textstat.automated_readability_index(text))
