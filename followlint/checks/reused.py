"""`reused`: one and the same particular sentence in drafts to different readers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar

from followlint.across.reuse import Said, reused
from followlint.analysis import Draft, Need
from followlint.analysis.parse import Sentence
from followlint.checks.base import CheckType, Hit, Peer, Second
from followlint.mail.email import PROSE
from followlint.pattern import Pattern, PatternSet
from followlint.text import Span


@dataclass(frozen=True)
class Reused(CheckType):
    """Objects to a particular sentence that another reader gets, too; `{others}` says where.

    Particular is what refers to the meeting (one of `frames`) with `content` words that say
    something, or speaks to the reader (`address`) with `rich` of them and not of the writer
    (`oneself`). What one may tell everybody (`unless`) never is. `alike` is how nearly the telling
    words of two sentences must agree, of 100.
    """

    frames: Sequence[Pattern]
    address: Sequence[Pattern]
    oneself: Sequence[Pattern]
    unless: Sequence[Pattern]
    content: int
    rich: int
    alike: float

    needs: ClassVar[frozenset[Need]] = frozenset({Need.PARSE})
    says: ClassVar[frozenset[str]] = frozenset({"others"})
    compares: ClassVar[bool] = True

    def hits(self, draft: Draft) -> Iterator[Hit]:
        """Yield nothing: one draft alone repeats nothing."""
        return iter(())

    def note(self, draft: Draft) -> Any:
        """Return the particular sentences: place, row, words and which of them are telling."""
        found = []
        for sentence in draft.prose:
            telling = draft.content_of(sentence.tokens) if sentence.part in PROSE else []
            if len(telling) >= self.content and self._is_particular(sentence, len(telling)):
                span = sentence.span
                row = draft.email.source.position(span.start).row
                found.append([span.start, span.end, row, list(sentence.view.forms), telling])
        return found or None

    def compared(self, peers: Sequence[Peer]) -> Iterator[Second]:
        """Yield each such sentence, naming the other drafts."""
        sentences = [
            Said(number, place, tuple(words), tuple(telling))
            for number, peer in enumerate(peers)
            for place, (*_, words, telling) in enumerate(peer.note or ())
        ]
        found = reused([peer.letter for peer in peers], sentences, self.alike)
        for (number, place), others in found.items():
            start, end, *_ = peers[number].note[place]
            says = {"others": _named(peers, others)}
            yield Second(number, (Hit(Span(start, end), says),))

    def _is_particular(self, sentence: Sentence, telling: int) -> bool:
        view = sentence.view
        if self._unless.matching(view):
            return False
        if self._frames.matching(view):
            return True
        addressed = telling >= self.rich and self._address.matching(view)
        return bool(addressed and not self._oneself.matching(view))

    @cached_property
    def _frames(self) -> PatternSet:
        return PatternSet(self.frames)

    @cached_property
    def _address(self) -> PatternSet:
        return PatternSet(self.address)

    @cached_property
    def _oneself(self) -> PatternSet:
        return PatternSet(self.oneself)

    @cached_property
    def _unless(self) -> PatternSet:
        return PatternSet(self.unless)


def _named(peers: Sequence[Peer], others: Sequence[Said]) -> str:
    """Return where a sentence stands, too: the first draft with its line, the others counted."""
    first = others[0]
    row = peers[first.draft].note[first.number][2]
    more = f" and in {len(others) - 1} more" if len(others) > 1 else ""
    return f"{peers[first.draft].name} (line {row}){more}"
