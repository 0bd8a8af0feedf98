"""Runs of words in capitals, as the writer says them: no quotation, code, slot or heading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from followlint.text import Span
from followlint.view import Word

_CHUNK = re.compile(r"[^\s—–…]+")
_CORE = re.compile(r"[^\W\d_]+(?:['’‑-][^\W\d_]+)*")
_EDGES = ".,;:!?…()*_~'’‘"
_NOT_SAID = re.compile(
    r"“[^”]{0,300}”|\"[^\"]{0,300}\"|‘[^’]{0,300}’|«[^»]{0,99}»|`[^`]{0,300}`|\[[^\]]{0,99}\]"
    r"|\{[^}]{0,99}\}|<[^>]{0,99}>|\*\|[^|]{0,99}\|\*|%[^%\s]{1,40}%"
)
_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Madam|Chef|Captain)\.?\s+$")
#: No title and the white space behind it is longer.
_TITLE_LENGTH = 16


class Run(NamedTuple):
    """Words in capitals side by side, and the word behind them in lower case ("" at a stop)."""

    words: list[Word]
    following: str


def runs_of_capitals(text: str, offset: int = 0) -> Iterator[Run]:
    """Yield the runs of a block of the email; `offset` is where it stands in the source.

    A run ends at a word in small letters and at a stop. A family name behind a title ("Ms LOVE"),
    what is no word for its digits or signs ("A4", "AND/OR") and a heading of its own ("NEXT
    STEPS:") are in none.
    """
    unsaid = [Span(*match.span()) for match in _NOT_SAID.finditer(text)]
    run: list[Word] = []
    for chunk in _CHUNK.finditer(text):
        core = chunk[0].strip(_EDGES)
        start = chunk.start() + chunk[0].index(core)
        span = Span(start, start + len(core))
        loud = core.isupper() and _CORE.fullmatch(core)
        if not loud or any(span.overlaps(other) for other in unsaid):
            if core and run:
                yield Run(run, core.lower())
                run = []
            continue
        before = text[max(0, chunk.start() - _TITLE_LENGTH) : chunk.start()]
        if not run and _TITLE.search(before):
            continue
        run.append(Word(core, span.shifted(offset)))
        if chunk[0].endswith(":") and not text[chunk.end() :].partition("\n")[0].strip():
            run = []
        elif chunk[0][-1] in ".!?;:":
            yield Run(run, "")
            run = []
    if run:
        yield Run(run, "")
