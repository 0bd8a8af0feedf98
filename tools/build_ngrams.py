"""Builds followlint/analysis/typos/ngrams: which words stand beside which in English, how often.

usage: python tools/build_ngrams.py   (needs: pip install --no-deps pocketsphinx)

Source: the generic US English language model of CMU Sphinx (`en-us.lm.bin`, as shipped with
pocketsphinx; BSD, Alpha Cephei Inc. 2015): 2.05 million pairs and 1.67 million triples of words
with their probabilities. Kept are those of the commonest words. (Leaving out what the parts of a
triple say nearly as well halves the files, and halves what is found with them.) Its pronouncing
dictionary (CMUdict, BSD) gives homophones.txt and misheard.txt: words that sound alike, or nearly.

The model's file is a trie over the words from last to first, packed by the bit; the layout is
that of `lm_trie.c`. Logarithms in it are to the base 1.0001.
"""

from __future__ import annotations

import itertools
import re
import struct
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import numpy as np

from followlint.analysis.typos.confusable import COMMON, confusable
from followlint.analysis.typos.lexicon import zipf
from followlint.analysis.typos.ngrams import (
    BACKOFF_STEP,
    END,
    LEAST_BACKOFF,
    START,
    STEP,
    hashed,
)

TARGET = Path(__file__).parents[1] / "followlint" / "analysis" / "typos" / "ngrams"
HEADER = b"Trie Language Model"
PROBABILITY_BITS = BACKOFF_BITS = 16
TO_NATURAL = 1e-4
#: A pair of words must fit 32 bits.
WORDS = 40_000
WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
#: Sounds that people take for one another, as CMUdict writes them, and of words that are so
#: common and have so many sounds.
_NEAR_SOUNDS = """
    IY-IH EH-AE AA-AO AO-OW AH-AA AH-AE AH-EH AO-AW OW-AW UH-UW UW-OW AO-UH EH-EY IH-EH AE-EY AY-EY
    ER-AO ER-AA T-D S-Z F-V P-B K-G TH-T TH-F TH-S DH-D DH-Z V-W V-B SH-CH SH-S CH-JH Z-JH
    N-NG N-M L-R
"""
OFTEN_HEARD, FEWEST_SOUNDS = 3.5, 3


@dataclass
class Model:
    """The n-grams by columns: each word's number, then those of the words before it."""

    words: list[str]
    single: np.ndarray
    backoff: np.ndarray
    pairs: np.ndarray
    pair_logs: np.ndarray
    pair_backoffs: np.ndarray
    triples: np.ndarray
    triple_logs: np.ndarray


class Packed:
    """Fields of a fixed number of bits, entry after entry."""

    def __init__(self, data: bytes, entry_bits: int) -> None:
        self._bytes = np.frombuffer(data, np.uint8)
        self._entry_bits = entry_bits

    def field(self, count: int, offset: int, width: int) -> np.ndarray:
        """Return the field of `width` bits, `offset` bits into each of the first entries."""
        start = np.arange(count, dtype=np.int64) * self._entry_bits + offset
        whole = np.zeros(count, np.uint64)
        for number in range(8):
            whole |= self._bytes[(start >> 3) + number].astype(np.uint64) << np.uint64(8 * number)
        field = (whole >> (start & 7).astype(np.uint64)) & np.uint64((1 << width) - 1)
        return field.astype(np.int64)


def read_model(path: Path) -> Model:
    data = path.read_bytes()
    assert data.startswith(HEADER), f"{path}: not a trie of CMU Sphinx"
    order, *counts = struct.unpack_from("<B3I", data, at := len(HEADER))
    assert order == 3, f"{path}: not of trigrams"
    at += 1 + 3 * 4 + 4  # the order, the counts, a number that nobody reads
    bins = np.frombuffer(data, "<f4", 3 << PROBABILITY_BITS, at).reshape(3, -1) * TO_NATURAL
    at += bins.size * 4
    entry = np.dtype([("log", "<f4"), ("backoff", "<f4"), ("next", "<u4")])
    singles = np.frombuffer(data, entry, counts[0] + 1, at)
    at += singles.nbytes
    word_bits, next_bits = counts[0].bit_length(), counts[2].bit_length()
    pair_bits = word_bits + PROBABILITY_BITS + BACKOFF_BITS + next_bits
    triple_bits = word_bits + PROBABILITY_BITS
    pair_bytes, triple_bytes = (
        ((1 + count) * bits + 7) // 8 + 8
        for count, bits in ((counts[1], pair_bits), (counts[2], triple_bits))
    )
    pairs = Packed(data[at : at + pair_bytes], pair_bits)
    triples = Packed(data[at + pair_bytes : at + pair_bytes + triple_bytes], triple_bits)
    at += pair_bytes + triple_bytes
    (length,) = struct.unpack_from("<I", data, at)
    words = data[at + 4 : at + 4 + length].decode("latin-1").split("\0")[:-1]

    starts = singles["next"].astype(np.int64)
    number = int(starts[-1])  # the trie may hold fewer than were announced
    last = np.repeat(np.arange(counts[0]), np.diff(starts))
    before = pairs.field(number, 0, word_bits)
    logs = bins[0][pairs.field(number, word_bits + BACKOFF_BITS, PROBABILITY_BITS)]
    backoffs = bins[1][pairs.field(number, word_bits, BACKOFF_BITS)]
    ends = pairs.field(number + 1, word_bits + BACKOFF_BITS + PROBABILITY_BITS, next_bits)
    parents = np.repeat(np.arange(number), np.diff(ends))
    first = triples.field(len(parents), 0, word_bits)
    return Model(
        words,
        singles["log"][:-1] * TO_NATURAL,
        singles["backoff"][:-1] * TO_NATURAL,
        np.stack([last, before]),
        logs,
        backoffs,
        np.stack([last[parents], before[parents], first]),
        bins[2][triples.field(len(parents), word_bits, PROBABILITY_BITS)],
    )


def shortened(model: Model) -> Model:
    """Return the model of the commonest words alone."""
    marks = [model.words.index(mark) for mark in (START, END)]
    plain = np.array([bool(WORD.fullmatch(word)) for word in model.words])
    plain[marks] = False
    ranks = np.argsort(np.where(plain, -model.single, np.inf), kind="stable")
    kept = np.sort(np.concatenate([ranks[: WORDS - len(marks)], marks]))
    new = np.full(len(model.words), -1)
    new[kept] = np.arange(len(kept))
    pairs = (new[model.pairs] >= 0).all(axis=0)
    triples = (new[model.triples] >= 0).all(axis=0)
    return Model(
        [model.words[number] for number in kept],
        model.single[kept],
        model.backoff[kept],
        new[model.pairs[:, pairs]],
        model.pair_logs[pairs],
        model.pair_backoffs[pairs],
        new[model.triples[:, triples]],
        model.triple_logs[triples],
    )


def write(model: Model) -> None:
    TARGET.mkdir(exist_ok=True)
    size = len(model.words)
    (TARGET / "words.txt").write_text("\n".join(model.words) + "\n", encoding="utf-8")
    np.save(TARGET / "unigrams.npy", np.stack([model.single, model.backoff], 1).astype(np.float32))
    steps = np.clip(np.round(-model.pair_logs / STEP), 0, 255)
    backoffs = np.clip(np.round((model.pair_backoffs - LEAST_BACKOFF) / BACKOFF_STEP), 0, 255)
    keys = (model.pairs[0] * size + model.pairs[1]).astype(np.uint32)
    order = np.argsort(keys)
    np.save(TARGET / "bigrams.npy", keys[order])
    np.save(TARGET / "bigram-logs.npy", np.stack([steps, backoffs], 1).astype(np.uint8)[order])
    one, two, three = model.triples
    hashes, places = np.unique(hashed((one * size + two) * size + three), return_index=True)
    np.save(TARGET / "trigrams.npy", hashes)
    steps = np.clip(np.round(-model.triple_logs / STEP), 0, 255)
    np.save(TARGET / "trigram-logs.npy", steps.astype(np.uint8)[places])
    print(f"{size} words, {len(keys)} pairs, {len(hashes)} triples")


def homophones(path: Path) -> list[str]:
    """Return lines of common words that sound the same, as American English has them."""
    alike: Mapping[str, set[str]] = defaultdict(set)
    for line in path.read_text(encoding="utf-8").splitlines():
        word, sounds = line.split(" ", 1)
        plain = re.sub(r"\(\d\)$", "", word)
        if WORD.fullmatch(plain) and zipf(plain) >= COMMON:
            alike[sounds].add(plain)
    return sorted({" ".join(sorted(words)) for words in alike.values() if len(words) > 1})


def misheard(path: Path) -> list[str]:
    """Return lines of a common word and others that sound nearly the same: one sound differs from
    another that is near it, or a last one is lost."""
    near = {
        pair for text in _NEAR_SOUNDS.split() for pair in itertools.permutations(text.split("-"))
    }
    spoken: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for line in path.read_text(encoding="utf-8").splitlines():
        word, sounds = line.split(" ", 1)
        plain = re.sub(r"\(\d\)$", "", word)
        if WORD.fullmatch(plain) and zipf(plain) >= OFTEN_HEARD:
            spoken[tuple(sounds.split())].add(plain)
    found: dict[str, set[str]] = defaultdict(set)
    for sounds, words in spoken.items():
        if len(sounds) < FEWEST_SOUNDS:
            continue
        others = [
            (*sounds[:at], other, *sounds[at + 1 :])
            for at, sound in enumerate(sounds)
            for one, other in near
            if one == sound
        ]
        others += [(*sounds, last) for last in ("T", "D")]
        if sounds[-1] in ("T", "D", "S", "Z") and len(sounds) > FEWEST_SOUNDS:
            others.append(sounds[:-1])
        if sounds[-2:] in (("N", "S"), ("N", "T")):
            others.append((*sounds[:-1], "T" if sounds[-1] == "S" else "S"))
        for word in words:
            found[word] |= {w for o in others for w in spoken.get(o, ())} - {word}
    return [
        " ".join([word, *sorted(others - set(confusable(word)))])
        for word, others in sorted(found.items())
        if others - set(confusable(word))
    ]


def main() -> None:
    spec = find_spec("pocketsphinx")
    assert spec and spec.submodule_search_locations, "pip install --no-deps pocketsphinx"
    source = Path(spec.submodule_search_locations[0]) / "model" / "en-us"
    write(shortened(read_model(source / "en-us.lm.bin")))
    lines = homophones(source / "cmudict-en-us.dict")
    (TARGET / "homophones.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} groups of homophones")
    lines = misheard(source / "cmudict-en-us.dict")
    (TARGET / "misheard.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} words that are misheard")


if __name__ == "__main__":
    main()
