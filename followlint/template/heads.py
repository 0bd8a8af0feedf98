"""Lines of a file of templates as lines of a draft: subjects, labels, and Markdown's marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from followlint.mail.headers import known_name
from followlint.mail.traced import Traced

#: "**Subject:** …", "- *Subject line*: …", "Subject: …"
_SUBJECT = re.compile(
    r"[ \t]*(?:[-*+][ \t]+)?[*_`]{0,2}(?:e-?mail[ ])?subject(?:[ ]lines?)?s?(?:[ ]options?)?"
    r"[*_]{0,2}[ \t]*:[ \t]*[*_]{0,2}[ \t]*(?P<value>.*)",
    re.IGNORECASE,
)
_HEADER = re.compile(
    r"[ \t]*[*_]{0,2}(?P<name>[A-Za-z][A-Za-z-]*)[*_]{0,2}[ \t]*:[ \t]*(?P<value>.*)"
)
_BODY = re.compile(
    r"[ \t]*[*_]{0,2}(?:(?:e-?mail )?(?:body|message|text)|e-?mail)"
    r"[*_]{0,2}[ \t]*:?[*_]{0,2}[ \t]*",
    re.IGNORECASE,
)
#: What may stand around a subject and is not sent.
_WRAPPED = re.compile(
    r"(?![*_]\|)[*_`\"“”]+(?P<inner>.*?)(?<!\|)[*_`\"“”]+[ \t]*"
    r"|(?P<bare>.*?)(?:(?<!\|)[*_`]{1,2})?[ \t]*"
)
#: Markdown's emphasis, escapes and line breaks; but not "*|FNAME|*", nor a blank.
_MARKS = re.compile(
    r"\*\*|(?<![\w*_])__(?=[^\s_])|(?<=[^\s_])__(?![\w_])|(?<![\w*|])\*(?=[^\s*|])|(?<=[^\s*|])\*(?![\w*|])"
    r"|\\(?=[\[\]{}_*#<>!.\\-])|\\$|<br ?/?>"
)


def header_line(line: Traced) -> Traced | None:
    """Return a line as a header that we know, without Markdown's marks; None for any other."""
    if match := _SUBJECT.fullmatch(line.text):
        name = "Subject"
        value = _unwrapped(line[slice(*match.span("value"))])
    elif (match := _HEADER.fullmatch(line.text)) and (known := known_name(match["name"])):
        name, value = known, line[slice(*match.span("value"))]
    else:
        return None
    return Traced.join([Traced.at(f"{name}: ", line.origins[0]), value])


def _unwrapped(value: Traced) -> Traced:
    match = _WRAPPED.fullmatch(value.text)
    if not match:
        return value
    return value[slice(*match.span("bare" if match["inner"] is None else "inner"))]


def body_label(text: str) -> bool:
    """Tell whether a line says only that the text of an email begins: "**Body:**"."""
    return bool(text.strip()) and bool(_BODY.fullmatch(text)) and ":" in text


def cleaned(line: Traced) -> Traced:
    """Return a line without Markdown's emphasis and escapes, as its readers see it."""
    pieces, at = [], 0
    for match in _MARKS.finditer(line.text):
        pieces.append(line[slice(at, match.start())])
        at = match.end()
    return Traced.join([*pieces, line[slice(at, None)]]) if pieces else line


def dedented(lines: Sequence[Traced]) -> list[Traced]:
    """Return lines without the white space that all of them begin with."""
    depths = [len(line) - len(line.text.lstrip()) for line in lines if line.text.strip()]
    depth = min(depths, default=0)
    return [line[slice(depth, None)] for line in lines]


def joined(lines: Iterable[Traced]) -> Traced:
    """Return lines as a text, with a line feed behind each."""
    pieces: list[Traced] = []
    at = 0
    for line in lines:
        at = line.origins[-1] + 1 if line else at
        pieces += [line, Traced.at("\n", at)]
    return Traced.join(pieces)
