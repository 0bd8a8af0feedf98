"""Who a message is from and who it is to: addresses, and names as they are compared."""

from __future__ import annotations

import re
from collections.abc import Sequence
from email.utils import getaddresses

from followlint.analysis.namesakes import name_form
from followlint.analysis.people import mentions
from followlint.mail import Email, Part
from followlint.text import fold, word_set

_WORD = re.compile(r"[^\W\d_]+(?:['’‑-][^\W\d_]+)*")
_TITLES = word_set("mr mrs ms miss mx dr prof professor sir madam dame sister chef captain coach")
#: Capitals in a greeting that are nobody's name.
_NO_NAMES = word_set(
    """
    dear dearest hi hiya hello hey greetings good morning afternoon evening day to whom it may
    concern respected esteemed team all everyone everybody folks colleagues both ladies gentlemen
    hiring recruiting recruitment recruiter human resources hr talent people careers interview
    panel committee board manager managers director department staff office the and of at for
    thank thanks i you
    """
)


def addresses(email: Email, *names: str) -> list[tuple[str, str]]:
    """Return the names and addresses of some headers; a word without an "@" is a name."""
    values = [header.value for name in names for header in email.headers.all(name)]
    found = []
    try:
        pairs = getaddresses(values)
    except RecursionError:  # thousands of brackets within one another
        return []
    for name, address in pairs:
        if "@" in address:
            found.append((name, address.lower()))
        elif name or address:
            found.append((name or address, ""))
    return found


def names_of_readers(email: Email, readers: Sequence[str]) -> dict[str, str]:
    """Return the names of readers, in the greeting and of interviewers, by the compared form."""
    greeted = (
        " ".join(word.text for word in mention.names)
        for mention in mentions(email, Part.GREETING, _TITLES, _NO_NAMES)
    )
    interviewers = (person.value for person in email.context.interviewers)
    names = (fold(name) for name in (*greeted, *interviewers, *readers))
    return {form: name for name in names if (form := compared_form(name))}


def compared_form(name: str) -> str:
    """Return a name in the form in which names are compared, titles left out."""
    words = (name_form(word) for word in _WORD.findall(name.partition("(")[0]))
    return " ".join(word for word in words if word not in _TITLES | _NO_NAMES)
