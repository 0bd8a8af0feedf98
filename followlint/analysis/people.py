"""Who is named in an email: whom its headers know, and the names in its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from followlint.analysis.namesakes import name_form
from followlint.analysis.said import unquoted
from followlint.mail import Email, Part
from followlint.text import Span
from followlint.view import Word

_WORD = re.compile(r"[^\W\d_]+(?:['’‑-][^\W\d_]+)*\.?")
_POSSESSIVE = re.compile(r"['’]s?$")
_ADDRESS = re.compile(r"<([^<>]*)>")
#: No name is longer, and what is said of one takes time with the square of its length.
_LONGEST = 300
_PIECE = re.compile(r"\"[^\"]*\"[^,;]*|[^,;]+")
#: What stands behind a name in mail: "Priya Nair (Recruiting)", "Priya Nair | Harrow".
_AFFILIATION = re.compile(r"\s*(?:[|/@].*|\s(?:at|from|via|of)\s.*|\s[-–—]\s.*)$")
_ASIDE = re.compile(r"\([^()]*\)")
#: What may be added to a name where people are polite: "Watanabe-san", "Sharma-ji".
_HONORIFIC = re.compile(r"(?<=\w{2})[‑-](?:san|sama|sensei|kun|chan|nim|ssi|ji|jan|bey)$")
#: Names of people, too, and so no sign that a header names nobody.
_MONTHS = frozenset({"april", "august", "june"})
_SEPARATORS = re.compile(r"[._+-]+")

#: Who is spoken to: "Thanks again, Priya." and "Priya, thank you …", not "the lead, Priya."
_BEFORE_VOCATIVE = re.compile(
    r"\b(?:you|again|much|thanks|time|morning|afternoon|forward|yes|no|please|sorry|then),\s*$",
    re.IGNORECASE,
)
#: The end of the text, of a paragraph or of a header ends a sentence, too.
_AFTER_VOCATIVE = re.compile(r"\s*(?:[.!?]|,\s*$|$)|[ \t]*\r?\n(?:[ \t]*\r?\n|[A-Z][\w-]*:)")
_OPENS = re.compile(r"(?:^|[.!?]\s+)$")
_AFTER_OPENING = re.compile(r",\s+(?:thank|thanks|i|i'm|it|you|your|as|we|please)\b", re.IGNORECASE)

_WOMEN = frozenset({"ms", "mrs", "miss", "madam", "frau", "mme", "señora", "sra"})
_MEN = frozenset({"mr", "mister", "sir", "herr", "señor", "sr"})


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
    match = _ADDRESS.search(value)
    before = value[: match.start()] if match else value
    name = before[max(before.rfind("<"), before.rfind(">")) + 1 :][:_LONGEST]
    address = match[1][:_LONGEST] if match else ""
    if "@" in name and not address:
        name, address = "", name
    # "Elizabeth (Liz) Hale", "Priya Nair (Recruiting)": neither is part of the name.
    aside = _WORD.findall(" ".join(_ASIDE.findall(name)))
    name = _AFFILIATION.sub("", _ASIDE.sub(" ", name.replace('"', " ")))
    words = tuple(word.rstrip(".") for word in _WORD.findall(name))
    local = tuple(part for part in _SEPARATORS.split(address.partition("@")[0]) if part.isalpha())
    if words:  # the initials in "a.obi@" and "ao@" say nothing more
        initials = "".join(word[0].lower() for word in words)
        local = tuple(p for p in local if len(p) > 1 and name_form(p) != name_form(initials))
    if any(word.lower() in no_names - _MONTHS for word in (*words, *local)):
        return Person(header, (), (*words, *local))
    if words:
        whole = len([word for word in words if len(word) > 1]) > 1 or not address
        return Person(header, words, (*local, *aside), known=whole and _latin(words))
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
            word = _HONORIFIC.sub("", _POSSESSIVE.sub("", match[0].rstrip(".")))
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


def is_spoken_to(name: Word, text: str) -> bool:
    """Tell whether a name stands as somebody is called by it, not spoken of."""
    before, after = text[max(0, name.span.start - 20) : name.span.start], text[name.span.end :]
    opens = bool(_OPENS.search(before)) or before.endswith("\n\n")
    return bool(
        (_BEFORE_VOCATIVE.search(before) and _AFTER_VOCATIVE.match(after))
        or (opens and _AFTER_OPENING.match(after))
    )


def titles_differ(one: str, other: str) -> bool:
    """Tell whether two titles are never one person's ("Ms" and "Mr")."""
    return (one in _WOMEN and other in _MEN) or (one in _MEN and other in _WOMEN)


def names_in(email: Email, part: Part) -> set[str]:
    """Return the words with a capital in one part, in the form in which names are compared."""
    return {
        name_form(word)
        for block in email.of(part)
        for word in _WORD.findall(block.span.of(email.text))
        if word[:1].isupper()
    }


def senders(email: Email) -> set[str]:
    """Return the words of `From:`, in the form in which names are compared."""
    froms = (header.value for header in email.headers.all("From"))
    return {name_form(word) for value in froms for word in _WORD.findall(value)}
