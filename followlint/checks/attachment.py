"""`attachment`: one that is promised and is not there, that nobody mentions, or that is for others.

Only a message says what is attached to it; of any other draft nobody knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar

from followlint.across.others import Firms, companies_of
from followlint.analysis import Draft
from followlint.analysis.firms import firm_words, has_legal_form, same_firm
from followlint.analysis.namesakes import name_form
from followlint.analysis.said import unquoted
from followlint.checks.attached_files import is_document, names_in, sent_on_purpose, words_in
from followlint.checks.base import CheckType, Hit, Peer, Second
from followlint.checks.firms_named import known_words
from followlint.mail import Attachment, Part
from followlint.mail.email import PROSE
from followlint.pattern import Pattern, PatternSet
from followlint.text import Span, fold
from followlint.view import View, words_of

_PARTS = (Part.SUBJECT, *PROSE, Part.CLOSING)
_URL = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_FORWARDED = re.compile(r"\s*(?:fwd?|wg|tr|rv|doorst)\s*:", re.IGNORECASE)
#: By so many letters a word of a file's name is known again: "reference.pdf", "my references".
_STEM = 4


@dataclass(frozen=True)
class MissingAttachment(CheckType):
    """Objects to `promises` in a message with nothing attached; `{match}` and `{fault}` say what.

    A promise that overlaps a match of `unless` is none, `pictures` may stand in the text. A
    document of which the text says nothing, neither by a word of its name nor by one of `mentions`,
    is objected to; so is a file whose name says that it is for (`towards`: "for", "to") another
    company than the draft's own, or names one that another draft of the run is for.
    """

    promises: Sequence[Pattern]
    unless: Sequence[Pattern]
    pictures: Sequence[Pattern]
    mentions: Sequence[Pattern]
    towards: frozenset[str]

    says: ClassVar[frozenset[str]] = frozenset({"match", "fault"})
    compares: ClassVar[bool] = True

    def hits(self, draft: Draft) -> Iterator[Hit]:
        """Yield the first promise that is not kept, and where a file does not belong."""
        files = self._files(draft)
        if files is None:
            return
        promised = next(self._promised(draft), None)
        if promised and not any(self._keeps(file, promised[1]) for file in files):
            says = fold(promised[0].of(draft.text))
            yield Hit(promised[0], {"match": says, "fault": "but nothing is attached"})
        place = self._place(draft)
        for file in files:
            if other := self._other_company(file.name, draft):
                yield Hit(place, {"match": file.name, "fault": f"is named after “{other}”"})
            elif not promised and is_document(file) and not self._is_mentioned(file, draft):
                fault = "is attached, and no word of the email says so"
                yield Hit(place, {"match": file.name, "fault": fault})

    def note(self, draft: Draft) -> Any:
        """Return where a file would be objected to, and the names in the names of files."""
        known = known_words(draft, Part.SIGNATURE)
        names = [
            [file.name, name]
            for file in self._files(draft) or ()
            for name in names_in(file.name)
            if not set(firm_words(name)) & known
        ]
        place = self._place(draft)
        return [place.start, place.end, names] if names else None

    def compared(self, peers: Sequence[Peer]) -> Iterator[Second]:
        """Yield the files that are named after a company that another draft is for."""
        companies = companies_of([peer.letter for peer in peers])
        firms = Firms(peer.letter.company for peer in peers)
        for number, (own, peer) in enumerate(zip(companies, peers, strict=True)):
            start, end, names = (own and peer.note) or (0, 0, ())
            for file, name in names:
                others = [firm for firm in firms.called(name) if not same_firm(own, firm)]
                if others and not same_firm(own, name):
                    says = {"match": file, "fault": f"is named after “{name}”"}
                    yield Second(number, (Hit(Span(start, end), says),))
                    break

    def _files(self, draft: Draft) -> list[Attachment] | None:
        attached = draft.email.attachments
        return None if attached is None else [file for file in attached if sent_on_purpose(file)]

    def _place(self, draft: Draft) -> Span:
        promised = next(self._promised(draft), None) if draft.email.attachments else None
        return promised[0] if promised else draft.email.where(Part.BODY)

    def _promised(self, draft: Draft) -> Iterator[tuple[Span, View]]:
        for view in self._views(draft):
            innocent = _spans(self._unless, view)
            for span in sorted(_spans(self._promises, view)):
                if not any(span.overlaps(other) for other in innocent):
                    yield span, view

    def _views(self, draft: Draft) -> Iterator[View]:
        for block in draft.email.of(*_PARTS):
            text = unquoted(block.span.of(draft.text))
            yield View(words_of(_URL.sub(_links, text), block.span.start))

    @cached_property
    def _promises(self) -> PatternSet:
        return PatternSet(self.promises)

    @cached_property
    def _unless(self) -> PatternSet:
        return PatternSet(self.unless)

    @cached_property
    def _pictures(self) -> PatternSet:
        return PatternSet(self.pictures)

    @cached_property
    def _mentions(self) -> PatternSet:
        return PatternSet(self.mentions)

    def _keeps(self, file: Attachment, promise: View) -> bool:
        """Tell whether a file may be the one that is promised; a logo is not."""
        return not file.inline or bool(self._pictures.matching(promise))

    def _is_mentioned(self, file: Attachment, draft: Draft) -> bool:
        """Tell whether the text may speak of a file; what is passed on is explained there."""
        if _FORWARDED.match(draft.email.headers.value("Subject") or ""):
            return True
        stems = {name_form(word)[:_STEM] for word in words_in(file.name)}
        for view in self._views(draft):
            if self._mentions.matching(view) or stems & {name_form(f)[:_STEM] for f in view.forms}:
                return True
        return False

    def _other_company(self, name: str, draft: Draft) -> str:
        """Return the company that a file's name gives, "" where it is ours or there is none."""
        company = draft.email.context.company
        if not company:
            return ""
        words = words_in(name)
        at = next((n for n, word in enumerate(words) if word.lower() in self.towards), None)
        if at is None or not words[at + 1 : at + 2]:
            return ""
        other = " ".join(words[at + 1 :])
        if set(firm_words(other)) & known_words(draft, Part.SIGNATURE, Part.GREETING):
            return ""
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
        for number in patterns.candidates(view)
        for place in patterns.patterns[number].marks(view)
    ]
