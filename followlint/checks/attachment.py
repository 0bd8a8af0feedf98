"""`attachment`: one that is promised and is not there, and one that is meant for somebody else.

Only a message says what is attached to it; of any other draft nobody knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePath
from typing import ClassVar

from followlint.analysis import Draft
from followlint.analysis.firms import firm_words, has_legal_form, same_firm
from followlint.analysis.said import unquoted
from followlint.checks.base import CheckType, Hit
from followlint.mail import Attachment, Part
from followlint.mail.email import PROSE
from followlint.pattern import Pattern, PatternSet
from followlint.text import Span, fold
from followlint.view import View, words_of

_PARTS = (Part.SUBJECT, *PROSE, Part.CLOSING)
#: A file's name, cut into words: "CoverLetter_Zenith-2026" is "Cover Letter Zenith 2026".
_PIECES = re.compile(r"[^\W\d_]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_URL = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
#: An invitation or a key goes along unasked, and is not what was promised.
_UNASKED = ("text/calendar", "application/ics", "application/pgp-keys")


@dataclass(frozen=True)
class MissingAttachment(CheckType):
    """Objects to `promises` in a message with nothing attached; `{match}` and `{fault}` say what.

    A promise that overlaps a match of `unless` is none, `pictures` may stand in the text. A file
    whose name says that it is for (`towards`: "for", "to") another company than the draft's own
    is objected to as well.
    """

    promises: Sequence[Pattern]
    unless: Sequence[Pattern]
    pictures: Sequence[Pattern]
    towards: frozenset[str]

    says: ClassVar[frozenset[str]] = frozenset({"match", "fault"})

    def hits(self, draft: Draft) -> Iterator[Hit]:
        """Yield the first promise that is not kept, or where a file for others is mentioned."""
        attached = draft.email.attachments
        if attached is None:
            return
        files = [file for file in attached if file.media_type not in _UNASKED]
        promised = next(self._promised(draft), None)
        if promised and not any(self._keeps(file, promised[1]) for file in files):
            says = fold(promised[0].of(draft.text))
            yield Hit(promised[0], {"match": says, "fault": "but nothing is attached"})
        for file in files:
            if other := self._other_company(file.name, draft):
                place = promised[0] if promised else draft.email.where(Part.BODY)
                fault = f"is named after “{other}”"
                yield Hit(place, {"match": file.name, "fault": fault})

    def _promised(self, draft: Draft) -> Iterator[tuple[Span, View]]:
        for block in draft.email.of(*_PARTS):
            text = unquoted(block.span.of(draft.text))
            view = View(words_of(_URL.sub(_links, text), block.span.start))
            innocent = _spans(self._unless, view)
            for span in sorted(_spans(self._promises, view)):
                if not any(span.overlaps(other) for other in innocent):
                    yield span, view

    @cached_property
    def _promises(self) -> PatternSet:
        return PatternSet(self.promises)

    @cached_property
    def _unless(self) -> PatternSet:
        return PatternSet(self.unless)

    @cached_property
    def _pictures(self) -> PatternSet:
        return PatternSet(self.pictures)

    def _keeps(self, file: Attachment, promise: View) -> bool:
        """Tell whether a file may be the one that is promised; a logo is not."""
        return not file.inline or bool(self._pictures.matching(promise))

    def _other_company(self, name: str, draft: Draft) -> str:
        """Return the company that a file's name gives, "" where it is ours or there is none."""
        company = draft.email.context.company
        if not company:
            return ""
        words = _PIECES.findall(_CAMEL.sub(" ", PurePath(name).stem))
        at = next((n for n, word in enumerate(words) if word.lower() in self.towards), None)
        if at is None or not words[at + 1 : at + 2]:
            return ""
        other = " ".join(words[at + 1 :])
        role = draft.email.context.role
        job = firm_words(role.value) if role else ()
        if (
            not other[0].isupper()
            or same_firm(other, company.value)
            or set(job) & set(firm_words(other))
        ):
            return ""
        # "for Harbour Pilots" may be anything; one word, or a legal form, is a company's.
        return other if has_legal_form(other) or " " not in other else ""


def _links(match: re.Match[str]) -> str:
    """Stand a word in for an address, every offset kept, so that patterns may know it."""
    return "link".ljust(len(match[0]))


def _spans(patterns: PatternSet, view: View) -> list[Span]:
    return [
        view.span_of(*place)
        for number in patterns.matching(view)
        for place in patterns.patterns[number].ranges(view)
    ]
