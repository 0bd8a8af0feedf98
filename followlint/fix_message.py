"""Edits -> a saved message as bytes, where its transfer encoding lets its text stand as it reads.

What is put in is proven by reading the message again: it must say exactly what it said, with the
edits made. So neither a soft line break nor an escape nor a charset can be spoilt.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from email import message_from_bytes
from email.message import Message

from followlint.finding import Edit
from followlint.text import Source

_QUOTED = re.compile(rb"^content-transfer-encoding:[ \t]*quoted-printable", re.I | re.M)
#: The longest lines that mail may have, without their ends: RFC 2045 and RFC 5322.
_LONGEST_QUOTED, _LONGEST = 76, 998


def refusal(data: bytes) -> str:
    """Return why a message is not to be changed at all, else nothing."""
    message = message_from_bytes(data)
    parts = list(message.walk())
    kinds = [part.get_content_type() for part in parts]
    if "multipart/signed" in kinds or "dkim-signature" in map(str.lower, message.keys()):
        return "the message is signed, and a change would break the signature"
    texts = [part for part in parts if _is_text(part)]
    if len(texts) > 1:
        return "the message has its text in several parts, which would say different things then"
    if "text/html" in kinds:
        return "its text is HTML; copy it into a .txt file and fix that"
    return ""


def editable(source: Source, edit: Edit) -> bool:
    """Tell whether the file of a message holds what an edit takes out as it reads.

    What goes in must be ASCII: that is the same in nearly every charset, and in a header.
    """
    return source.verbatim(edit.span) and edit.content.isascii()


def put_into(source: Source, edits: Iterable[Edit]) -> bytes:
    """Return the file of a message with edits made; they stand in the order of the text."""
    assert source.original is not None
    data = source.original.data
    pieces, at = list[bytes](), 0
    for edit in edits:
        start, end = (source.origins[place] for place in (edit.span.start, edit.span.end))
        pieces += [data[at:start], edit.content.encode("ascii")]
        at = end
    return b"".join([*pieces, data[at:]])


def too_long(old: bytes, new: bytes) -> bool:
    """Tell whether a line became longer than mail may have it."""
    most = _LONGEST_QUOTED if _QUOTED.search(old) else _LONGEST
    before = set(old.splitlines())
    return any(len(line) > most for line in new.splitlines() if line not in before)


def _is_text(part: Message) -> bool:
    attached = part.get_content_disposition() == "attachment" or part.get_filename()
    return part.get_content_maintype() == "text" and not attached
