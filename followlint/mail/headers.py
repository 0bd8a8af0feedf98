"""The header block on top of a draft: `Name: value` lines that say what the draft is about.

Some of them are mail (`Subject`, `To`), the others are context that is never sent (`Kind`,
`Interviewer`). What counts as a header is a known name, so that a draft that opens with
"Dear Ana: thank you" keeps its first line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from followlint.text import Source, Span

MAIL = (
    "Subject",
    "From",
    "To",
    "Cc",
    "Bcc",
    "Reply-To",
    "Date",
    "In-Reply-To",
    "References",
    "Message-ID",
)
CONTEXT = (
    "Kind",
    "Company",
    "Role",
    "Interviewer",
    "Interview-Date",
    "Decision-Date",
    "Sent",
    "Accept",
    "Followlint-Ignore",
)

_KNOWN = {name.lower(): name for name in (*MAIL, *CONTEXT)}
_LINE = re.compile(r"(?P<name>[A-Za-z][A-Za-z-]*)[ \t]*:[ \t]*(?P<value>.*)")


@dataclass(frozen=True)
class Header:
    """One header: its name as we spell it, its value unfolded, and where the value stands."""

    name: str
    value: str
    span: Span


@dataclass(frozen=True)
class Headers:
    """The headers of a draft in order, and the offset at which the text below them begins."""

    items: tuple[Header, ...] = ()
    end: int = 0

    def get(self, name: str) -> Header | None:
        """Return the first header of that name."""
        return next(self.all(name), None)

    def all(self, name: str) -> Iterator[Header]:
        """Yield every header of that name; names differ in more than case."""
        return (header for header in self.items if header.name.lower() == name.lower())

    def value(self, name: str) -> str | None:
        """Return the value of the first header of that name."""
        header = self.get(name)
        return header.value if header else None


def read_headers(source: Source) -> Headers:
    """Read the header block; it ends at the first line that is no header and continues none."""
    items: list[Header] = []
    end = 0
    for line in source.lines():
        text = line.of(source.text)
        if not text.strip():
            if items:
                return Headers(tuple(items), line.end)
            continue
        match = _LINE.fullmatch(text)
        if match and match["name"].lower() in _KNOWN:
            value = Span(line.start + match.start("value"), line.end)
            items.append(Header(_KNOWN[match["name"].lower()], match["value"].strip(), value))
        elif items and text[0] in " \t":
            last = items[-1]
            span = Span(last.span.start, line.end)
            items[-1] = Header(last.name, f"{last.value} {text.strip()}".strip(), span)
        else:
            break
        end = line.end
    return Headers(tuple(items), end)
