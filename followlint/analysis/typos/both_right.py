"""Where a word and what it may stand for are both right, though n-grams prefer the other."""

from __future__ import annotations

from collections.abc import Iterable

#: Nouns in -ward, of which there are one or several.
_NOUNS = frozenset(("ward", "award", "reward", "steward", "coward"))
_SUBJECTS = frozenset(("i", "we", "you", "they"))


def answers_neither(word: str, run: Iterable[str]) -> bool:
    """Tell whether a word is the "nor" of a "neither", further away than n-grams see."""
    return word == "nor" and "neither" in run


def presents_as_right(before: str, word: str) -> tuple[str, ...]:
    """Return what may be the present of a regular verb whose past is written, where either may
    stand: "I appreciated" and "I appreciate" are both right."""
    if before not in _SUBJECTS or not word.endswith("ed"):
        return ()
    return word[:-1], word[:-2]


def only_another_form(word: str, choice: str) -> bool:
    """Tell whether a choice is the same adverb without its last "s", or with: "towards"."""
    shorter, longer = sorted((word, choice), key=len)
    return longer == f"{shorter}s" and shorter.endswith("ward") and shorter not in _NOUNS
