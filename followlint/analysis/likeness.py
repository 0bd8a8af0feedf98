"""How near two texts come to each other; the only importer of rapidfuzz."""

from __future__ import annotations

from collections.abc import Sequence


def slips_between(one: str, other: str) -> int:
    """Return how many letters to put in, leave out, exchange or swap with a neighbour."""
    from rapidfuzz.distance import OSA

    return int(OSA.distance(one, other))


def near(word: str, others: Sequence[str], slips: int) -> list[str]:
    """Return which of `others` are no more than so many slips away, in their order."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    found = process.extract(word, others, scorer=OSA.distance, score_cutoff=slips, limit=None)
    return [others[place] for place in sorted(place for _, _, place in found)]


def nearest(words: str, others: Sequence[str], least: float) -> list[tuple[int, float]]:
    """Return which of `others` hold the same words as `words`, in any order, and how nearly.

    Texts are words with a space between; likeness goes from 0 to 100, and what reaches `least` is
    returned, the likest first (of equals the first).
    """
    from rapidfuzz import fuzz, process

    found = process.extract(
        words, others, scorer=fuzz.token_sort_ratio, score_cutoff=least, limit=None
    )
    return sorted(((place, score) for _, score, place in found), key=lambda f: (-f[1], f[0]))
