"""What counts as a name in this email: never misspelt, whatever a dictionary says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from followlint.analysis.parse import Sentence
from followlint.mail import Email, Part
from followlint.text import Span

_WORD = re.compile(r"[^\W\d_]+(?:['’‑-][^\W\d_]+)*")
#: Headers that hold people, companies, roles and accepted words.
_NAMING = ("From", "To", "Cc", "Reply-To", "Company", "Role", "Interviewer", "Accept")
_PROPER = ("NNP", "NNPS")


def name_key(word: str) -> str:
    """Return the form under which names are compared: any case, possessive ending left out."""
    return re.sub(r"['’]s?$", "", word).casefold().replace("’", "'")


@dataclass(frozen=True)
class Names:
    """The words of an email that are names, and the places where a word is used as one.

    `proper` are the offsets at which the parse sees a proper noun, `people` those of them whose
    word is a name of this email.
    """

    words: frozenset[str]
    proper: frozenset[int]
    people: frozenset[int] = frozenset()

    def __contains__(self, word: str) -> bool:
        return name_key(word) in self.words

    def shields(self, span: Span) -> bool:
        """Tell whether the word at the span's start stands as a name of this email."""
        return span.start in self.people

    def at(self, span: Span) -> bool:
        """Tell whether the parse takes the word at this place for a proper noun."""
        return span.start in self.proper


def names_of(email: Email, sentences: Iterable[Sentence], accept: Iterable[str] = ()) -> Names:
    """Gather the names from headers, greeting, signature, repeated capitals and the parse."""
    words = {name_key(word) for entry in accept for word in _WORD.findall(entry)}
    for header in email.headers.items:
        if header.name in _NAMING:
            words |= {name_key(word) for word in _WORD.findall(header.value)}
    context = email.context  # a configuration's, too, which stands in no header
    for value in (context.company, context.role, *context.interviewers):
        words |= {name_key(word) for word in _WORD.findall(value.value if value else "")}
    for block in email.of(Part.GREETING, Part.SIGNATURE):
        found = _WORD.findall(block.span.of(email.text))
        # A signature holds a name, a title and a town; a greeting's first word is no name.
        words |= {name_key(word) for word in (found[1:] if block.part is Part.GREETING else found)}
    text = "\n".join(block.span.of(email.text) for block in email.of(Part.SUBJECT, Part.BODY))
    seen = Counter(word for word in _WORD.findall(text) if word[:1].isupper())
    words |= {name_key(word) for word, times in seen.items() if times > 1 and len(word) > 1}
    proper = {
        token.span.start
        for sentence in sentences
        for token in sentence.tokens
        if token.tag in _PROPER
    }
    people = {
        token.span.start
        for sentence in sentences
        for token in sentence.tokens
        if token.text[:1].isupper() and token.tag in _PROPER and name_key(token.text) in words
    }
    return Names(frozenset(words), frozenset(proper), frozenset(people))
