"""Writes a trained encoder as plain arrays in eight bits: what followlint loads.

usage: python training/export.py ENCODER.pt moves.npz

followlint computes with what the whole numbers stand for, so nothing else is rounded. The file is
read again, and what it says of some sentences must be near what torch says.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import torch
from packing import Named, linear, norm, rows
from train import READS, Encoder, encoded, pretrained
from transformers import AutoTokenizer

from followlint.analysis.meaning import Meaning
from followlint.analysis.neural.network import Network

#: How far an answer (the logarithm of the odds) may be from torch's for the eight bits.
NEAR = 0.2
PAIRS = [
    ("", "Thank you for the interview on Tuesday."),
    ("Thank you for your time.", "I enjoyed hearing how you moved the ledger to the new press."),
    ("I have followed the company for years.", "I would be delighted to join you."),
    ("It has been two weeks since we spoke.", "Could you tell me whether you have decided?"),
    ("", "I was sorry to learn that you have chosen somebody else."),
]
NAMES = {
    "attention.output.dense": "looked",
    "attention.output.LayerNorm": "after-look",
    "intermediate.dense": "thinks",
    "output.dense": "thought",
    "output.LayerNorm": "after-thought",
}


def arrays(model: Encoder) -> Named:
    config, body = model.body.config, model.body
    yield "layers", np.array(config.num_hidden_layers)
    yield "heads", np.array(config.num_attention_heads)
    embedded = body.embeddings
    yield from rows("words", "words.scale", embedded.word_embeddings.weight)
    yield "order", embedded.position_embeddings.weight.numpy()
    yield "own", embedded.token_type_embeddings.weight.numpy()
    yield from norm("embedded", embedded.LayerNorm.weight, embedded.LayerNorm.bias)
    for number, layer in enumerate(body.encoder.layer):
        look = layer.attention.self
        three = (look.query, look.key, look.value)
        weights = torch.cat([one.weight for one in three])
        bias = torch.cat([one.bias for one in three])
        yield from linear(f"layer.{number}.looks", weights, bias)
        for path, name in NAMES.items():
            part = layer.get_submodule(path)
            write = norm if "LayerNorm" in path else linear
            yield from write(f"layer.{number}.{name}", part.weight, part.bias)
    yield from linear("reads", model.reads.weight, model.reads.bias)


def main() -> None:
    weights, target = Path(sys.argv[1]), Path(sys.argv[2])
    plain = pretrained()
    model = Encoder(plain)
    model.load_state_dict(torch.load(weights, weights_only=True))
    model.eval()
    with torch.no_grad():
        target.parent.mkdir(parents=True, exist_ok=True)
        np.savez(target, **dict(arrays(model)))
        expected = model(**encoded(AutoTokenizer.from_pretrained(plain), PAIRS)).numpy()
    meaning = Meaning(Network(target))
    told = meaning.read(PAIRS)
    farthest = max(
        abs(row[name] - wanted)
        for row, values in zip(told, expected, strict=True)
        for name, wanted in zip(row, values, strict=True)
    )
    print(
        f"{target.stat().st_size} bytes, {len(READS)} answers, farthest from torch: {farthest:.3f}"
    )
    if farthest > NEAR:
        raise SystemExit("too far: not fit to ship")


if __name__ == "__main__":
    main()
