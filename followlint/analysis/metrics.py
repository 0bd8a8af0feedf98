"""Numbers about an email: words, paragraphs, reading grade; the only importer of textstat."""

from __future__ import annotations

import re
from enum import Enum

from followlint.mail import Email, Part

_LETTER_OR_DIGIT = re.compile(r"[^\W_]")


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


def reading_grade(text: str) -> float:
    """Return the automated readability index: the years of school that a text asks for.

    One of the few of textstat's measures that need no syllables, and so no download.
    """
    import textstat

    return float(textstat.automated_readability_index(text))
