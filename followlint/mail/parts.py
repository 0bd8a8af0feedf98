"""What a message is made of: which parts are its text, and which are attached."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from email.message import EmailMessage
from typing import TypeVar, cast

from followlint.mail.email import Attachment
from followlint.text import UnreadableError

T = TypeVar("T")

_SHOWN = ("text/plain", "text/html")
_SEALED = ("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime")
_SIGNATURES = (
    "application/pgp-signature",
    "application/pkcs7-signature",
    "application/x-pkcs7-signature",
)


def told(ask: Callable[[], T], otherwise: T) -> T:
    """Return what the library says, or `otherwise` where a broken header makes it stumble.

    Its parser of headers raises almost anything (`IndexError`, `ValueError`, `AttributeError`)
    on what no standard foresees, so nothing less than every exception will do.
    """
    try:
        return ask()
    except Exception:
        return otherwise


def media_type(part: EmailMessage) -> str:
    """Return a part's media type; text/plain where its header cannot be read."""
    return told(part.get_content_type, "text/plain")


def children_of(part: EmailMessage) -> list[EmailMessage]:
    """Return the parts within a part, or the message within a forwarding one."""
    payload = told(part.get_payload, None)
    nested = payload if isinstance(payload, list) else []
    return [child for child in nested if isinstance(child, EmailMessage)]


def content_of(part: EmailMessage) -> bytes:
    """Return a part's bytes with the transfer encoding undone."""
    content: object = told(lambda: cast(object, part.get_payload(decode=True)), None)
    return content if isinstance(content, bytes) else b""


def parameter(part: EmailMessage, name: str) -> str:
    """Return a parameter of a part's content type in lower case, "" where there is none."""
    value = told(lambda: part.get_param(name), None)
    return value.lower() if isinstance(value, str) else ""


def shown_in(part: EmailMessage) -> Iterator[EmailMessage]:
    """Yield the parts whose text the reader sees, in order.

    Raises `UnreadableError` where the text is sealed.
    """
    kind, children = media_type(part), children_of(part)
    if kind in _SEALED:
        raise UnreadableError("the message is encrypted or sealed, so its text cannot be read")
    if not children and kind.startswith("multipart/"):
        yield part  # its boundary is nowhere: all of it is text
    elif not kind.startswith("multipart/"):
        if kind in _SHOWN:
            yield part
    elif kind == "multipart/alternative":
        yield from _best(children)
    elif kind in ("multipart/signed", "multipart/report"):
        yield from _unattached(children[:1])
    elif kind == "multipart/related":
        yield from _unattached([_root(part, children)])
    else:
        yield from _unattached(children)


def _unattached(parts: list[EmailMessage]) -> Iterator[EmailMessage]:
    for part in parts:
        if not _is_attached(part):
            yield from shown_in(part)


def _best(children: list[EmailMessage]) -> list[EmailMessage]:
    """Return the plain text, which holds the writer's words alone, or else the richest form."""
    choices = [found for child in children if (found := list(_unattached([child])))]
    for found in choices:
        plain = all(media_type(part) == "text/plain" for part in found)
        if plain and any(content_of(part).strip() for part in found):
            return found
    return choices[-1] if choices else []


def _root(part: EmailMessage, children: list[EmailMessage]) -> EmailMessage:
    start = told(lambda: part.get_param("start"), None)
    named = (child for child in children if start and _content_id(child) == start)
    return next(named, children[0])


def _content_id(part: EmailMessage) -> str:
    return str(told(lambda: part["content-id"], None) or "").strip()


def _is_attached(part: EmailMessage) -> bool:
    disposition = told(part.get_content_disposition, None)
    return disposition == "attachment" or bool(told(part.get_filename, None))


def attached_to(message: EmailMessage) -> Iterator[Attachment]:
    """Yield what goes with the text: files, pictures in it, forwarded messages."""
    kind = media_type(message)
    if not kind.startswith("multipart/"):
        if kind not in _SHOWN:
            yield _attachment(message)
        return
    for child in children_of(message):
        kind = media_type(child)
        if kind.startswith("multipart/"):
            yield from attached_to(child)
        elif kind not in _SIGNATURES and (_is_attached(child) or not kind.startswith("text/")):
            yield _attachment(child)


def _attachment(part: EmailMessage) -> Attachment:
    nested = children_of(part)
    name = told(part.get_filename, None) or ""
    if nested and not name:
        name = str(told(lambda: nested[0]["subject"], None) or "")
    inline = told(part.get_content_disposition, None) != "attachment" and bool(_content_id(part))
    size = len(content_of(part)) or sum(len(told(child.as_bytes, b"")) for child in nested)
    return Attachment(name, media_type(part), size, inline)
