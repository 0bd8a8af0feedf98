"""Learns from runs of words which kind an email is, and a sentence's moves and tone.

usage: python tools/train_opinions.py [--check]   (needs: pip install scikit-learn)

Writes rules/lexicons/kind-grams.tsv and sentence-grams.tsv: logistic regressions over runs of words
(`followlint.analysis.grams`) of the development part of tests/corpus, never of what is only
measured on. Kinds are learned from whole emails, moves from sentences; of an email that is labelled
as a whole, the sentence that speaks loudest for a move is taken to make it. `--check` writes
nothing: it prints how well weights learned without a writer judge that writer's emails.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from labelled import (
    BY_SENTENCE,
    MOVES,
    TONES,
    WHOLE,
    Sentence,
    Whole,
    rows,
    sentences,
    toned,
    wholes,
    writer,
)
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression

from followlint.analysis.grams import grams_of, sentence_grams
from followlint.mail import Kind, read
from followlint.text import Source

LEXICONS = Path(__file__).parents[1] / "rules" / "lexicons"
#: What the rules call the moves, by what the labels call them.
COLUMNS = {
    "gratitude": "gratitude",
    "reference": "topic",
    "interest": "interest",
    "ask": "ask",
    "interview": "interview",
}
#: Runs seen less often than this say more about their writer than about what is meant.
FEWEST = 3
#: Runs that tip the scales by less are left out of the file.
LEAST = 0.05
#: How often the loudest sentences are looked for anew.
ROUNDS = 3
KIND_STRENGTH, MOVE_STRENGTH = 0.3, 0.5
THRESHOLDS = (0.6, 0.7, 0.8, 0.9)
TONE_THRESHOLDS = (0.7, 0.75, 0.8, 0.85, 0.9, 0.95)
#: A sentence and the tones that it has or has not, those that are known.
Toned = tuple[str, Mapping[str, bool]]


@dataclass(frozen=True)
class Email:
    writer: str
    kind: str
    grams: list[str]


@dataclass(frozen=True)
class Model:
    """A vectorizer, and the weights of its runs."""

    runs: CountVectorizer
    weights: np.ndarray
    start: float

    def likelihoods(self, texts: Sequence[list[str]]) -> np.ndarray:
        scores = self.runs.transform(texts) @ self.weights + self.start
        return 1 / (1 + np.exp(-scores))


def emails() -> list[Email]:
    return [
        Email(
            writer(row["id"]), row["kind"], sorted(grams_of(read(Source(row["id"], row["text"]))))
        )
        for name in (*WHOLE, *BY_SENTENCE)
        for row in rows(name)
    ]


def fit(
    texts: Sequence[list[str]], labels: Sequence[Any], strength: float
) -> tuple[CountVectorizer, LogisticRegression]:
    runs = CountVectorizer(analyzer=lambda grams: grams, binary=True, min_df=FEWEST)
    counts = runs.fit_transform(texts)
    model = LogisticRegression(C=strength, max_iter=5000, class_weight="balanced")
    return runs, model.fit(counts, labels)


def move_model(move: str, single: Sequence[Sentence], whole: Sequence[Whole]) -> Model:
    """Learn one move from labelled sentences, and from emails where its sentence is not known."""
    at = MOVES.index(move)
    return learned(
        [(s.text, s.moves[at]) for s in single], [(email, email.moves[at]) for email in whole]
    )


def tone_model(tone: str, single: Sequence[Toned], whole: Sequence[Whole]) -> Model:
    """Learn one tone from single sentences, and from emails that have it somewhere or nowhere."""
    return learned(
        [(text, tones[tone]) for text, tones in single if tone in tones],
        [(email, email.tones[tone]) for email in whole],
    )


def learned(
    single: Sequence[tuple[str, bool]], whole: Sequence[tuple[Whole, bool | None]]
) -> Model:
    """Learn from labelled sentences, and from emails of which one sentence deserves the label."""
    texts = [grams(text) for text, _ in single]
    labels = [label for _, label in single]
    not_made = [grams(text) for e, label in whole if label is False for _, text in e.sentences]
    made = [[grams(text) for _, text in e.sentences] for e, label in whole if label]
    loudest: list[list[str]] = []
    for _ in range(ROUNDS):
        runs, model = fit(
            [*texts, *not_made, *loudest],
            [*labels, *[False] * len(not_made), *[True] * len(loudest)],
            MOVE_STRENGTH,
        )
        found = Model(runs, model.coef_[0], float(model.intercept_[0]))
        loudest = [some[int(found.likelihoods(some).argmax())] for some in made if some]
    return found


def grams(text: str) -> list[str]:
    return sorted(sentence_grams(text))


def check() -> None:
    """Print how emails are judged by weights learned without their writers."""
    every = emails()
    right = 0
    for name in sorted({email.writer for email in every}):
        rest = [email for email in every if email.writer != name]
        own = [email for email in every if email.writer == name]
        runs, model = fit([e.grams for e in rest], [e.kind for e in rest], KIND_STRENGTH)
        told = model.predict(runs.transform([e.grams for e in own]))
        right += sum(kind == email.kind for kind, email in zip(told, own, strict=True))
    print(f"kind: {right / len(every):.3f} right")
    single, whole = sentences(), wholes()
    for column, move in COLUMNS.items():
        at = MOVES.index(move)
        judged: list[tuple[bool, float]] = []
        for name in sorted({email.writer for email in whole}):
            found = move_model(move, single, [e for e in whole if e.writer != name])
            for email in whole:
                if email.writer == name and email.sentences:
                    sure = found.likelihoods([grams(text) for _, text in email.sentences]).max()
                    judged.append((bool(email.moves[at]), float(sure)))
        for threshold in THRESHOLDS:
            made = np.mean([sure > threshold for is_made, sure in judged if is_made])
            others = np.mean([sure > threshold for is_made, sure in judged if not is_made])
            print(f"{column} over {threshold}: {made:.3f} of those that make it, {others:.3f} else")
    for tone in TONES:
        heard: list[tuple[bool, float]] = []
        for name in sorted({email.writer for email in whole if email.tones[tone]}):
            found = tone_model(tone, toned(), [e for e in whole if e.writer != name])
            for email in whole:
                if email.writer == name and email.sentences:
                    sure = found.likelihoods([grams(text) for _, text in email.sentences]).max()
                    heard.append((email.tones[tone], float(sure)))
        for threshold in TONE_THRESHOLDS:
            hit, missed, false = (
                sum(has == is_so and (sure > threshold) == told for has, sure in heard)
                for is_so, told in ((True, True), (True, False), (False, True))
            )
            print(f"{tone} over {threshold}: {hit} found, {missed} missed, {false} false")


def lines(columns: Sequence[Model]) -> list[str]:
    """Return a table: a run of words and its weight in each column; "*" is where they begin."""
    table = {"*": [model.start for model in columns]}
    for number, model in enumerate(columns):
        for gram, at in model.runs.vocabulary_.items():
            if abs(model.weights[at]) >= LEAST:
                table.setdefault(gram, [0.0] * len(columns))[number] = float(model.weights[at])
    return ["\t".join([gram, *(f"{w:.2f}" for w in table[gram])]) for gram in sorted(table)]


def write(name: str, table: list[str], header: str) -> None:
    path = LEXICONS / name
    path.write_text("\n".join([f"# {header}", *table]) + "\n", encoding="utf-8")
    print(f"{name}: {len(table) - 1} runs, {path.stat().st_size} bytes")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    if parser.parse_args().check:
        check()
        return
    every = emails()
    runs, model = fit([e.grams for e in every], [e.kind for e in every], KIND_STRENGTH)
    order = [list(model.classes_).index(kind.value) for kind in Kind]
    kinds = [Model(runs, model.coef_[n], float(model.intercept_[n])) for n in order]
    write("kind-grams.tsv", lines(kinds), "\t".join(kind.value for kind in Kind))
    single, whole = sentences(), wholes()
    models = [move_model(move, single, whole) for move in COLUMNS.values()]
    models += [tone_model(tone, toned(), whole) for tone in TONES]
    write("sentence-grams.tsv", lines(models), "\t".join([*COLUMNS, *TONES]))


if __name__ == "__main__":
    main()
