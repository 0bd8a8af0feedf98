"""Fills a cache in children that are killed at some moment, or that work at once; run as a program.

`python filling.py killed TIMES` and `python filling.py together PROCESSES`: with what
FOLLOWLINT_CACHE_DIR names for a cache. Fails where anything is found there that was not kept.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from collections.abc import Callable
from datetime import date

from followlint.cache.folder import CacheFolder, cache_home
from followlint.cache.results import ResultCache, Slot
from followlint.cache.rules import cached_rulebook
from followlint.finding import Finding, Report, Severity
from followlint.mail.kinds import Kind
from followlint.text import Source, Span

DRAFTS = [b"Dear Ana, %d" % number for number in range(4)]
#: In seconds, how long a child may live that is killed.
LONGEST = 0.03
#: How often each of those does something that work at once.
ROUNDS = 60


def report(number: int) -> Report:
    """Return a report of some length."""
    found = (
        Finding(Span(at, at + 1), "TM001", "fruit", Severity.ERROR, f"{number}")
        for at in range(500)
    )
    return Report(Source("", ""), Kind.FOLLOW_UP, tuple(found))


REPORTS = [report(number) for number in range(3)]


def cache() -> tuple[ResultCache, list[Slot]]:
    found = ResultCache("code", date(2026, 5, 12))
    slots = [found.slot(data, "rules") for data in DRAFTS]
    return found, [slot for slot in slots if slot]


def child(work: Callable[[], None]) -> int:
    """Let a process of its own do something; returns its number."""
    number = os.fork()
    if number:
        return number
    status = 1
    try:
        work()
        status = 0
    finally:
        os._exit(status)


def killed(times: int) -> None:
    """Print how many files of children are left that were being written."""
    cached_rulebook()
    home = cache_home()
    assert home
    rules = CacheFolder(home / "rules")
    (name,) = (path.name for path in rules.path.iterdir())
    whole = rules.read(name)
    assert whole

    def fill() -> None:
        kept, slots = cache()
        while True:
            rules.write(name, whole)
            for slot in slots:
                kept.keep(slot, random.choice(REPORTS))

    for _ in range(times):
        number = child(fill)
        time.sleep(random.uniform(0.001, LONGEST))
        os.kill(number, signal.SIGKILL)
        os.waitpid(number, 0)
        assert rules.read(name) == whole
        kept, slots = cache()
        for slot in slots:
            found = kept.find(slot)
            assert found in REPORTS or (found is None and slot.folder.read(slot.name) is None)
    print(sum(path.name.startswith(".new-") for path in home.rglob("*")))


def together(processes: int) -> None:
    """Write, read and make room in one folder."""

    def work() -> None:
        chance = random.Random(os.getpid())
        for _ in range(ROUNDS):
            kept, slots = cache()
            slot = chance.choice(slots)
            kept.keep(slot, chance.choice(REPORTS))
            found = kept.find(chance.choice(slots))
            assert found is None or found in REPORTS
            if chance.random() < 0.2:
                slot.folder.shrink(chance.choice([0, 100_000, 1 << 20]))

    numbers = [child(work) for _ in range(processes)]
    assert [os.waitpid(number, 0)[1] for number in numbers] == [0] * processes


if __name__ == "__main__":
    random.seed(9)
    {"killed": killed, "together": together}[sys.argv[1]](int(sys.argv[2]))
