"""Prints what an encoder adds to the rules: `python training/gate.py FOLDER` (from `train.py`).

The encoder must have been trained with `--leave-out`: on the emails of those writers a small
logistic regression learns to weigh what the encoder, the learned word runs and the expressions say
together, and only then are the measured-only emails judged. An email's text is never printed.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from train import Encoder, encoded, pretrained
from transformers import AutoTokenizer

sys.path += [str(Path(__file__).parents[1] / name) for name in ("tools", "tests/corpus")]
from accuracy import due
from labelled import MOVES, in_context, rows
from train_verdicts import models_without, opinions

from followlint.analysis import Draft
from followlint.linter import Linter
from followlint.mail import Kind, Part, read
from followlint.text import Source

MEASURED_ONLY = {
    "half": ("test", "moves-test", "typos-test", "tone-test"),
    "fresh": ("fresh-test",),
}
#: By rule: what the word runs call its move, what the encoder does, and the weaker one that will do
#: for a follow-up.
ASKED = {
    "FL302": ("reference", "topic", "interview"),
    "FL303": ("interest", "interest", "interest"),
}
WEAKER = "interview"
STRENGTH, SAMPLES = 0.3, 2000
KINDS = (Kind.THANK_YOU, Kind.FOLLOW_UP)


@dataclass(frozen=True)
class Judged:
    """An email: whether the finding is due, whether the rules make it, and what speaks for it."""

    due: bool
    accused: bool
    evidence: list[float] | None


def odds(likelihood: float) -> float:
    bounded = min(max(float(likelihood), 1e-3), 1 - 1e-3)
    return float(np.log(bounded / (1 - bounded)))


def meanings(model: Encoder, tokenizer: Any, draft: Draft) -> np.ndarray:
    """Return the likelihood of each move in each sentence."""
    parts = [s for s in draft.prose if s.part is not Part.CLOSING]
    subject = bool(parts) and parts[0].part is Part.SUBJECT
    pairs = list(in_context([s.span.of(draft.text) for s in parts], subject))
    if not pairs:
        return np.zeros((1, len(MOVES)))
    with torch.no_grad():
        return torch.sigmoid(model(**encoded(tokenizer, pairs))).numpy()


def judged(
    code: str, linter: Linter, case: Mapping[str, Any], draft: Draft, read_: np.ndarray,
    heard: Mapping[Any, Mapping[str, float]],
) -> Judged:  # fmt: skip
    rule = next(rule for rule in linter.rules if rule.code == code)
    runs, move, weaker = ASKED[code]
    accused = draft.kind in rule.kinds and any(True for _ in rule.check.hits(draft))
    if draft.kind not in KINDS:
        return Judged(due(case)[code], accused, None)
    made = read_[:, MOVES.index(move)]
    if draft.kind is Kind.FOLLOW_UP:
        made = np.maximum(made, read_[:, MOVES.index(weaker)])
    loudest = [*sorted(made, reverse=True), 0.0]
    by_words = [max((h[name] for h in heard.values()), default=0.0) for name in (runs, WEAKER)]
    evidence = [
        *map(odds, by_words), float(draft.kind is Kind.FOLLOW_UP), min(draft.verdict.lead, 6.0),
        odds(loudest[0]), odds(loudest[1]), odds(1 - np.prod(1 - made)),
        odds(read_[:, MOVES.index(WEAKER)].max()), float(rule.check.heard(draft) is not None),
    ]  # fmt: skip
    return Judged(due(case)[code], accused, evidence)


def score(wanted: np.ndarray, told: np.ndarray) -> tuple[float, str]:
    hit, missed, false = (wanted & told).sum(), (wanted & ~told).sum(), (~wanted & told).sum()
    f1 = 2 * hit / max(1, 2 * hit + missed + false)
    return f1, f"F1 {f1:.3f}, missed {missed}, false {false}"


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


def drafts(linter: Linter, names: tuple[str, ...]) -> Iterator[tuple[Mapping[str, Any], Draft]]:
    for name in names:
        for case in rows(name):
            yield case, linter.draft(read(Source(case["id"], case["text"])))


def main() -> None:
    folder = Path(sys.argv[1])
    tokenizer = AutoTokenizer.from_pretrained(pretrained())
    model = Encoder(pretrained())
    model.load_state_dict(torch.load(folder / "encoder.pt", weights_only=True))
    model.eval()
    lines = (folder / "judged.jsonl").read_text(encoding="utf-8").splitlines()
    unseen = {json.loads(line)["id"] for line in lines}
    linter = Linter()
    plain = models_without(
        {name.split("-")[0] for name in unseen}, ["reference", "interest", WEAKER]
    )
    own = [
        (case, draft, meanings(model, tokenizer, draft), opinions(draft, plain))
        for case, draft in drafts(linter, ("moves-dev",))
        if case["id"] in unseen
    ]
    measured = {
        name: [(c, d, meanings(model, tokenizer, d), d.opinions) for c, d in drafts(linter, files)]
        for name, files in MEASURED_ONLY.items()
    }
    measured["both"] = [email for emails in measured.values() for email in emails]
    for code in ASKED:
        learned = [judged(code, linter, *email) for email in own]
        learned = [email for email in learned if email.evidence]
        weigher = make_pipeline(StandardScaler(), LogisticRegression(C=STRENGTH, max_iter=3000))
        weigher.fit([e.evidence for e in learned], [e.due for e in learned])
        for name, emails in measured.items():
            found = [judged(code, linter, *email) for email in emails]
            wanted = np.array([e.due for e in found])
            rules = np.array([e.accused for e in found])
            told = np.array(
                [bool(e.evidence) and bool(weigher.predict([e.evidence])[0]) for e in found]
            )
            print(f"{code} {name}, {len(found)} emails, {wanted.sum()} due")
            print(f"  rules alone  {score(wanted, rules)[1]}")
            print(f"  all weighed  {score(wanted, told)[1]}, gain {interval(wanted, rules, told)}")


if __name__ == "__main__":
    main()
