"""`company`: the name of another company, or of another job, where the draft's own belongs.

Companies are talked about for many reasons (one's last employer, a client, a rival), so only what
stands where the company applied to must stand is judged: "excited to join …", "the role at …".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from followlint.analysis import Draft
from followlint.analysis.firms import firm_words, same_firm
from followlint.analysis.jobs import jobs_named
from followlint.analysis.namesakes import name_form
from followlint.analysis.said import unquoted
from followlint.analysis.typos.lexicon import zipf
from followlint.checks.base import CheckType, Hit
from followlint.mail import Block, Part
from followlint.mail.email import PROSE
from followlint.pattern import Pattern, PatternSet
from followlint.text import Span, fold
from followlint.view import View, Word, words_of

_PARTS = (Part.SUBJECT, *PROSE, Part.CLOSING)
#: What a name of a company becomes in the view that patterns are held against.
_FIRM = "@firm"
_RUN = re.compile(
    r"(?:St\.?\s+)?(?:\d*[^\W\d_a-z]|[a-z][A-Z])[^\W_]*(?:[.&+-][^\W_]+|['’](?!s\b)[^\W_]+)*"
    r"(?:\s+(?:(?:&|and|of(?: the)?)\s+)?[^\W\d_a-z][^\W_]*(?:[.&+-][^\W_]+|['’](?!s\b)[^\W_]+)*)*"
)
_SENTENCE = re.compile(r"\S(?:[^.?!]|[.?!](?=\S)|(?<=St)\.)*[.?!]*")
_CAPITAL = re.compile(r"[^\W_]+")
#: A capital at a sentence's start is no name's where texts use the word this often.
_COMMON = 4.0
#: Behind "the", words in use from here on are a department's or a building's.
_KNOWN = 3.5
_ALTERNATIVES = re.compile(r"\s*[/,;|()]\s*")


@dataclass(frozen=True)
class WrongCompany(CheckType):
    """Objects to another company or job than the context gives; `{right}` is the one it gives.

    `slots` are patterns in which `@firm` is the company applied to, `places` those in which it may
    also be a site of it: they count where the company itself is named nowhere. A sentence in which
    one of `unless` matches speaks of another company, `no_firms` are capitals that are none.
    `jobs` are the words that a job's name ends in, those of one row being nearly the same job.
    """

    slots: Sequence[Pattern]
    places: Sequence[Pattern]
    unless: Sequence[Pattern]
    elsewhere: Sequence[Pattern]
    no_firms: frozenset[str]
    jobs: Sequence[frozenset[str]]

    says: ClassVar[frozenset[str]] = frozenset({"match", "right"})

    def hits(self, draft: Draft) -> Iterator[Hit]:
        """Yield each wrong name once a place."""
        context = draft.email.context
        if context.company:
            yield from self._companies(draft, context.company.value)
        if context.role:
            yield from self._roles(draft, context.role.value)

    def _companies(self, draft: Draft, company: str) -> Iterator[Hit]:
        sentences = [s for block in draft.email.of(*_PARTS) for s in _sentences(block, draft.text)]
        views = [self._view(span, draft.text) for span in sentences]
        ours = [name for name in (company, *_ALTERNATIVES.split(company)) if firm_words(name)]
        text = "\n".join(span.of(draft.text) for span in sentences)
        named = any(same_firm(run[0], name) for run in _RUN.finditer(text) for name in ours)
        known = _known(draft) | {
            word
            for view in views
            for span in _marks(self._elsewhere, view)
            for word in firm_words(span.of(draft.text))
        }
        for view in views:
            found = _marks(self._slots, view)
            if not named:
                found += _marks(self._places, view)
            if not found or self._unless.matching(view):
                continue
            for span in sorted(set(found)):
                firm = span.of(draft.text)
                if any(same_firm(firm, name) for name in ours) or set(firm_words(firm)) & known:
                    continue
                if _is_department(span, draft.text):
                    continue
                yield Hit(span, {"match": fold(firm), "right": company})

    def _view(self, sentence: Span, text: str) -> View:
        """Return a sentence with each name that may be a company's as one word."""
        said = unquoted(sentence.of(text))
        words: list[Word] = []
        at = 0
        for match in _RUN.finditer(said):
            start, end = self._name(match, said)
            if start < end:
                words += words_of(said[at:start], sentence.start + at)
                words.append(Word(_FIRM, Span(start, end).shifted(sentence.start)))
                at = end
        return View([*words, *words_of(said[at:], sentence.start + at)])

    def _name(self, match: re.Match[str], said: str) -> tuple[int, int]:
        """Return where the name in a run of capitals begins and ends; nowhere without one."""
        words = [Span(*word.span()).shifted(match.start()) for word in _CAPITAL.finditer(match[0])]
        opens = not said[: match.start()].strip(" \t\r\n“\"'(-–—•*")
        while words and self._is_no_firm(words[0].of(said), opens):
            words, opens = words[1:], False
        while words and self._is_no_firm(words[-1].of(said), False):
            words = words[:-1]
        return (words[0].start, words[-1].end) if words else (0, 0)

    def _is_no_firm(self, word: str, opens: bool) -> bool:
        return word.lower() in self.no_firms or (opens and zipf(word) >= _COMMON)

    def _roles(self, draft: Draft, role: str) -> Iterator[Hit]:
        ours = [name_form(word) for word in _CAPITAL.findall(role)]
        heads = {head for word in ours if (head := self._heads.get(word)) is not None}
        if not heads:
            return
        for block in draft.email.of(*_PARTS):
            for span in _sentences(block, draft.text):
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
    def _unless(self) -> PatternSet:
        return PatternSet(self.unless)

    @cached_property
    def _elsewhere(self) -> PatternSet:
        return PatternSet(self.elsewhere)


def _sentences(block: Block, text: str) -> Iterator[Span]:
    """Yield the sentences of a block, told by their stops alone; line breaks are only wraps."""
    for match in _SENTENCE.finditer(block.span.of(text)):
        yield Span(*match.span()).shifted(block.span.start)


def _marks(patterns: PatternSet, view: View) -> list[Span]:
    return [
        view.span_of(*place)
        for number in patterns.matching(view)
        for place in patterns.patterns[number].marks(view)
    ]


def _is_department(span: Span, text: str) -> bool:
    """Tell whether an article stands before everyday words: "the Library", "the Kiln Room"."""
    before = text[max(0, span.start - 5) : span.start].lower().split()
    words = _CAPITAL.findall(span.of(text))
    return before[-1:] == ["the"] and all(zipf(word) >= _KNOWN for word in words)


def _known(draft: Draft) -> set[str]:
    """Return the words of names that may stand here: people's, and the writer's own firm's."""
    values = [
        header.value
        for header in draft.email.headers.items
        if header.name in ("From", "To", "Cc", "Reply-To", "Interviewer", "Accept", "Role")
    ]
    values += [span.of(draft.text) for span in draft.spans(Part.SIGNATURE, Part.GREETING)]
    return {
        word for value in values for word in firm_words(value.replace("@", " ").replace(".", " "))
    }
