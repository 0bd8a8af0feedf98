"""What a typo engine is: anything that finds slips in running text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from followlint.text import Span


class SlipKind(Enum):
    """What sort of slip it is; every engine's own categories are mapped to these."""

    SPELLING = "spelling"
    REPEATED_WORD = "repeated-word"
    WRONG_WORD = "wrong-word"
    GRAMMAR = "grammar"


@dataclass(frozen=True)
class Slip:
    """A slip at a place of the text, with what the engine would put there, best first."""

    span: Span
    kind: SlipKind
    suggestions: tuple[str, ...] = ()


class Engine(Protocol):
    """A typo engine. It may be slow to build and is asked from one thread at a time."""

    def slips(self, text: str) -> Iterable[Slip]:
        """Yield the slips in `text`, spans in code points.

        Raises `ToolError` where the engine fails.
        """
        ...
