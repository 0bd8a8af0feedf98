"""Closings in other languages: "Ashe oleng," is no slip."""

from __future__ import annotations

import re

from followlint.analysis.typos.lexicon import zipf

_WORD = re.compile(r"[^\W\d_]+")
#: What English readers meet this often (on the Zipf scale) is plain English to them.
_PLAIN = 3.5
_FEWEST_WORDS = 2


def is_foreign(text: str) -> bool:
    """Tell whether a short text has several words and none of plain English among them."""
    words = _WORD.findall(text.lower())
    return len(words) >= _FEWEST_WORDS and all(zipf(word) < _PLAIN for word in words)
