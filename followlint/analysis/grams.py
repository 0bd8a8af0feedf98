"""Runs of one to three words, with numbers, months and days made alike."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from followlint.mail import Email, Part
from followlint.text import word_set
from followlint.view import View, words_of

#: What the kind is told from: the greeting and the signature say nothing about it.
TELLING = (Part.SUBJECT, Part.BODY, Part.POSTSCRIPT, Part.CLOSING)

_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_NUMBER = re.compile(r"\d[\d.,:]*")
_NUMBERS = word_set(
    "one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty"
)
_MONTHS = word_set(
    """
    january february march april june july august september october november december
    jan feb mar apr jun jul aug sept sep oct nov dec
    """
)
_DAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")
_LONGEST = 3


def grams_of(email: Email) -> frozenset[str]:
    """Return the runs of words of what the writer says, part by part."""
    return frozenset(
        gram
        for block in email.of(*TELLING)
        for gram in _runs(View(words_of(block.span.of(email.text))).forms)
    )


def sentence_grams(text: str) -> frozenset[str]:
    """Return the runs of words of a sentence, and its pairs of words with any one between."""
    forms = View(words_of(text)).forms
    shapes = ["^", *map(_shape, forms), "$"]
    pairs = zip(shapes, shapes[2:], strict=False)
    return frozenset([*_runs(forms), *(f"{first} _ {second}" for first, second in pairs)])


def _runs(forms: Sequence[str]) -> Iterator[str]:
    shapes = ["^", *map(_shape, forms), "$"]
    for length in range(1, _LONGEST + 1):
        for at in range(len(shapes) - length + 1):
            yield " ".join(shapes[at : at + length])


def _shape(form: str) -> str:
    if _ORDINAL.fullmatch(form):
        return "#th"
    if form in _NUMBERS or _NUMBER.fullmatch(form):
        return "#"
    if form in _MONTHS:
        return "MONTH"
    return "DAY" if form in _DAYS else form
