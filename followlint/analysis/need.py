"""What a check may need beyond the text itself."""

from __future__ import annotations

from enum import Enum


class Need(Enum):
    """A heavy analysis; nothing is loaded that no chosen rule needs."""

    PARSE = "parse"
    TYPOS = "typos"
