"""What a message ends: an application that is turned down, withdrawn or taken up."""

from __future__ import annotations

import re

from followlint.mail import Email
from followlint.mail.email import PROSE
from followlint.text import fold

#: What is said when it is over, and what that is called. None of it stands in a question or a wish.
_ENDINGS = (
    (
        "declined",
        r"\b(?:(?:decided|chosen|opted) to (?:(?:move|go|proceed|progress)(?: forward| ahead)? with"
        r"|offer (?:it|the \w+) to|hire|appoint) (?:an?other|other|someone|somebody|a different)"
        r"|(?:not|n['’]t) (?:be )?(?:moving|proceeding|progressing|taking|going)(?: \w+){0,3}"
        r" (?:forward|further|ahead)"
        r"|unsuccessful on this occasion|(?:your|the) application (?:was|has been) unsuccessful"
        r"|(?:position|role|post|vacancy) has (?:now |already |since )?been filled"
        r"|regret to (?:inform|tell|let|say)|unable to offer you)",
    ),
    (
        "withdrawn",
        r"\b(?:(?:i|i['’]d like to|i would like to|i have decided to|i must|i wish to|to) withdraw"
        r"|withdrawing|i have withdrawn) (?:my|from)\b",
    ),
    (
        "accepted",
        r"\b(?:i (?:am (?:happy|delighted|glad|pleased|thrilled) to )?(?:accept|have accepted)"
        r"|delighted to accept|writing to accept) (?:your|the|this)(?: \w+){0,2} offer\b",
    ),
)
_PATTERNS = [(name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _ENDINGS]
_SENTENCE = re.compile(r"[^.?!]*[.?!]?")
_OPEN = re.compile(r"\b(?:if|whether|unless|should you|in case)\b", re.IGNORECASE)


def outcome_of(email: Email) -> str:
    """Return "declined", "withdrawn" or "accepted" where a message says so; else nothing."""
    text = " ".join(fold(block.span.of(email.text)) for block in email.of(*PROSE))
    for sentence in _SENTENCE.findall(text):
        if sentence.endswith("?") or _OPEN.search(sentence):
            continue
        for name, pattern in _PATTERNS:
            if pattern.search(sentence):
                return name
    return ""
