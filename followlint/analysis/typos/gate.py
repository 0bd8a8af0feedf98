"""The gate: drops an engine's hits on what is no typo but a name, a product or a shape of its own.

A false alarm on somebody's name costs more than a missed slip, so the gate leans to silence.
"""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import replace

from followlint.analysis.names import Names
from followlint.analysis.typos.days import CALENDAR, misspelt_day
from followlint.analysis.typos.engine import Slip, SlipKind
from followlint.analysis.typos.grammar.doubled import MAY_DOUBLE
from followlint.analysis.typos.marked_up import MarkedUp
from followlint.analysis.typos.plausible import CERTAIN, best_guess, is_slip, is_sure
from followlint.text import Span, word_set

_INITIAL = re.compile(r"[A-Z]\.")
_NAME = re.compile(r"[^\W\d_]+")
#: The longest word in a dictionary has 45 letters. Of what is longer Harper would take seconds to
#: say what else it might be.
_LONGEST_WORD = 60
#: Two names of each length, so that a first and a last name do not become one name twice.
_STAND_INS = [
    {len(name): name for name in names}
    for names in (
        [
            "Al",
            "Tom",
            "Anna",
            "Maria",
            "Daniel",
            "Charles",
            "Jonathan",
            "Elizabeth",
            "Alexandria",
            "Christopher",
        ],
        [
            "Ed",
            "Ann",
            "Mark",
            "Peter",
            "Philip",
            "Michael",
            "Benjamin",
            "Alexander",
            "Jacqueline",
            "Bartholomew",
        ],
    )
]
#: Given names that are words, too: "May would start on Monday" has no slip in it.
_ALSO_NAMES = word_set(
    """
    April Art Bill Chance Chase Dawn Dean Drew Faith Frank Grace Hope Jack Joy June Mark May Miles
    Pat Rich Rob Rose Sue Summer Will
    """
)
#: What the ends of nouns made of a verb and a particle look like where there are several of them.
_PARTICLES = word_set("ins outs ups downs offs ons overs backs aways throughs togethers bys")
#: The "to" behind these is a preposition.
_BEFORE_THINGS = word_set(
    """
    used accustomed due according owing thanks close closer next regard respect relation addition
    contrast similar related limited subject prior committed dedicated devoted key access response
    introduction approach exposure commitment attention answer answers solution solutions
    """
)
#: Of an unknown word, where it begins and what it may be meant for: what it was meant for, the
#: likeliest first; nothing where it is likelier a word that no dictionary has.
Meant = Callable[[str, int, Sequence[str]], Sequence[str]]
_ADDRESS = re.compile(r"\S*(?:://|@|www\.|/)\S*")
_ODD = re.compile(r"[\d_]|[^\x00-\x7f’‘]|[a-z][A-Z]|^[A-Z][A-Z0-9]+s?$")


def gated(
    slips: Sequence[Slip], text: str, names: Names, terms: Container[str], meant: Meant
) -> Iterator[Slip]:
    """Yield the slips worth showing, their suggestions likeliest first.

    `text` is the whole source that the spans index into, `terms` are words of trades and of other
    languages, `meant` says what an unknown word was meant for in its place.
    """
    unknown = sorted({slip.span for slip in slips if slip.kind is SlipKind.SPELLING})
    marked = MarkedUp(text)
    for slip in slips:
        if marked.is_code(slip.span):
            continue
        if slip.kind is SlipKind.REPEATED_WORD:
            first = slip.span.of(text).split()[0]
            # "I. I. Chundrigar Road" has two initials.
            if first.lower() not in MAY_DOUBLE and not _INITIAL.fullmatch(first):
                yield slip
            continue
        if slip.kind is not SlipKind.SPELLING:
            if not _shielded(slip.span, text, names) and not _to_a_thing(slip.span, text):
                yield slip
            continue
        word = slip.span.of(text)
        day = misspelt_day(slip.span, text)
        guesses: Sequence[str]
        guesses, score = best_guess(word, (day,) if day else slip.suggestions)
        if (
            word.replace("’", "'") not in terms
            and not marked.is_quoted(slip.span)
            and (day or not _exempt(slip, text, names))
            and not _in_foreign_phrase(slip.span, unknown, text)
            and is_slip(word, score)
            and not (marked.is_emphasised(word) and not is_sure(word, guesses[0]))
        ):
            if not day and score < CERTAIN:
                guesses = meant(word, slip.span.start, guesses)
            if guesses:
                yield replace(slip, suggestions=tuple(guesses))


def masked(span: Span, text: str, names: Names) -> str:
    """Return the text at `span` with its names replaced by common ones of the same length.

    Harper takes about a second to look for a word near a far name ("Oluwaseun"); the gate would
    drop the hit anyway. Equal lengths keep every offset.
    """

    def put(match: re.Match[str]) -> str:
        word = match[0]
        at = span.start + match.start()
        if len(word) > _LONGEST_WORD:
            return "0" * len(word)
        if not word[:1].isupper() or not (word in names or names.at(Span(at, at + len(word)))):
            return word
        if misspelt_day(Span(at, at + len(word)), text):
            return word
        return _STAND_INS[next(turn) % 2].get(len(word), word)

    turn = itertools.count()
    return _NAME.sub(put, span.of(text))


def _exempt(slip: Slip, text: str, names: Names) -> bool:
    word = slip.span.of(text)
    return (
        word in names
        # A brand in lower case ("adidas") is at most a matter of capitals.
        or any(word.casefold() == guess.casefold() for guess in slip.suggestions)
        or bool(_ODD.search(word))
        or _touches_underscore(slip.span, text)
        or _proper(slip, text, names)
        or in_odd_compound(text, slip.span.start, slip.span.end)
        or _ends_phrasal_noun(word, text, slip.span.start)
        or in_address(text, slip.span.start)
    )


def _touches_underscore(span: Span, text: str) -> bool:
    """Tell whether a word is a part of an identifier ("io_uring")."""
    return "_" in (text[max(0, span.start - 1) : span.start], text[span.end : span.end + 1])


def _proper(slip: Slip, text: str, names: Names) -> bool:
    """Tell whether an unknown word with a capital is somebody's name.

    The tagger takes many a slip in lower case for a proper noun; that is no evidence. A word close
    to the name of a day or a month ("Febuary") is that, misspelt.
    """
    word = slip.span.of(text)
    if not word[:1].isupper() or any(guess in CALENDAR for guess in slip.suggestions[:1]):
        return False
    return names.at(slip.span) or not opens_sentence(text, slip.span.start)


def _in_foreign_phrase(span: Span, unknown: Sequence[Span], text: str) -> bool:
    """Tell whether an unknown word stands right beside another ("raibh maith agat").

    Two slips in a row are far rarer than two words of another language.
    """
    number = bisect.bisect_left(unknown, span)
    return any(
        other != span and not text[min(span.end, other.end) : max(span.start, other.start)].strip()
        for other in unknown[max(0, number - 1) : number + 2]
    )


def _shielded(span: Span, text: str, names: Names) -> bool:
    """Tell whether a slip of several words touches a name."""
    return any(
        names.at(Span(span.start + match.start(), span.start + match.end()))
        or match[0] in names
        or match[0] in _ALSO_NAMES
        for match in _NAME.finditer(span.of(text))
    )


def _to_a_thing(span: Span, text: str) -> bool:
    """Tell whether a slip begins with a "to" behind which no verb is due ("used to busy days")."""
    before = text[max(0, span.start - _LONGEST_WORD) : span.start].split()
    opens = span.of(text)[:3].lower() == "to "
    return opens and bool(before) and before[-1].lower() in _BEFORE_THINGS


def opens_sentence(text: str, start: int) -> bool:
    """Tell whether a sentence, a line or an item of a list begins with the word there."""
    before = text[:start].rstrip(" \t\r\"'“‘(*_-•")
    return not before or before[-1] in ".!?:\n"


def in_odd_compound(text: str, start: int, end: int) -> bool:
    """Tell whether a word is part of a compound with a capital or digit in it (Jean-luc, B2b)."""
    left, right = start, end
    while left > 0 and (text[left - 1].isalnum() or text[left - 1] in "-'’"):
        left -= 1
    while right < len(text) and (text[right].isalnum() or text[right] in "-'’"):
        right += 1
    whole = text[left:right]
    return "-" in whole and any(char.isupper() or char.isdigit() for char in whole)


def _ends_phrasal_noun(word: str, text: str, start: int) -> bool:
    """Tell whether a word is the end of a noun made of a verb and a particle ("check-ins")."""
    return word in _PARTICLES and start > 1 and text[start - 1] == "-" and text[start - 2].isalpha()


def in_address(text: str, start: int) -> bool:
    """Tell whether the word that begins there is part of a URL, a path or a mail address."""
    left = max(text.rfind(mark, 0, start) for mark in " \t\n\r") + 1
    match = _ADDRESS.match(text, left)
    return bool(match and match.end() > start)
