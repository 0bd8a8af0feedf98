"""`slot`: something is wrong with the slots of a template. Drafts are not to have any."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from followlint.analysis import Draft
from followlint.analysis.faults import SlotFault
from followlint.checks.base import CheckType, Hit
from followlint.finding import Edit


@dataclass(frozen=True)
class SlotCheck(CheckType):
    """Objects to slots with one sort of fault; `{match}` is the slot, `{problem}` says why."""

    fault: SlotFault

    judges_templates: ClassVar[bool] = True
    says: ClassVar[frozenset[str]] = frozenset({"match", "problem"})

    def hits(self, draft: Draft) -> Iterator[Hit]:
        """Yield each such slot, with an edit where it is plain what was meant."""
        for problem in (draft.slot_problems or {}).get(self.fault, ()):
            edit = Edit(problem.span, problem.instead) if problem.instead else None
            yield Hit(problem.span, {"match": problem.written, "problem": problem.says}, edit)
