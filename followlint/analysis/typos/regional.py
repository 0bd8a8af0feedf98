"""Words that are right English, but spelt as in another region than the draft's own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from followlint.analysis.names import Names
from followlint.analysis.parse import Sentence, Token
from followlint.analysis.typos.gate import in_address, in_odd_compound, opens_sentence
from followlint.analysis.typos.spellings import elsewhere
from followlint.mail.dialects import Dialect
from followlint.text import Span, Spans, in_case_of

#: What stands in quotation marks of any kind is the words of somebody else.
_QUOTATION = re.compile(
    r"“[^”]{0,500}(?:”|$)|\"[^\"]{0,500}\"|«[^»]{0,500}»|`[^`\n]{0,500}`"
    r"|(?<!\w)‘[^‘\n]{0,500}?’(?!\w)|(?<!\w)'[^'\n]{1,500}'(?!\w)"
)
#: Beside one of these a word is a tag, a file or a piece of code.
_TIED_BEFORE, _TIED_BEHIND = set("#@_\\.$="), re.compile(r"[_\\@=(]|\.\w")


@dataclass(frozen=True)
class Regional:
    """A word of another region: its place, what is written here, and whether that is sure.

    It is not where some writers of this region spell it so, too, or where only one of its senses
    is spelt otherwise.
    """

    span: Span
    right: str
    sure: bool


def regional(
    sentences: Iterable[Sentence], text: str, names: Names, dialect: Dialect
) -> Iterator[Regional]:
    """Yield the words that `dialect` spells otherwise, in the order of the text.

    `text` is the whole source that the spans index into. Names, what is quoted, addresses and code
    are left alone.
    """
    quoted = Spans(Span(*match.span()) for match in _QUOTATION.finditer(text))
    for sentence in sentences:
        for token in sentence.tokens:
            found = elsewhere(token.text.lower(), dialect)
            if (
                found
                and (not found.tags or token.tag in found.tags)
                and not _is_named(token, text, names)
                and not _is_tied(token.span, text)
                and not quoted.overlap(token.span)
            ):
                plain = token.text.islower() and not found.known and not found.tags
                yield Regional(token.span, in_case_of(token.text, found.right), plain)


def _is_named(token: Token, text: str, names: Names) -> bool:
    """Tell whether a word is part of a name, or has a capital that only names have."""
    word = token.text
    if word in names:
        return True
    return not word.islower() and (
        not word.istitle() or names.at(token.span) or not opens_sentence(text, token.span.start)
    )


def _is_tied(span: Span, text: str) -> bool:
    return (
        text[span.start - 1 : span.start] in _TIED_BEFORE
        or bool(_TIED_BEHIND.match(text, span.end))
        or in_odd_compound(text, span.start, span.end)
        or in_address(text, span.start)
    )
