"""Builds followlint/analysis/typos/frequencies.txt.gz: how common English words are.

usage: python tools/build_frequencies.py   (needs: pip install symspellpy)

Source: SymSpell's English frequency dictionary (MIT, Wolf Garbe; as shipped with symspellpy): the
words of SCOWL with their counts in Google Books Ngrams (CC BY 3.0). Kept is, for each word,
the frequency on the Zipf scale (log10 of occurrences per thousand million words, van Heuven and
others 2014), in tenths, as `word<TAB>45`.
"""

from __future__ import annotations

import gzip
import math
from importlib.resources import files
from pathlib import Path

TARGET = Path(__file__).parents[1] / "followlint" / "analysis" / "typos" / "frequencies.txt.gz"


def main() -> None:
    source = files("symspellpy") / "frequency_dictionary_en_82_765.txt"
    pairs = [line.split() for line in source.read_text(encoding="utf-8-sig").splitlines()]
    counts = {word: int(count) for word, count in pairs if word.isalpha()}
    total = sum(counts.values())
    lines = [
        f"{word}\t{round(10 * math.log10(count / total * 1e9))}\n"
        for word, count in sorted(counts.items())
    ]
    # No time stamp: the same source gives the same bytes.
    TARGET.write_bytes(gzip.compress("".join(lines).encode(), 9, mtime=0))
    print(f"{len(lines)} words, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
