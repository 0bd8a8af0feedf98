"""`literal`: patterns over the text as it is written, capitals and spaces included."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import ClassVar

from followlint.analysis import Draft, Need
from followlint.checks.base import CheckType, Hit
from followlint.finding import Applicability, Edit
from followlint.mail import Part
from followlint.pattern import Literal
from followlint.text import Span, fold

_RUN = re.compile(r"\S+")
_IN_ADDRESS = re.compile(r"://|@|www\.|(?<=\S)\.(?:com|org|net|io|co|edu|gov|txt|pdf|py)\b")


class Cure(Enum):
    """What mends the marked stretch."""

    CAPITALISE = "capitalise"
    REMOVE = "remove"
    ADD_SPACE = "add-space"


@dataclass(frozen=True)
class Spot:
    """A wrong look: `find` marks the stretch, `cure` says what mends it, `right` overrules it.

    `fix` says whether the cure may be put in unread.
    """

    find: Literal
    cure: Cure
    says: str
    right: str = ""
    fix: Applicability = Applicability.SAFE
    parts: Sequence[Part] = (Part.SUBJECT, Part.BODY, Part.POSTSCRIPT, Part.CLOSING)


@dataclass(frozen=True)
class Spots(CheckType):
    """Objects to the `spots` found outside addresses; `{match}` and `{fault}` say what and why."""

    spots: Sequence[Spot]

    needs: ClassVar[frozenset[Need]] = frozenset({Need.PARSE})
    says: ClassVar[frozenset[str]] = frozenset({"match", "fault"})
    yields: ClassVar[bool] = True

    def hits(self, draft: Draft) -> Iterator[Hit]:
        """Yield the spots, each place once."""
        for block in draft.email.of(*Part):
            text = block.span.of(draft.text)
            taken = bytearray(len(text) + 1)  # the places that nothing more is said of
            for run in _RUN.finditer(text):
                if _IN_ADDRESS.search(run[0]):
                    taken[run.start() : run.end()] = b"\1" * len(run[0])
            for spot in self.spots:
                if block.part not in spot.parts:
                    continue
                for start, end in spot.find.marks(text):
                    if any(taken[start:end]):
                        continue
                    taken[start:end] = b"\1" * (end - start)
                    span = Span(block.span.start + start, block.span.start + end)
                    wrong = text[start:end]
                    says = {"match": fold(wrong) or wrong, "fault": spot.says}
                    yield Hit(span, says, Edit(span, _cured(wrong, spot), spot.fix))


def _cured(wrong: str, spot: Spot) -> str:
    if spot.right:
        return spot.right
    if spot.cure is Cure.CAPITALISE:
        return wrong[:1].upper() + wrong[1:]
    return f"{wrong} " if spot.cure is Cure.ADD_SPACE else ""
