"""A verb that does not agree with its subject: "I has", "my certificate are", "the boots is".

The parse says which word is the subject, and is wrong often enough that nothing is said but of
plain cases: one subject, in lower case, close before its verb.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from followlint.analysis.parse import Sentence, Token
from followlint.analysis.typos.engine import Slip, SlipKind
from followlint.analysis.typos.grammar.inflection import with_s, without_s
from followlint.analysis.typos.lexicon import zipf
from followlint.text import Spans, word_set

#: Words that may stand between a subject and its verb; further apart, parses are often wrong.
_BETWEEN = 2
#: Rarer nouns may be names or words of another language ("the concours wants").
_COMMON = 3.0
FOR_ONE, FOR_MORE = word_set("is has does was"), word_set("are have do were")
SINGULAR_PRONOUNS = word_set(
    "he she it everyone everybody someone somebody anyone anybody nobody nothing everything"
)
_PLURAL_PRONOUNS = word_set("i we they")
#: Nouns and counting words that take either number, or that go with the number of what follows.
EITHER = word_set(
    """
    staff team board panel committee crew family company firm council group management faculty
    public police majority minority number lot range variety rest half government press media jury
    audience crowd orchestra choir class couple pair department data band club college school
    university trust bank union army navy generation party community percent cast troop squad few
    many side mine none all most some any more enough other total plenty thirty forty fifty pack
    herd flock fleet dozen hundred series species means works headquarters premises news physics
    mathematics politics economics statistics electronics logistics ethics athletics gymnastics
    barracks crossroads gallows mews maths aircraft
    """
)
_DETERMINERS = word_set("a an another each every this that one my your his her its our their the")
ONLY_ONE = word_set("a an another each every this that one")
_FOR_SEVERAL = word_set("my your his her its our their the these those some many few both several")
#: Under these the verb is bare: "let her know", "I suggest that he come".
BARE_UNDER = word_set(
    """
    let lets letting make makes made making help helps helped helping see saw seen seeing hear heard
    hearing watch watched watching have had having suggest suggests suggested insist insists
    insisted recommend recommends recommended request requested require requires required propose
    proposed prefer
    """
)
#: After these the verb may be the bare one, too: "if need be".
_BARE_AFTER = BARE_UNDER | word_set(
    """
    if though unless lest whether until till should wish wishes wished ask asks asked demand
    demanded were be may
    """
)
_JOINED = word_set("and or nor & plus")
#: Words that the tagger holds for prepositions and a clause begins with.
_OPENING = word_set(
    "that if because while whether although though unless so once than before after since until"
)


class _Clause(NamedTuple):
    """A subject and the verb that must agree with it; `apart` is how many words lie between."""

    subject: Token
    verb: Token
    kids: frozenset[str]
    apart: int
    before: frozenset[str]


def agreement_slips(sentences: Sequence[Sentence], at_fault: Spans) -> Iterator[Slip]:
    """Yield the verbs that do not agree, unless the subject itself is `at_fault`."""
    for sentence in sentences:
        for clause in _clauses(sentence):
            if clause.apart <= _BETWEEN and not at_fault.overlap(clause.subject.span):
                right = _right(clause)
                if right:
                    yield Slip(clause.verb.span, SlipKind.GRAMMAR, (right,))


def _clauses(sentence: Sentence) -> Iterator[_Clause]:
    tokens = sentence.tokens
    for at, subject in enumerate(tokens):
        if subject.dep not in ("nsubj", "nsubjpass"):
            continue
        finite = finite_verb(tokens, at)
        if finite is None:
            continue
        words = [token.text.lower() for token in tokens]
        kids = {i for i, token in enumerate(tokens) if token.head == subject.span.start}
        first = min([at, *kids])
        # What two things do together, and what a thing of a thing does, the parse often misses.
        joined = any(words[i] in _JOINED for i in range(max(0, first - 4), finite))
        # "My years as an adviser have": what a preposition stands before is no subject.
        joined = joined or (first > 0 and _is_preposition(tokens[first - 1]))
        others = any(words[i] in ("of", ",") for i in range(first, finite))
        if not joined and not others and not any(tokens[i].tag == "CD" for i in kids):
            between = tokens[at + 1 : finite]
            if all(token.tag == "RB" for token in between):
                yield _Clause(
                    subject, tokens[finite], frozenset(words[i] for i in kids), len(between),
                    frozenset(words[:first]),
                )  # fmt: skip


def _is_preposition(token: Token) -> bool:
    return token.tag == "IN" and token.text.lower() not in _OPENING


def finite_verb(tokens: Sequence[Token], subject: int) -> int | None:
    """Return the index of the verb that carries the tense, if it comes after the subject."""
    head = tokens[subject].head
    verbs = [
        at
        for at, token in enumerate(tokens)
        if (token.head == head and token.dep in ("aux", "auxpass")) or token.span.start == head
    ]
    return verbs[0] if verbs and verbs[0] > subject else None


def _right(clause: _Clause) -> str:
    """Return the form the verb should have; empty where it may be right."""
    subject, verb = clause.subject.text.lower(), clause.verb.text.lower()
    if not verb.isalpha() or verb in ("thank", "let"):
        return ""
    for_one = verb in FOR_ONE or clause.verb.tag == "VBZ"
    for_more = verb in FOR_MORE or (clause.verb.tag == "VBP" and verb not in ("am", "be"))
    if subject in _PLURAL_PRONOUNS:
        return _for_several(subject, verb) if for_one and clause.apart < 2 else ""
    pronoun = subject in SINGULAR_PRONOUNS
    plain = clause.subject.text.islower() and zipf(subject) >= _COMMON and subject not in EITHER
    if not pronoun and not plain:
        return ""
    if clause.subject.tag == "NNS":
        known = bool(clause.kids & _FOR_SEVERAL) and zipf(without_s(subject)) >= _COMMON
        return without_s(verb) if for_one and known and not clause.kids & ONLY_ONE else ""
    if not for_more or clause.before & _BARE_AFTER:
        return ""
    if pronoun or clause.subject.tag == "NN":
        # Tags take many a noun for a bare verb; "have", "do" and "are" are never anything else.
        sure = verb in FOR_MORE and (pronoun or clause.kids & _DETERMINERS)
        return with_s(verb) if sure or clause.kids & ONLY_ONE else ""
    return ""


def _for_several(subject: str, verb: str) -> str:
    """Return what goes with "I", "we" or "they"; "I was" is right as it is."""
    if subject == "i" and verb in ("is", "was"):
        return "am" if verb == "is" else ""
    return without_s(verb)
