"""Front matter: YAML between two lines of three dashes on top of a draft.

Its keys are the headers' names in any case, with `_` for `-`. Keys of other tools (`title`,
`tags`) are theirs; one that is ours but for a slip is a problem.
"""

from __future__ import annotations

import re

from followlint.mail.headers import Header, Headers, Problem, known_name, near_name, read_headers
from followlint.text import Source, Span

_OPENS = re.compile(r"\s*---[ \t]*(?:\r\n|\r|\n)")
_CLOSES = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE)
#: What tells front matter from a draft that begins with a rule: a comment, a key, or nothing.
_FIRST = re.compile(r"\s*(?:#|[\w\"'][\w \"'-]*:(?:\s|$)|\{|$)")
_ALIASES = {"ignore": "Followlint-Ignore"}
_QUOTES = "\"'"


def read_front_matter(source: Source) -> Headers | None:
    """Read the front matter as headers; None where there is none."""
    opening = _OPENS.match(source.text)
    closing = _CLOSES.search(source.text, opening.end()) if opening else None
    if opening is None or closing is None:
        return None
    block = Span(opening.end(), closing.start())
    if not _FIRST.match(block.of(source.text)):
        return None
    end = closing.start() + len(closing[0].rstrip())
    return _read(source, block, end)


def _read(source: Source, block: Span, end: int) -> Headers:
    from followlint.schema import FlatError, read_flat

    items: list[Header] = []
    problems: list[Problem] = []
    try:
        entries = read_flat(block.of(source.text))
    except FlatError as error:
        at = min(block.start + error.offset, block.end)
        hint = "; a value with a colon needs quotes" if "mapping values" in str(error) else ""
        problem = Problem(f"front matter: {error}{hint}", Span(at, at))
        # What reads as plain lines is understood all the same.
        kept = read_headers(Source(source.name, block.of(source.text))).items
        moved = (Header(h.name, h.value, h.span.shifted(block.start)) for h in kept)
        return Headers(tuple(moved), end, (problem,))
    for key, values in entries:
        place = Span(key.start, key.end).shifted(block.start)
        written = key.text.strip().replace("_", "-").replace(" ", "-")
        name = _ALIASES.get(written.lower()) or known_name(written)
        if name is None:
            if near := near_name(written):
                says = f"unknown key “{key.text}”; did you mean “{near.lower()}”?"
                problems.append(Problem(says, place))
            continue
        if values is None:
            says = f"“{key.text}” should be a value or a list of values"
            problems.append(Problem(says, place))
        for value in values or ():
            span = Span(value.start, value.end).shifted(block.start)
            items.append(Header(name, value.text.strip(), _bare(source.text, span, value.text)))
    return Headers(tuple(items), end, tuple(problems))


def _bare(text: str, span: Span, value: str) -> Span:
    """Return a scalar's span without its quotes, where it says just what stands between them."""
    inner = Span(span.start + 1, max(span.start + 1, span.end - 1))
    quoted = len(span) > 1 and text[span.start] in _QUOTES and inner.of(text) == value
    return inner if quoted else span.trimmed(text)
