"""`grade`: how many years of school the wording asks of its reader."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from followlint.analysis import Draft, Need
from followlint.analysis.metrics import count_words, grade_at_most, reading_grade
from followlint.checks.base import CheckType, Hit
from followlint.mail import Part
from followlint.text import Span

#: On fewer words a grade is noise.
_WORDS = 60
#: Nothing with shorter sentences comes near any limit worth setting.
_WORDS_A_SENTENCE = 20
#: The reading library is left alone where a quick estimate stays this far below the limit. On the
#: development half of `tests/corpus` the estimate is never lower than the grade.
_FAR_BELOW = 1


@dataclass(frozen=True)
class Grade(CheckType):
    """Objects to a body whose automated readability index is over `max`."""

    max: int

    needs: ClassVar[frozenset[Need]] = frozenset({Need.PARSE})
    says: ClassVar[frozenset[str]] = frozenset({"number", "limit"})

    def hits(self, draft: Draft) -> Iterator[Hit]:
        """Yield the start of the body, with the grade found and the limit."""
        sentences = [s.span.of(draft.text) for s in draft.prose if s.part is Part.BODY]
        words = sum(map(count_words, sentences))
        if words < _WORDS or words < _WORDS_A_SENTENCE * len(sentences):
            return
        if grade_at_most(sentences) < self.max - _FAR_BELOW:
            return
        grade = round(reading_grade(" ".join(sentences)))
        if grade > self.max:
            start = draft.spans(Part.BODY)[0].start
            yield Hit(Span(start, start), {"number": grade, "limit": self.max})
