"""Where names that may be companies' stand in an email: what `company` holds its patterns against.

Told by capitals alone; no parse knows the names of companies.
"""

from __future__ import annotations

import re

from followlint.analysis import Draft
from followlint.analysis.firms import firm_words
from followlint.analysis.said import unquoted
from followlint.analysis.typos.lexicon import zipf
from followlint.mail import Part
from followlint.pattern import PatternSet
from followlint.text import Span
from followlint.view import View, Word, words_of

#: What a name of a company becomes in the view that patterns are held against.
_FIRM = "@firm"
RUN = re.compile(
    r"(?:St\.?\s+)?(?:\d*[^\W\d_a-z]|[a-z][A-Z])[^\W_]*(?:[.&+-][^\W_]+|['’](?!s\b)[^\W_]+)*"
    r"(?:\s+(?:(?:&|and|of(?: the)?)\s+)?[^\W\d_a-z][^\W_]*(?:[.&+-][^\W_]+|['’](?!s\b)[^\W_]+)*)*"
)
CAPITAL = re.compile(r"[^\W_]+")
#: A capital at a sentence's start is no name's where texts use the word this often.
_COMMON = 4.0
#: Behind "the", words in use from here on are a department's or a building's.
_KNOWN = 3.5


def view_of(sentence: Span, text: str, no_firms: frozenset[str]) -> View:
    """Return a sentence with each name that may be a company's as one word, `@firm`.

    `no_firms` are capitals that are none, in small letters.
    """
    said = unquoted(sentence.of(text))
    words: list[Word] = []
    at = 0
    for match in RUN.finditer(said):
        start, end = _name(match, said, no_firms)
        if start < end:
            words += words_of(said[at:start], sentence.start + at)
            words.append(Word(_FIRM, Span(start, end).shifted(sentence.start)))
            at = end
    return View([*words, *words_of(said[at:], sentence.start + at)])


def marks(patterns: PatternSet, view: View) -> list[Span]:
    """Return the places in the text that patterns mark in a view."""
    return [
        view.span_of(*place)
        for number in patterns.candidates(view)
        for place in patterns.patterns[number].marks(view)
    ]


def is_department(span: Span, text: str) -> bool:
    """Tell whether an article stands before everyday words: "the Library", "the Kiln Room"."""
    before = text[max(0, span.start - 5) : span.start].lower().split()
    words = CAPITAL.findall(span.of(text))
    return before[-1:] == ["the"] and all(zipf(word) >= _KNOWN for word in words)


def known_words(draft: Draft, *parts: Part) -> set[str]:
    """Return the words of names that may stand here: people's, and the writer's own firm's.

    `parts` of the draft hold names, too: the signature, say.
    """
    values = [
        header.value
        for header in draft.email.headers.items
        if header.name in ("From", "To", "Cc", "Reply-To", "Interviewer", "Accept", "Role")
    ]
    values += [span.of(draft.text) for span in draft.spans(*parts)]
    return {
        word for value in values for word in firm_words(value.replace("@", " ").replace(".", " "))
    }


def _name(match: re.Match[str], said: str, no_firms: frozenset[str]) -> tuple[int, int]:
    """Return where the name in a run of capitals begins and ends; nowhere without one."""
    words = [Span(*word.span()).shifted(match.start()) for word in CAPITAL.finditer(match[0])]
    opens = not said[: match.start()].strip(" \t\r\n“\"'(-–—•*")
    while words and _is_no_firm(words[0].of(said), no_firms, opens=opens):
        words, opens = words[1:], False
    while words and _is_no_firm(words[-1].of(said), no_firms, opens=False):
        words = words[:-1]
    return (words[0].start, words[-1].end) if words else (0, 0)


def _is_no_firm(word: str, no_firms: frozenset[str], *, opens: bool) -> bool:
    return word.lower() in no_firms or (opens and zipf(word) >= _COMMON)
