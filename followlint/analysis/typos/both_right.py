"""Where a word and what it may stand for are both right, though n-grams prefer the other."""

from __future__ import annotations

from collections.abc import Iterable

from followlint.analysis.typos.lexicon import is_known
from followlint.text import word_set

#: Nouns in -ward, of which there are one or several.
_NOUNS = frozenset(("ward", "award", "reward", "steward", "coward"))
_SUBJECTS = frozenset(("i", "we", "you", "they"))
#: Behind these there is one of a thing.
_ONE = word_set("a an one every each another this that either neither")
#: Plurals without an "s" to which people add one.
_PLURALS = word_set("children people men women feet teeth staff fish")
#: Adverbs that are prepositions elsewhere, and days before which they can only be adverbs.
_PARTICLES = word_set("in over up around round out off")
_TOLD_DAYS = word_set("yesterday today tomorrow tonight")


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


def is_adverb_before_day(word: str, behind: str) -> bool:
    """Tell whether a word that n-grams take for a preposition is none: "had me in yesterday"."""
    return word in _PARTICLES and behind in _TOLD_DAYS


def may_be_several(word: str, choice: str, tag: str, before: Iterable[str]) -> bool:
    """Tell whether a plural (by its tag) may stand where n-grams prefer one of the thing: they do
    not know how many offices somebody has. `before` are the one or two words before it."""
    return (
        tag in ("NNS", "NNPS")
        and word == f"{choice}s"
        and choice not in _PLURALS
        and _ONE.isdisjoint(before)
    )


def says_more(word: str, choice: str) -> bool:
    """Tell whether a word only says more of what a choice says: "surer", "sure". What has a
    comparative has a superlative."""
    for more, most in (("r", "st"), ("er", "est")):
        if word in (choice + more, choice + most):
            return is_known(choice + more) and is_known(choice + most)
    return False
