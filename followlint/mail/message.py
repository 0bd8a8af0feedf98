"""A message as mail programs keep it (`.eml`) -> Email, read by the standard library.

The text that is judged is the headers that we know, decoded, a line each, a blank line, and below
it what the reader will see. Its places lead back to the file.
"""

from __future__ import annotations

import re
from dataclasses import replace
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header
from email.message import EmailMessage
from typing import cast

from followlint.limits import MOST_TEXT, MOST_WRITTEN, beyond
from followlint.mail import parts
from followlint.mail.bounds import bodies_of, fields_of
from followlint.mail.email import Email
from followlint.mail.fields import Bounded
from followlint.mail.flowed import unflowed
from followlint.mail.headers import Header, Headers, Problem, known_name
from followlint.mail.html import text_of_html
from followlint.mail.intricacy import intricacy
from followlint.mail.reader import read_below
from followlint.mail.traced import Traced
from followlint.mail.transfer import decoded, undone
from followlint.text import Original, Source, Span, UnreadableError

_MARK = b"\xef\xbb\xbf"
_ENCODED = re.compile(r"=\?[^?\s]+\?[bBqQ]\?[^?]*\?=(?:\s+=\?[^?\s]+\?[bBqQ]\?[^?]*\?=)*")
#: HTML may be four times the text in it, and so may some encodings of plain text.
_MOST_MARKUP = 4 * MOST_TEXT
_WIDE = (b"\xff\xfe", b"\xfe\xff")


def read_message(name: str, data: bytes, first_row: int = 1) -> Email:
    """Read a message; raises `UnreadableError` where it is none, or its text is sealed.

    `first_row` is the row of the file at which the bytes begin: a mailbox holds many messages.
    """
    if data.startswith(_WIDE):
        # Some shells write every file so. Nothing but its text can be saved, and that is enough.
        data = Source.decode(name, data).text.encode("utf-8", "surrogatepass")
    start = len(_MARK) if data.startswith(_MARK) else 0
    if reason := intricacy(data):
        raise UnreadableError(reason)
    try:
        message = cast(EmailMessage, message_from_bytes(data[start:], policy=Bounded()))
        fields, body = fields_of(data, start, len(data))
        if not fields:
            raise UnreadableError("no mail headers on top, so it is no message")
        return _Message(name, data, first_row, message, fields, start, body).email()
    except (RecursionError, MessageError) as error:
        raise UnreadableError("its parts are nested too deeply, or are no parts") from error


class _Message:
    """One message under way to an `Email`: the text so far and what was wrong with it."""

    def __init__(
        self,
        name: str,
        data: bytes,
        first_row: int,
        message: EmailMessage,
        fields: list[tuple[str, Span]],
        start: int,
        body: int,
    ) -> None:
        self._name = name
        self._data = data
        self._original = Original(data, first_row)
        self._message = message
        self._fields = fields
        self._bodies = bodies_of(message, data, start, len(data))
        self._body = body
        self._text: list[Traced] = []
        self._length = 0
        self._faults: list[Problem] = []

    def email(self) -> Email:
        headers = self._headers()
        for part in parts.shown_in(self._message):
            self._add_text(part)
        text = Traced.join(self._text)
        if "\0" in text.text:
            raise UnreadableError("holds a NUL, so it is no text")
        if reason := beyond(len(text), MOST_TEXT, "characters"):
            raise UnreadableError(reason)
        source = Source(self._name, text.text, self._original, [*text.origins, self._end(text)])
        attachments = tuple(parts.attached_to(self._message))
        email = read_below(source, headers)
        return replace(email, attachments=attachments, faults=tuple(self._faults))

    def _end(self, text: Traced) -> int:
        if not text:
            return self._body
        last = text.origins[-1]
        written = text.text[-1].encode("utf-8", "replace")
        return last + len(written) if self._data.startswith(written, last) else last

    def _headers(self) -> Headers:
        items: list[Header] = []
        for written, place in self._fields:
            if (name := known_name(written)) is None:
                continue
            value = self._value(place)
            self._add(Traced.at(f"{name}: ", place.start))
            span = Span(self._length, self._length + len(value))
            items.append(Header(name, value.text, span))
            self._add(value)
            end = place.start + len(self._data[place.start : place.end].rstrip())
            self._add(Traced.at("\n", end))
        end = max(0, self._length - 1)
        if items:
            self._add(Traced.at("\n", self._body))
        return Headers(tuple(items), end)

    def _value(self, place: Span) -> Traced:
        """Return a field's value on one line, its encoded words decoded."""
        if reason := beyond(len(place), MOST_WRITTEN, "bytes of one header"):
            raise UnreadableError(reason)
        written = self._data[place.start : place.end]
        raw, _ = decoded(written, range(place.start, place.end), "utf-8")
        pieces, at = [], 0
        for match in _ENCODED.finditer(raw.text):
            pieces.append(raw[slice(at, match.start())])
            pieces.append(Traced.at(_decoded_words(match[0]), raw.origins[match.start()]))
            at = match.end()
        return _folded(Traced.join([*pieces, raw[slice(at, None)]]))

    def _add_text(self, part: EmailMessage) -> None:
        place = self._bodies[id(part)]
        content = parts.content_of(part)
        if reason := beyond(len(content), _MOST_MARKUP, "bytes of text"):
            raise UnreadableError(reason)
        raw = self._data[place.start : place.end]
        charset = parts.told(part.get_content_charset, None)
        text, fault = decoded(content, undone(content, raw, place.start), charset)
        if self._data.startswith(b"From "):
            text = _unescaped(text)
        if parts.media_type(part) == "text/html":
            text = text_of_html(text)
        elif parts.parameter(part, "format") == "flowed":
            text = unflowed(text, delete_space=parts.parameter(part, "delsp") == "yes")
        if self._text and self._text[-1] and not self._text[-1].text.endswith("\n"):
            self._add(Traced.at("\n", place.start))
        if fault:
            self._faults.append(Problem(fault, Span(self._length, self._length)))
        self._add(text)

    def _add(self, text: Traced) -> None:
        self._text.append(text)
        self._length += len(text)


def _unescaped(text: Traced) -> Traced:
    """Return a text as it was before a mailbox put ">" before its lines that begin with "From "."""
    marks = [match.start() for match in re.finditer(r"^>(?=>*From )", text.text, re.MULTILINE)]
    ends = [*marks, len(text)]
    return Traced.join(
        text[slice(start, end)]
        for start, end in zip([0, *(m + 1 for m in marks)], ends, strict=True)
    )


def _decoded_words(words: str) -> str:
    """Return what adjacent encoded words say; as written where they are broken."""
    pieces = parts.told(lambda: decode_header(words), [(words, None)])
    return "".join(
        piece
        if isinstance(piece, str)
        # A charset may have a language behind it: "utf-8*en".
        else decoded(piece, range(len(piece)), (charset or "").partition("*")[0])[0].text
        for piece, charset in pieces
    )


def _folded(text: Traced) -> Traced:
    """Return a text with one space for each run of white space, none at its ends."""
    pieces: list[Traced] = []
    for word in re.finditer(r"\S+", text.text):
        if pieces:
            pieces.append(Traced(" ", text.origins[word.start() - 1 : word.start()]))
        pieces.append(text[slice(*word.span())])
    return Traced.join(pieces)
