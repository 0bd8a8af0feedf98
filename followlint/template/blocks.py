"""The blocks of a Markdown section: fences, quotes, and the text between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from followlint.mail.traced import Traced
from followlint.template.heads import cleaned
from followlint.template.sections import fence_after, fence_language

_LANGUAGES = ("", "text", "txt", "plain", "plaintext", "none", "email", "mail", "eml", "markdown")
_MORE_LANGUAGES = ("md", "html", "jinja", "jinja2", "j2", "handlebars", "hbs", "liquid", "mustache")
_QUOTE = re.compile(r"[ ]{0,3}>[ \t]?")


@dataclass(frozen=True)
class Block:
    """Lines that belong together.

    `kind` is "fence", "code" (a fence in another language), "quote" or "text".
    """

    kind: str
    lines: list[Traced]


def blocks_of(lines: Sequence[Traced]) -> Iterator[Block]:
    """Yield fences without their marks, quotes without theirs, and the text between them."""
    fence, kind, run = "", "text", list[Traced]()
    for line in lines:
        was, fence = fence, fence_after(line.text, fence)
        if bool(was) != bool(fence):
            yield Block(kind, run)
            # What is in some other language is no email.
            kind, run = ("fence" if fence else "text"), []
            if fence and fence_language(line.text) not in (*_LANGUAGES, *_MORE_LANGUAGES):
                kind = "code"
            continue
        now = kind if fence else ("quote" if quote_mark(line) else "text")
        if now != kind:
            yield Block(kind, run)
            kind, run = now, []
        run.append(cleaned(line[slice(len(quote_mark(line)), None)]) if now == "quote" else line)
    yield Block(kind, run)


def quote_mark(line: Traced) -> str:
    """Return the mark with which a line of a quote begins; "" for any other line."""
    match = _QUOTE.match(line.text)
    return match[0] if match else ""
