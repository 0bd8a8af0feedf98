"""`slip`: what the typo engine found and the gate let through."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from followlint.analysis import Draft, Need
from followlint.analysis.typos import Slip, SlipKind
from followlint.analysis.typos.plausible import is_sure
from followlint.checks.base import CheckType, Hit
from followlint.finding import Applicability, Edit
from followlint.text import Span, fold, word_set

#: More guesses than this only make a reader doubt all of them.
_SHOWN = 3
#: Words that may stand twice in good English, rarely ("I gave her her badge", "what it is is …").
_MAY_DOUBLE = word_set("is her it you him what who one all there here do did in on that had")
_MISSPELT = "is misspelt"
_BLANKS = re.compile(r"[ \t]+")
_BREAKS = ("\n", "\r")
_ENDS = ("", *_BREAKS)


@dataclass(frozen=True)
class SlipCheck(CheckType):
    """Objects to the slips of one `kind`; `{guess}` offers what may have been meant.

    Of a misspelling, `{fault}` tells whether it is one everywhere or in the draft's dialect alone.
    """

    kind: SlipKind

    needs: ClassVar[frozenset[Need]] = frozenset({Need.TYPOS, Need.PARSE})
    yields: ClassVar[bool] = True
    says: ClassVar[frozenset[str]] = frozenset({"match", "guess", "fault"})

    def hits(self, draft: Draft) -> Iterator[Hit]:
        """Yield the slips, with an edit where the engine suggests anything."""
        for slip in draft.slips:
            if slip.kind is not self.kind:
                continue
            guesses = [f"“{guess}”" for guess in slip.suggestions[:_SHOWN] if guess.strip()]
            guess = f"; did you mean {' or '.join(guesses)}?" if guesses else ""
            says = {"match": fold(slip.span.of(draft.text)), "guess": guess, "fault": _MISSPELT}
            yield Hit(slip.span, says, _edit(slip, draft.text))
        if self.kind is SlipKind.SPELLING and draft.dialect:
            fault = f"is not {draft.dialect.value.capitalize()} spelling"
            for word in draft.regional:
                says = {"match": word.span.of(draft.text), "guess": f"; it is “{word.right}” there"}
                sure = Applicability.SAFE if word.sure else Applicability.UNSAFE
                yield Hit(word.span, {**says, "fault": fault}, Edit(word.span, word.right, sure))


def _edit(slip: Slip, text: str) -> Edit | None:
    """Return the edit that puts in the first suggestion; it is safe where there is no doubt."""
    if not slip.suggestions:
        return None
    wrong, guess = slip.span.of(text), slip.suggestions[0]
    if slip.kind is SlipKind.REPEATED_WORD:
        return _single(slip.span, text, guess)
    sure = slip.kind is SlipKind.SPELLING and is_sure(wrong, guess)
    return Edit(slip.span, guess, Applicability.SAFE if sure else Applicability.UNSAFE)


def _single(span: Span, text: str, word: str) -> Edit | None:
    """Return the edit that takes out one of two words; a line break between them stays.

    There is none where each has a line of its own: that is verse, or an address.
    """
    first, *_, second = span.of(text).split()
    # "Walla Walla" is a town.
    sure = second.islower() and second not in _MAY_DOUBLE
    applicability = Applicability.SAFE if sure else Applicability.UNSAFE
    if not any(mark in span.of(text) for mark in _BREAKS):
        return Edit(span, word, applicability)
    behind = _BLANKS.match(text, span.end)
    if behind and text[behind.end() : behind.end() + 1] not in _ENDS:
        return Edit(Span(span.end - len(second), behind.end()), "", applicability)
    start = span.start
    while start and text[start - 1] in " \t":
        start -= 1
    if first != second or start == span.start or text[start - 1 : start] in _ENDS:
        return None
    return Edit(Span(start, span.start + len(first)), "", applicability)
