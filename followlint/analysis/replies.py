"""When the other side last wrote, told from what is quoted below a draft.

Mail programs put a line with the sender and the date above what they quote: "On Tue, 12 May 2026 at
09:14, Ana Berg <ana@…> wrote:", or a block that begins with `From:` and `Sent:`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from followlint.mail import Email, Moment, Part
from followlint.mail.dates import DateError, moment_of
from followlint.text import fold

_QUOTE_MARKS = re.compile(r"^[>\s]+")
_ATTRIBUTION = re.compile(r"(?:^|\n)(?:On|At) (?P<says>[^\n]+(?:\n[^\n]+){0,2}?) (?:wrote|writes):")
_BLOCK = re.compile(
    r"(?:^|\n)\*?From:\*? ?(?P<sender>[^\n]+)(?P<below>(?:\n\*?[A-Z][a-z-]+:\*? ?[^\n]*){0,4})"
)
_LABELLED_DATE = re.compile(r"\n\*?(?:Sent|Date):\*? ?(?P<says>[^\n]+)")
_ADDRESS = re.compile(r"[\w.+-]+@[\w.-]+")
#: "Tue, May 12, 2026 at 3:04 PM +0100 (BST)": a date has no more words.
_LONGEST_DATE = 9


def last_reply(email: Email) -> date | None:
    """Return the day of the latest message of theirs that is quoted; None where none is.

    It is `date.max` where they wrote and nobody knows when: that may have been today.
    """
    lines = [_QUOTE_MARKS.sub("", b.span.of(email.text)) for b in email.of(Part.QUOTED)]
    if not lines:
        return None
    text = "\n".join(" ".join(line.split()) for line in lines)
    messages = list(_messages(text))
    if not messages:
        return date.max
    own = _own_names(email)
    theirs = [when for sender, when in messages if not any(name in sender for name in own)]
    return max((when.day if when else date.max for when in theirs), default=None)


def _messages(text: str) -> Iterator[tuple[str, Moment | None]]:
    """Yield who wrote each quoted message, and when."""
    for match in _ATTRIBUTION.finditer(text):
        yield fold(match["says"]).lower(), _leading_date(match["says"].split())
    for match in _BLOCK.finditer(text):
        found = _LABELLED_DATE.search(match["below"])
        yield fold(match["sender"]).lower(), _leading_date(found["says"].split()) if found else None


def _leading_date(words: list[str]) -> Moment | None:
    for number in range(min(len(words), _LONGEST_DATE), 0, -1):
        try:
            return moment_of(" ".join(words[:number]).rstrip(","))
        except DateError:
            continue
    return None


def _own_names(email: Email) -> set[str]:
    """Return how an attribution may call the writer: names and addresses, in small letters."""
    sender = fold(email.headers.value("From") or "").lower()
    lines = (block.span.of(email.text).splitlines()[0] for block in email.of(Part.SIGNATURE))
    signature = fold(next(lines, ""))
    names = {re.sub(r"<[^>]*>|[\"']", "", sender).strip(), signature.lower().strip(" ,.")}
    # "Tom" alone may be one of theirs, too.
    return {*_ADDRESS.findall(sender), *(name for name in names if " " in name)}
