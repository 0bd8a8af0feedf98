"""`name-mismatch`: a greeting that is not the addressee's name, and one name spelt two ways.

A rare name is nobody's mistake: a word is only wrong beside another spelling of the same person's
name, in the headers or further up.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from followlint.analysis import Draft
from followlint.analysis.namesakes import Namesakes, edits, name_form
from followlint.analysis.people import (
    Mention,
    Person,
    is_spoken_to,
    mentions,
    names_in,
    people_of,
    senders,
    titles_differ,
)
from followlint.analysis.typos.lexicon import zipf
from followlint.checks.base import CheckType, Hit
from followlint.finding import Edit
from followlint.mail import Kind, Part
from followlint.text import Span, fold
from followlint.view import Word

_TEXT = (Part.SUBJECT, Part.BODY, Part.POSTSCRIPT, Part.CLOSING)
#: A word that English texts use this often (Zipf scale) is no name merely for its capital, and
#: one that they hardly know is believed to be misspelt from this length on.
_COMMON, _RARE, _LONG = 3.3, 2.0, 6
#: So many names are compared with each further one: no email is about more people.
_MOST_KNOWN = 50


@dataclass(frozen=True)
class NameMismatch(CheckType):
    """Objects to names that do not fit: `{match}` is the name, `{fault}` says what is wrong.

    `nicknames` give each full name's short forms, `lookalikes` the names that are taken for one
    another, `given_names` further ones that texts use often, `titles` what stands before names and
    `no_names` what greets without a name ("team").
    """

    nicknames: Mapping[str, frozenset[str]]
    lookalikes: Sequence[frozenset[str]]
    titles: frozenset[str]
    no_names: frozenset[str]
    given_names: frozenset[str] = frozenset()

    says: ClassVar[frozenset[str]] = frozenset({"match", "fault"})

    @cached_property
    def _namesakes(self) -> Namesakes:
        return Namesakes(self.nicknames, self.lookalikes)

    @cached_property
    def _first_names(self) -> frozenset[str]:
        known = frozenset(self.nicknames).union(*self.nicknames.values(), *self.lookalikes)
        return known | self.given_names

    def hits(self, draft: Draft) -> Iterator[Hit]:
        """Yield the misspelt names, and a greeting to somebody whom no header names."""
        people = people_of(draft.email, self.no_names)
        greeted = list(mentions(draft.email, Part.GREETING, self.titles, self.no_names))
        found = [hit for mention in greeted for hit in self._ungreeted(mention, people)]
        if not found and len(greeted) == 1:
            found = list(self._stranger(greeted[0], people, draft))
        yield from found
        wrong = {name_form(str(hit.says["match"])) for hit in found}
        yield from self._spelt_otherwise(draft, people, greeted, wrong)

    def _ungreeted(self, mention: Mention, people: Sequence[Person]) -> Iterator[Hit]:
        """Yield the greeted names that are an addressee's but for a slip."""
        known = [name for person in people for name in (*person.names, *person.others)]
        for name in mention.names:
            if any(self._namesakes.same(name.text, other) for other in known):
                continue
            for person in people:
                for right in person.names:
                    if self._namesakes.slip(name.text, right):
                        yield _misspelt(name, right, f"the header “{person.header}:”")
                        return

    def _stranger(self, mention: Mention, people: Sequence[Person], draft: Draft) -> Iterator[Hit]:
        """Yield a greeting to one person where the headers name only others."""
        headers = {person.header for person in people}
        if not people or not all(person.known for person in people):
            return
        if headers == {"Interviewer"} and draft.kind is not Kind.THANK_YOU:
            return  # a recruiter may be told of it
        known = [name for person in people for name in (*person.names, *person.others)]
        if any(
            self._namesakes.same(n.text, k) or _within(n.text, k)
            for n in mention.names
            for k in known
        ):
            return
        if not mention.title and not all(self._is_name(name.text) for name in mention.names):
            return
        quoted = names_in(draft.email, Part.QUOTED)
        if any(name_form(name.text) in quoted for name in mention.names):
            return  # they sign so
        span = Span(mention.names[0].span.start, mention.names[-1].span.end)
        named = " or ".join(sorted({f"“{header}:”" for header in headers}, reverse=True))
        says = {"match": fold(span.of(draft.text)), "fault": f"is nobody whom {named} names"}
        yield Hit(span, says)

    def _is_name(self, word: str) -> bool:
        form = name_form(word)
        return form in self._first_names or (form.isascii() and zipf(word) < _COMMON)

    def _spelt_otherwise(
        self,
        draft: Draft,
        people: Sequence[Person],
        greeted: Sequence[Mention],
        wrong: set[str],
    ) -> Iterator[Hit]:
        """Yield the names in the text that are a known person's but for a slip."""
        own = names_in(draft.email, Part.SIGNATURE) | senders(draft.email)
        right = {name_form(n) for p in people for n in (*p.names, *p.others)}
        right |= {name_form(n.text) for m in greeted for n in m.names} - wrong
        references = [
            *(_Reference(p.names, where=f"the header “{p.header}:”") for p in people),
            *(
                _Reference(tuple(n.text for n in m.names), m.title, "the greeting")
                for m in greeted
                if not {name_form(n.text) for n in m.names} & wrong
            ),
        ]
        for part in _TEXT:
            for mention in mentions(draft.email, part, self.titles, self.no_names):
                hits = [
                    _misspelt(name, other, reference.where)
                    for name in mention.names
                    if name_form(name.text) not in right | own
                    and not any(self._namesakes.same(name.text, known) for known in right)
                    for reference in references
                    for other in reference.names
                    if self._namesakes.slip(name.text, other)
                    and self._one_person(mention, name, reference, other, draft)
                ]
                yield from hits[:1]
                if not hits and (mention.title or len(mention.names) > 1):
                    names = tuple(name.text for name in mention.names)
                    further = _Reference(names, mention.title, "another place", loose=False)
                    if further not in references and len(references) < _MOST_KNOWN:
                        references.append(further)

    def _one_person(
        self, mention: Mention, name: Word, reference: _Reference, other: str, draft: Draft
    ) -> bool:
        """Tell whether two names that differ by a slip are one person's."""
        if titles_differ(mention.title, reference.title):
            return False
        short, full = sorted((name_form(name.text), name_form(other)), key=len)
        if full == f"{short}s":
            return is_spoken_to(name, draft.text)  # "the Hales", "St Botolphs"
        mine = [n.text for n in mention.names if n is not name]
        theirs = [n for n in reference.names if n != other]
        if mine and theirs:
            return any(self._namesakes.same(one, two) for one in mine for two in theirs)
        plain = edits(short, full) == 1 and len(name.text) >= _LONG
        if not reference.loose:
            return bool(mention.title and reference.title) and plain
        if mention.title:
            return bool(reference.title or theirs)
        if not mine and is_spoken_to(name, draft.text):
            return True
        rare = zipf(name.text) < _RARE and zipf(other) < _RARE
        return not mine and plain and rare


@dataclass(frozen=True)
class _Reference:
    """A name as it stands elsewhere; a `loose` one may be taken up without title or first name."""

    names: tuple[str, ...]
    title: str = ""
    where: str = ""
    loose: bool = True


def _misspelt(name: Word, right: str, where: str) -> Hit:
    fault = f"stands as “{right}” in {where}"
    return Hit(name.span, {"match": name.text, "fault": fault}, Edit(name.span, right))


def _within(name: str, known: str) -> bool:
    """Tell whether a name may be short for another: "Lena" for "Magdalena"."""
    short, full = name_form(name), name_form(known)
    if min(len(short), len(full)) == 1:
        return short[:1] == full[:1]
    return short in full or full in short or short[:2] == full[:2]
