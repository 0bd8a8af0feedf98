"""Which moves of a good email a draft makes: thanks, something specific, interest, a question."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from followlint.checks.move import Move
from followlint.report.results import Checked

#: What people call the moves that rules look for. A move of a user's own rule goes by its name.
LABELS = {"gratitude": "Thanks", "reference": "Specific", "interest": "Interest", "ask": "Ask"}


class State(Enum):
    """What is known of a move in a draft."""

    MADE = "made"
    MISSING = "missing"
    NOT_ASKED = "not asked of this email"
    UNKNOWN = "could not be checked"


def move_names(drafts: Iterable[Checked]) -> list[str]:
    """Return the moves that a report has columns for: ours always, then the users' own."""
    found = {
        rule.check.move: None
        for draft in drafts
        for rule in draft.rules
        if isinstance(rule.check, Move)
    }
    return list({**dict.fromkeys(LABELS), **found})


def move_map(draft: Checked, names: Iterable[str]) -> dict[str, State]:
    """Return the state of each move in a draft.

    A move is asked for by the rules that look for it in this kind of email. Where a tool failed,
    silence does not mean that the move was made.
    """
    return {name: _state(draft, name) for name in names}


def _state(draft: Checked, name: str) -> State:
    asking = {
        rule.code
        for rule in draft.rules
        if isinstance(rule.check, Move) and rule.check.move == name and draft.kind in rule.kinds
    }
    if any(finding.code in asking for finding in draft.findings):
        return State.MISSING
    if draft.report.failures:
        return State.UNKNOWN
    return State.MADE if asking else State.NOT_ASKED
