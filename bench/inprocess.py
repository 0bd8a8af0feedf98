"""`python -m bench.inprocess`: emails a second from one loaded `Linter`, in one process."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence

from bench.drafts import texts
from bench.table import markdown
from followlint.analysis import Need
from followlint.linter import Linter
from followlint.text import Source

MANY, WARM_UP = 200, 20


def emails_a_second(linter: Linter, emails: Sequence[Source]) -> tuple[float, float]:
    """Return how many emails are checked in a second, by the clock and of processor time."""
    linter.load()
    for email in emails[:WARM_UP]:
        linter.lint(email)
    emails = emails[WARM_UP:]
    wall, cpu = time.perf_counter(), time.process_time()
    for email in emails:
        linter.lint(email)
    return (
        len(emails) / (time.perf_counter() - wall),
        len(emails) / (time.process_time() - cpu),
    )


def rows() -> Iterator[tuple[str, ...]]:
    """Yield what was measured with all rules, and with those that need no parse."""
    emails = [Source(f"{n}.txt", text) for n, text in enumerate(texts()[: WARM_UP + MANY])]
    everything = Linter()
    light = [rule for rule in everything.rules if Need.PARSE not in rule.check.needs]
    for name, linter in (
        (f"all {len(everything.rules)} rules", everything),
        (f"the {len(light)} rules that need no parse", Linter(rules=light)),
    ):
        wall, cpu = emails_a_second(linter, emails)
        yield name, f"{wall:.0f}", f"{cpu:.0f}"


if __name__ == "__main__":
    heads = ("in one process", "emails a second", "emails a second of CPU")
    for line in markdown(heads, rows()):
        print(line, flush=True)
