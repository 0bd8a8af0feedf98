"""Learns how to weigh what the encoder reads, and measures what it adds: the gate.

usage: python training/weigh.py HELD_OUT ENCODER.npz

HELD_OUT is a folder from `train.py --leave-out`: its encoder reads the emails of the writers whom
it has never read, and from those a small logistic regression learns, rule by rule, to weigh the
reading with the word runs and the expressions. Where it accuses is where F1 is highest on writers
whom the regression has not met either. Then ENCODER, which is to be shipped, reads the emails that
are only measured on, whose texts are never printed. Prints lines for the rule files and a table.
"""

from __future__ import annotations

import pickle
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

sys.path += [str(Path(__file__).parents[1] / name) for name in ("tools", "tests/corpus")]
from accuracy import due
from labelled import BY_SENTENCE, WHOLE, rows, writer
from train_opinions import COLUMNS, KIND_STRENGTH, emails, fit
from train_verdicts import models_without, opinions

from followlint.analysis.grams import grams_of
from followlint.analysis.kind import Verdict
from followlint.analysis.meaning import Meaning, kind_likelihoods
from followlint.analysis.neural.network import Network
from followlint.checks.second import SecondOpinion
from followlint.linter import Linter
from followlint.mail import Email, Kind, read
from followlint.text import Source

MEASURED_ONLY = {
    "four sets": ("test", "moves-test", "typos-test", "tone-test"),
    "fresh": ("fresh-test", "fresh2-test", "fresh3-test"),
    "plain": ("plain-test",),
}
#: By rule: the weaker move that will do for a follow-up.
ASKED = {"FL301": "", "FL302": "interview", "FL303": "", "FL304": ""}
STRENGTH, SAMPLES = 0.1, 2000
THRESHOLDS = np.arange(0.2, 0.71, 0.05)


@dataclass
class Judged:
    """An email: what is due, what the rules find, and what speaks for each rule's move."""

    identity: str
    kind: str
    due: Mapping[str, bool]
    told: dict[str, str] = field(default_factory=dict)
    accused: dict[str, bool] = field(default_factory=dict)
    evidence: dict[str, dict[str, float]] = field(default_factory=dict)


class Judge:
    """Reads emails with a network, and with word runs that were learned without some writers."""

    def __init__(self, network: Path, without: set[str] | None) -> None:
        self.linter = Linter(networks=False)
        self.reading = Linter(shared=self.linter)
        self.reading.tools.meaning = Meaning(Network(network))
        self.runs = self.kind_runs = None
        if without:
            self.runs = models_without(without, list(COLUMNS))
            rest = [email for email in emails() if email.writer not in without]
            self.kind_runs = fit([e.grams for e in rest], [e.kind for e in rest], KIND_STRENGTH)

    def judged(self, case: Mapping[str, Any]) -> Judged:
        email = read(Source(case["id"], case["text"]))
        draft, plain = self.reading.draft(email), self.linter.draft(email)
        if self.kind_runs:  # as unsure of the kind as the word runs are of a new writer
            meant = kind_likelihoods(draft.meanings.values())
            verdict = Verdict.weighed(draft.verdict.evidence, self._kinds(email), meant)
            vars(draft)["verdict"] = verdict
        found = Judged(case["id"], case["kind"], due(case))
        found.told = {"rules": plain.kind.value, "both": draft.kind.value}
        said = opinions(draft, self.runs) if self.runs else draft.opinions
        for rule in self.linter.rules:
            if rule.code in ASKED:
                found.accused[rule.code] = plain.kind in rule.kinds and any(
                    True for _ in rule.check.hits(plain)
                )
                if draft.kind in rule.kinds:
                    second = SecondOpinion(0.0, {}, weaker=ASKED[rule.code])
                    suffices = rule.check.heard(draft) is None
                    found.evidence[rule.code] = second.heard_of(
                        draft, rule.check.move, suffices, said
                    )
        return found

    def _kinds(self, email: Email) -> Mapping[Kind, float]:
        runs, model = self.kind_runs
        told = model.predict_proba(runs.transform([sorted(grams_of(email))]))[0]
        return {Kind(name): float(p) for name, p in zip(model.classes_, told, strict=True)}


@dataclass(frozen=True)
class Fitted:
    """A regression over named features, and the likelihood from which it accuses."""

    names: list[str]
    start: float
    weights: np.ndarray
    over: float

    def accuses(self, code: str, case: Judged) -> bool:
        found = case.evidence.get(code)
        if found is None or is_spared(found):
            return False
        score = self.start + self.weights @ [found[name] for name in self.names]
        return bool(1 / (1 + np.exp(-score)) > self.over)


def is_spared(found: Mapping[str, float]) -> bool:
    return bool(found["suffices"]) and 1 / (1 + np.exp(-found["runs"])) > SecondOpinion.spares


def regression(table: np.ndarray, labels: np.ndarray) -> tuple[float, np.ndarray]:
    scale = StandardScaler().fit(table)
    model = LogisticRegression(C=STRENGTH, max_iter=3000).fit(scale.transform(table), labels)
    weights = model.coef_[0] / scale.scale_
    return float(model.intercept_[0] - weights @ scale.mean_), weights


def fitted(code: str, own: Iterable[Judged]) -> Fitted:
    cases = [case for case in own if code in case.evidence]
    names = [
        name for name in cases[0].evidence[code] if len({c.evidence[code][name] for c in cases}) > 1
    ]
    table = np.array([[case.evidence[code][name] for name in names] for case in cases])
    labels = np.array([case.due[code] for case in cases])
    who = np.array([writer(case.identity) for case in cases])
    likely = np.zeros(len(cases))
    for one in set(who):
        start, weights = regression(table[who != one], labels[who != one])
        likely[who == one] = 1 / (1 + np.exp(-(table[who == one] @ weights + start)))
    likely[[is_spared(case.evidence[code]) for case in cases]] = 0.0
    over = max(THRESHOLDS, key=lambda limit: f1(labels, likely > limit))
    return Fitted(names, *regression(table, labels), float(over))


def f1(wanted: np.ndarray, told: np.ndarray) -> float:
    return float(2 * (wanted & told).sum() / max(1, wanted.sum() + told.sum()))


def score(wanted: np.ndarray, told: np.ndarray) -> str:
    missed, false = (wanted & ~told).sum(), (~wanted & told).sum()
    return f"{f1(wanted, told):.3f} ({missed}, {false})"


def interval(wanted: np.ndarray, one: np.ndarray, other: np.ndarray) -> str:
    """Return how much better the second is, with its 95 % bootstrap interval."""
    draw = np.random.default_rng(0)
    gains = []
    for _ in range(SAMPLES):
        chosen = draw.integers(0, len(wanted), len(wanted))
        gains.append(f1(wanted[chosen], other[chosen]) - f1(wanted[chosen], one[chosen]))
    low, high = np.percentile(gains, [2.5, 97.5])
    return f"{f1(wanted, other) - f1(wanted, one):+.3f} ({low:+.3f} to {high:+.3f})"


def lines(found: Fitted) -> str:
    weights = "".join(
        f"\n      {name}: {weight:.2f}"
        for name, weight in zip(found.names, found.weights, strict=True)
    )
    head = f"  second:\n    start: {found.start:.2f}\n    over: {found.over:.2f}\n    weights:"
    return head + weights


def report(name: str, cases: list[Judged], ways: Mapping[str, Fitted]) -> None:
    told = {way: np.mean([case.told[way] == case.kind for case in cases]) for way in cases[0].told}
    print(f"\n{name}: {len(cases)} emails; kind right: {told['rules']:.3f} → {told['both']:.3f}")
    clean = np.array([not any(case.due[code] for code in ASKED) for case in cases])
    for code, way in ways.items():
        wanted = np.array([case.due[code] for case in cases])
        rules = np.array([case.accused[code] for case in cases])
        both = np.array([way.accuses(code, case) for case in cases])
        print(
            f"| {code} | {wanted.sum()} | {score(wanted, rules)} | {score(wanted, both)} |"
            f" {interval(wanted, rules, both)} |"
            f" false on {clean.sum()} clean: {(rules & clean).sum()} → {(both & clean).sum()}"
        )


def main() -> None:
    folder, shipped = Path(sys.argv[1]), Path(sys.argv[2])
    left_out = set((folder / "left-out.txt").read_text(encoding="utf-8").split())
    store = folder / "weigh.pkl"
    if store.exists() and "--again" not in sys.argv:
        own, measured = pickle.loads(store.read_bytes())
    else:
        judge = Judge(folder / "moves.npz", left_out)
        own = [
            judge.judged(case)
            for name in (*BY_SENTENCE, *WHOLE)
            for case in rows(name)
            if writer(case["id"]) in left_out
        ]
        judge = Judge(shipped, None)
        measured = {
            name: [judge.judged(case) for one in files for case in rows(one)]
            for name, files in MEASURED_ONLY.items()
        }
        store.write_bytes(pickle.dumps((own, measured)))
    ways = {code: fitted(code, own) for code in ASKED}
    for code, way in ways.items():
        print(f"{code}\n{lines(way)}")
    together = [case for cases in measured.values() for case in cases]
    for name, cases in (*measured.items(), ("all", together)):
        report(name, cases, ways)


if __name__ == "__main__":
    main()
