"""The emails within a section of a file of templates: in a fence, in a quote, or in plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from followlint.mail import layout
from followlint.mail.html import text_of_html
from followlint.mail.traced import Traced
from followlint.template.blocks import Block, blocks_of, quote_mark
from followlint.template.heads import body_label, cleaned, dedented, header_line, joined
from followlint.template.shape import ends_at, greets
from followlint.template.slots import slots_of

_HTML = re.compile(r"<p[ >]", re.IGNORECASE)
_BULLET = re.compile(r"[ \t]*(?:[-*+]|\d{1,2}[.)])[ \t]+")
#: A line above an email that is longer is no label of it.
_LABEL = 70


@dataclass(frozen=True)
class Piece:
    """An email as a draft, and the short lines that stand above it since the one before."""

    text: Traced
    labels: tuple[str, ...] = ()


def pieces_of(lines: Sequence[Traced], *, markdown: bool, whole: bool) -> Iterator[Piece]:
    """Yield the emails among the lines of a section.

    `whole` says that the section is all of its file: in plain text nothing is cut off then.
    """
    blocks = list(blocks_of(lines)) if markdown else [Block("text", list(lines))]
    if any(block.kind != "text" and _is_email(block.lines) for block in blocks):
        yield from _framed(blocks)
        return
    text = [line for block in blocks if block.kind == "text" for line in block.lines]
    if any(_HTML.search(line.text) for line in text):
        text = _of_html(text)
    if markdown:
        text = [cleaned(line) for line in text]
    elif not any(greets(line.text) for line in text):
        inner = [line[slice(len(quote_mark(line)), None)] for line in text]
        text = inner if _is_email(inner) else text
    yield from _plain(text, untrimmed=whole and not markdown)


def _is_email(lines: Sequence[Traced]) -> bool:
    """Tell whether lines hold an email: a greeting, or a subject with something below it."""
    if any(_HTML.search(line.text) for line in lines):
        lines = _of_html(lines)
    return any(greets(line.text) for line in lines) or _has_subject(lines)


def _has_subject(lines: Sequence[Traced]) -> bool:
    """Tell whether below a subject stands what only emails have: a slot, or a closing.

    "Subject: keep it short" is advice.
    """
    heads = [number for number, line in enumerate(lines) if _subject(line)]
    below = [line.text for line in lines[heads[0] + 1 :]] if heads else []
    return any(slots_of(text) or layout.is_closing(text) for text in below)


def _subject(line: Traced) -> Traced | None:
    head = header_line(line)
    return head if head and head.text.startswith("Subject:") else None


def _framed(blocks: Sequence[Block]) -> Iterator[Piece]:
    """Yield the emails in fences and quotes, each with the subject that stands above it."""
    labels, subject = list[str](), list[Traced]()
    for block in blocks:
        if block.kind == "text":
            for line in block.lines:
                if line.text.strip() and len(line.text) < _LABEL:
                    labels.append(line.text.strip())
            subject = _subject_in(block.lines) or subject
        elif block.kind != "code" and _is_email(block.lines):
            lines = dedented(block.lines)
            if any(_HTML.search(line.text) for line in lines):
                lines = _of_html(lines)
            own = any(_subject(line) for line in lines)
            yield Piece(_composed([*([] if own else subject), *lines]), tuple(labels))
            labels, subject = [], []
        elif block.kind == "fence" and (one := _only_line(block)) and _wants_subject(labels):
            subject = [Traced.join([Traced.at("Subject: ", one.origins[0]), one])]


def _wants_subject(labels: Sequence[str]) -> bool:
    """Tell whether the label above a fence says that a subject is in it."""
    return bool(labels) and bool(re.match(r"\W*subject", labels[-1], re.IGNORECASE))


def _only_line(block: Block) -> Traced | None:
    filled = [line for line in block.lines if line.text.strip()]
    return filled[0] if len(filled) == 1 else None


def _subject_in(lines: Sequence[Traced]) -> list[Traced]:
    """Return the last subject among lines; the first one of a list below its label."""
    found: list[Traced] = []
    for number, line in enumerate(lines):
        head = _subject(cleaned(line))
        if head and head.text.strip() == "Subject:":
            for below in lines[number + 1 :]:
                if bullet := _BULLET.match(below.text):
                    value = cleaned(below[slice(bullet.end(), None)])
                    head = header_line(
                        Traced.join([Traced.at("Subject: ", value.origins[0]), value])
                    )
                    break
                if below.text.strip():
                    break
        if head and head.text.strip() != "Subject:":
            found = [head]
    return found


def _plain(lines: Sequence[Traced], *, untrimmed: bool) -> Iterator[Piece]:
    """Yield the emails in running text: each from its subject or greeting to its signature."""
    starts = [number for number, line in enumerate(lines) if greets(line.text)]
    if not starts and _has_subject(lines):
        starts = [number for number, line in enumerate(lines) if _subject(line)][:1]
    if untrimmed and len(starts) <= 1:
        if starts:
            yield Piece(_composed(lines))
        return
    end = 0
    for place, start in enumerate(starts):
        if start < end:
            continue  # "Hello," within an email
        heads = [n for n in range(end, start) if _subject(lines[n])]
        following = starts[place + 1] if place + 1 < len(starts) else len(lines)
        begin = heads[-1] if heads else start
        while begin > end and header_line(lines[begin - 1]):
            begin -= 1
        labels = tuple(
            line.text.strip()
            for line in lines[end:begin]
            if line.text.strip() and len(line.text) < _LABEL
        )
        below = [line.text for line in lines[start:following]]
        end = start + ends_at(below)
        yield Piece(_composed(dedented(lines[begin:end])), labels)


def _composed(lines: Sequence[Traced]) -> Traced:
    """Return lines as a draft: the header block, a blank line, the text below it."""
    heads: list[Traced] = []
    at = 0
    for number, line in enumerate(lines):
        head = header_line(cleaned(line))
        if not head and line.text.strip() and not body_label(line.text):
            break
        at = number + 1
        if head:
            heads.append(head)
    body = lines[at:]
    if not heads:
        return joined(lines)
    return joined([*heads, heads[-1][slice(0, 0)], *body])


def _of_html(lines: Sequence[Traced]) -> list[Traced]:
    return [line for line, _ in text_of_html(joined(lines)).lines()]
