"""`python -m bench.profile`: the functions that cost most themselves, in ms an email, once warm."""

from __future__ import annotations

import argparse
import cProfile
import pstats
import time
from collections.abc import Iterator
from pathlib import Path

from bench.drafts import texts
from bench.table import markdown
from followlint.linter import Linter
from followlint.text import Source

#: Files of the corpus: ordinary emails, emails full of typos, and long ones.
FILES = ("dev", "typos-dev", "moves-dev")


def costliest(profile: cProfile.Profile, emails: int, most: int) -> Iterator[tuple[str, ...]]:
    """Yield place, own and whole time and calls of the functions with the most own time."""
    stats = pstats.Stats(profile).stats  # type: ignore[attr-defined]
    for (file, line, name), figures in sorted(stats.items(), key=lambda item: -item[1][2])[:most]:
        _, calls, own, whole, _ = figures
        place = name if file == "~" else f"{'/'.join(Path(file).parts[-3:])}:{line} {name}"
        yield (
            place,
            f"{own / emails * 1e3:.2f}",
            f"{whole / emails * 1e3:.2f}",
            f"{calls / emails:.0f}",
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--emails", type=int, default=60, help="emails that are profiled")
    parser.add_argument("--rows", type=int, default=10, help="functions that are shown")
    options = parser.parse_args()
    each = -(-options.emails // len(FILES))
    files = [texts((name,)) for name in FILES]
    profiled = [text for some in files for text in some[:each]]
    others = [text for some in files for text in some[each : 2 * each]]
    linter = Linter()
    linter.load()
    for text in others:
        linter.lint(Source("<email>", text))
    start = time.process_time()
    # Of processor time: what else the machine does would otherwise be put down to somebody.
    profile = cProfile.Profile(time.thread_time)
    profile.enable()
    for text in profiled:
        linter.lint(Source("<email>", text))
    profile.disable()
    spent = (time.process_time() - start) / len(profiled) * 1e3
    print(f"{len(profiled)} emails, {spent:.1f} ms of CPU each under the profiler\n")
    heads = ("function", "own ms", "with what it calls", "calls")
    for line in markdown(heads, costliest(profile, len(profiled), options.rows)):
        print(line)


if __name__ == "__main__":
    main()
