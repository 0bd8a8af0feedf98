"""Learns how to weigh what expressions and opinion say of a move (`checks/weighing.py`).

usage: python tools/train_verdicts.py [RULE]   (FL302 without one; needs: pip install scikit-learn)

Prints the lines for the rule file. Learned from those emails of the development part of
tests/corpus in which no expression of the rule suffices: they alone are ever weighed. The opinions
are those of models that never saw the email's writer, for on writers they know they are far surer
than they will ever be again. Behind the lines: how well weights learned without a writer judge that
writer's emails, beside accusing all of them.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from labelled import BY_SENTENCE, WHOLE, rows, sentences, wholes, writer
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler
from train_opinions import COLUMNS, Model, grams, move_model

sys.path.append(str(Path(__file__).parents[1] / "tests" / "corpus"))
from accuracy import due

from followlint.analysis import Draft
from followlint.checks.move import Move
from followlint.checks.weighing import evidence
from followlint.linter import Linter
from followlint.mail import Part, read
from followlint.text import Source, Span

FOLDS, STRENGTH, WEAKER = 5, 0.3, "interview"


def models_without(out: set[str], moves: Sequence[str]) -> dict[str, Model]:
    single = [sentence for sentence in sentences() if sentence.writer not in out]
    whole = [email for email in wholes() if email.writer not in out]
    return {move: move_model(COLUMNS[move], single, whole) for move in moves}


def opinions(draft: Draft, models: Mapping[str, Model]) -> dict[Span, dict[str, float]]:
    places = [s.span for s in draft.prose if s.part is not Part.CLOSING]
    runs = [grams(place.of(draft.text)) for place in places]
    found: dict[Span, dict[str, float]] = {place: {} for place in places}
    for move, model in models.items():
        for place, likely in zip(places, model.likelihoods(runs) if runs else [], strict=True):
            found[place][move] = float(likely)
    return found


def fitted(table: np.ndarray, labels: np.ndarray) -> tuple[np.ndarray, float]:
    scale = StandardScaler().fit(table)
    model = LogisticRegression(C=STRENGTH, max_iter=2000).fit(scale.transform(table), labels)
    weights = model.coef_[0] / scale.scale_
    return weights, float(model.intercept_[0] - weights @ scale.mean_)


def score(labels: np.ndarray, told: np.ndarray) -> str:
    hit, missed, false = (labels & told).sum(), (labels & ~told).sum(), (~labels & told).sum()
    return f"F1 {2 * hit / (2 * hit + missed + false):.3f}, missed {missed}, false {false}"


def main() -> None:
    code = sys.argv[1] if len(sys.argv) > 1 else "FL302"
    linter = Linter()
    rule = next(rule for rule in linter.rules if rule.code == code)
    check: Any = rule.check
    assert isinstance(check, Move)
    cases = [case for name in (*WHOLE, *BY_SENTENCE) for case in rows(name)]
    writers = sorted({writer(case["id"]) for case in cases})
    random.Random(3).shuffle(writers)
    features: list[dict[str, float]] = []
    labels: list[bool] = []
    by: list[str] = []
    for fold in range(FOLDS):
        out = set(writers[fold::FOLDS])
        models = models_without(out, [check.move, WEAKER])
        for case in cases:
            if writer(case["id"]) in out:
                draft = linter.draft(read(Source(case["id"], case["text"])))
                heard = check.heard(draft) if draft.kind in rule.kinds else None
                if heard:
                    said = opinions(draft, models)
                    features.append(evidence(draft, check.move, heard, said))
                    labels.append(due(case)[code])
                    by.append(writer(case["id"]))
        print(f"fold {fold + 1} of {FOLDS}", file=sys.stderr)
    names = list(features[0])
    table = np.array([[row[name] for name in names] for row in features])
    wanted, who = np.array(labels), np.array(by)
    weights, start = fitted(table, wanted)
    print("  weighs:")
    print(f"    start: {start:.2f}")
    print("    weights:")
    for name, weight in zip(names, weights, strict=True):
        print(f"      {name}: {weight:.2f}")
    told = np.zeros(len(wanted), bool)
    for one in set(by):
        weights, start = fitted(table[who != one], wanted[who != one])
        told[who == one] = table[who == one] @ weights + start > 0
    for one in sorted(set(by)):
        own = who == one
        print(f"{one}: {score(wanted[own], told[own])}; accusing all: {(~wanted[own]).sum()} false")


if __name__ == "__main__":
    main()
