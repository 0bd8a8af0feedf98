"""What is kept of a draft for the rules that look across drafts: plain data, as JSON knows it.

It is noted while the draft is analysed, so that nothing need be parsed again, and goes with the
report through processes and caches.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from followlint.across import letter_of
from followlint.analysis import Draft
from followlint.errors import ToolError
from followlint.rule import Rule
from followlint.suppression import unignored


def facts_of(draft: Draft, rules: Sequence[Rule]) -> Mapping[str, Any]:
    """Return the facts of a draft: its letter, what rules note, and which judge it or are ignored.

    A rule that is ignored in the draft, or made for other kinds, still notes: others may be held
    against this one. Empty where no rule compares, and of a file that is no draft but a template,
    or none at all.
    """
    comparing = [rule for rule in rules if rule.check.compares]
    if draft.broken or draft.slot_problems is not None or not comparing:
        return {}
    judges = unignored(comparing, draft.email.context)
    notes: dict[str, Any] = {}
    for rule in comparing:
        try:
            notes[rule.code] = rule.check.note(draft)
        except ToolError:
            continue  # said where the rule looked at the draft itself
    return {
        # Whoever compares says which day it is; facts may be kept for longer.
        "letter": letter_of(draft, date.min).plain(),
        "notes": notes,
        "judges": [rule.code for rule in judges if draft.kind in rule.kinds],
        "ignored": [rule.code for rule in comparing if rule not in judges],
    }
