"""Is an unknown word a slip, or only a word that the dictionary lacks?

No dictionary holds every trade's words. A slip gives itself away: a common word stands near it
("oportunity"), while "glyphosate" has no neighbour, "setpoint" is two words in one, and "raibh
maith agat" is a phrase of another language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from string import ascii_lowercase

from followlint.analysis.likeness import slips_between
from followlint.analysis.typos.lexicon import is_rare_word, is_word, mildest, zipf
from followlint.text import word_set

#: A neighbour counts by how common it is, less this for every edit after the first. Fitted on the
#: development half of `tests/corpus` (so are the thresholds below).
_PER_EDIT = 1.3
_ENOUGH = 2.3
#: Short words have neighbours by chance: theirs must be everyday words.
_NO_SLIP, _SHORT, _ENOUGH_SHORT = 2, 4, 5.0
#: Function words that people run together with a neighbour; a "compound" with one is a slip.
_RUN_TOGETHER = word_set(
    """
    a an the to of in on at as so is it i you your me my we us be for from with and or that
    this all not no never every each least well fact case lot thank soon much more
    """
)
_SHORTEST_PART = 3
#: The score of a contraction that has lost its apostrophe.
CERTAIN = 9.0
#: "Frist" is a word, if hardly anybody's; a slip it is only where an everyday word stands near it.
_ENOUGH_RARE = 5.2
#: Contractions by their endings; "'s" only of words that nothing can belong to.
_CONTRACTED = re.compile(
    r".*(?:n't|'m|'ve|'ll|'re|'d)|(?:that|what|there|here|where|who|how|she|he|it|let)'s"
)
#: Prefixes that make terms of art without end.
_LEARNED = re.compile(
    r"(?:bio|geo|hydro|photo|psycho|micro|macro|nano|neuro|cardio|electro|thermo|spectro|chromo"
    r"|cyto|histo|immuno|pharma|radio|retro|proteo|phyto|agro|aero|eco|cyber|crypto|tele|multi"
    r"|ultra|infra|inter|intra|hyper|hypo|poly|mono|pseudo|quasi|peri|endo|exo|meta|para|sub|un|re"
    r"|pre|non|over|under|out|up|down|co|de|mis|semi|anti|auto)(?P<stem>[a-z]{4,})"
)
#: Where a very common word stands this near, a slip is likelier than a compound ("usefull").
_TOO_NEAR = 4.0
#: A guess is sure from this length of the word and this frequency of the guess on, and where it is
#: a hundred times as common as any other word one edit away: of the 72 right first guesses on the
#: development half of `tests/corpus` 52 are, of the 30 others none. Two letters swapped leave less
#: doubt, and even in a short word none where a very common one comes of it ("teh").
_SURE_LENGTH, _EVERYDAY, _CLEAR = 5, 3.5, 2.0
_CLEAR_OF_OTHERS, _VERY_COMMON = 0.5, 6.0
_ENDINGS = word_set("s es d ed ing ly")


def best_guess(word: str, suggestions: Sequence[str]) -> tuple[list[str], float]:
    """Return the suggestions, likeliest first, and the score of the first (0 without any)."""
    scored = sorted(((nearness(word, guess), guess) for guess in suggestions), reverse=True)
    if lost := next((guess for guess in suggestions if _has_lost_apostrophe(word, guess)), ""):
        return [lost, *(guess for _, guess in scored if guess != lost)], CERTAIN
    return [guess for _, guess in scored], scored[0][0] if scored else 0.0


def is_slip(word: str, score: float) -> bool:
    """Tell whether an unknown word is likelier a slip than a term, given its best guess's score."""
    if score >= CERTAIN:
        return True
    lower = word.lower().removesuffix("'s").removesuffix("’s")
    if len(word) <= _NO_SLIP or is_word(lower):
        return False
    if score < _ENOUGH_RARE and is_rare_word(lower):
        return False
    if score < _TOO_NEAR and is_made_of_words(lower):
        return False
    return score >= (_ENOUGH_SHORT if len(word) <= _SHORT else _ENOUGH)


def is_sure(word: str, guess: str) -> bool:
    """Tell whether an unknown word can hardly be meant for anything but `guess`.

    It is a contraction without its apostrophe, or an everyday word one edit away, with no other
    word there that comes near it in use. An ending too many ("informations") is no slip of the
    fingers, and a word with a capital may be a name.
    """
    if _has_lost_apostrophe(word, guess):
        return True
    plain = all(text.isalpha() and text.islower() for text in (word, guess))
    if not plain or word.removeprefix(guess) in _ENDINGS:
        return False
    swapped, others = set(_swapped(word)), set(_one_letter_away(word))
    if len(word) < _SURE_LENGTH:
        return guess in swapped and zipf(guess) >= _VERY_COMMON
    if guess not in swapped | others or zipf(guess) < _EVERYDAY:
        return False
    clear = dict.fromkeys(swapped | others, _CLEAR)
    if guess in swapped:
        # "recieved": letters in the wrong order are no accident, "relieved" is one.
        clear |= dict.fromkeys(others - swapped, _CLEAR_OF_OTHERS)
    return all(
        zipf(rival) <= zipf(guess) - margin
        for rival, margin in clear.items()
        if rival not in (word, guess)
    )


def _swapped(word: str) -> Iterator[str]:
    """Yield a word with two neighbouring letters in the other order, wherever there are two."""
    for cut in range(len(word) - 1):
        yield word[:cut] + word[cut + 1] + word[cut] + word[cut + 2 :]


def _one_letter_away(word: str) -> Iterator[str]:
    """Yield a word with a letter more, less or other, at every place."""
    for cut in range(len(word) + 1):
        left, right = word[:cut], word[cut:]
        yield left + right[1:]
        for letter in ascii_lowercase:
            yield left + letter + right
            yield left + letter + right[1:]


def _has_lost_apostrophe(word: str, guess: str) -> bool:
    """Tell whether a contraction is written without its apostrophe ("dont")."""
    opened = guess.lower().replace("’", "'")
    return bool(_CONTRACTED.fullmatch(opened)) and opened.replace("'", "") == word.lower()


def nearness(word: str, guess: str) -> float:
    """Return how near a guess is to a word, and how common: a score like `zipf`'s."""
    distance = slips_between(word.lower(), guess.lower().replace("’", "'"))
    parts = guess.lower().replace("'", " ").split()
    common = zipf(guess.lower()) or mildest(part for part in parts if len(part) > 1)
    return common - _PER_EDIT * max(0, distance - 1)


def is_made_of_words(word: str) -> bool:
    """Tell whether a word in lower case is a compound or a derivation of known words."""
    return _is_compound(word) or _is_derived(word)


def _is_compound(word: str) -> bool:
    """Tell whether two words, neither of them a function word, make this one ("packhouse")."""
    for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
        left, right = word[:cut], word[cut:]
        if left in _RUN_TOGETHER or right in _RUN_TOGETHER:
            continue
        if min(zipf(left), zipf(right) or zipf(right.removesuffix("s"))) >= 3.7:
            return True
    return False


def _is_derived(word: str) -> bool:
    """Tell whether a learned prefix makes a term of a known stem ("hydroexcavation")."""
    match = _LEARNED.fullmatch(word)
    return bool(match and zipf(match["stem"]) >= 3.0)
