"""The Englishes that a draft may be written in."""

from __future__ import annotations

import difflib
import re
from enum import Enum
from types import MappingProxyType

from followlint.text import fold


class Dialect(Enum):
    """The English of a region, as its writers spell it and its readers expect it."""

    AMERICAN = "american"
    BRITISH = "british"
    CANADIAN = "canadian"
    AUSTRALIAN = "australian"
    INDIAN = "indian"


#: The dialects by all their names: those of a language tag are what other proofreaders take.
DIALECTS = MappingProxyType(
    {
        **{dialect.value: dialect for dialect in Dialect},
        "en-US": Dialect.AMERICAN,
        "en-GB": Dialect.BRITISH,
        "en-CA": Dialect.CANADIAN,
        "en-AU": Dialect.AUSTRALIAN,
        "en-NZ": Dialect.AUSTRALIAN,
        "en-IN": Dialect.INDIAN,
    }
)


def dialect_of(text: str) -> Dialect:
    """Return the dialect that a value names, in any case; raises `ValueError`."""
    named = {_letters(name): name for name in DIALECTS}
    if found := named.get(_letters(text)):
        return DIALECTS[found]
    near = difflib.get_close_matches(_letters(text), named, 1, 0.7)
    known = ", ".join(DIALECTS)
    hint = f"did you mean “{named[near[0]]}”?" if near else f"known are: {known}"
    raise ValueError(f"“{fold(text)[:40]}” is no dialect; {hint}")


def _letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text).lower()
