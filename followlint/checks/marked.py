"""What swaps and wordings share: entries that mark a stretch by pattern, tag and surroundings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from followlint.analysis import Draft
from followlint.analysis.parse import Sentence
from followlint.mail import Dialect, Kind, Part
from followlint.pattern import Pattern, PatternSet
from followlint.text import Span
from followlint.view import View

PROSE = (Part.SUBJECT, Part.BODY, Part.POSTSCRIPT, Part.CLOSING)


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One wording looked for in a sentence: `says` marks it within its surroundings.

    `tags` are the tags of which the first marked word must have one, `then` the same for the word
    behind the match. A match of `unless` that overlaps the mark makes it innocent, one of `about`
    anywhere in the draft, too: a text keeps to one sense of a word, and who writes of an orchard
    means the fruit that hangs low. `parts` and `kinds` are where it is looked for; with `only_in`,
    drafts of no dialect but those, and with `not_in`, drafts of any but those, or of none.
    `example` must be flagged, `innocent` must not.
    """

    says: Pattern
    example: str
    innocent: str = ""
    tags: Sequence[str] = ()
    then: Sequence[str] = ()
    unless: Sequence[Pattern] = ()
    about: Sequence[Pattern] = ()
    parts: Sequence[Part] = PROSE
    kinds: Sequence[Kind] = ()
    only_in: Sequence[Dialect] = ()
    not_in: Sequence[Dialect] = ()

    @property
    def rank(self) -> int:
        """How much the entry counts beside another that marks an overlapping stretch."""
        return 0

    def applies_to(self, draft: Draft) -> bool:
        """Tell whether it is looked for in drafts of that kind and dialect."""
        return (
            (not self.kinds or draft.kind in self.kinds)
            and (not self.only_in or draft.dialect in self.only_in)
            and draft.dialect not in self.not_in
        )


E = TypeVar("E", bound=Entry)


@dataclass(frozen=True)
class Entries(Generic[E]):
    """Entries that are looked for at once."""

    entries: Sequence[E]
    unless: Sequence[Pattern] = ()

    @cached_property
    def _says(self) -> PatternSet:
        return PatternSet([entry.says for entry in self.entries])

    @cached_property
    def _unless(self) -> PatternSet:
        return PatternSet(self.unless)

    def _innocent(self, view: View) -> Iterator[tuple[int, int]]:
        """Yield the places that the patterns which hold for every entry make innocent."""
        return (
            place
            for number in self._unless.candidates(view)
            for place in self.unless[number].ranges(view)
        )

    def found(self, draft: Draft) -> Iterator[tuple[E, Span]]:
        """Yield the marked stretches that count, each place once.

        Of several that overlap it is that of the highest rank, then the first, then the longest.
        """
        for sentence in draft.sentences:
            hits = list(self._hits(draft, sentence))
            hits.sort(key=lambda hit: (-hit[0].rank, hit[1].start, -hit[1].end))
            taken: list[tuple[E, Span]] = []
            for entry, span in hits:
                if not any(span.overlaps(other) for _, other in taken):
                    taken.append((entry, span))
            yield from sorted(taken, key=lambda hit: hit[1])

    def _hits(self, draft: Draft, sentence: Sentence) -> Iterator[tuple[E, Span]]:
        view = sentence.view
        innocent: Sequence[tuple[int, int]] | None = None
        for entry in (self.entries[number] for number in self._says.candidates(view)):
            if sentence.part not in entry.parts or not entry.applies_to(draft):
                continue
            # Hardly any candidate is found, and only then does it matter what makes it innocent.
            marks = list(entry.says.marks(view))
            if not marks:
                continue
            if innocent is None:
                innocent = list(self._innocent(view))
            own = [place for pattern in entry.unless for place in pattern.ranges(view)]
            for start, end in marks:
                if any(start < b and a < end for a, b in (*innocent, *own)):
                    continue
                if _tagged(entry, sentence, (start, end)) and not _speaks_of(draft, entry.about):
                    span = view.span_of(start, end)
                    if not draft.names.shields(span):
                        yield entry, span


def _speaks_of(draft: Draft, subjects: Sequence[Pattern]) -> bool:
    """Tell whether one of the subjects is spoken of anywhere in the draft."""
    return any(
        True
        for subject in subjects
        for sentence in draft.sentences
        for _ in subject.ranges(sentence.view)
    )


def _tagged(entry: Entry, sentence: Sentence, place: tuple[int, int]) -> bool:
    first, behind = sentence.view.range_of(*place)
    if entry.tags and sentence.tokens[first].tag not in entry.tags:
        return False
    after = sentence.tokens[behind].tag if behind < len(sentence.tokens) else ""
    return not entry.then or after in entry.then
