"""The email as the linter sees it: parts as spans of the source, never copies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property

from followlint.mail.headers import Headers
from followlint.text import Source, Span


class Kind(Enum):
    """What an email after an interview is for."""

    THANK_YOU = "thank-you"
    FOLLOW_UP = "follow-up"
    REJECTION_REPLY = "rejection-reply"


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
class Email:
    """A draft taken apart. Blocks stand in the order of the text and do not overlap."""

    source: Source
    headers: Headers = field(default_factory=Headers)
    blocks: tuple[Block, ...] = ()

    @property
    def text(self) -> str:
        """The whole text as read; spans index into it."""
        return self.source.text

    @cached_property
    def declared_kind(self) -> Kind | None:
        """The kind that the draft's own `Kind:` line names, if it names one of ours."""
        value = self.headers.value("Kind")
        return next((kind for kind in Kind if kind.value == (value or "").strip().lower()), None)

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
