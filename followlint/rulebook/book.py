"""The rules of a run, found and chosen by name."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, field

from followlint.analysis.content import Content
from followlint.analysis.kind import KindDetector
from followlint.analysis.opinion import Weights
from followlint.analysis.typos.lexicon import Terms
from followlint.rule import Rule
from followlint.rulefiles import RulebookError

#: So many rules may be named to somebody who gave the beginning of their codes.
_MOST_MEANT = 9


@dataclass(frozen=True)
class Rulebook:
    """The rules in the order of their codes, and the shared data the analyses need."""

    rules: tuple[Rule, ...]
    kinds: KindDetector = field(repr=False)
    content: Content = field(repr=False)
    terms: Terms = field(repr=False)
    opinions: Weights | None = field(default=None, repr=False)

    def find(self, name: str) -> Rule:
        """Return the rule of that code or slug; raises `RulebookError` with the nearest names."""
        for rule in self.rules:
            if name.upper() == rule.code or name == rule.slug:
                return rule
        known = [name for rule in self.rules for name in (rule.code, rule.slug)]
        begun = [rule.code for rule in self.rules if rule.goes_by(name)]
        near = (
            (begun if len(begun) <= _MOST_MEANT else [])
            or difflib.get_close_matches(name, known, 3)
            or difflib.get_close_matches(name.upper(), known, 3)
        )
        hint = f"; did you mean {' or '.join(near)}?" if near else "; see `followlint rules`"
        raise RulebookError(f"no rule is called {name!r}{hint}")

    def named(self, names: Iterable[str]) -> tuple[Rule, ...]:
        """Return the rules that any of some names means: codes, beginnings of codes and slugs.

        Raises `RulebookError` for a name that means none.
        """
        names = list(names)
        for name in names:
            if not any(rule.goes_by(name) for rule in self.rules):
                self.find(name)
        return tuple(rule for rule in self.rules if any(rule.goes_by(name) for name in names))

    def choose(self, select: Iterable[str] = (), ignore: Iterable[str] = ()) -> tuple[Rule, ...]:
        """Return the rules that are selected (all, without a selection) and not ignored.

        Names are codes, beginnings of codes and slugs. Raises `RulebookError` where a name means
        no rule, or where none is left.
        """
        selected, ignored = list(select), list(ignore)
        self.named((*selected, *ignored))
        chosen = tuple(
            rule
            for rule in self.rules
            if (not selected or any(rule.goes_by(name) for name in selected))
            and not any(rule.goes_by(name) for name in ignored)
        )
        if not chosen:
            raise RulebookError("no rule is left to check: everything selected is ignored")
        return chosen
