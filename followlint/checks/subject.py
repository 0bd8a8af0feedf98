"""`subject`: a subject line that any such email could bear, or that no phone shows whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from followlint.analysis import Draft
from followlint.analysis.names import names_of
from followlint.checks.base import CheckType, Hit
from followlint.mail import Part
from followlint.text import fold

#: The subject of somebody else's message, which an answer keeps. Also in a dozen mail programs'
#: own languages (German, Scandinavian, French, Spanish).
ANSWER = re.compile(
    r"\s*(?:re|fwd?|aw|wg|sv|vs|vb|tr|rv|antw)\s*(?:\[\d+\]\s*)?[:：]", re.IGNORECASE
)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
#: "this morning" tells which day; "good morning" does not.
_GREETING = re.compile(r"\bgood\s+(?:morning|afternoon|evening|day)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Subject(CheckType):
    """Objects to a subject of more than `max` characters, and to one that says too little.

    It does where all its words are `purposes` (why one writes: "thanks"), `matters` (what about:
    "interview") and `fillers`, unless a purpose and a matter stand there together, or "your" and
    one of `theirs`, what the reader has said ("your letter"). An answer keeps the subject it
    answers, whatever that is. `{fault}` is what is wrong, in the rule's words `vague` or `long`.
    """

    max: int
    purposes: frozenset[str]
    matters: frozenset[str]
    fillers: frozenset[str]
    theirs: frozenset[str]
    vague: str
    long: str

    says: ClassVar[frozenset[str]] = frozenset({"match", "fault"})

    def hits(self, draft: Draft) -> Iterator[Hit]:
        """Yield the subject, whole."""
        for block in draft.email.of(Part.SUBJECT):
            text = fold(block.span.of(draft.text))
            if ANSWER.match(text):
                continue
            fault = self.long if len(text) > self.max else self.vague
            if fault == self.long or self._says_nothing(text, draft):
                yield Hit(block.span, {"match": text, "fault": fault})

    def _says_nothing(self, text: str, draft: Draft) -> bool:
        words = {word.lower().replace("’", "'") for word in _WORD.findall(_GREETING.sub("", text))}
        if words & self.purposes and words & self.matters:
            return False
        if "your" in words and words & self.theirs:
            return False
        given = names_of(replace(draft.email, blocks=()), ())
        return all(
            word in self.purposes | self.matters | self.fillers and word not in given
            for word in words
        )
