"""The email as the linter sees it: parts as spans of the source, never copies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property

from followlint.mail.context import Context, context_of
from followlint.mail.headers import Headers, Problem
from followlint.mail.kinds import Kind
from followlint.text import Source, Span

__all__ = ["Attachment", "Block", "Email", "Kind", "Part"]


class Part(Enum):
    """A part of an email. Only `QUOTED` and `HEADER` are not the writer's new words."""

    HEADER = "header"
    SUBJECT = "subject"
    GREETING = "greeting"
    BODY = "body"
    CLOSING = "closing"
    SIGNATURE = "signature"
    POSTSCRIPT = "postscript"
    QUOTED = "quoted"


#: What the writer says to the reader, in whole sentences.
PROSE = (Part.BODY, Part.POSTSCRIPT)
#: All that the reader will see as new.
VISIBLE = (Part.SUBJECT, Part.GREETING, *PROSE, Part.CLOSING, Part.SIGNATURE)


@dataclass(frozen=True)
class Block:
    """A run of text of one part: a paragraph of the body, the greeting, the closing line …"""

    part: Part
    span: Span


@dataclass(frozen=True)
class Attachment:
    """A file that goes with a message: its name ("" where it has none), media type, and bytes.

    `inline` is what the message's own HTML shows: a logo, a picture in the text.
    """

    name: str
    media_type: str
    size: int
    inline: bool = False


@dataclass(frozen=True)
class Email:
    """A draft taken apart. Blocks stand in the order of the text and do not overlap.

    `attachments` is None where the file cannot hold any: nobody knows then what will be attached.
    `faults` are what was wrong with the file and could be read all the same, `given` is what is
    known around it from elsewhere.
    """

    source: Source
    headers: Headers = field(default_factory=Headers)
    blocks: tuple[Block, ...] = ()
    attachments: tuple[Attachment, ...] | None = None
    faults: tuple[Problem, ...] = ()
    given: Context = field(default_factory=Context)

    @property
    def text(self) -> str:
        """The whole text as read; spans index into it."""
        return self.source.text

    @cached_property
    def declared_kind(self) -> Kind | None:
        """The kind that the draft's own `Kind:` line names, if it names one of ours."""
        return self.context.kind.value if self.context.kind else None

    @cached_property
    def context(self) -> Context:
        """What is known of the interview and what came after it; the draft's headers go first."""
        return context_of(self.text, self.headers.items).over(self.given)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with what the draft says of itself, in the order of the text."""
        found = (*self.faults, *self.headers.problems, *self.context.problems)
        return tuple(sorted(found, key=lambda problem: problem.span))

    @property
    def outgoing(self) -> str:
        """The text that would be sent: all below the headers, quotes and signature included."""
        return self.text[self.headers.end :].lstrip("\r\n")

    def of(self, *parts: Part) -> Iterator[Block]:
        """Yield the blocks of the given parts in the order of the text."""
        return (block for block in self.blocks if block.part in parts)

    def has(self, part: Part) -> bool:
        """Tell whether there is any text in a part."""
        return any(block.span.of(self.text).strip() for block in self.of(part))

    def where(self, part: Part) -> Span:
        """Return the empty span at which a missing part should stand."""
        return Span(offset := self._where(part), offset)

    def _where(self, part: Part) -> int:
        if part is Part.SUBJECT:
            subject = self.headers.get("Subject")
            return subject.span.start if subject else 0
        if part in (Part.BODY, Part.GREETING):
            # A missing body stands behind the greeting, above all that is there otherwise.
            above = [block.span.end for block in self.of(Part.GREETING)]
            below = [block.span.start for block in self.of(*PROSE, Part.CLOSING, Part.SIGNATURE)]
            body = [block.span.start for block in self.of(Part.BODY)]
            return (body or above or below or [self.headers.end])[0]
        ends = [block.span.end for block in self.of(Part.GREETING, Part.BODY)]
        signatures = [block.span.start for block in self.of(Part.SIGNATURE)]
        if part is Part.CLOSING and signatures:
            return signatures[0]
        if part is Part.SIGNATURE:
            ends += [block.span.end for block in self.of(Part.CLOSING)]
        return max(ends, default=self.headers.end)
