"""Builds followlint/analysis/typos/rare-words.txt.gz: words that few dictionaries have.

usage: python tools/build_rare_words.py   (needs Debian's wamerican-huge and wbritish-huge)

Source: SCOWL, size 80 (Kevin Atkinson and others; free for any use with its notice, which
stands in rare-words-LICENSE). Left out are names, possessives, and what frequencies.txt.gz
holds already.
"""

from __future__ import annotations

import gzip
import re
from pathlib import Path

from followlint.analysis.typos.lexicon import is_word

SOURCES = [Path("/usr/share/dict") / f"{region}-english-huge" for region in ("american", "british")]
TARGET = Path(__file__).parents[1] / "followlint" / "analysis" / "typos" / "rare-words.txt.gz"
#: Shorter ones are abbreviations for the most part, and slips of other words.
WORD = re.compile(r"[a-z]{4,}")


def main() -> None:
    words = {word for path in SOURCES for word in path.read_text(encoding="utf-8").split()}
    kept = sorted(word for word in words if WORD.fullmatch(word) and not is_word(word))
    # No time stamp: the same source gives the same bytes.
    TARGET.write_bytes(gzip.compress("\n".join(kept).encode(), 9, mtime=0))
    print(f"{len(kept)} words, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
