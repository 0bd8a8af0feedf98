"""Stretches that the writer marked: `code`, *words* and "words" that are foreign, titles, terms."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from followlint.text import Span

_CODE = re.compile(r"`[^`\n]{1,200}`")
#: Stars or underscores that touch a stretch on both sides, and no word on the outer ones.
_EMPHASIS = re.compile(
    r"(?<![\w*])\*(?P<stars>[^\s*](?:[^*\n]{0,80}[^\s*])?)\*(?![\w*])"
    r"|(?<!\w)_(?P<lines>[^\W_](?:[^_\n]{0,80}[^\s_])?)_(?!\w)"
)
#: A word by itself in quotes is spoken of, as a rule.
_QUOTED = re.compile(r"(?<!\w)[\"“‘'](?P<word>[^\W\d_]+)[\"”’'](?!\w)")
_WORD = re.compile(r"[^\W\d_]+")


class MarkedUp:
    """What a text marks as code or as no everyday word."""

    def __init__(self, text: str) -> None:
        self._text = text

    def is_code(self, span: Span) -> bool:
        """Tell whether a stretch stands in backticks."""
        return any(code.overlaps(span) for code in self._code)

    def is_emphasised(self, word: str) -> bool:
        """Tell whether a word is emphasised somewhere; the writer may not do so every time."""
        return word.casefold() in self._emphasised

    def is_quoted(self, span: Span) -> bool:
        """Tell whether a word stands by itself in quotation marks."""
        return any(quoted == span for quoted in self._quoted)

    @cached_property
    def _quoted(self) -> Sequence[Span]:
        return [Span(*match.span("word")) for match in _QUOTED.finditer(self._text)]

    @cached_property
    def _code(self) -> Sequence[Span]:
        return [Span(*match.span()) for match in _CODE.finditer(self._text)]

    @cached_property
    def _emphasised(self) -> frozenset[str]:
        return frozenset(
            word.casefold()
            for match in _EMPHASIS.finditer(self._text)
            for word in _WORD.findall(match[match.lastgroup or 0])
        )
