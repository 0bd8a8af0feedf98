"""What a writer says in words of their own: text with quotations blanked, and its sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from followlint.text import Span

_QUOTATION = re.compile(r"“[^”]{0,500}(?:”|$)|\"[^\"]{0,500}\"|«[^»]{0,500}»")
_SENTENCE = re.compile(r"\S(?:[^.?!]|[.?!](?=\S)|(?<=St)\.)*[.?!]*")


def unquoted(text: str) -> str:
    """Return `text` with spaces in place of what stands in double quotation marks."""
    return _QUOTATION.sub(lambda match: " " * len(match[0]), text)


def sentences_in(span: Span, text: str) -> Iterator[Span]:
    """Yield the sentences of a stretch of `text`, told by their stops alone; a break is a wrap."""
    for match in _SENTENCE.finditer(span.of(text)):
        yield Span(*match.span()).shifted(span.start)
