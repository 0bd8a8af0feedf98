"""`python -m bench [--runs N]`: followlint beside the floors it stands on, in one run."""

from __future__ import annotations

import argparse
import json
import platform
import sys
import tempfile
from pathlib import Path

from bench.measure import Command, measure

CORPUS = Path(__file__).parents[1] / "tests" / "corpus" / "dev.jsonl"
MANY = 200


def write_drafts(folder: Path, number: int) -> list[Path]:
    """Write the first `number` emails of the corpus as drafts (from the start again if need be)."""
    texts = [json.loads(line)["text"] for line in CORPUS.read_text(encoding="utf-8").splitlines()]
    paths = []
    for n in range(number):
        path = folder / f"draft-{n:05}.txt"
        path.write_text(texts[n % len(texts)], encoding="utf-8")
        paths.append(path)
    return paths


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5, help="counted runs of each command")
    options = parser.parse_args()
    python = sys.executable
    with tempfile.TemporaryDirectory() as name:
        drafts = write_drafts(Path(name), MANY)
        lint = [python, "-m", "followlint", "check", "--isolated", "--no-cache"]
        build = "import harper; harper.Linter()"
        commands = [
            Command("python -c pass", "floor", [python, "-c", "pass"]),
            Command("import spacy", "floor", [python, "-c", "import spacy"]),
            Command("Harper", "its construction alone", [python, "-c", build]),
            Command("followlint --help", "no rule loaded", [python, "-m", "followlint", "--help"]),
            Command("followlint, 1 draft", "all rules, cold", [*lint, str(drafts[0])]),
            Command(f"followlint, {MANY} drafts", "all rules", [*lint, name]),
        ]
        series = measure(commands, options.runs)
    machine = f"{platform.machine()}, Python {platform.python_version()}"
    print(f"{machine}, medians of {options.runs} runs\n")
    print("| command | what it does | wall s (min–max) | CPU s | peak MiB |")
    print("| --- | --- | --- | --- | --- |")
    for one in series:
        print(one.row())


main()
