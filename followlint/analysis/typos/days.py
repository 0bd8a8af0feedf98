"""Days and months, misspelt: they have a capital, and so look like somebody's name."""

from __future__ import annotations

import re

from followlint.analysis.likeness import slips_between
from followlint.text import Span, word_set

CALENDAR = word_set(
    """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday
    January February March April June July August September October November December
    """
)
#: Names of days and months so long that nobody's own name comes near them, as "Munday" does.
_LONG = sorted(name for name in CALENDAR if len(name) > len("Monday"))
_NEAR = 2
#: What stands before a day; before "Octavia Novembre" or "Dear Saturdey" nothing of the sort does.
_WHEN = re.compile(
    r"(?i)(?:\b(?:on|in|by|until|till|since|from|for|of|before|after|last|next|this|every|late|early"
    r"|mid|and|or|to|through|past|coming|your|our|the)|[\d,(/–-]|\d(?:st|nd|rd|th))\s*$"
)
#: The longest of these, with room for spaces.
_LOOKED_AT = 16


def misspelt_day(span: Span, text: str) -> str:
    """Return the day or month that "Wensday" or "Febuary" must be; empty for any other word."""
    word = span.of(text)
    if not word[:1].isupper() or word in CALENDAR or abs(len(word) - len("December")) > 3:
        return ""
    if not _WHEN.search(text[max(0, span.start - _LOOKED_AT) : span.start]):
        return ""
    near = (name for name in _LONG if name[0] == word[0])
    return next((name for name in near if slips_between(word, name) <= _NEAR), "")
