"""`company`: the name of another company, or of another job, where the draft's own belongs.

Companies are talked about for many reasons (one's last employer, a client, a rival), so only what
stands where the company applied to must stand is judged: "excited to join …", "the role at …".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar

from followlint.across.others import Firms, companies_of
from followlint.analysis import Draft
from followlint.analysis.firms import firm_words, misspelt_in, same_firm
from followlint.analysis.jobs import jobs_named
from followlint.analysis.namesakes import name_form
from followlint.analysis.said import sentences_in, unquoted
from followlint.checks.base import CheckType, Hit, Peer, Second
from followlint.checks.firms_named import (
    CAPITAL,
    RUN,
    is_department,
    known_words,
    marks,
    view_of,
)
from followlint.finding import Edit
from followlint.mail import Part
from followlint.mail.email import PROSE
from followlint.pattern import Pattern, PatternSet
from followlint.text import Span, fold
from followlint.view import View, words_of

_PARTS = (Part.SUBJECT, *PROSE, Part.CLOSING)
_NAMES = (Part.SIGNATURE, Part.GREETING)
_ALTERNATIVES = re.compile(r"\s*[/,;|()]\s*")


@dataclass(frozen=True)
class WrongCompany(CheckType):
    """Objects to another company or job than the context gives; `{right}` is the one it gives.

    `slots` are patterns in which `@firm` is the company applied to, `places` those in which it may
    also be a site of it: they count where the company itself is named nowhere. In one of `spots` it
    is the one applied to where it is a company that another draft of the run is for, or the right
    one misspelt. A sentence in which one of `unless` matches speaks of another company; a name that
    stands in one of `elsewhere` is another company's throughout the draft, in one of `within` at
    most a part of this one. `no_firms` are capitals that are none. `jobs` are the words that a
    job's name ends in, those of one row being nearly the same job.
    """

    slots: Sequence[Pattern]
    places: Sequence[Pattern]
    spots: Sequence[Pattern]
    unless: Sequence[Pattern]
    elsewhere: Sequence[Pattern]
    within: Sequence[Pattern]
    no_firms: frozenset[str]
    jobs: Sequence[frozenset[str]]

    says: ClassVar[frozenset[str]] = frozenset({"match", "right"})
    compares: ClassVar[bool] = True

    def hits(self, draft: Draft) -> Iterator[Hit]:
        """Yield each wrong name once a place."""
        context = draft.email.context
        if context.company:
            yield from self._companies(draft, context.company.value)
        if context.role:
            yield from self._roles(draft, context.role.value)

    def note(self, draft: Draft) -> Any:
        """Return the names that stand where the company applied to may stand: place and text."""
        views = self._views(draft, Part.GREETING, *_PARTS)
        known = known_words(draft, Part.SIGNATURE) | self._elsewhere_words(views, draft.text)
        spans = {
            span
            for view in views
            if not self._unless.matching(view)
            for patterns in (self._slots, self._places, self._spots)
            for span in marks(patterns, view)
            if not set(firm_words(span.of(draft.text))) & known
        }
        return [[s.start, s.end, fold(s.of(draft.text))] for s in sorted(spans)] or None

    def compared(self, peers: Sequence[Peer]) -> Iterator[Second]:
        """Yield the names of companies that other drafts of the run are for."""
        companies = companies_of([peer.letter for peer in peers])
        firms = Firms(peer.letter.company for peer in peers)
        for number, (own, peer) in enumerate(zip(companies, peers, strict=True)):
            hits = tuple(
                Hit(Span(start, end), {"match": name, "right": own})
                for start, end, name in (own and peer.note) or ()
                if any(not same_firm(own, firm) for firm in firms.called(name))
                and not any(same_firm(name, ours) for ours in _names(own))
            )
            if hits:
                yield Second(number, hits)

    def _companies(self, draft: Draft, company: str) -> Iterator[Hit]:
        text, ours = draft.text, _names(company)
        views = self._views(draft, *_PARTS)
        said = "\n".join(span.of(text) for span in self._sentences(draft, *_PARTS))
        named = any(same_firm(run[0], name) for run in RUN.finditer(said) for name in ours)
        known = known_words(draft, *_NAMES)
        elsewhere = self._elsewhere_words(views, text)
        elsewhere |= {
            w for v in views for s in marks(self._within, v) for w in firm_words(s.of(text))
        }
        for view in views:
            found = set(marks(self._slots, view))
            if not named:
                found.update(marks(self._places, view))
            spots = set(marks(self._spots, view)) - found
            if not (found or spots) or self._unless.matching(view):
                continue
            for span in sorted(found | spots):
                firm = span.of(text)
                words = set(firm_words(firm))
                if any(same_firm(firm, name) for name in ours) or words & known:
                    continue
                if slip := misspelt_in(firm, company):
                    yield _misspelt(span, text, *slip, company)
                elif span in found and not words & elsewhere and not is_department(span, text):
                    yield Hit(span, {"match": fold(firm), "right": company})

    def _sentences(self, draft: Draft, *parts: Part) -> list[Span]:
        return [s for block in draft.email.of(*parts) for s in sentences_in(block.span, draft.text)]

    def _views(self, draft: Draft, *parts: Part) -> list[View]:
        spans = self._sentences(draft, *parts)
        return [view_of(span, draft.text, self.no_firms) for span in spans]

    def _elsewhere_words(self, views: Sequence[View], text: str) -> set[str]:
        return {
            word
            for view in views
            for span in marks(self._elsewhere, view)
            for word in firm_words(span.of(text))
        }

    def _roles(self, draft: Draft, role: str) -> Iterator[Hit]:
        ours = [name_form(word) for word in CAPITAL.findall(role)]
        heads = {head for word in ours if (head := self._heads.get(word)) is not None}
        if not heads:
            return
        for block in draft.email.of(*_PARTS):
            for span in sentences_in(block.span, draft.text):
                view = View(words_of(unquoted(span.of(draft.text)), span.start))
                if self._unless.matching(view):
                    continue
                for first, behind in jobs_named(view.forms):
                    head = self._heads.get(name_form(view.forms[behind - 1]))
                    named = {self._heads.get(name_form(w)) for w in view.forms[first:behind]}
                    if head is not None and not named & heads:
                        whole = Span(view.words[first].span.start, view.words[behind - 1].span.end)
                        says = fold(whole.of(draft.text))
                        yield Hit(whole, {"match": says, "right": role})

    @cached_property
    def _heads(self) -> dict[str, int]:
        return {word: number for number, group in enumerate(self.jobs) for word in group}

    @cached_property
    def _slots(self) -> PatternSet:
        return PatternSet(self.slots)

    @cached_property
    def _places(self) -> PatternSet:
        return PatternSet(self.places)

    @cached_property
    def _spots(self) -> PatternSet:
        return PatternSet(self.spots)

    @cached_property
    def _unless(self) -> PatternSet:
        return PatternSet(self.unless)

    @cached_property
    def _elsewhere(self) -> PatternSet:
        return PatternSet(self.elsewhere)

    @cached_property
    def _within(self) -> PatternSet:
        return PatternSet(self.within)


def _names(company: str) -> list[str]:
    """Return what a company may be called: "Harrow / Zenith", "Harrow (part of Zenith)"."""
    return [name for name in (company, *_ALTERNATIVES.split(company)) if firm_words(name)]


def _misspelt(span: Span, text: str, word: str, right: str, company: str) -> Hit:
    start = text.index(word, span.start)
    place = Span(start, start + len(word))
    return Hit(place, {"match": word, "right": company}, Edit(place, right))
