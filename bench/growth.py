"""`python -m bench.growth`: what followlint takes for more drafts, and for longer ones."""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from bench import drafts
from bench.measure import Command, Series, measure
from bench.table import markdown

DRAFTS, MANY_DRAFTS = (10, 100, 1_000), 10_000
WORDS = (100, 300, 1_000, 3_000, 10_000)
HEADS = ("wall s", "CPU s", "peak MiB", "each further one, ms")


def rows(sizes: Sequence[int], all_series: Sequence[Series]) -> list[tuple[str, ...]]:
    """Return a row a size; its last cell is what each thing more than in the row before took.

    Where cost grows linearly, the last column stays the same.
    """
    found: list[tuple[str, ...]] = []
    before: tuple[int, float] | None = None
    for size, series in zip(sizes, all_series, strict=True):
        wall, cpu, peak = (
            statistics.median(getattr(run, name) for run in series.runs)
            for name in ("wall", "cpu", "peak_mib")
        )
        more = f"{(wall - before[1]) / (size - before[0]) * 1e3:.2f}" if before else ""
        found.append((f"{size:,}", f"{wall:.2f}", f"{cpu:.2f}", f"{peak:.0f}", more))
        before = size, wall
    return found


def table(
    what: str, sizes: Sequence[int], path: Callable[[int], Path], runs: int, jobs: int
) -> None:
    """Measure followlint on a draft or folder of each size, and print the table."""
    check = [sys.executable, "-m", "followlint", "check", "--isolated", "--no-cache"]
    commands = [
        Command(f"{size} {what}", "", [*check, "--jobs", str(jobs), str(path(size))])
        for size in sizes
    ]
    all_series = measure(commands, runs, lambda line: print(line, file=sys.stderr))
    for series in all_series:
        if series.failed:
            raise SystemExit(series.failed)
    print("\n".join(markdown((what, *HEADS), rows(sizes, all_series))), end="\n\n", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3, help="counted runs of each size")
    parser.add_argument("--jobs", type=int, default=1, help="processes for many drafts")
    parser.add_argument("--long", action="store_true", help=f"{MANY_DRAFTS:,} drafts, too")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)

        def many(number: int) -> Path:
            drafts.write(folder / str(number), number)
            return folder / str(number)

        def long(words: int) -> Path:
            path = folder / f"{words}-words.txt"
            path.write_text(drafts.of_words(words), encoding="utf-8")
            return path

        sizes = (*DRAFTS, MANY_DRAFTS) if options.long else DRAFTS
        table("drafts", sizes, many, options.runs, options.jobs)
        table("words", WORDS, long, options.runs, options.jobs)


if __name__ == "__main__":
    main()
