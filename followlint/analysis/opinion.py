"""Learned opinions about emails and sentences, from runs of words; never a verdict on their own.

The weights are learned by `tools/train_opinions.py` from the development emails in `tests/corpus`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from followlint.analysis.odds import likelihood_of

#: The run that stands in every email: where the scores begin.
_START = "*"


@dataclass(frozen=True)
class Weights:
    """A table of weights, read at the first question: its columns are named in its first line."""

    path: Path

    @cached_property
    def _table(self) -> tuple[Sequence[str], Mapping[str, str]]:
        """The names of the columns, and the weights of each run as they are written.

        An email has hundreds of the table's 47,000 runs: only these are read as numbers.
        """
        head, *rows = self.path.read_text(encoding="utf-8").splitlines()
        return head.removeprefix("# ").split("\t"), dict(row.split("\t", 1) for row in rows)

    def scores(self, grams: Collection[str]) -> Mapping[str, float]:
        """Return, by column, the sum of the weights of the runs."""
        names, table = self._table
        totals = [0.0] * len(names)
        for gram in (_START, *grams):
            for number, weight in enumerate(table.get(gram, "").split()):
                totals[number] += float(weight)
        return dict(zip(names, totals, strict=True))

    def likelihoods(self, grams: Collection[str]) -> Mapping[str, float]:
        """Return, by column, how likely it is that the email does that (0 to 1)."""
        return {name: likelihood_of(score) for name, score in self.scores(grams).items()}
