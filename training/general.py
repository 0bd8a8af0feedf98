"""Sound English sentences that are no emails, one a line: what `slips.py` learns from besides.

usage: python training/general.py FOLDER > sentences.txt

FOLDER holds two of Debian's packages, unpacked (`apt-get download wordnet-base anarchism`, then
`dpkg-deb -x` each): the examples of WordNet's glosses, and sentences of An Anarchist FAQ, long
and modern prose of many hands.
"""

from __future__ import annotations

import gzip
import html
import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path

FROM_FAQ = 14_000
_EXAMPLE = re.compile(r'"([^"]{15,})"')
_SOUND = re.compile(r"[A-Z][^\[*|]*[.?!]")


def examples(folder: Path) -> Iterator[str]:
    for kind in ("noun", "verb", "adj", "adv"):
        for path in folder.rglob(f"data.{kind}"):
            for line in path.read_text(encoding="latin-1").splitlines():
                for example in _EXAMPLE.findall(line.partition("|")[2]):
                    if len(example.split()) >= 3:
                        yield " ".join((example[0].upper() + example[1:]).split())


def prose(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*anarch*/**/*")):
        if path.suffix not in (".txt", ".html", ".md", ".gz") or not path.is_file():
            continue
        data = path.read_bytes()
        text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8", "replace")
        text = html.unescape(re.sub(r"<[^>]+>", " ", text))
        for paragraph in re.split(r"\n\s*\n", text):
            for sentence in re.split(r"(?<=[.?!]) +(?=[A-Z])", " ".join(paragraph.split())):
                fits = 6 <= len(sentence.split()) <= 40 and sentence.isascii()
                if fits and _SOUND.fullmatch(sentence) and "op. cit" not in sentence:
                    yield sentence


def main() -> None:
    folder = Path(sys.argv[1])
    random.seed(1)
    faq = list(dict.fromkeys(prose(folder)))
    random.shuffle(faq)
    print(*dict.fromkeys([*examples(folder), *faq[:FROM_FAQ]]), sep="\n")


if __name__ == "__main__":
    main()
