"""The shapes of an email's lines: what greets, what closes, what is a name, what is a postscript.

Only shapes are known here; where each part begins and ends is decided in `reader`.
"""

from __future__ import annotations

import re

from followlint.mail.farewell import (
    inline_closing,
    is_closing,
    is_farewell_sentence,
    is_leaning_line,
    is_sentence_closing,
)
from followlint.mail.greeting import greeting_end, greeting_line
from followlint.mail.signature import is_device_line, is_name, is_signature_mark

__all__ = [
    "greeting_end",
    "greeting_line",
    "inline_closing",
    "is_closing",
    "is_device_line",
    "is_farewell_sentence",
    "is_leaning_line",
    "is_name",
    "is_postscript",
    "is_sentence",
    "is_sentence_closing",
    "is_signature_mark",
]

_POSTSCRIPT = re.compile(
    r"\s*(?:(?:P\.?\s?){1,2}S\b\.?|P[./-]-?S\.?|Post\s?script(?:um)?:)[\s:.,–—-]*", re.IGNORECASE
)
_SENTENCE_WORDS = 3


def is_sentence(line: str) -> bool:
    """Tell whether a line reads as a sentence rather than as a line of a signature."""
    text = line.strip()
    return text[-1:] in ".!?" and len(text.split()) > _SENTENCE_WORDS


def is_postscript(line: str) -> bool:
    """Tell whether a line opens a postscript."""
    return bool(_POSTSCRIPT.match(line))
