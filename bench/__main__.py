"""`python -m bench [--runs N]`: followlint beside the floors it stands on, in one run."""

from __future__ import annotations

import argparse
import json
import os
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
        check = [python, "-m", "followlint", "check", "--isolated"]
        lint = [*check, "--no-cache"]
        # The runs that are not counted fill it.
        os.environ["FOLLOWLINT_CACHE_DIR"] = str(Path(name) / ".cache")
        alone = ["--jobs", "1"]
        rules = [python, "-m", "followlint"]
        build = "import harper; harper.Linter()"
        commands = [
            Command("python -c pass", "floor", [python, "-c", "pass"]),
            Command("import spacy", "floor", [python, "-c", "import spacy"]),
            Command("Harper", "its construction alone", [python, "-c", build]),
            Command("python -c 'import click'", "floor", [python, "-c", "import click"]),
            Command("followlint --help", "no rule loaded", [python, "-m", "followlint", "--help"]),
            Command("followlint rules", "rules cached", [*rules, "rules", "--isolated"]),
            Command(
                "followlint explain", "rules cached", [*rules, "explain", "slang", "--isolated"]
            ),
            Command("followlint, 1 draft", "all rules, cold", [*lint, str(drafts[0])]),
            Command(f"followlint, {MANY} drafts", "all rules, one process", [*lint, *alone, name]),
            Command(f"followlint, {MANY} drafts", "a process a processor", [*lint, name]),
            Command("followlint, 1 draft", "unchanged, cached", [*check, str(drafts[0])]),
            Command(f"followlint, {MANY} drafts", "unchanged, cached", [*check, name]),
        ]
        series = measure(commands, options.runs)
    machine = f"{platform.machine()}, Python {platform.python_version()}"
    print(f"{machine}, medians of {options.runs} runs\n")
    print("| command | what it does | wall s (min–max) | CPU s | peak MiB |")
    print("| --- | --- | --- | --- | --- |")
    for one in series:
        print(one.row())


main()
