"""Learns when a word that does not fit is a slip: `followlint/analysis/typos/misfits.py`.

usage: python tools/train_misfits.py [--network] [--check]   (needs: pip install scikit-learn)

From the development part of tests/corpus, never from what is only measured on. What does not fit in
emails without slips are the false alarms to avoid; slips are made up by putting common words for
one another that look or sound alike, a few in each email. Writes, into the folder of the n-grams,

misfits.json      the logistic regression, weights for features as they are, and the likelihood
                  from which on it accuses; misfits-read.json with `--network`, which lets the
                  network be heard, on the emails of writers that it has not read;
neighbours.tsv    pairs of neighbouring words that two hands and more have in their emails;
known-slips.tsv   pairs of words that the rules name as confused.

`--check` writes nothing. Learning without a quarter of the emails in turn, it prints how many slips
are found in that quarter at each threshold, and how many of the real slips of typos-dev, which
are never learned from.
"""

from __future__ import annotations

import argparse
import itertools
import json
import math
import random
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from labelled import BY_SENTENCE, FOR_MISFITS, UNREAD, WHOLE, rows, writer
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from followlint.analysis import Draft
from followlint.analysis.typos.confusable import COMMON, Confusion, confusable
from followlint.analysis.typos.fitting import Fitting
from followlint.analysis.typos.lexicon import words_from, zipf
from followlint.analysis.typos.misfits import WEIGHTS, WEIGHTS_WITH_NETWORK, Misfits
from followlint.analysis.typos.ngrams import END, START
from followlint.analysis.typos.regression import Weights
from followlint.analysis.typos.runs import runs_of
from followlint.analysis.typos.suspects import Suspect
from followlint.linter import Linter
from followlint.mail import read
from followlint.text import Source, Span

ROOT = Path(__file__).parents[1]
TARGET = ROOT / "followlint" / "analysis" / "typos" / "ngrams"
DEVELOPMENT = (*WHOLE, *BY_SENTENCE, *FOR_MISFITS)
SLIPS = ("typos-dev",)
FOLDS, STRENGTH = 4, 0.3
#: False alarms allowed in a hundred emails, without a network and with it; the threshold follows.
FALSE_ALARMS, FALSE_ALARMS_READ = 1.0, 1.5
#: Fewer hands than this and a pair of words says more about its writer.
FEWEST_HANDS = 2
#: How many of the slips are rare words, for the network, and how rare on the Zipf scale at most.
RARE, LEAST_KNOWN = 0.2, 1.5
#: Copies of each email with slips in it, slips in a copy, and words between two of them.
COPIES, SLIPS_A_COPY, APART = 2, 3, 7


@dataclass(frozen=True)
class Case:
    """An email, parsed, and where its real slips are."""

    writer: str
    name: str
    draft: Draft
    slips: Sequence[tuple[Span, str]]


@dataclass(frozen=True)
class Example:
    """A suspect: was a slip `made` here, and is it one that ought to be accused?"""

    email: str
    suspect: Suspect
    slip: bool
    made: bool


def cases() -> list[Case]:
    linter = Linter()
    found, seen = [], set()
    for name in DEVELOPMENT:
        for row in rows(name):
            if row["text"] in seen:
                continue
            seen.add(row["text"])
            slips = []
            for typo in row["expect"]["typos"]:
                at = row["text"].find(typo["wrong"])
                slips.append((Span(at, at + len(typo["wrong"])), typo["right"]))
            draft = linter.draft(read(Source(row["id"], row["text"])))
            found.append(Case(writer(row["id"]), row["id"], draft, slips))
    return found


def hands(cases: Iterable[Case]) -> dict[tuple[str, str], set[str]]:
    """Return who wrote each pair of neighbouring words, emails with slips left out."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for case in cases:
        if not case.slips:
            for run in runs_of(case.draft.prose):
                words = [START, *(place.word for place in run), END]
                for pair in itertools.pairwise(words):
                    found[pair].add(case.writer)
    return found


def suspects(
    misfits: Misfits, writer: str, draft: Draft, by: Mapping[Any, set[str]]
) -> list[Suspect]:
    """Return the suspects of an email; what only its own writer writes is familiar to nobody."""

    def familiarity(left: str, right: str) -> float:
        others = len(by.get((left, right), set()) - {writer})
        return math.log1p(others) if others >= FEWEST_HANDS else 0.0

    return misfits.suspects(draft.prose, draft.names, draft._tools.terms, familiarity)


@cache
def _wrongs(word: str) -> tuple[tuple[str, float], ...]:
    """Return words that may be written for a word by a slip, and how often, compared."""
    weight = {Confusion.HEARD: 4.0, Confusion.RELATED: 2.0}
    return tuple(
        (other, weight.get(how, 1.0) * max(zipf(other) - 2.2, 0.3))
        for other, how in confusable(word).items()
        if word in confusable(other)
    )


@cache
def _rare_wrongs() -> Mapping[str, Sequence[str]]:
    """Return the rare words that may be written for a word by a slip."""
    found = defaultdict(list)
    for rare in words_from(LEAST_KNOWN):
        if rare.isalpha() and zipf(rare) < COMMON:
            for word in confusable(rare):
                found[word].append(rare)
    return found


def with_slips(case: Case, chance: random.Random, rare: float = 0) -> tuple[str, dict[int, str]]:
    """Return the text with slips put in, and by their places in it what was there before.

    `rare` is the share of slips that are rare words.
    """
    tokens = [
        (number, at, token)
        for number, sentence in enumerate(case.draft.prose)
        for at, token in enumerate(sentence.tokens)
        if token.text.isalpha() and (token.text.islower() or at == 0)
    ]
    taken: dict[Span, tuple[int, int, str]] = {}
    for number, at, token in chance.sample(tokens, min(len(tokens), 10 * SLIPS_A_COPY)):
        wrongs = _wrongs(token.text.lower())
        if (others := _rare_wrongs().get(token.text.lower())) and chance.random() < rare:
            wrongs = tuple((other, 1.0) for other in others)
        near = any(
            number == other and abs(at - there) < APART for other, there, _ in taken.values()
        )
        # Every third word is "the", "to" or "I": slips are spread over the rest.
        if near or not wrongs or (zipf(token.text) > 6.5 and chance.random() < 0.5):
            continue
        wrong = chance.choices([w for w, _ in wrongs], [weight for _, weight in wrongs])[0]
        taken[token.span] = number, at, wrong.capitalize() if at == 0 else wrong
        if len(taken) == SLIPS_A_COPY:
            break
    old, text, end, made = case.draft.text, "", 0, {}
    for span, (_, _, written) in sorted(taken.items(), key=lambda one: one[0].start):
        text += old[end : span.start]
        made[len(text)] = span.of(old).lower()
        text, end = text + written, span.end
    return text + old[end:], made


def examples(all_cases: Sequence[Case], misfits: Misfits) -> list[Example]:
    chance, linter = random.Random(5), Linter(networks=False)
    by = hands(all_cases)
    found = []
    for case in all_cases:
        if case.slips:
            continue
        for suspect in suspects(misfits, case.writer, case.draft, by):
            found.append(Example(case.name, suspect, slip=False, made=False))
        for _ in range(COPIES):
            text, made = with_slips(case, chance, RARE if misfits.fitting else 0)
            # Parsed anew: what the parse makes of a slip is a part of the picture.
            draft = linter.draft(read(Source(case.name, text)))
            for suspect in suspects(misfits, case.writer, draft, by):
                if before := made.get(suspect.place.span.start):
                    # The network sees that a word is wrong where it cannot tell which was meant.
                    slip = misfits.fitting is not None or suspect.meant == before
                    found.append(Example(case.name, suspect, slip, made=True))
    return found


def features(found: Iterable[Suspect], names: Sequence[str]) -> np.ndarray:
    return np.array([[suspect.features[name] for name in names] for suspect in found])


def learned(table: np.ndarray, labels: np.ndarray) -> tuple[np.ndarray, float]:
    """Return the weights of a regression for features as they are, and where it starts."""
    scale = StandardScaler().fit(table)
    model = LogisticRegression(C=STRENGTH, max_iter=300).fit(scale.transform(table), labels)
    weights = model.coef_[0] / scale.scale_
    return weights, float(model.intercept_[0] - weights @ scale.mean_)


def likelihoods(table: np.ndarray, weights: np.ndarray, start: float) -> np.ndarray:
    return 1 / (1 + np.exp(-np.clip(table @ weights + start, -60, 60)))


def held_out(
    table: np.ndarray, labels: np.ndarray, groups: Sequence[str], folds: int, seed: int
) -> np.ndarray:
    """Return likelihoods, of each example by what was learned without its part of the groups."""
    names = sorted(set(groups))
    turn = {
        name: number % folds
        for number, name in enumerate(random.Random(seed).sample(names, len(names)))
    }
    turns = np.array([turn[group] for group in groups])
    told = np.zeros(len(groups))
    for fold in range(folds):
        weights, start = learned(table[turns != fold], labels[turns != fold])
        told[turns == fold] = likelihoods(table[turns == fold], weights, start)
    return told


def known_slips() -> Iterator[tuple[str, str]]:
    """Yield the pairs of single words that the rule about wrong words names."""
    for path in sorted((ROOT / "rules").glob("FL402-*.yaml")):
        for says, right in re.findall(
            r'says: "(.*?)", right: "?([a-z\']+)"?[,}]', path.read_text()
        ):
            for wrong in re.findall(r"<\(?([a-z'|]+)\)?>", says):
                yield from ((one, right) for one in wrong.split("|") if one != right)


def table_of(pairs: Iterable[Sequence[object]]) -> str:
    return "".join("\t".join(map(str, pair)) + "\n" for pair in pairs)


def learn(all_cases: Sequence[Case], misfits: Misfits) -> Weights:
    """Return the weights, and print what they find; of real slips, too, which nothing learns."""
    found = examples(all_cases, misfits)
    names = list(found[0].suspect.features)
    table = features((example.suspect for example in found), names)
    labels = np.array([example.slip for example in found])
    made = np.array([example.made for example in found])
    emails = [example.email for example in found]
    unseen = held_out(table, labels, emails, FOLDS, seed=1)
    weights, start = learned(table, labels)
    share = FALSE_ALARMS_READ if misfits.fitting else FALSE_ALARMS
    allowed = max(1, round(len(set(emails)) * share / 100))
    print(f"{len(set(emails))} emails, {len(found)} examples, {labels.sum()} slips to accuse")
    by = hands(all_cases)
    real = [
        (
            suspect,
            next((right for span, right in case.slips if span.overlaps(suspect.place.span)), ""),
        )
        for case in all_cases
        if case.slips
        for suspect in suspects(misfits, case.writer, case.draft, by)
    ]
    judged = likelihoods(features((suspect for suspect, _ in real), names), weights, start)
    innocent = np.sort(unseen[~made])
    for number in (allowed // 4, allowed // 2, allowed, allowed * 2):
        limit = float(innocent[-max(1, number)])
        hits = sum(bool(right) for (_, right), p in zip(real, judged, strict=True) if p >= limit)
        false = sum(not right for (_, right), p in zip(real, judged, strict=True) if p >= limit)
        found_of = (unseen[labels] >= limit).mean()
        print(
            f"{limit:.3f}: {number} false, {found_of:.2f} of slips; real: {hits} hit, {false} false"
        )
    return Weights(
        round(start, 4),
        round(float(innocent[-allowed]), 3),
        {name: round(float(weight), 4) for name, weight in zip(names, weights, strict=True)},
    )


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--network", action="store_true")
    options = parser.parse_args()
    (TARGET / "known-slips.tsv").write_text(table_of(sorted(set(known_slips()))))
    all_cases = cases()
    if not options.check:
        pairs = sorted(hands(all_cases).items())
        (TARGET / "neighbours.tsv").write_text(
            table_of((*pair, len(who)) for pair, who in pairs if len(who) >= FEWEST_HANDS)
        )
    if options.network:
        all_cases = [case for case in all_cases if case.writer in UNREAD]
    misfits = Misfits(TARGET, Fitting() if options.network else None)
    weights = learn(all_cases, misfits)
    if not options.check:
        name = WEIGHTS_WITH_NETWORK if options.network else WEIGHTS
        (TARGET / name).write_text(json.dumps(asdict(weights), indent=1) + "\n")


if __name__ == "__main__":
    main()
