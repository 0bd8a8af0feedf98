"""Names of companies: which words of one tell it from others, and whether two mean the same."""

from __future__ import annotations

import re
from collections.abc import Iterable

from followlint.analysis.namesakes import edits, name_form
from followlint.analysis.typos.lexicon import zipf
from followlint.text import word_set

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_LEGAL = word_set(
    """
    inc incorporated llc llp lp ltd limited plc corp corporation co company gmbh ag kg se sa sas
    sarl srl spa bv nv ab as asa oy oyj aps pty pte pvt private kk sdn bhd holding holdings cic
    trust
    """
)
_LINKS = word_set("the and of for de la le & et und y a an at in")
#: What half of all companies are called: two that share no more than this are two.
_COMMON = word_set(
    """
    group groups partners partner associates brothers sons solutions services service systems
    technologies technology tech software consulting international global national industries
    enterprises labs lab health healthcare care bank capital media digital energy foods foundation
    institute university college school academy hospital clinic council library museum hotel
    deutsche british american canadian australian european french royal general united first
    standard city county state saint st logistics studio studios design engineering data analytics
    pharma medical insurance motors airlines networks works uk usa us north south east west new
    """
)

#: Names this short have others a letter away; long ones may hold two slips.
_SHORTEST, _LONG = 5, 9
#: What is used this often (on the Zipf scale) is no slip.
_IN_USE = 2.5


def firm_words(name: str) -> tuple[str, ...]:
    """Return the words of a company's name that count, in the form in which they are compared."""
    words = [name_form(word) for word in _WORD.findall(name)]
    inner = [word for word in words if word not in _LEGAL and word not in _LINKS]
    return tuple(inner or words)


def has_legal_form(name: str) -> bool:
    """Tell whether a name ends as those of companies do ("Ltd", "GmbH")."""
    words = [name_form(word) for word in _WORD.findall(name)]
    return len(words) > 1 and words[-1] in _LEGAL - {"as", "trust", "co", "a", "se"}


def same_firm(one: str, other: str) -> bool:
    """Tell whether two names may mean one company: a word, the initials or the spelling agree."""
    first, second = firm_words(one), firm_words(other)
    shared = set(first) & set(second)
    if shared - _COMMON or (shared and (set(first) <= set(second) or set(second) <= set(first))):
        return True
    return (
        _joined(first) == _joined(second)
        or _abbreviates(one, other)
        or _abbreviates(other, one)
        or _begins(first, second)
    )


def misspelt_in(written: str, name: str) -> tuple[str, str] | None:
    """Return the word of `written` that is one of a company's `name` with a slip, and that one.

    A word that texts know is another word ("Harlow", "Stripes"), and so is a short one.
    """
    rights = [word for word in _WORD.findall(name) if len(word) >= _SHORTEST]
    known = {name_form(word) for word in _WORD.findall(name)}
    for word in _WORD.findall(written):
        one = name_form(word)
        if one in known or zipf(word) >= _IN_USE:
            continue
        for right in rights:
            other = name_form(right)
            allowed = 2 if len(other) >= _LONG and one[:1] == other[:1] else 1
            begins = one.startswith(other) or other.startswith(one)
            if not begins and edits(one, other) <= allowed:
                return word, right
    return None


def _joined(words: Iterable[str]) -> str:
    return "".join(words)


def _abbreviates(short: str, full: str) -> bool:
    """Tell whether one name is made of the other's initials, little words and all or without."""
    word = "".join(_WORD.findall(short)).casefold()
    words = [w.casefold() for w in _WORD.findall(full)]
    every = "".join(w[0] for w in words)
    major = "".join(w[0] for w in words if w not in _LINKS)
    legal = "".join(w[0] for w in words if w not in _LINKS and w not in _LEGAL)
    return len(word) > 1 and word in (every, major, legal)


def _begins(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Tell whether one begins with the other: "Northgate" and "Northgates", "Insta", "Acme2"."""
    one, other = sorted((_joined(first), _joined(second)), key=len)
    return len(one) > 2 and other.startswith(one)
