"""Learns from runs of words which kind an email is, and whether it makes a move at all.

usage: python tools/train_opinions.py [--check]   (needs: pip install scikit-learn)

Writes rules/lexicons/kind-grams.tsv and move-grams.tsv: logistic regressions over the runs of one
to three words (`followlint.analysis.grams`) of the development emails in tests/corpus, never of the
measured-only half. `--check` writes nothing: it prints how well a model trained without a writer
judges that writer's emails.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression

from followlint.analysis.grams import grams_of
from followlint.mail import Kind, read
from followlint.text import Source

ROOT = Path(__file__).parents[1]
LEXICONS = ROOT / "rules" / "lexicons"
CORPORA = ("dev", "dev5", "dev6", "tone-dev", "typos-dev", "moves-dev")
#: Runs seen in fewer emails than this say more about their writer than about the email.
FEWEST = 3
#: Runs that tip the scales by less are left out of the file.
LEAST = 0.05
NEVER_JUDGED = {Kind.REJECTION_REPLY.value}
THRESHOLDS = (0.6, 0.7, 0.8, 0.9)


@dataclass(frozen=True)
class Email:
    writer: str
    kind: str
    expect: dict[str, Any]
    grams: list[str]


#: By move: what its label is, and the kinds of email whose labels teach it.
MOVES: dict[str, tuple[Callable[[Email], bool], set[str]]] = {
    "gratitude": (lambda email: bool(email.expect["gratitude"]), {k.value for k in Kind}),
    "reference": (lambda email: email.expect["reference"] == "topic", {Kind.THANK_YOU.value}),
    "interest": (
        lambda email: bool(email.expect["interest"]),
        {k.value for k in Kind} - NEVER_JUDGED,
    ),
    "ask": (lambda email: bool(email.expect["update_request"]), {Kind.FOLLOW_UP.value}),
}


def emails() -> list[Email]:
    found = []
    for name in CORPORA:
        path = ROOT / "tests" / "corpus" / f"{name}.jsonl"
        for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
            row = json.loads(line)
            grams = sorted(grams_of(read(Source(row["id"], row["text"]))))
            found.append(Email(row["id"].split("-")[0], row["kind"], row["expect"], grams))
    return found


def train(
    texts: Sequence[list[str]], labels: Sequence[Any], strength: float
) -> tuple[CountVectorizer, LogisticRegression]:
    vectorizer = CountVectorizer(analyzer=lambda grams: grams, binary=True, min_df=FEWEST)
    counts = vectorizer.fit_transform(texts)
    model = LogisticRegression(C=strength, max_iter=5000, class_weight="balanced")
    return vectorizer, model.fit(counts, labels)


def held_out(texts: list[list[str]], labels: list[Any], writers: list[str]) -> np.ndarray:
    """Return each email's probabilities by a model that never saw its writer."""
    classes = sorted(set(labels))
    result = np.zeros((len(texts), len(classes)))
    for writer in sorted(set(writers)):
        rest = [n for n, other in enumerate(writers) if other != writer]
        own = [n for n, other in enumerate(writers) if other == writer]
        vectorizer, model = train([texts[n] for n in rest], [labels[n] for n in rest], 0.1)
        result[own] = model.predict_proba(vectorizer.transform([texts[n] for n in own]))
    return result


def check(rows: list[Email]) -> None:
    kinds = [row.kind for row in rows]
    told = held_out([row.grams for row in rows], kinds, [row.writer for row in rows])
    right = np.array(sorted(set(kinds)))[told.argmax(1)] == np.array(kinds)
    print(f"kind: {right.mean():.3f} right")
    for move, (label, taught) in MOVES.items():
        some = [row for row in rows if row.kind in taught]
        made = np.array([label(row) for row in some])
        sure = held_out([row.grams for row in some], list(made), [row.writer for row in some])[:, 1]
        for threshold in THRESHOLDS:
            made_it, did_not = (sure[made] > threshold).mean(), (sure[~made] > threshold).mean()
            shares = f"{made_it:.3f} of the emails that make it, {did_not:.3f} of the others"
            print(f"{move} over {threshold}: {shares}")


def lines(
    columns: Sequence[tuple[CountVectorizer, np.ndarray, float]],
) -> list[str]:
    """Return a table: a run of words and its weight in each column; "*" is where they begin."""
    table = {"*": [intercept for _, _, intercept in columns]}
    for number, (vectorizer, weights, _) in enumerate(columns):
        for gram, at in vectorizer.vocabulary_.items():
            if abs(weights[at]) >= LEAST:
                table.setdefault(gram, [0.0] * len(columns))[number] = float(weights[at])
    return ["\t".join([gram, *(f"{w:.2f}" for w in table[gram])]) for gram in sorted(table)]


def write(name: str, table: list[str], header: str) -> None:
    path = LEXICONS / name
    path.write_text("\n".join([f"# {header}", *table]) + "\n", encoding="utf-8")
    print(f"{name}: {len(table) - 1} runs, {path.stat().st_size} bytes")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    rows = emails()
    if options.check:
        check(rows)
        return
    vectorizer, model = train([row.grams for row in rows], [row.kind for row in rows], 0.3)
    order = [list(model.classes_).index(kind.value) for kind in Kind]
    columns = [(vectorizer, model.coef_[n], model.intercept_[n]) for n in order]
    write("kind-grams.tsv", lines(columns), "\t".join(kind.value for kind in Kind))
    columns = []
    for label, taught in MOVES.values():
        some = [row for row in rows if row.kind in taught]
        vectorizer, model = train([row.grams for row in some], [label(row) for row in some], 0.1)
        columns.append((vectorizer, model.coef_[0], model.intercept_[0]))
    write("move-grams.tsv", lines(columns), "\t".join(MOVES))


if __name__ == "__main__":
    main()
