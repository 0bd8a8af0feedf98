"""What may be wrong with the slots of a template, for the checks that say so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from followlint.text import Span


class SlotFault(Enum):
    """A sort of fault: its form, its name, its spelling, whom it stands for, or that it is idle."""

    MALFORMED = "malformed"
    UNDECLARED = "undeclared"
    INCONSISTENT = "inconsistent"
    AMBIGUOUS = "ambiguous"
    UNUSED = "unused"


@dataclass(frozen=True)
class SlotProblem:
    """What is wrong with one slot: where it stands, how it is written, and what is wrong with it.

    `instead` is what should stand there, where anybody can tell.
    """

    span: Span
    written: str
    says: str
    instead: str = ""


#: The problems of a whole template, by sort and in the order of the text.
SlotProblems = Mapping[SlotFault, Sequence[SlotProblem]]
