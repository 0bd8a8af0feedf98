"""The header block on top of a draft: `Name: value` lines that say what the draft is about.

Some of them are mail (`Subject`, `To`), the others are context that is never sent (`Kind`,
`Interviewer`). What counts as a header is a known name, so that a draft that opens with
"Dear Ana: thank you" keeps its first line.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
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
    "Dialect",
    "Company",
    "Role",
    "Interviewer",
    "Interview-Date",
    "Decision-Date",
    "Sent",
    "Accept",
    "Followlint-Ignore",
)

#: How our own headers are called in real mail, where only such names are safe from other tools.
PREFIX = "x-followlint-"
_OURS = {
    **{name.lower(): name for name in CONTEXT},
    "ignore": "Followlint-Ignore",
    "interviewers": "Interviewer",
}
_KNOWN = {
    **{name.lower(): name for name in MAIL},
    **{name: meant for name, meant in _OURS.items() if name != "ignore"},
    **{PREFIX + name: meant for name, meant in _OURS.items()},
}
#: How near a name must come to one of ours to be taken for a slip of the keyboard.
_NEAR = 0.84
_LINE = re.compile(r"(?P<name>[A-Za-z][A-Za-z-]*)[ \t]*:[ \t]*(?P<value>.*)")


@dataclass(frozen=True)
class Problem:
    """What is wrong with what a draft says about itself, in a sentence, and where."""

    says: str
    span: Span


@dataclass(frozen=True)
class Header:
    """One header: its name as we spell it, its value unfolded, and where the value stands."""

    name: str
    value: str
    span: Span


@dataclass(frozen=True)
class Headers:
    """The headers of a draft in order, and the offset at which the text below them begins.

    `problems` are those of the block itself; what is wrong with a value is found in `context`.
    """

    items: tuple[Header, ...] = ()
    end: int = 0
    problems: tuple[Problem, ...] = ()

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


def known_name(name: str) -> str | None:
    """Return a header's name as we spell it, if it is one of ours, in any case or with `X-`."""
    return _KNOWN.get(name.lower())


def near_name(name: str) -> str | None:
    """Return which of our headers a misspelt name was most likely meant for."""
    near = difflib.get_close_matches(name.lower(), _KNOWN, 1, _NEAR)
    return _KNOWN[near[0]] if near else None


def read_headers(source: Source) -> Headers:
    """Read the header block; it ends at the first line that is no header and continues none.

    A name that is one of ours but for a slip is a problem, and its line is no text of the email.
    """
    items: list[Header] = []
    problems: list[Problem] = []
    end = 0
    lines = list(source.lines())
    for number, line in enumerate(lines):
        text = line.of(source.text)
        if not text.strip():
            if items:
                return Headers(tuple(items), line.end, tuple(problems))
            continue
        match = _LINE.fullmatch(text)
        if match and (name := known_name(match["name"])):
            value = Span(line.start + match.start("value"), line.end)
            items.append(Header(name, match["value"].strip(), value))
        elif items and text[0] in " \t":
            last = items[-1]
            span = Span(last.span.start, line.end)
            items[-1] = Header(last.name, f"{last.value} {text.strip()}".strip(), span)
        elif (
            match
            and items
            and (near := near_name(match["name"]))
            and _in_block(source, lines[number + 1 :])
        ):
            says = f"unknown header “{match['name']}”; did you mean “{near}”?"
            problems.append(Problem(says, Span(line.start, line.start + match.end("name"))))
        elif not (match and items and match["name"].lower().startswith("x-")):
            break
        end = line.end
    return Headers(tuple(items), end, tuple(problems))


def _in_block(source: Source, below: Sequence[Span]) -> bool:
    """Tell whether the line above these belongs to the header block: no text stands below it."""
    text = below[0].of(source.text) if below else ""
    match = _LINE.fullmatch(text)
    return not text.strip() or bool(match and known_name(match["name"]))
