"""Which real words can have been meant by another: a slip of the finger, the ear or the grammar."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from functools import cache
from importlib.resources import files
from string import ascii_lowercase

from followlint.analysis.likeness import near
from followlint.analysis.typos.lexicon import words_from

#: Rarer words (on the Zipf scale) are hardly ever what was meant.
COMMON = 3.0
#: To be garbled, a word must have so many letters, and what was meant as many but one and be so
#: common; so many letters are put in, left out, exchanged or swapped, at the most.
_LONG, _FREQUENT, _GARBLED = 6, 4.0, 2
_WORD = re.compile(r"[a-z]{2,}(?:'[a-z]+)?|a|i")


class Confusion(Enum):
    """How one word comes to stand for another."""

    TYPED = "typed"  # a letter more, less, other or misplaced
    HEARD = "heard"  # sounds the same
    INFLECTED = "inflected"  # another ending of the same word
    RELATED = "related"  # another form or word of a small set: "take", "took"; "in", "on"
    MISHEARD = "misheard"  # sounds nearly the same: one sound differs from another that is near it
    GARBLED = "garbled"  # two letters more, less, other or misplaced


#: Small sets of words that learners and hurried writers take for one another.
_SETS = """
    is are was were be been being | has have had having | do does did done | go goes went gone
    see saw seen | take took taken | give gave given | know knew known | write wrote written
    a an | me my i | my mine | he him his | she her | her hers | they them their | their theirs
    we us our | our ours | you your | your yours | this these | that those | much many
    less fewer | good well | than then | your you're | wont won't | who how | who that which
    choose chose chosen choice | last latest | child children | begin began begun beginning
    prove proof proved proven | believe belief | lose loss lost | some any | teach taught
    at in on of to for from with by about | think thought | feel felt | meet met
    speak spoke spoken | hear heard | tell told | say said | make made | find found | leave left
    lead led | who whom whose | it its it's | as has | and an | or of
    no not know now | the they then a
"""
#: Pairs of endings of one word; the empty one is the bare word.
_ENDINGS = (
    ("", "s"), ("", "es"), ("", "ed"), ("", "d"), ("", "ing"), ("e", "ing"), ("y", "ies"),
    ("y", "ied"), ("s", "ed"), ("s", "ing"), ("es", "ing"), ("ed", "ing"), ("d", "ing"), ("", "n"),
    ("", "ly"), ("", "'s"), ("ies", "y's"), ("", "ful"), ("", "ment"), ("ed", "ment"), ("", "er"),
    ("e", "er"), ("t", "ce"), ("ts", "ce"),
)  # fmt: skip


#: Consonants that stand twice before an ending: "let", "letting".
_DOUBLED = frozenset("bdgmnprt")
_DOUBLE_ENDING = re.compile(r"(?P<stem>[a-z]+([bdgmnprt]))\2(?:ing|ed|er)")


@cache
def confusable(word: str) -> Mapping[str, Confusion]:
    """Return the common words that `word` (in lower case) may stand for by a slip, and how."""
    found: dict[str, Confusion] = {}
    for how, others in (
        (Confusion.RELATED, _related().get(word, ())),
        (Confusion.INFLECTED, _inflected(word)),
        (Confusion.HEARD, _homophones().get(word, ())),
        (Confusion.TYPED, _likely(_typed(word), word)),
    ):
        # In an order of its own: which of two equals is offered must not differ between runs.
        for other in sorted(others):
            found.setdefault(other, how)
    found.pop(word, None)
    return {other: how for other, how in found.items() if is_common(other)}


@cache
def farther(word: str) -> Mapping[str, Confusion]:
    """Return common words that are not quite as near to `word` (in lower case), and how.

    They are too many for what sees two words to either side.
    """
    found = dict.fromkeys(sorted(_misheard().get(word, ())), Confusion.MISHEARD)
    for other in garbled(word):
        found.setdefault(other, Confusion.GARBLED)
    nearer = confusable(word)
    return {other: how for other, how in found.items() if other not in nearer and other != word}


def garbled(word: str) -> Sequence[str]:
    """Return the common words that begin as a long word does and are no more than two letters
    away."""
    if len(word) < _LONG or not _WORD.fullmatch(word):
        return ()
    return near(word, _long_words().get(word[0], ()), _GARBLED)


def is_common(word: str) -> bool:
    """Tell whether a word in lower case is one that people mean."""
    return word.partition("'")[0] in _common() and bool(_WORD.fullmatch(word))


@cache
def _common() -> frozenset[str]:
    return frozenset(words_from(COMMON))


def _likely(others: Iterable[str], word: str) -> Iterable[str]:
    """Leave out what is no common word: hundreds of strings a word, and hardly any is one."""
    return others if "'" in word else filter(_common().__contains__, others)


def _inflected(word: str) -> Iterator[str]:
    for one, other in _ENDINGS:
        for ending, instead in ((one, other), (other, one)):
            if word.endswith(ending):
                yield word[: len(word) - len(ending)] + instead
    if word[-1:] in _DOUBLED:
        yield from (word + word[-1] + ending for ending in ("ing", "ed", "er"))
    if doubled := _DOUBLE_ENDING.fullmatch(word):
        yield doubled["stem"]


def _typed(word: str) -> Iterator[str]:
    for cut in range(len(word) + 1):
        left, right = word[:cut], word[cut:]
        if right:
            yield left + right[1:]
        if len(right) > 1:
            yield left + right[1] + right[0] + right[2:]
        ends = (right, right[1:]) if right else ("",)
        yield from [left + letter + end for letter in ascii_lowercase for end in ends]


@cache
def _related() -> Mapping[str, set[str]]:
    return _neighbours(re.split(r"[|\n]", _SETS))


@cache
def _homophones() -> Mapping[str, set[str]]:
    text = (files(__package__) / "ngrams" / "homophones.txt").read_text(encoding="utf-8")
    return _neighbours(text.splitlines())


@cache
def _misheard() -> Mapping[str, set[str]]:
    text = (files(__package__) / "ngrams" / "misheard.txt").read_text(encoding="utf-8")
    found: dict[str, set[str]] = defaultdict(set)
    for line in text.splitlines():
        word, *others = line.split()
        found[word].update(others)
    return found


@cache
def _long_words() -> Mapping[str, Sequence[str]]:
    """Return the words that are long and common enough to be garbled, by their first letter."""
    found: dict[str, list[str]] = defaultdict(list)
    for word in words_from(_FREQUENT):
        if len(word) >= _LONG - 1 and _WORD.fullmatch(word):
            found[word[0]].append(word)
    return found


def _neighbours(groups: list[str]) -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for group in groups:
        words = group.split()
        for word in words:
            found[word].update(words)
    return found
