"""Learns how to weigh what the encoder reads, and measures what it adds: the gate.

usage: python training/weigh.py HELD_OUT ENCODER.onnx

HELD_OUT is a folder from `train.py --leave-out`: its encoder reads the emails of the writers whom
it has never read, and from those a small logistic regression learns, rule by rule, to weigh the
reading with the word runs and the expressions. Then ENCODER, which is to be shipped, reads the
measured-only emails, whose texts are never printed. Prints the lines for the rule files and a table.
"""

from __future__ import annotations

import json
import pickle
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

sys.path += [str(Path(__file__).parents[1] / name) for name in ("tools", "tests/corpus")]
from accuracy import due
from labelled import BY_SENTENCE, WHOLE, rows, writer
from train_opinions import KIND_STRENGTH, emails, fit
from train_verdicts import models_without, opinions

from followlint.analysis.meaning import Meaning, kind_likelihoods
from followlint.analysis.neural.network import Network
from followlint.checks.second import SecondOpinion
from followlint.linter import Linter
from followlint.mail import Kind, read
from followlint.text import Source

MEASURED_ONLY = {
    "half": ("test", "moves-test", "typos-test", "tone-test"),
    "fresh": ("fresh-test", "fresh2-test"),
}
#: By rule: its move, and the weaker one that will do for a follow-up.
ASKED = {
    "FL301": ("gratitude", ""),
    "FL302": ("reference", "interview"),
    "FL303": ("interest", ""),
    "FL304": ("ask", ""),
}
STRENGTH, SAMPLES = 0.3, 2000


@dataclass
class Judged:
    """An email: what is due, what the rules find, and what speaks for each rule's move."""

    identity: str
    kind: str
    told: str
    due: Mapping[str, bool]
    accused: dict[str, bool] = field(default_factory=dict)
    evidence: dict[str, dict[str, float]] = field(default_factory=dict)
    kinds: dict[str, Sequence[float]] = field(default_factory=dict)


class Judge:
    """Reads emails with a network, and with word runs that were learned without some writers."""

    def __init__(self, network: Path, without: set[str] | None) -> None:
        self.linter = Linter(networks=False)
        self.reading = Linter(self.linter._book)
        self.reading.tools.meaning = Meaning(Network(network))
        self.runs = self.kind_runs = None
        if without:
            self.runs = models_without(without, ["gratitude", "reference", "interview", "interest", "ask"])
            rest = [email for email in emails() if email.writer not in without]
            self.kind_runs = fit([e.grams for e in rest], [e.kind for e in rest], KIND_STRENGTH)

    def judged(self, case: Mapping[str, Any]) -> Judged:
        email = read(Source(case["id"], case["text"]))
        draft, plain = self.reading.draft(email), self.linter.draft(email)
        found = Judged(case["id"], case["kind"], draft.kind.value, due(case))
        said = opinions(draft, self.runs) if self.runs else draft.opinions
        for rule in self.linter.rules:
            if rule.code in ASKED:
                move, weaker = ASKED[rule.code]
                found.accused[rule.code] = plain.kind in rule.kinds and any(
                    True for _ in rule.check.hits(plain)
                )
                if draft.kind in rule.kinds:
                    second = SecondOpinion(0.0, {}, weaker=weaker)
                    suffices = rule.check.heard(draft) is None
                    found.evidence[rule.code] = second.heard_of(draft, move, suffices, said)
        verdict = draft.verdict
        cues = [sum(e.weight for e in verdict.evidence if e.kind is kind) for kind in Kind]
        if self.kind_runs:
            runs, model = self.kind_runs
            from followlint.analysis.grams import grams_of
            told = model.predict_log_proba(runs.transform([sorted(grams_of(email))]))[0]
            words = [float(told[list(model.classes_).index(kind.value)]) for kind in Kind]
        else:
            words = [float(np.log(verdict.likelihood.get(kind, 1 / 3))) for kind in Kind]
        meant = kind_likelihoods(list(draft.meanings.values()))
        found.kinds = {"cues": cues, "words": words, "meant": [float(np.log(max(meant[k], 1e-6))) for k in Kind]}
        return found


def score(wanted: np.ndarray, told: np.ndarray) -> tuple[float, str]:
    hit, missed, false = (wanted & told).sum(), (wanted & ~told).sum(), (~wanted & told).sum()
    f1 = 2 * hit / max(1, 2 * hit + missed + false)
    return f1, f"F1 {f1:.3f} (missed {missed}, false {false})"


def interval(wanted: np.ndarray, one: np.ndarray, other: np.ndarray) -> str:
    """Return the 95 % bootstrap interval of how much better the second is."""
    draw = np.random.default_rng(0)
    gains = []
    for _ in range(SAMPLES):
        chosen = draw.integers(0, len(wanted), len(wanted))
        gains.append(
            score(wanted[chosen], other[chosen])[0] - score(wanted[chosen], one[chosen])[0]
        )
    low, high = np.percentile(gains, [2.5, 97.5])
    return f"{np.mean(gains):+.3f} ({low:+.3f} to {high:+.3f})"


def main() -> None:
    folder, shipped = Path(sys.argv[1]), Path(sys.argv[2])
    left_out = set((folder / "left-out.txt").read_text(encoding="utf-8").split())
    store = folder / "weigh.pkl"
    if store.exists() and "--again" not in sys.argv:
        own = pickle.loads(store.read_bytes())
    else:
        judge = Judge(folder / "int8" / "moves.onnx", left_out)
        own = [
            judge.judged(case)
            for name in (*BY_SENTENCE, *WHOLE)
            for case in rows(name)
            if writer(case["id"]) in left_out
        ]
        store.write_bytes(pickle.dumps(own))
    judge = Judge(shipped, None)
    measured = {
        name: [judge.judged(case) for one in files for case in rows(one)]
        for name, files in MEASURED_ONLY.items()
    }
    (folder / "measured.pkl").write_bytes(pickle.dumps(measured))


if __name__ == "__main__":
    main()
