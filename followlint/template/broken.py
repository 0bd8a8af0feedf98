"""Brackets that were meant for a slot and are none: their marks do not match, or hold nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from followlint.text import Span

_WORDS = r"[^\W\d_][\w'’]*(?:[ _][\w'’]+){0,5}"
#: Of what is not closed, the first word and capitals behind it are taken for what was meant.
_BEGUN = r"[^\W\d_][\w'’]*(?:[ ][A-Z][\w'’]*){0,3}"
#: Patterns with what is wrong with a text that they find; the first one that does speaks.
_FAULTS = (
    (re.compile(r"(?<!\{)\{\{[^{}\n]*\}(?!\})"), "opens with two braces and closes with one"),
    (re.compile(r"(?<!\{)\{[^{}\n]*\}\}(?!\})"), "opens with one brace and closes with two"),
    (re.compile(rf"\[[ ]?{_WORDS}[ ]?\}}"), "opens with a bracket and closes with a brace"),
    (re.compile(rf"\{{[ ]?{_WORDS}[ ]?\]"), "opens with a brace and closes with a bracket"),
    (re.compile(rf"<<[ ]?{_WORDS}[ ]?>(?!>)"), "opens with << and closes with >"),
    (re.compile(rf"(?<!<)<[ ]?{_WORDS}[ ]?>>"), "opens with < and closes with >>"),
    (re.compile(rf"%%{_WORDS}%(?!%)"), "opens with %% and closes with %"),
    (re.compile(r"\{\{\s*\}\}|<<\s*>>|(?<![\w\\])\{[ ]?\}"), "has no name"),
    # "int[]" is code, "- [ ]" is to be ticked.
    (re.compile(r"(?<![\w\]\\])(?<![-*+] )\[[ ]?\](?![(\[])"), "has no name"),
    (re.compile(rf"(?<!\{{)\{{\{{[ ]?{_BEGUN}(?![^{{}}\n]*\}})"), "is not closed"),
)
_OPENED = re.compile(rf"\[[ ]?{_BEGUN}")


def broken_in(text: str) -> Iterator[tuple[Span, str]]:
    """Yield where something is wrong with brackets, and what; in the order of the patterns."""
    for pattern, fault in _FAULTS:
        for match in pattern.finditer(text):
            yield Span(*match.span()), fault
    yield from _unbalanced(text)


def _unbalanced(text: str) -> Iterator[tuple[Span, str]]:
    """Yield the square brackets that have no partner in their paragraph."""
    opened: list[int] = []
    # A brace closes what a bracket opened, wrongly: that is said already.
    for match in re.finditer(r"[\[\]]|\n[ \t]*\r?\n|\Z", text):
        if match[0] == "[":
            opened.append(match.start())
        elif match[0] == "]":
            if opened:
                opened.pop()
            else:
                yield from _unopened(text, match.end())
        else:
            for start in opened:
                if found := _OPENED.match(text, start):
                    yield Span(*found.span()), "is not closed"
            opened.clear()


def _unopened(text: str, end: int) -> Iterator[tuple[Span, str]]:
    """Yield the words before a bracket that closes nothing, from the last stop or capital on."""
    line = text.rfind("\n", 0, end) + 1
    last = re.search(r"(?:[A-Z][\w'’]*[ ]){0,3}[\w'’]+[ ]?\]$", text[line:end])
    if last:
        yield Span(line + last.start(), end), "closes a bracket that nothing opens"
