"""Text that came from elsewhere, made safe to print: a draft must not steer the terminal."""

from __future__ import annotations

import re

#: What moves the cursor, breaks a line or turns the reading direction round; and lone surrogates,
#: which are what Python makes of a path that is no UTF-8.
_UNSAFE = re.compile(
    "[\0-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
#: On a line it is also what has no width, so that two names may look the same: spaces of none and
#: marks of byte order. Joiners hold emoji and some scripts together, and are left alone.
_UNSEEN = re.compile(f"{_UNSAFE.pattern}|[\u200b\u2060\ufeff]")


def shown(text: str) -> str:
    """Return `text` on one line, what is unsafe in it written as an escape: `\\n`, `\\x1b`."""
    return _UNSEEN.sub(lambda match: match[0].encode("unicode_escape").decode("ascii"), text)


def shown_line(line: str) -> str:
    """Return a draft's line with each unsafe character (a tab, too) one column wide."""
    return _UNSEEN.sub("\ufffd", line.replace("\t", " "))


def xml_safe(text: str) -> str:
    """Return a text of many lines as XML and HTML may hold it: odd controls become U+FFFD."""
    return _UNSAFE.sub(lambda match: match[0] if match[0] in "\t\r\n" else "\ufffd", text)


def in_ascii(markup: str) -> str:
    """Return XML or HTML in ASCII: it means the same whatever encoding a console or pipe has."""
    return markup.encode("ascii", "xmlcharrefreplace").decode("ascii")
