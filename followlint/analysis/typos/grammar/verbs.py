"""Verbs in a form that cannot follow what stands before them: "would helps", "have attach"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from followlint.analysis.parse import Sentence, Token
from followlint.analysis.typos.engine import Slip, SlipKind
from followlint.analysis.typos.grammar.inflection import bare, is_past, participle
from followlint.analysis.typos.lexicon import zipf
from followlint.text import Span, word_set

_COMMON = 3.0
_MODALS = word_set("would could should must might can will shall may cannot")
_HAVE = word_set("have has had 've")
_NOT = word_set("not n't")
#: Participles that look like the bare verb.
_SAME = word_set(
    """
    read put cut set let come become run hit cost hurt shut spread beat bet quit split cast burst
    overcome fit knit rid upset sweat wed thrust broadcast forecast shed slit
    """
)
#: "I would be glad talk": what one is before "to".
_READY = word_set(
    "glad happy pleased delighted honoured honored keen eager able ready willing grateful excited"
)
_BE = word_set("be am is was are were been 'm 're feel felt")
_WANT = word_set("want wish need")
_LET = word_set("allow allows allowed permit permits permitted enable enables enabled")
_SOMEBODY = word_set("me us him them")
#: Verbs that an email after an interview says as "to …", whatever the tagger takes them for.
_DONE = word_set(
    """
    work talk join meet help speak hear learn discuss send come bring show share see visit start
    continue contribute provide answer take give attend receive be have do know use try return
    """
)


def verb_slips(sentences: Sequence[Sentence]) -> Iterator[Slip]:
    """Yield the verbs, or the word behind which "to" is missing."""
    for sentence in sentences:
        tokens = sentence.tokens
        for at, token in enumerate(tokens):
            word = token.text.lower()
            # "You and Dr May interviewed me": within a sentence a modal has no capital.
            if word in _MODALS and token.tag == "MD" and token.text.islower():
                yield from _after_modal(tokens, at)
            elif word in _HAVE and token.tag.startswith("VB"):
                yield from _after_have(tokens, at)
            elif word in _NOT and at and tokens[at - 1].text.lower() == "did":
                yield from _after_did_not(tokens, at)
            yield from _without_to(tokens, at)


def _next(tokens: Sequence[Token], at: int) -> Token | None:
    """Return the word after the one at an index, adverbs passed over."""
    for token in tokens[at + 1 :]:
        if token.tag != "RB":
            return token if token.text.islower() and token.text.isalpha() else None
    return None


def _after_modal(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    verb = _next(tokens, at)
    if verb and verb.tag in ("VBZ", "VBG", "VBD", "VBN") and zipf(verb.text) >= _COMMON:
        right = bare(verb.text)
        # Tags are no proof: "I can pivot" was taken for "pivots".
        if right != verb.text and verb.text.endswith(("s", "ing", "ed")):
            yield Slip(verb.span, SlipKind.GRAMMAR, (right,))


def _after_have(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    verb = _next(tokens, at)
    if verb and verb.tag in ("VB", "VBP") and zipf(verb.text) >= _COMMON:
        right = participle(verb.text)
        if verb.text not in _SAME and right != verb.text and zipf(right) >= _COMMON:
            yield Slip(verb.span, SlipKind.GRAMMAR, (right,))


def _after_did_not(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    verb = _next(tokens, at)
    # After "did not" the tagger expects a bare verb, and takes many a past for one.
    if verb and (verb.tag in ("VBD", "VBZ") or is_past(verb.text)) and zipf(verb.text) >= _COMMON:
        right = bare(verb.text)
        if right != verb.text and verb.text not in _SAME:
            yield Slip(verb.span, SlipKind.GRAMMAR, (right,))


def _without_to(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    words = [token.text.lower() for token in tokens[max(0, at - 1) : at + 3]]
    if not at or len(words) < 3:
        return
    before, word, behind, *more = words
    tag = tokens[at + 1].tag
    base = tag in ("VB", "VBP") and behind not in ("to", "do")
    wanted = tokens[at].tag.startswith("VB") and word in _WANT
    ready = word in _READY and before in _BE
    if (base and (wanted or ready)) or (ready and behind in _DONE and tag == "NN"):
        yield _put_in_to(tokens[at], tokens[at + 1])
    elif word in _LET and behind in _SOMEBODY and more and tokens[at + 2].tag == "VB":
        yield _put_in_to(tokens[at + 1], tokens[at + 2])


def _put_in_to(first: Token, verb: Token) -> Slip:
    span = Span(first.span.start, verb.span.end)
    return Slip(span, SlipKind.GRAMMAR, (f"{first.text} to {verb.text}",))
