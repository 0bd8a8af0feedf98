"""Learns when an unknown word is misspelt: `followlint/analysis/typos/misspelt.py`.

usage: python tools/train_misspelt.py [--check]   (needs: pip install scikit-learn)

From the development part of tests/corpus, never from what is only measured on: the words that the
engine does not know and the gate lets through, labelled as slips or not. Writes `misspelt.json`
into the folder of the n-grams. `--check` writes nothing. Learning without a sixth of the writers in
turn, it prints what is found, and what is falsely accused, among the words of that sixth.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field

import numpy as np
from labelled import BY_SENTENCE, FOR_MISFITS, WHOLE, rows, writer
from train_misfits import TARGET, held_out, learned

from followlint.analysis.typos.misspelt import WEIGHTS, Misspelt, Surroundings, Unknown
from followlint.analysis.typos.regression import Weights
from followlint.linter import Linter
from followlint.text import Source, Span

FOLDS = 6
#: False alarms allowed in a hundred emails, all of them; the threshold follows.
FALSE_ALARMS = 0.4


@dataclass(frozen=True)
class Example:
    """An unknown word that the gate lets through: is it a slip?"""

    writer: str
    unknown: Unknown
    slip: bool


@dataclass(frozen=True)
class Listener(Misspelt):
    """Notes the words that it is asked of and where they begin, and lets every one pass."""

    heard: list[tuple[int, Unknown]] = field(default_factory=list)

    def meant(
        self, word: str, start: int, guesses: Sequence[str], where: Surroundings
    ) -> Sequence[str]:
        if unknown := self.unknown(word, start, guesses, where):
            self.heard.append((start, unknown))
        return guesses


def examples() -> Iterator[Example]:
    linter = Linter(networks=False)
    misspelt = linter._tools.misspelt
    seen = set()
    for name in (*WHOLE, *BY_SENTENCE, *FOR_MISFITS):
        for row in rows(name):
            text = row["text"]
            if text in seen:
                continue
            seen.add(text)
            listener = linter._tools.misspelt = Listener(misspelt.folder, misspelt.ngrams)
            found = linter.lint(Source(row["id"], text)).findings
            slips = [
                Span(at, at + len(typo["wrong"]))
                for typo in row["expect"]["typos"]
                for at in [text.find(typo["wrong"])]
            ]
            # What another rule says more to the point (slang, say) is never said to be misspelt.
            others = [finding.span for finding in found if not finding.code.startswith("FL4")]
            for start, unknown in listener.heard:
                span = Span(start, start + len(unknown.word))
                slip = any(span.overlaps(other) for other in slips)
                if slip or not any(span.overlaps(other) for other in others if len(other) < 40):
                    yield Example(writer(row["id"]), unknown, slip)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    found = list(examples())
    names = list(found[0].unknown.features)
    table = np.array([[one.unknown.features[name] for name in names] for one in found])
    slips = np.array([one.slip for one in found])
    unseen = held_out(table, slips, [one.writer for one in found], FOLDS, seed=2)
    weights, start = learned(table, slips)
    emails = sum(1 for name in (*WHOLE, *BY_SENTENCE, *FOR_MISFITS) for _ in rows(name))
    innocent = np.sort(unseen[~slips])
    allowed = round(emails * FALSE_ALARMS / 100)
    print(f"{emails} emails, {len(found)} unknown words, {slips.sum()} of them slips")
    for number in (allowed // 2, allowed, min(allowed * 2, len(innocent))):
        limit = float(innocent[-number])
        print(f"{limit:.3f}: {number} false, {(unseen[slips] >= limit).sum()} of slips")
    if not options.check:
        weights = Weights(
            round(start, 4),
            round(float(innocent[-allowed]), 3),
            {name: round(float(weight), 4) for name, weight in zip(names, weights, strict=True)},
        )
        (TARGET / WEIGHTS).write_text(json.dumps(asdict(weights), indent=1) + "\n")


if __name__ == "__main__":
    main()
