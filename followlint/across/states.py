"""What is known of an application on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from followlint.analysis.timing import Window


class State(Enum):
    """How an application stands, the most pressing first: two speak of the writer's next message.

    `UNKNOWN` is one of which neither the interview nor any message has a date.
    """

    OVERDUE = "overdue"
    DUE = "due"
    INTERVIEWED = "interviewed"
    ANSWERED = "answered"
    THANKED = "thanked"
    FOLLOWED_UP = "followed up"
    AHEAD = "ahead"
    UNKNOWN = "unknown"
    CLOSED = "closed"


@dataclass(frozen=True)
class Step:
    """The writer's next message, "thank-you" or "follow-up", and when to send it."""

    message: str
    window: Window


@dataclass(frozen=True)
class Standing:
    """One application. `letters` are its own by number, `drafts` those of them not sent yet.

    Days are those of the last interview, of the thanks for it, of the follow-ups since they last
    wrote, and of when that was. `ended` says what ended it: "declined", "withdrawn", "accepted",
    "silence", or nothing.
    """

    letters: tuple[int, ...]
    drafts: tuple[int, ...]
    company: str
    role: str
    people: tuple[str, ...]
    state: State
    interviewed: date | None = None
    thanked: date | None = None
    followed_up: tuple[date, ...] = ()
    answered: date | None = None
    step: Step | None = None
    ended: str = ""
