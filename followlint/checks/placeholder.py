"""`placeholder`: a slot of a template that nobody filled, or words that came with the template."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from followlint.analysis import Draft
from followlint.analysis.labels import is_list_tag
from followlint.analysis.slots import slots_in
from followlint.checks.base import CheckType, Hit
from followlint.mail import Part
from followlint.mail.email import VISIBLE
from followlint.pattern import Pattern
from followlint.text import Span, fold
from followlint.view import View, words_of

_ANSWER = re.compile(r"(?:\s*[A-Za-z]{2,4}\s*(?:\[\d+\])?:)*\s*")
_LINE = re.compile(r"[^\r\n]+")


@dataclass(frozen=True, kw_only=True)
class Placeholder(CheckType):
    """Objects to slots in brackets, braces, angle brackets, percent signs, underscores and XX.

    `leftovers` are what is pasted along with a draft of somebody else's ("Option 1:"); they count
    at a line's start. `leading` are those that count only above the greeting, where nothing of
    the writer's own stands. `{fault}` is what is wrong, in the rule's words `blank` or `pasted`.
    """

    leftovers: Sequence[Pattern] = ()
    leading: Sequence[Pattern] = ()
    blank: str = ""
    pasted: str = ""

    says: ClassVar[frozenset[str]] = frozenset({"match", "fault"})

    def hits(self, draft: Draft) -> Iterator[Hit]:
        """Yield every slot, nested brackets as one, and every leftover."""
        for block in draft.email.of(*VISIBLE):
            text = block.span.of(draft.text)
            behind = 0
            for start, end in sorted(slots_in(text), key=lambda slot: (slot[0], -slot[1])):
                if start < behind or (block.part is Part.SUBJECT and _is_tag(text, start, end)):
                    continue
                behind = end
                span = Span(start, end).shifted(block.span.start)
                yield Hit(span, {"match": fold(text[start:end]), "fault": self.blank})
        for span in self._pasted(draft):
            yield Hit(span, {"match": fold(span.of(draft.text)), "fault": self.pasted})

    def _pasted(self, draft: Draft) -> Iterator[Span]:
        """Yield the leftovers at the start of a line."""
        above = True
        for block in draft.email.of(Part.GREETING, Part.BODY, Part.POSTSCRIPT, Part.SIGNATURE):
            above = above and block.part is Part.BODY
            patterns = (*self.leftovers, *self.leading) if above else self.leftovers
            for line in _LINE.finditer(block.span.of(draft.text)):
                view = View(words_of(line[0], block.span.start + line.start()))
                ends = [end for p in patterns for start, end in p.ranges(view) if start <= 1]
                if ends:
                    yield view.span_of(0, max(ends))


def _is_tag(subject: str, start: int, end: int) -> bool:
    """Tell whether a bracket at a subject's start is a mailing list's tag: "[Interview] Tea"."""
    answer = _ANSWER.match(subject)
    first = answer is not None and answer.end() == start
    return first and bool(subject[end:].strip()) and is_list_tag(subject[start:end].strip("[]"))
