"""Who is named in an email: whom its headers know, and the names in its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from followlint.analysis.said import unquoted
from followlint.mail import Email, Part
from followlint.text import Span
from followlint.view import Word

_WORD = re.compile(r"[^\W\d_]+(?:['’‑-][^\W\d_]+)*\.?")
_POSSESSIVE = re.compile(r"['’]s?$")
_ADDRESSED = re.compile(r"(?P<name>[^<>]*)<(?P<address>[^<>]*)>")
_PIECE = re.compile(r"\"[^\"]*\"[^,;]*|[^,;]+")
#: What stands behind a name in mail: "Priya Nair (Recruiting)", "Priya Nair | Harrow".
_AFFILIATION = re.compile(r"\s*(?:[|/@].*|\s(?:at|from|via|of)\s.*|\s[-–—]\s.*)$")
_SEPARATORS = re.compile(r"[._+-]+")


@dataclass(frozen=True)
class Person:
    """Somebody whom a header names: the words of the name, and other words they may go by.

    `known` says that the name is a person's own and whole, so that another name is another's.
    """

    header: str
    names: tuple[str, ...]
    others: tuple[str, ...] = ()
    known: bool = False


@dataclass(frozen=True)
class Mention:
    """Names side by side in the text, and the title before them ("" without one)."""

    part: Part
    names: tuple[Word, ...]
    title: str = ""


def people_of(email: Email, no_names: frozenset[str]) -> list[Person]:
    """Return whom `To:`, `Cc:` and `Interviewer:` name.

    A name with one of `no_names` in it ("team", "careers") is nobody's.
    """
    people = [
        _person(header.name, piece[0], no_names)
        for header in email.headers.items
        if header.name in ("To", "Cc")
        for piece in _PIECE.finditer(header.value)
        if piece[0].strip()
    ]
    people += (
        _person("Interviewer", interviewer.value, no_names)
        for interviewer in email.context.interviewers
    )
    return people


def _person(header: str, value: str, no_names: frozenset[str]) -> Person:
    match = _ADDRESSED.search(value)
    name, address = (match["name"], match["address"]) if match else (value, "")
    if "@" in name and not address:
        name, address = "", name
    name = _AFFILIATION.sub("", re.sub(r"['\"]", " ", name) if name.count('"') else name)
    words = tuple(word.rstrip(".") for word in _WORD.findall(name))
    local = tuple(part for part in _SEPARATORS.split(address.partition("@")[0]) if part.isalpha())
    if any(word.lower() in no_names for word in (*words, *local)):
        return Person(header, (), (*words, *local))
    if words:
        whole = len([word for word in words if len(word) > 1]) > 1 or not address
        return Person(header, words, local, known=whole and _latin(words))
    full = tuple(word.title() for word in local if len(word) > 1)
    return Person(header, full, local, known=len(full) > 1 and len(full) == len(local))


def _latin(words: tuple[str, ...]) -> bool:
    return all(
        char < "ɐ" or "Ḁ" <= char <= "ỿ" for word in words for char in word if char.isalpha()
    )


def mentions(
    email: Email, part: Part, titles: frozenset[str], no_names: frozenset[str]
) -> Iterator[Mention]:
    """Yield the runs of capitalised words in one part; quotations have none.

    Titles end a run and open the next, `no_names` end it.
    """
    for block in email.of(part):
        text = unquoted(block.span.of(email.text))
        names: list[Word] = []
        title, end = "", 0
        for match in _WORD.finditer(text):
            word = _POSSESSIVE.sub("", match[0].rstrip("."))
            lower = word.lower()
            apart = bool(text[end : match.start()].strip())
            stops = apart or not word[:1].isupper() or lower in titles or lower in no_names
            if stops and names:
                yield Mention(part, tuple(names), title)
            if stops:
                names, title = [], ""
            end = match.end()
            if lower in titles and (word[:1].isupper() or part is Part.GREETING):
                title = lower
            elif word[:1].isupper() and lower not in no_names:
                start = block.span.start + match.start()
                names.append(Word(word, Span(start, start + len(word))))
                if len(match[0]) > len(word) > 1:  # "Okafor’s kiln", "I met Okafor. Ana …"
                    yield Mention(part, tuple(names), title)
                    names, title = [], ""
        if names:
            yield Mention(part, tuple(names), title)
