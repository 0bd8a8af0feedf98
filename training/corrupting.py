"""Slips put into sound sentences, and what a reader of each word ought to say of it."""

from __future__ import annotations

import math
import random
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from followlint.analysis.typos.confusable import Confusion, confusable, farther
from followlint.analysis.typos.fitting import LITTLE
from followlint.analysis.typos.lexicon import zipf

WORD = re.compile(r"[A-Za-z]+(?:'[A-Za-z]+)?")
_NUMBER_OF = {word: number for number, word in enumerate(LITTLE, start=1)}
#: How often slips are of each sort, compared; those that the rules name come besides.
_SHARES: Mapping[Confusion | str, float] = {
    Confusion.TYPED: 0.4,
    Confusion.HEARD: 0.3,
    Confusion.INFLECTED: 0.25,
    Confusion.RELATED: 0.2,
    Confusion.MISHEARD: 0.15,
    Confusion.GARBLED: 0.1,
    "known": 0.3,
}
#: Of the words that are to be spoilt: how many are left out; before how many one too many is put.
_LEFT_OUT, _ONE_TOO_MANY = 0.13, 0.05
#: Words from one slip to the next.
_APART = 3
_KNOWN = Path(__file__).parents[1] / "followlint/analysis/typos/ngrams/known-slips.tsv"


@dataclass(frozen=True)
class Word:
    """A word of a sentence with slips: where it stands, what was meant (in lower case), which
    little word is missing before it (0: none), and whether it is one too many."""

    start: int
    end: int
    written: str
    meant: str
    missing: int = 0
    surplus: bool = False


def corrupted(text: str, rate: float) -> tuple[str, Sequence[Word]]:
    """Return a sentence in which about `rate` of all words is spoilt, and its words."""
    text = text.replace("\u2019", "'")
    matches = list(WORD.finditer(text))
    spoilt, words, last, last_slip, missing, swallow = "", [], 0, -_APART - 1, 0, False
    for number, match in enumerate(matches):
        gap, last, meant = text[last : match.start()], match.end(), match.group().lower()
        written, inner = match.group(), 0 < number < len(matches) - 1
        if random.random() < rate and number - last_slip > _APART:
            dice = random.random()
            alone = gap == " " and text[last : last + 1] == " "
            if dice < _LEFT_OUT and meant in _NUMBER_OF and inner and alone:
                missing, last_slip, swallow = _NUMBER_OF[meant], number, True
                spoilt += " "
                continue
            if dice < _LEFT_OUT + _ONE_TOO_MANY and gap == " " and number and not missing:
                extra = random.choice(LITTLE[:24])
                around = {other.group().lower() for other in matches[number - 1 : number + 2]}
                if extra not in around:
                    spoilt += gap
                    words.append(Word(len(spoilt), len(spoilt) + len(extra), extra, extra, 0, True))
                    spoilt += extra
                    last_slip = number
            elif wrong := _wrong(meant):
                written, last_slip = cased(wrong, written), number
        if swallow:
            gap, swallow = gap.removeprefix(" "), False
        spoilt += gap
        words.append(Word(len(spoilt), len(spoilt) + len(written), written, meant, missing))
        spoilt += written
        missing = 0
    return spoilt + text[last:], words


def cased(word: str, like: str) -> str:
    """Return a word with a capital where the other has one; "I" is no sign of one."""
    if like[:1].isupper() and like != "I":
        return word[:1].upper() + word[1:]
    return "I" if word == "i" else word


def _wrong(word: str) -> str:
    sorts = _wrongs(word)
    if not sorts:
        return ""
    ((_, choices),) = random.choices(list(sorts.items()), [_SHARES[sort] for sort in sorts])
    return random.choices(list(choices), list(choices.values()))[0]


@cache
def _wrongs(word: str) -> Mapping[Confusion | str, Mapping[str, float]]:
    """Return what may be written for a word by a slip, by its sort: common words more often."""
    found: dict[Confusion | str, dict[str, float]] = defaultdict(dict)
    for other, how in (confusable(word) | farther(word)).items():
        if word in confusable(other) or word in farther(other):
            found[how][other] = math.sqrt(10 ** min(zipf(other), 5.5))
    for other in _known().get(word, ()):
        if word in confusable(other) or word in farther(other):
            found["known"][other] = 1.0
    return found


@cache
def _known() -> Mapping[str, Sequence[str]]:
    found = defaultdict(list)
    for line in _KNOWN.read_text(encoding="utf-8").splitlines():
        wrong, right = line.split("\t")
        found[right].append(wrong)
    return found
