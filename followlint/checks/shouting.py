"""`shouting`: words in capitals that are no acronym, brand or name.

No list of acronyms is ever complete, so it is the other way round: a run of capitals shouts where a
word stands in it that is never one ("REALLY", "PLEASE", "WAITING").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import ClassVar

from followlint.analysis import Draft
from followlint.analysis.capitals import runs_of_capitals
from followlint.analysis.mentions import is_inscribed, is_voiced
from followlint.analysis.names import Names, names_of
from followlint.analysis.typos.lexicon import zipf
from followlint.checks.base import CheckType, Hit
from followlint.checks.subject import ANSWER
from followlint.mail import Block, Part
from followlint.text import Span, fold
from followlint.view import Word

_PARTS = (Part.SUBJECT, Part.BODY, Part.POSTSCRIPT, Part.CLOSING)
#: From the first frequency on (Zipf scale, `lexicon.zipf`) a word counts beside one that shouts;
#: two of the second make a shout of a subject all in capitals.
_KNOWN, _COMMON = 3.0, 4.0


@dataclass(frozen=True)
class Shouting(CheckType):
    """Objects once to all runs of capitals with one of `words` in them, at the first.

    `before` are words that shout only before certain others ("SO excited", but "the SO form"),
    `unless` are pairs of words of which the first does not ("NOT gate"). A subject all in capitals
    shouts whatever it says. `{match}` is the first run, `{number}` how many words shout, `{more}`
    how many of them stand elsewhere.
    """

    words: frozenset[str]
    before: Mapping[str, frozenset[str]] = field(default_factory=dict)
    unless: frozenset[str] = frozenset()

    says: ClassVar[frozenset[str]] = frozenset({"match", "number", "more"})

    def hits(self, draft: Draft) -> Iterator[Hit]:
        """Yield the first shout, with the count of all."""
        # Not the draft's own names: a word that stands there twice with a capital is one of them.
        names = names_of(replace(draft.email, blocks=tuple(draft.email.of(Part.GREETING))), ())
        shouts = [
            shout
            for block in draft.email.of(*_PARTS)
            for shout in self._shouts(block, draft.text, names)
        ]
        if shouts:
            span = Span(shouts[0][0].span.start, shouts[0][-1].span.end)
            number = sum(map(len, shouts))
            rest = number - len(shouts[0])
            more = f" and {rest} more word{'s' * (rest > 1)}" if rest else ""
            yield Hit(span, {"match": fold(span.of(draft.text)), "number": number, "more": more})

    def _shouts(self, block: Block, text: str, names: Names) -> Iterator[list[Word]]:
        """Yield the loud words of each run that shouts."""
        said = block.span.of(text)
        in_subject = block.part is Part.SUBJECT
        if in_subject and ANSWER.match(said):
            return  # "RE: URGENT VACANCY": the recruiter's capitals
        for run in runs_of_capitals(said, block.span.start):
            first = next((word for word in run.words if len(word.text) > 1), run.words[0])
            start = first.span.start - block.span.start  # "I said that I REALLY", by "REALLY"
            end = run.words[-1].span.end - block.span.start
            if not in_subject and (is_inscribed(said, start, end) or is_voiced(said, start, end)):
                continue
            forms = [word.text.lower().replace("’", "'") for word in run.words]
            common = sum(len(form) > 1 and zipf(form) >= _COMMON for form in forms)
            pairs = zip(run.words, forms, [*forms[1:], run.following], strict=True)
            loud = any(
                self._is_loud(form, after) for w, form, after in pairs if w.text not in names
            )
            if loud or (in_subject and said.isupper() and common > 1):
                yield [
                    word
                    for word, form in zip(run.words, forms, strict=True)
                    if form in self.words or (len(form) > 1 and zipf(form) >= _KNOWN)
                ] or run.words

    def _is_loud(self, form: str, after: str) -> bool:
        if f"{form} {after}" in self.unless:
            return False
        return form in self.words or after in self.before.get(form, ())
