"""`invisible`: characters that nobody sees, and that came along from a web page or a chat.

They split words for whatever searches or reads the mail aloud, and overrides of the reading
direction show the reader another text than the one that was sent. Where they do their work they are
innocent: joiners inside an emoji, joiners and breaks between the letters of scripts that have them,
marks of direction in a text with letters that run from right to left.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from followlint.analysis import Draft
from followlint.checks.base import CheckType, Hit
from followlint.finding import Applicability, Edit
from followlint.mail.email import VISIBLE
from followlint.text import Span, Spans

_OVERRIDES = "\u202d\u202e"
_DIRECTIONS = "\u061c\u200e\u200f\u202a-\u202c\u2066-\u2069"
_JOINERS = "\u200b-\u200d\ufeff"
_OTHERS = "\u2060-\u2064\ufff9-\ufffb\U000e0000-\U000e007f"
_RUN = re.compile(f"[{_OVERRIDES}{_DIRECTIONS}{_JOINERS}{_OTHERS}]+")
_OVERRIDE = re.compile(f"[{_OVERRIDES}]")
_DIRECTION = re.compile(f"[{_DIRECTIONS}]+")
_JOINER = re.compile(f"[{_JOINERS}]+")
_FROM_THE_RIGHT = ("R", "AL")
#: Letters that no joiner or break belongs to: Latin, Greek and Cyrillic stand below this.
_FIRST_JOINED = "\u0590"


@dataclass(frozen=True)
class Invisible(CheckType):
    """Objects to runs of invisible characters that do nothing; `{what}` names the first."""

    says: ClassVar[frozenset[str]] = frozenset({"what"})

    def hits(self, draft: Draft) -> Iterator[Hit]:
        """Yield each run; taking it out is safe but where it turns the reading direction round."""
        pictures = Spans(emoji.span for emoji in draft.emojis)
        for block in draft.spans(*VISIBLE):
            text = block.of(draft.text)
            if text.isascii():
                continue
            turned = _OVERRIDE.search(text) is not None
            directed = any(unicodedata.bidirectional(char) in _FROM_THE_RIGHT for char in text)
            for match in _RUN.finditer(text):
                span = Span(block.start + match.start(), block.start + match.end())
                if pictures.overlap(span) or _works(text, match, directed and not turned):
                    continue
                fix = Applicability.UNSAFE if turned else Applicability.SAFE
                yield Hit(span, {"what": _name(match[0][0])}, Edit(span, "", fix))


def _works(text: str, match: re.Match[str], directed: bool) -> bool:
    """Tell whether a run of invisible characters has work to do where it stands."""
    if _DIRECTION.fullmatch(match[0]):
        return directed
    beside = text[max(0, match.start() - 1) : match.start()] + text[match.end() : match.end() + 1]
    return bool(_JOINER.fullmatch(match[0])) and any(map(_is_joined, beside))


def _is_joined(char: str) -> bool:
    kind = unicodedata.category(char)
    return kind == "So" or (char >= _FIRST_JOINED and kind[0] in "LM")  # newer emoji are symbols


def _name(char: str) -> str:
    return unicodedata.name(char, f"U+{ord(char):04X}").lower()
