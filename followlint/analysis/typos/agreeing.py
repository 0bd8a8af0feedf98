"""Do verbs agree with their subjects, and nouns with the words that count them, by the parse?

The parse is wrong often enough that this is evidence, no verdict: `grammar` has the verdicts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from followlint.analysis.parse import Sentence, Token
from followlint.analysis.typos.grammar.agreement import (
    BARE_UNDER,
    EITHER,
    FOR_MORE,
    FOR_ONE,
    ONLY_ONE,
    SINGULAR_PRONOUNS,
    finite_verb,
)
from followlint.analysis.typos.grammar.numbers import SEVERAL
from followlint.text import word_set

_SUBJECTS = ("nsubj", "nsubjpass")
_MORE = word_set("we they you these those many several both few")
_ONE = SINGULAR_PRONOUNS | word_set("this that each one")
_UNREAL = word_set("if wish wished though unless suppose supposing imagine would")
_SEVERAL_OF = SEVERAL | word_set("both these those")
#: Words between a counting word and its noun, at most.
_BETWEEN = 2


def agreeing(sentences: Iterable[Sentence]) -> Mapping[int, bool]:
    """Return of verbs and nouns, by their offsets, whether they are in the number that the subject
    or the counting word asks for; of what shows no number, or may have either, nothing."""
    found: dict[int, bool] = {}
    for sentence in sentences:
        found.update(_verbs(sentence.tokens))
        found.update(_nouns(sentence.tokens))
    return found


def _verbs(tokens: Sequence[Token]) -> Iterator[tuple[int, bool]]:
    by_place = {token.span.start: token for token in tokens}
    for at, subject in enumerate(tokens):
        if subject.dep not in _SUBJECTS:
            continue
        finite = finite_verb(tokens, at)
        head = by_place.get(subject.head)
        if finite is None or head is None:
            continue
        above = by_place.get(head.head)
        if above is not None and above is not head and above.text.lower() in BARE_UNDER:
            continue
        verb, several = tokens[finite], _is_several(tokens, at)
        for_several = _asks_for_several(verb)
        if several is None or for_several is None:
            continue
        if verb.text.lower() in ("was", "were") and _may_be_either(tokens, at):
            continue
        yield verb.span.start, several == for_several


def _may_be_either(tokens: Sequence[Token], subject: int) -> bool:
    """Tell whether "was" and "were" are both right: "I", and "if it were mine"."""
    before = {token.text.lower() for token in tokens[:subject]}
    return tokens[subject].text.lower() == "i" or bool(before & _UNREAL)


def _is_several(tokens: Sequence[Token], at: int) -> bool | None:
    """Tell whether a subject is several things, "I" and "you" among them; None if unknown."""
    subject = tokens[at]
    word = subject.text.lower()
    # "The farms that make up your list": of one that stands for others nothing is known.
    if word in EITHER or subject.tag.startswith("W"):
        return None
    joined = any(token.dep == "conj" and token.head == subject.span.start for token in tokens)
    if joined or word == "i" or word in _MORE or subject.tag in ("NNS", "NNPS"):
        return True
    if word in _ONE or subject.tag in ("NN", "NNP"):
        return False
    return None


def _asks_for_several(verb: Token) -> bool | None:
    word = verb.text.lower()
    if word in FOR_ONE or verb.tag == "VBZ":
        return False
    if word in FOR_MORE or verb.tag in ("VB", "VBP"):
        return None if word in ("be", "am", "let", "thank") else True
    return None


def _nouns(tokens: Sequence[Token]) -> Iterator[tuple[int, bool]]:
    for at, noun in enumerate(tokens):
        if noun.tag not in ("NN", "NNS") or noun.text.lower() in EITHER:
            continue
        if at + 1 < len(tokens) and tokens[at + 1].tag in ("NN", "NNS", "POS", "HYPH"):
            continue
        for counting in reversed(tokens[max(0, at - 1 - _BETWEEN) : at]):
            word = counting.text.lower()
            # "I was told that candidates …": that is no determiner.
            if word in _SEVERAL_OF or (word in ONLY_ONE and counting.tag in ("DT", "CD")):
                yield noun.span.start, (word in _SEVERAL_OF) == (noun.tag == "NNS")
            if counting.tag not in ("JJ", "JJR", "JJS", "RB", "VBN"):
                break
