"""All that looks for typos, one after the other, and the gate behind it."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from functools import cache

from followlint.analysis.names import Names
from followlint.analysis.parse import Sentence
from followlint.analysis.typos.engine import Engine, Slip, SlipKind
from followlint.analysis.typos.foreign import is_foreign
from followlint.analysis.typos.gate import gated, masked
from followlint.analysis.typos.grammar import grammar_slips
from followlint.analysis.typos.misfits import Misfits
from followlint.analysis.typos.misspelt import Misspelt, Surroundings
from followlint.mail import Email, Part
from followlint.text import Spans

#: Where typos are looked for. Greeting and signature are names for the most part.
PROOFREAD = (Part.SUBJECT, Part.BODY, Part.POSTSCRIPT, Part.CLOSING)


def proofread(
    email: Email,
    prose: Sequence[Sentence],
    names: Names,
    terms: Container[str],
    engine: Engine,
    misfits: Misfits,
    misspelt: Misspelt,
) -> Iterator[Slip]:
    """Yield the typos that pass the gate, in the order of the text.

    `prose` are the sentences without the greeting, `names` and `terms` what is right whatever it
    looks like. Raises `ToolError` where the engine fails.
    """
    found: list[Slip] = []
    for block in email.of(*PROOFREAD):
        if block.part is Part.CLOSING and is_foreign(block.span.of(email.text)):
            continue
        for slip in engine.slips(masked(block.span, email.text, names)):
            found.append(Slip(slip.span.shifted(block.span.start), slip.kind, slip.suggestions))
    taken = Spans(slip.span for slip in found)
    found += [slip for slip in grammar_slips(prose) if not taken.overlap(slip.span)]
    # Whoever has a rule for a place knows better than what is likely there.
    taken = Spans(slip.span for slip in found)
    found += [slip for slip in misfits.slips(prose, names, terms) if not taken.overlap(slip.span)]
    where = cache(lambda: Surroundings.of(prose))

    def meant(word: str, start: int, guesses: Sequence[str]) -> Sequence[str]:
        return misspelt.meant(word, start, guesses, where())

    return gated(found, email.text, names, terms, meant)


def mended(sentences: Sequence[Sentence], slips: Sequence[Slip]) -> tuple[Sentence, ...] | None:
    """Return the sentences with misspelt words read as what was most likely meant; None if there
    are none such. Spans stay those of the text as written."""
    meant = {
        slip.span: slip.suggestions[0]
        for slip in slips
        if slip.kind is SlipKind.SPELLING and slip.suggestions
    }
    if not meant:
        return None
    return tuple(
        replace(
            sentence,
            tokens=tuple(
                replace(token, text=meant.get(token.span, token.text)) for token in sentence.tokens
            ),
        )
        for sentence in sentences
    )
