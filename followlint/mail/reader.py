"""Source -> Email: headers off the top, quotes and signature off the bottom, the rest in parts."""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Iterator, Sequence

from followlint.limits import LONGEST_PIECE
from followlint.mail import layout
from followlint.mail.email import Block, Email, Part
from followlint.mail.frontmatter import read_front_matter
from followlint.mail.headers import Headers, read_headers
from followlint.mail.parting import parted
from followlint.mail.quoting import quoted_lines
from followlint.text import Source, Span

#: A signature (name, title, phone, address) is rarely longer; what is, is text.
_SIGNATURE_LINES = 8


def read(source: Source) -> Email:
    """Take a draft apart. Never fails: what cannot be told from the body is body."""
    return read_below(source, read_front_matter(source) or read_headers(source))


def read_below(source: Source, headers: Headers) -> Email:
    """Take a draft apart whose headers are known."""
    lines = [
        line for line in source.lines() if line.start >= headers.end and line.end > headers.end
    ]
    blocks = (*_header_blocks(source, headers), *_blocks(source, lines))
    return Email(source, headers, tuple(piece for block in blocks for piece in _cut(source, block)))


def read_fragment(source: Source, part: Part) -> Email:
    """Read text that is nothing but `part`: an example of a rule, not a whole email."""
    lines = list(source.lines())
    if part is Part.BODY:
        blocks = tuple(_paragraphs(source, lines, Part.BODY))
    else:
        blocks = (Block(part, Span(0, len(source.text)).trimmed(source.text)),)
    return Email(source, Headers(), blocks)


def _header_blocks(source: Source, headers: Headers) -> Iterator[Block]:
    """Yield the subject, and the header block around it."""
    if not headers.items:
        return
    subject = headers.get("Subject")
    holes = [subject.span.trimmed(source.text)] if subject and subject.value else []
    blocks = [Block(Part.SUBJECT, hole) for hole in holes]
    blocks += (Block(Part.HEADER, p) for p in _around(source, Span(0, headers.end), holes))
    yield from sorted(blocks, key=lambda block: block.span)


def _blocks(source: Source, lines: Sequence[Span]) -> list[Block]:
    texts = [line.of(source.text) for line in lines]
    quoted = quoted_lines(texts)
    foreign = [q or layout.is_device_line(text) for q, text in zip(quoted, texts, strict=True)]
    own = [line for line, f in zip(lines, foreign, strict=True) if not f]
    holes = [line for line, f in zip(lines, foreign, strict=True) if f]
    blocks = [Block(Part.QUOTED, line) for line, q in zip(lines, quoted, strict=True) if q]
    found = list(_own_blocks(source, own))
    # An answer may stand between two quoted lines without a blank one, a greeting between the mark
    # of a signature and its lines.
    greetings = [block for block in found if block.part is Part.GREETING]
    rest = [block for block in found if block.part is not Part.GREETING]
    for some, around in (
        (greetings, holes),
        (rest, sorted([*holes, *(block.span for block in greetings)])),
    ):
        for block in some:
            blocks += (Block(block.part, piece) for piece in _around(source, block.span, around))
    return sorted(blocks, key=lambda block: block.span)


def _own_blocks(source: Source, lines: Sequence[Span]) -> Iterator[Block]:
    greeting, rest = _split_greeting(source, lines)
    if greeting:
        yield Block(Part.GREETING, greeting)
    body, ending, postscript = _split_ending(source, parted(source.text, rest))
    yield from _paragraphs(source, body, Part.BODY)
    yield from ending
    yield from _paragraphs(source, postscript, Part.POSTSCRIPT)


def _split_greeting(source: Source, lines: Sequence[Span]) -> tuple[Span | None, list[Span]]:
    """Return the greeting and the lines left.

    It is on the first line with text, or below a letter head or a line pasted on top.
    """
    texts = [line.of(source.text) for line in lines]
    if (number := layout.greeting_line(texts)) is None:
        return None, list(lines)
    line, end = lines[number], layout.greeting_end(texts[number])
    rest = [Span(line.start + end, line.end)] if texts[number][end:].strip() else []
    greeting = Span(line.start, line.start + end).trimmed(source.text)
    # An empty line keeps a head above the greeting apart from the text below it.
    return greeting, [*lines[:number], Span(line.start, line.start), *rest, *lines[number + 1 :]]


def _split_ending(
    source: Source, lines: Sequence[Span]
) -> tuple[list[Span], list[Block], list[Span]]:
    """Part the lines below the greeting into body, closing with signature, and postscript."""
    texts = [line.of(source.text) for line in lines]
    postscript = next((n for n, text in enumerate(texts) if layout.is_postscript(text)), len(lines))
    closing = _closing_line(texts[:postscript])
    if closing is None and (below := _closing_line(texts[postscript:])) is not None:
        # The farewell stands below the postscript.
        closing = postscript + below
        ending = list(_ending(source, lines[closing:]))
        return list(lines[:postscript]), ending, list(lines[postscript:closing])
    closing = postscript if closing is None else closing
    ending = list(_ending(source, lines[closing:postscript]))
    # A signature below the postscript belongs to the mail program, not to the text.
    tail = [n for n in range(postscript, len(lines)) if layout.is_signature_mark(texts[n])]
    cut = tail[0] if tail else len(lines)
    ending += _ending(source, lines[cut:])
    return list(lines[:closing]), ending, list(lines[postscript:cut])


def _ending(source: Source, lines: Sequence[Span]) -> Iterator[Block]:
    """Yield the closing and the signature of lines that begin with a closing, mark or name."""
    texts = [line.of(source.text) for line in lines]
    name_from = 0
    if not lines:
        return
    if split := layout.inline_closing(texts[0]):
        start = lines[0].start
        yield Block(Part.CLOSING, Span(start, start + split[0]).trimmed(source.text))
        yield Block(Part.SIGNATURE, Span(start + split[1], lines[0].end).trimmed(source.text))
        name_from = 1
    elif _closes(texts[0]) or layout.is_farewell_sentence(texts[0]):
        name_from = 1
        # Two farewells under one another ("Thanks again," / "Best,") are one closing.
        while name_from < len(lines) and layout.is_closing(texts[name_from]):
            name_from += 1
        whole = Span(lines[0].start, lines[name_from - 1].end)
        yield Block(Part.CLOSING, whole.trimmed(source.text))
    elif layout.is_signature_mark(texts[0]):
        name_from = 1
    signature = [line for line in lines[name_from:] if line.of(source.text).strip()]
    if signature:
        whole = Span(signature[0].start, signature[-1].end)
        yield Block(Part.SIGNATURE, whole.trimmed(source.text))


def _closing_line(texts: Sequence[str]) -> int | None:
    """Return the line on which the ending begins: a closing, a signature mark or a bare name."""
    filled = [n for n, text in enumerate(texts) if text.strip()]
    for n in filled:
        if layout.is_signature_mark(texts[n]):
            above = [m for m in filled if m < n]
            inner = _closing_line(texts[:n]) if above else None
            return n if inner is None else inner
    # The farewell is looked for from below, no further up than a signature can be long.
    for n in reversed(filled):
        below = [m for m in filled if m > n]
        if len(below) > _SIGNATURE_LINES:
            break
        if layout.is_closing(texts[n]) or layout.inline_closing(texts[n]):
            return n - 1 if n - 1 in filled and layout.is_closing(texts[n - 1]) else n
        if _closes(texts[n]) and below and layout.is_name(texts[below[0]]):
            return n
    return _bare_signature(texts)


def _closes(line: str) -> bool:
    """Tell whether a line can close an email, given that a name stands below it."""
    return (
        layout.is_closing(line) or layout.is_sentence_closing(line) or layout.is_leaning_line(line)
    )


def _bare_signature(texts: Sequence[str]) -> int | None:
    """Return the line on which a signature without any farewell begins.

    It is the last paragraph, or the last line below a finished sentence; it begins with a name
    and holds nothing that reads as a sentence.
    """
    filled = [n for n, text in enumerate(texts) if text.strip()]
    if len(filled) < 2:
        return None
    first = filled[-1]
    while first - 1 in filled:
        first -= 1
    height = filled[-1] - first + 1
    if first == filled[0] or height > _SIGNATURE_LINES:
        # No paragraph of its own: only a bare name on the last line can be told from text.
        first, before = filled[-1], texts[filled[-2]].rstrip()
        if before[-1:] not in ".!?" or len(texts[first].split()) > 4:
            return None
    lines = [texts[n] for n in filled if n >= first]
    if not layout.is_name(lines[0]) or any(layout.is_sentence(line) for line in lines):
        return None
    # "Thank you again for your time." on a line of its own takes leave as well as any formula.
    above = [n for n in filled if n < first]
    own_line = len(above) > 1 and above[-1] - 1 not in above
    return above[-1] if own_line and layout.is_farewell_sentence(texts[above[-1]]) else first


def _paragraphs(source: Source, lines: Sequence[Span], part: Part) -> Iterator[Block]:
    """Yield the runs of lines between blank ones."""
    start: int | None = None
    end = 0
    for line in lines:
        if line.of(source.text).strip():
            start = line.start if start is None else start
            end = line.end
        elif start is not None:
            yield Block(part, Span(start, end).trimmed(source.text))
            start = None
    if start is not None:
        yield Block(part, Span(start, end).trimmed(source.text))


def _cut(source: Source, block: Block) -> Iterator[Block]:
    """Yield a block in pieces of bearable length, cut between words where there are any."""
    at, end = block.span.start, block.span.end
    while end - at > LONGEST_PIECE:
        piece = source.text[at : at + LONGEST_PIECE]
        width = len(piece) - len(piece.split()[-1]) if piece[-1:].strip() else len(piece)
        yield Block(block.part, Span(at, at + (width or LONGEST_PIECE)).trimmed(source.text))
        at += width or LONGEST_PIECE
        at += len(source.text[at:end]) - len(source.text[at:end].lstrip())
    yield Block(block.part, Span(at, end))


def _around(source: Source, whole: Span, holes: Sequence[Span]) -> Iterator[Span]:
    """Yield what is left of a span around the holes in it, white space at the ends left out.

    The holes stand in the order of the text.
    """
    at = whole.start
    first = bisect.bisect_left(holes, Span(whole.start, whole.start))
    inner = itertools.takewhile(lambda hole: hole.start < whole.end, holes[first:])
    for hole in (*inner, Span(whole.end, whole.end)):
        if len(piece := Span(at, hole.start).trimmed(source.text)):
            yield piece
        at = hole.end
