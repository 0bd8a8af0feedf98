"""The kinds of email after an interview."""

from __future__ import annotations

from enum import Enum


class Kind(Enum):
    """What an email after an interview is for."""

    THANK_YOU = "thank-you"
    FOLLOW_UP = "follow-up"
    REJECTION_REPLY = "rejection-reply"
