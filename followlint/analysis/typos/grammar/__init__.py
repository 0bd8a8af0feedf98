"""Slips of grammar that tags and the parse tell, where a pattern over words would need them all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from followlint.analysis.parse import Sentence
from followlint.analysis.typos.engine import Slip
from followlint.analysis.typos.grammar.agreement import agreement_slips
from followlint.analysis.typos.grammar.articles import article_slips
from followlint.analysis.typos.grammar.doubled import doubled_words
from followlint.analysis.typos.grammar.numbers import number_slips
from followlint.analysis.typos.grammar.verbs import verb_slips
from followlint.text import Spans

__all__ = ["grammar_slips"]

#: Whoever stands first speaks, where several find fault with one word.
_FINDERS = (article_slips, doubled_words, number_slips, verb_slips)


def grammar_slips(sentences: Sequence[Sentence]) -> Iterator[Slip]:
    """Yield the slips of grammar in parsed sentences, one for a place."""
    found: list[Slip] = []
    for finder in _FINDERS:
        taken = Spans(slip.span for slip in found)
        found += [slip for slip in finder(sentences) if not taken.overlap(slip.span)]
    # "Another vacancies comes": the noun is at fault, and its verb agrees with what is written.
    at_fault = Spans(slip.span for slip in found)
    found += agreement_slips(sentences, at_fault)
    return iter(found)
