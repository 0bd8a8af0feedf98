"""Runs of one to three words, with numbers, months and days made alike."""

from __future__ import annotations

import re

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
    found: set[str] = set()
    for block in email.of(*TELLING):
        forms = View(words_of(block.span.of(email.text))).forms
        shapes = ["^", *map(_shape, forms), "$"]
        found.update(
            " ".join(shapes[at : at + length])
            for length in range(1, _LONGEST + 1)
            for at in range(len(shapes) - length + 1)
        )
    return frozenset(found)


def _shape(form: str) -> str:
    if _ORDINAL.fullmatch(form):
        return "#th"
    if form in _NUMBERS or _NUMBER.fullmatch(form):
        return "#"
    if form in _MONTHS:
        return "MONTH"
    return "DAY" if form in _DAYS else form
