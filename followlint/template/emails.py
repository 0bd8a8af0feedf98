"""A file of templates -> the emails in it, each as a draft that knows where it stands there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from followlint.mail import Kind
from followlint.mail.frontmatter import read_front_matter
from followlint.mail.traced import Traced
from followlint.template import titles
from followlint.template.front import heads_of
from followlint.template.heads import joined
from followlint.template.pieces import pieces_of
from followlint.template.sections import Section, sections_of
from followlint.text import Source

_COMMENT = re.compile(r"<!--.*?-->|\{#.*?#\}|\{\{!--.*?--\}\}", re.DOTALL)
#: A line that says that the next email is not to be sent by anybody.
_MARK = re.compile(r"followlint[ \t]*:[ \t]*bad[ -]example\b", re.IGNORECASE)
_MARK_LINE = re.compile(
    r"[ \t]*(?:(?:<!--|\{#|#|//)[ \t]*)?followlint[ \t]*:[ \t]*bad[ -]example\b.*"
)
_MARKDOWN = (".md", ".markdown")
_HEADED = re.compile(r"[A-Z][A-Za-z-]*: ")
#: Stands for a mark on a line from which it was taken.
_HERE = "\0bad"


@dataclass(frozen=True)
class Template:
    """One email of a file: its text as of a draft, each code point with its offset in the file.

    `kind` is what the words above it say it is, where they do.
    """

    text: Traced
    kind: Kind | None = None


def templates_in(source: Source) -> list[Template]:
    """Return the emails in a file, in order; bad examples and other papers are left out.

    A file that holds no email that could be told from other text is one, as a whole, unless it is
    a Markdown document with headings.
    """
    markdown = PurePath(source.name).suffix.lower() in _MARKDOWN
    front = read_front_matter(source)
    top = front.end if front else 0
    whole = Traced(source.text, range(len(source.text)))
    prefix = whole[slice(0, top)] + Traced.at("\n\n", top) if top else Traced()
    heads = list(heads_of(whole[slice(0, top)]))
    lines = _lines(whole[slice(top, None)])
    sections = sections_of(lines, markdown=markdown)
    single = len(sections) == 1
    found = [
        # Below front matter, a subject of an email's own would be no header.
        Template((_above(heads, text) if _HEADED.match(text.text) else prefix) + text, kind)
        for text, kind in _emails(sections, markdown=markdown, whole=single)
    ]
    marked = any(_HERE in line.text for line in lines)
    headed = any(section.titles for section in sections)
    if found or marked or (headed and (markdown or _all_skipped(sections))):
        return found
    return [Template(prefix + joined(lines))]


def _emails(
    sections: Sequence[Section], *, markdown: bool, whole: bool
) -> Iterator[tuple[Traced, Kind | None]]:
    marked = False  # a mark holds for the next email, wherever that stands
    for section in sections:
        if titles.is_other(section.titles):
            continue
        for piece in pieces_of(section.lines, markdown=markdown, whole=whole):
            above = (*section.titles, *piece.labels)
            marked = marked or any(_HERE in label for label in piece.labels)
            if not marked and not titles.is_bad(above) and not titles.is_other(piece.labels):
                yield piece.text, titles.kind_in(above)
            marked = False
        filled = [line.text for line in section.lines if line.text.strip()]
        marked = marked or (bool(filled) and _HERE in filled[-1])


def _above(heads: Sequence[Traced], text: Traced) -> Traced:
    """Return those of the headers for all emails that one has not of its own."""
    own = {line.partition(":")[0] for line in text.text.partition("\n\n")[0].splitlines()}
    return joined(head for head in heads if head.text.partition(":")[0] not in own)


def _all_skipped(sections: Sequence[Section]) -> bool:
    """Tell whether the titles of a file say of every section that it is not to be looked at."""
    return all(
        titles.is_other(section.titles) or titles.is_bad(section.titles)
        for section in sections
        if any(line.text.strip() for line in section.lines)
    )


def _lines(text: Traced) -> list[Traced]:
    """Return the lines of a text without its comments, of which only the marks are left."""
    pieces, at = [], 0
    for match in _COMMENT.finditer(text.text):
        pieces.append(text[slice(at, match.start())])
        if _MARK.search(match[0]):
            pieces.append(Traced.at(_HERE, match.start()))
        at = match.end()
    lines = [line for line, _ in Traced.join([*pieces, text[slice(at, None)]]).lines()]
    return [
        Traced.at(_HERE, line.origins[0]) if _MARK_LINE.fullmatch(line.text) else line
        for line in lines
    ]
