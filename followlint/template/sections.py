"""A file of templates -> its sections: the stretches between headings and rules, with titles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from followlint.mail.traced import Traced

_HEADING = re.compile(r"[ ]{0,3}(#{1,6})[ \t]+(.+?)[ \t#]*")
_UNDERLINE = re.compile(r"[ ]{0,3}(={3,}|-{3,})[ \t]*")
_RULE = re.compile(r"[ ]{0,3}([-=*~])(?:[ \t]*\1){2,}[ \t]*")
#: "=== Thank-you ===", "--- 2. Follow-up ---"
_RULED = re.compile(r"[ ]{0,3}([-=*~#])\1{2,}[ \t]*(\S.{0,70}?)[ \t]*\1{2,}[ \t]*")
_NUMBERED = re.compile(
    r"[ ]{0,3}\*{0,2}((?:e-?mail |message )?(?:template|example|option|version|sample|variant)"
    r"[ ]?(?:\#?\d{1,2}|[A-H])\b[^.?!\n]{0,70})",
    re.IGNORECASE,
)
_BOLD = re.compile(r"[ ]{0,3}(\*\*|__)((?:(?!\1).){1,70})\1:?[ \t]*")
#: What stands in bold above an email and belongs to it.
_OWN_LABEL = re.compile(
    r"(?:subject(?: line)?s?|(?:e-?mail )?body|message|e-?mail|to|from|cc|text)\W*", re.IGNORECASE
)
_FENCE = re.compile(r"[ \t]*(`{3,}|~{3,})[ \t]*([\w+.-]*)[^`]*")
#: Deeper than any heading: a bold line, a numbered label.
_LABEL_DEPTH = 7
_RULED_DEPTH = 1


@dataclass
class Section:
    """The lines between two headings, and the titles that they stand under, the nearest last."""

    titles: tuple[str, ...] = ()
    lines: list[Traced] = field(default_factory=list)


def sections_of(lines: Sequence[Traced], *, markdown: bool) -> list[Section]:
    """Part the lines of a file. What stands in a code fence parts nothing."""
    sections = [Section()]
    open_titles: dict[int, str] = {}
    fence = ""
    for number, line in enumerate(lines):
        text = line.text
        if fence or (markdown and _FENCE.fullmatch(text)):
            fence = fence_after(text, fence)
            sections[-1].lines.append(line)
            continue
        below = lines[number + 1].text if number + 1 < len(lines) else ""
        above = lines[number - 1].text if number else ""
        if title := _title(text, above, below, markdown=markdown):
            depth, words = title
            open_titles = {deep: name for deep, name in open_titles.items() if deep < depth}
            open_titles[depth] = words
            sections.append(Section(tuple(open_titles[deep] for deep in sorted(open_titles))))
        elif markdown and above.strip() and sections[-1].lines == [] and _UNDERLINE.fullmatch(text):
            continue  # it underlines the heading above
        elif _RULE.fullmatch(text):
            # Behind a rule the heading still holds, a label does not.
            open_titles.pop(_LABEL_DEPTH, None)
            sections.append(Section(tuple(open_titles[deep] for deep in sorted(open_titles))))
        else:
            sections[-1].lines.append(line)
    return sections


def fence_after(text: str, fence: str) -> str:
    """Return the marks of the code fence that is open behind a line; "" where none is."""
    match = _FENCE.fullmatch(text)
    if not match:
        return fence
    if not fence:
        return match[1]
    closes = match[1].startswith(fence) and not match[2]
    return "" if closes else fence


def fence_language(text: str) -> str:
    """Return what a line that opens a fence says is in it, in lower case."""
    match = _FENCE.fullmatch(text)
    return match[2].lower() if match else ""


def _title(text: str, above: str, below: str, *, markdown: bool) -> tuple[int, str] | None:
    """Return how deep a heading is, and its words; None for a line that is no heading."""
    if match := _HEADING.fullmatch(text):
        return len(match[1]), match[2]
    if match := _RULED.fullmatch(text):
        return _RULED_DEPTH, match[2]
    if (match := _NUMBERED.match(text)) and match.end() >= len(text.rstrip(" *:")) - 1:
        return _LABEL_DEPTH, match[1].strip(" *:")
    if not markdown:
        return None
    match = _BOLD.fullmatch(text)
    if match and not above.strip() and not _OWN_LABEL.fullmatch(match[2]):
        return _LABEL_DEPTH, match[2].strip(" :")
    underlined = _UNDERLINE.fullmatch(below) and text.strip() and not above.strip()
    # A rule right below a slot or a sentence is a rule.
    if underlined and not re.match(r"\s*[->*|\[{<]", text) and text.strip()[-1] not in ".,!?":
        return (1 if below.strip()[0] == "=" else 2), text.strip()
    return None


def paragraphs(lines: Sequence[Traced]) -> Iterator[list[Traced]]:
    """Yield the runs of lines between blank ones."""
    run: list[Traced] = []
    for line in lines:
        if line.text.strip():
            run.append(line)
        elif run:
            yield run
            run = []
    if run:
        yield run
