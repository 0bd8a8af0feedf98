"""Sentences of one writer that say the same thing twice, to two readers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from followlint.across.letter import Letter
from followlint.across.sides import sides
from followlint.across.threads import conversations, same_reader
from followlint.analysis.likeness import nearest

#: So many words in a row are copied, whatever stands around them (the research on plagiarism takes
#: five to nine), if so many of them say something particular.
_RUN, _TELLING = 8, 2


@dataclass(frozen=True)
class Said:
    """A sentence of a draft: its number there, its words, and which of them say something."""

    draft: int
    number: int
    words: tuple[str, ...]
    telling: tuple[int, ...]

    @property
    def key(self) -> str:
        """The words that say something, in the order of the alphabet."""
        return " ".join(sorted(self.words[n] for n in self.telling))

    def runs(self) -> Iterator[tuple[str, ...]]:
        """Yield the runs of words that can be told from others."""
        for start in range(len(self.words) - _RUN + 1):
            if sum(start <= n < start + _RUN for n in self.telling) >= _TELLING:
                yield self.words[start : start + _RUN]


def reused(
    letters: Sequence[Letter], sentences: Sequence[Said], least: float
) -> dict[tuple[int, int], list[Said]]:
    """Return which sentences (by draft and number) stand elsewhere, too, and where.

    Two say the same where the words that say something agree as nearly as `least` (of 100), or
    where they share a long run of words. Only different readers count, and letters of the other
    side do not. Of each other draft the likest sentence is given, in the order of drafts.
    """
    own, talks = sides(letters), conversations(letters)
    mine = [said for said in sentences if own[said.draft] is not False]
    found: dict[tuple[int, int], list[Said]] = {}
    for said, others in _alike(mine, least):
        best: dict[int, Said] = {}
        for other in others:
            one, two = said.draft, other.draft
            apart = talks[one] != talks[two] and same_reader(letters[one], letters[two]) is False
            if apart and two not in best:
                best[two] = other
        if best:
            found[said.draft, said.number] = [best[draft] for draft in sorted(best)]
    return found


def _alike(sentences: Sequence[Said], least: float) -> Iterator[tuple[Said, list[Said]]]:
    """Yield each sentence with those that are like it, the likest first."""
    by_key: dict[str, list[Said]] = {}
    by_word: dict[str, list[str]] = {}
    by_run: dict[tuple[str, ...], list[Said]] = {}
    for said in sentences:
        by_key.setdefault(said.key, []).append(said)
        for run in said.runs():
            by_run.setdefault(run, []).append(said)
    for key in by_key:
        for word in set(key.split()):
            by_word.setdefault(word, []).append(key)
    for key, members in by_key.items():
        keys = sorted({near for word in key.split() for near in by_word[word]})
        like = [s for n, _ in nearest(key, keys, least) for s in by_key[keys[n]]]
        for said in members:
            copied = (other for run in said.runs() for other in by_run[run])
            yield said, list(dict.fromkeys(o for o in (*like, *copied) if o.draft != said.draft))
