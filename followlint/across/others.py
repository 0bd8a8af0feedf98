"""Which company each letter is for, and which ones the letters of a run are for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from followlint.across.letter import Letter
from followlint.across.sides import sides
from followlint.across.threads import threads
from followlint.analysis.firms import firm_words, same_firm


def companies_of(letters: Sequence[Letter]) -> list[str]:
    """Return each letter's company: its own, or that of its thread.

    It is empty where nobody names one, and for letters of the other side.
    """
    own = sides(letters)
    company = [letter.company for letter in letters]
    for members in threads(letters, own):
        named = next((company[n] for n in members if company[n]), "")
        for number in members:
            company[number] = company[number] or named
    return ["" if mine is False else name for mine, name in zip(own, company, strict=True)]


class Firms:
    """Companies that are known, to be asked whether a name is one of theirs."""

    def __init__(self, companies: Iterable[str]) -> None:
        """Take the companies' names; empty ones are none."""
        self._by_key: dict[str, list[str]] = {}
        for company in sorted(set(companies) - {""}):
            for key in _keys(company):
                self._by_key.setdefault(key, []).append(company)

    def called(self, name: str) -> Iterator[str]:
        """Yield the companies that a name may mean, in the order of the alphabet."""
        likely = {company for key in _keys(name) for company in self._by_key.get(key, ())}
        return (company for company in sorted(likely) if same_firm(name, company))


def _keys(name: str) -> set[str]:
    """Return what two names of one company share one of: a word, or their initials."""
    words = firm_words(name)
    initials = "".join(word[0] for word in words)
    return {*words, "".join(words)} | ({initials} if len(words) > 1 else set())
