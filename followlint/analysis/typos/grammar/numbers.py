"""One or several: a noun in another number than the word before it asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from followlint.analysis.parse import Sentence, Token
from followlint.analysis.typos.engine import Slip, SlipKind
from followlint.analysis.typos.grammar.inflection import with_s, without_s
from followlint.analysis.typos.lexicon import is_word, zipf
from followlint.text import word_set

_COMMON = 3.0
_ONE = word_set("a an another each every")
SEVERAL = word_set(
    "two three four five six seven eight nine ten eleven twelve fifteen twenty several many few"
)
_COUNTING = word_set("few many couple hundred dozen thousand million great good")
#: Words that may stand between a number and its noun and change nothing.
_BETWEEN = word_set("more other further different long good full short new last past final whole")
#: Nouns that are counted and hardly ever counted without an "s"; "two aircraft", "four crew" and
#: "ten bar" are right, and no list of those ends.
_COUNTED = word_set(
    """
    week month year day hour minute second time question answer candidate position role interview
    job person company team project colleague student patient child client customer reference
    certificate letter email call block mile step page book lesson course class room shop store
    branch office site shift season mistake example idea reason thing problem task
    """
)
#: "Grade two class", "Band 5 interview": a number that names.
_NAMED = word_set(
    "grade year level class type section phase band stage part chapter room tier key version"
)
#: Verbs in -s that are no plurals.
_VERBS = word_set("is was has does goes says 's")
_NOUN_FOLLOWS = re.compile(r"NN|POS|JJ|VBG|CD|HYPH")
#: Look like several and may be one.
_MAY_BE_ONE = word_set(
    """
    means series species headquarters works crossroads barracks news physics mathematics maths
    data media gasworks lens bus gas yes plus minus bias canvas chaos focus campus bonus status
    process access business times savings
    """
)


def number_slips(sentences: Sequence[Sentence]) -> Iterator[Slip]:
    """Yield nouns such as those of "every candidates" and "three week"."""
    for sentence in sentences:
        tokens = sentence.tokens
        for at, noun in enumerate(tokens):
            if noun.text.islower() and noun.text.isalpha() and not _leads_on(tokens, at):
                if noun.tag == "NNS" and _after_one(tokens, at):
                    yield Slip(noun.span, SlipKind.GRAMMAR, (without_s(noun.text),))
                elif noun.tag == "NN" and noun.text in _COUNTED and _after_several(tokens, at):
                    yield Slip(noun.span, SlipKind.GRAMMAR, (with_s(noun.text),))


def _leads_on(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a noun may belong to the next word ("a two week trip", "every clerks' room")."""
    if at + 1 == len(tokens):
        return False
    behind = tokens[at + 1]
    touches = behind.span.start == tokens[at].span.end and behind.text not in ".,;:!?)"
    # "Two course outlines": the tagger takes many a plural for a verb.
    several = tokens[at].tag == "NN" and behind.tag == "VBZ" and behind.text not in _VERBS
    return (
        touches
        or (several and is_word(without_s(behind.text)))
        or bool(_NOUN_FOLLOWS.match(behind.tag))
    )


def _after_one(tokens: Sequence[Token], at: int) -> bool:
    word = tokens[at].text
    one = without_s(word)
    if word in _MAY_BE_ONE or zipf(one) < _COMMON or word == one:
        return False
    before = tokens[max(0, at - 2) : at]
    # "One fills, another checks": somebody, and what they do.
    if [token.text.lower() for token in before] in ([",", "another"], [";", "another"]):
        return False
    if before and before[-1].text.lower() in _ONE:
        return True
    # One word may describe it; a noun there may as well be the subject of a verb in -s.
    return (
        len(before) == 2
        and before[0].text.lower() in _ONE
        and before[0].head == tokens[at].span.start
        and before[1].tag in ("JJ", "NNP")
        and before[1].text.lower() not in _COUNTING
    )


def _after_several(tokens: Sequence[Token], at: int) -> bool:
    place = at - 1
    while place >= 0 and tokens[place].text.lower() in _BETWEEN:
        place -= 1
    if place < 0 or tokens[place].text.lower() not in SEVERAL:
        return False
    before = tokens[place - 1].text.lower() if place else ""
    return before not in _NAMED and before not in ("-", "–", "of")
