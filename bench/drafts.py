"""What is measured on: drafts made of the labelled emails that rules may be written from."""

from __future__ import annotations

import json
from itertools import cycle, islice
from pathlib import Path

CORPUS = Path(__file__).parents[1] / "tests" / "corpus"
#: The development files, those with the most ordinary emails first; nothing measured-only.
DEVELOPMENT = ("dev", "dev5", "dev6", "tone-dev", "typos-dev", "moves-dev")


def texts(names: tuple[str, ...] = DEVELOPMENT) -> list[str]:
    """Return the emails of some files of the corpus, 1,755 of them in all."""
    return [
        json.loads(line)["text"]
        for name in names
        for line in (CORPUS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    ]


def write(folder: Path, number: int) -> list[Path]:
    """Write the first `number` emails as drafts; past the last one, from the first again."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for n, text in enumerate(islice(cycle(texts()), number)):
        path = folder / f"draft-{n:05}.txt"
        path.write_text(text, encoding="utf-8")
        paths.append(path)
    return paths


def of_words(number: int) -> str:
    """Return one email whose body has `number` words: the paragraphs of many, one after another."""
    subject, greeting, *_ = texts(("dev",))[0].split("\n\n")
    body: list[str] = []
    left = number
    for text in cycle(texts()):
        # Without the subject line, the greeting and the closing.
        for paragraph in text.split("\n\n")[2:-1]:
            words = paragraph.split()[:left]
            left -= len(words)
            body.append(" ".join(words))
            if not left:
                return "\n\n".join([subject, greeting, *body, "Kind regards,\nRosa Lindqvist\n"])
    raise AssertionError("the corpus has paragraphs")
