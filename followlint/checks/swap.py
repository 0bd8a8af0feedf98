"""`swap`: a wording that should be another one: a real word in the wrong place, a broken phrase.

The cue is the rule: a swap's pattern holds the wrong words between `<` and `>` and the
surroundings that give them away. Without surroundings the words alone are hit twenty times an
email.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from followlint.analysis import Draft, Need
from followlint.analysis.parse import Sentence
from followlint.analysis.typos import SlipKind
from followlint.checks.base import CheckType, Hit
from followlint.finding import Edit
from followlint.mail import Part
from followlint.pattern import Pattern, PatternSet
from followlint.text import Span, fold


@dataclass(frozen=True)
class Swap:
    """One wrong wording: `says` marks it within its surroundings, `right` is what was meant.

    `right` is put in for the marked words, in their case; empty means they should go. `tags`
    are the tags of which the first marked word must have one, `then` the same for the word
    behind the match; `parts` are where it is looked for. `example` must be flagged, `innocent`
    must not.
    """

    says: Pattern
    right: str
    example: str
    innocent: str = ""
    tags: Sequence[str] = ()
    then: Sequence[str] = ()
    parts: Sequence[Part] = (Part.SUBJECT, Part.BODY, Part.POSTSCRIPT, Part.CLOSING)


@dataclass(frozen=True)
class Swaps(CheckType):
    """Objects to the `swaps` found, unless a match of `unless` overlaps them.

    `engine` are kinds of slips that the typo engine finds and that count here, too, where no swap
    has spoken.
    """

    swaps: Sequence[Swap]
    unless: Sequence[Pattern] = ()
    engine: Sequence[SlipKind] = ()

    needs: ClassVar[frozenset[Need]] = frozenset({Need.PARSE, Need.TYPOS})
    says: ClassVar[frozenset[str]] = frozenset({"match", "right"})

    @cached_property
    def _set(self) -> PatternSet:
        return PatternSet([swap.says for swap in self.swaps])

    @cached_property
    def _unless(self) -> PatternSet:
        return PatternSet(self.unless)

    def hits(self, draft: Draft) -> Iterator[Hit]:
        """Yield the first hit at each place, with the edit that would mend it."""
        spoken: list[Span] = []
        for sentence in draft.sentences:
            taken: list[Span] = [
                sentence.view.span_of(*place)
                for number in self._unless.matching(sentence.view)
                for place in self.unless[number].ranges(sentence.view)
            ]
            for swap, span in self._found(sentence):
                if any(span.overlaps(other) for other in taken) or draft.names.shields(span):
                    continue
                taken.append(span)
                wrong = span.of(draft.text)
                right = in_case_of(wrong, swap.right)
                if fold(right) != fold(wrong):
                    spoken.append(span)
                    yield Hit(span, {"match": fold(wrong), "right": right}, Edit(span, right))
        for slip in draft.slips if self.engine else ():
            if slip.kind in self.engine and not any(slip.span.overlaps(s) for s in spoken):
                guess = slip.suggestions[0] if slip.suggestions else ""
                says = {"match": fold(slip.span.of(draft.text)), "right": guess}
                yield Hit(slip.span, says, Edit(slip.span, guess) if guess else None)

    def _found(self, sentence: Sentence) -> Iterator[tuple[Swap, Span]]:
        for number in self._set.matching(sentence.view):
            swap = self.swaps[number]
            for place in swap.says.marks(sentence.view):
                if self._tagged(swap, sentence, place):
                    yield swap, sentence.view.span_of(*place)

    def _tagged(self, swap: Swap, sentence: Sentence, place: tuple[int, int]) -> bool:
        if sentence.part not in swap.parts:
            return False
        first, behind = sentence.view.range_of(*place)
        if swap.tags and sentence.tokens[first].tag not in swap.tags:
            return False
        after = sentence.tokens[behind].tag if behind < len(sentence.tokens) else ""
        return not swap.then or after in swap.then


def in_case_of(model: str, text: str) -> str:
    """Return `text` with a capital where `model` begins with one."""
    return text[:1].upper() + text[1:] if model[:1].isupper() else text
