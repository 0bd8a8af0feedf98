"""A part's bytes in a file -> its text: transfer encoding and charset undone, places kept.

The standard library's decoder is the judge of what the bytes say. Where they stand is known for
parts that stand as they are and for quoted-printable, soft line breaks and all; a part in base64
stands at its first byte.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence

from followlint.mail.traced import Traced

# As `binascii.a2b_qp` reads it; what it does with broken escapes is its own.
_QUOTED = re.compile(
    rb"(?P<soft>=(?:\n|\r[^\n]*\n?|\Z))|(?P<equals>==)|=(?P<hex>[0-9A-Fa-f]{2})|(?P<plain>[^=]+|=)"
)
_SURROGATE = re.compile("[\ud800-\udfff]")
#: Python's own codecs that no mail is written in, and that run or shell out, or build anything.
_NO_CHARSETS = {"unicode_escape", "raw_unicode_escape", "idna", "punycode", "undefined", "mbcs"}
#: What people's programs write is called by these names too often to be believed.
_MEANT = {"ascii": "utf-8", "iso8859-1": "cp1252"}


def undone(content: bytes, raw: bytes, start: int) -> Sequence[int]:
    """Return the place in the file of each byte of a part's content.

    `raw` is the part as it stands in the file, from byte `start` on.
    """
    if raw[: len(content)] == content:
        return range(start, start + len(content))
    decoded, origins = _quoted_printable(raw, start)
    if decoded[: len(content)] == content:
        return origins[: len(content)]
    return [start] * len(content)


def _quoted_printable(raw: bytes, start: int) -> tuple[bytes, list[int]]:
    decoded, origins = bytearray(), list[int]()
    for match in _QUOTED.finditer(raw):
        at = start + match.start()
        if match["soft"] is not None:
            continue
        if plain := match["plain"]:
            decoded += plain
            origins += range(at, at + len(plain))
        else:
            decoded += b"=" if match["equals"] else bytes.fromhex(match["hex"].decode())
            origins.append(at)
    return bytes(decoded), origins


def decoded(content: bytes, origins: Sequence[int], charset: str | None) -> tuple[Traced, str]:
    """Return the text of bytes, and what is wrong with their charset ("" if nothing is).

    A wrong or unknown charset is no end: text that is UTF-8 is read as that, else as Windows
    programs write.
    """
    name = _codec(charset or "ascii")
    first = _MEANT.get(name or "utf-8", name or "utf-8")
    for codec in dict.fromkeys((first, "utf-8", "cp1252")):
        try:
            # UTF-7 can say halves of characters, which no text has.
            text = _SURROGATE.sub("\ufffd", content.decode(codec))
        except (UnicodeError, LookupError):
            continue
        if name is None:
            return _traced(text, content, origins, codec), f"the charset “{charset}” is unknown"
        # That one of the two is called by the other's name harms nobody.
        harmless = codec == first or name in _MEANT
        problem = "" if harmless else f"this is not the {charset} text that it claims to be"
        return _traced(text, content, origins, codec), problem
    problem = f"this is not the {charset} text that it claims to be" if charset else ""
    text = content.decode("latin-1")
    return _traced(text, content, origins, "latin-1"), problem if name not in _MEANT else ""


def _codec(charset: str) -> str | None:
    try:
        name = codecs.lookup(charset).name
        b"".decode(name)
    except (LookupError, ValueError, TypeError):
        return None
    return None if name.replace("-", "_") in _NO_CHARSETS else name


def _firsts(content: bytes, origins: Sequence[int], codec: str) -> list[int]:
    """Return the place of the first byte of each code point, as far as the decoder goes."""
    decoder = codecs.getincrementaldecoder(codec)()
    firsts, begun = list[int](), 0
    for number in range(len(content)):
        try:
            piece = decoder.decode(content[number : number + 1], number + 1 == len(content))
        except UnicodeError:
            break
        if piece:
            firsts += [origins[begun]] * len(piece)
            begun = number + 1
    return firsts


def _traced(text: str, content: bytes, origins: Sequence[int], codec: str) -> Traced:
    """Tell for each code point with which byte it begins."""
    if len(text) != len(content):
        firsts = _firsts(content, origins, codec)
        # Some decoders read a stream otherwise than a whole.
        origins = firsts if len(firsts) == len(text) else [origins[0]] * len(text)
    mark = text.startswith("\ufeff")
    return Traced(text, origins)[slice(1 if mark else 0, None)].unbroken()
