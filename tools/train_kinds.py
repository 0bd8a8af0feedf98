"""Learns which runs of words speak for which kind of email: rules/lexicons/kind-grams.tsv.

usage: python tools/train_kinds.py   (needs: pip install scikit-learn)

Logistic regression over the one to three words runs (`followlint.analysis.grams`) of the
development emails in tests/corpus, never of the measured-only half. `--check` prints how well a
model trained without a writer tells that writer's emails.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression

from followlint.analysis.grams import grams_of
from followlint.mail import Kind, read
from followlint.text import Source

ROOT = Path(__file__).parents[1]
TARGET = ROOT / "rules" / "lexicons" / "kind-grams.tsv"
CORPORA = ("dev", "dev5", "dev6", "tone-dev", "typos-dev")
#: Runs seen in fewer emails than this say more about their writer than about the kind.
FEWEST = 3
#: Runs that tip the scales by less are left out of the file.
LEAST = 0.05


def emails() -> list[dict[str, str]]:
    return [
        json.loads(line)
        for name in CORPORA
        if (path := ROOT / "tests" / "corpus" / f"{name}.jsonl").exists()
        for line in path.read_text(encoding="utf-8").splitlines()
    ]


def train(texts: list[list[str]], kinds: list[str]) -> tuple[CountVectorizer, LogisticRegression]:
    vectorizer = CountVectorizer(analyzer=lambda grams: grams, binary=True, min_df=FEWEST)
    counts = vectorizer.fit_transform(texts)
    model = LogisticRegression(C=0.3, max_iter=5000, class_weight="balanced")
    return vectorizer, model.fit(counts, kinds)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    rows = emails()
    texts = [sorted(grams_of(read(Source(row["id"], row["text"])))) for row in rows]
    kinds = [row["kind"] for row in rows]
    if options.check:
        writers = np.array([row["id"].split("-")[0] for row in rows])
        for writer in sorted(set(writers)):
            rest = np.where(writers != writer)[0]
            own = np.where(writers == writer)[0]
            vectorizer, model = train([texts[n] for n in rest], [kinds[n] for n in rest])
            told = model.predict(vectorizer.transform([texts[n] for n in own]))
            right = np.mean(told == np.array([kinds[n] for n in own]))
            print(f"{writer}: {right:.3f} of {len(own)}")
        return
    vectorizer, model = train(texts, kinds)
    order = [list(model.classes_).index(kind.value) for kind in Kind]
    lines = ["\t".join(["*", *(f"{model.intercept_[n]:.2f}" for n in order)])]
    for gram, column in sorted(vectorizer.vocabulary_.items()):
        weights = [model.coef_[n][column] for n in order]
        if max(map(abs, weights)) >= LEAST:
            lines.append("\t".join([gram, *(f"{weight:.2f}" for weight in weights)]))
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines) - 1} runs from {len(rows)} emails, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
