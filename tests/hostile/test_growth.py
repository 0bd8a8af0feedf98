"""Twice the draft, twice the work: counted in calls and in characters looked at, not in seconds.

What a rule does within one paragraph or one sentence may grow with its square, so drafts are
judged in pieces (`followlint.limits`). Here the pieces are small, so that small drafts, which are
quick, have many of them.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import followlint
from followlint.linter import Linter
from followlint.mail import fields, read_bytes
from followlint.rulebook import Rulebook
from followlint.text import UnreadableError

sys.path.insert(0, str(Path(__file__).parent))
from drafts import MESSAGES, TEXTS

PIECE, SENTENCE = 150, 20
SIZE = 1_200
#: Doubling may multiply the work by no more than two and what does not grow.
ALLOWED = 2.4
#: Their doubles are refused, or they have no double.
ASIDE = {"parts within parts"}


class Counting:
    """A pattern that counts the characters it is given. It does what the pattern does."""

    looked_at = 0

    def __init__(self, pattern: re.Pattern[Any]) -> None:
        self._pattern = pattern

    def __getattr__(self, name: str) -> Any:
        return getattr(self._pattern, name)

    def _counted(name: str) -> Any:  # type: ignore[misc]
        def call(self: Counting, *arguments: Any, **named: Any) -> Any:
            where = 1 if name in ("sub", "subn") else 0
            text = arguments[where] if len(arguments) > where else named["string"]
            start = arguments[1] if len(arguments) > 1 and not where else 0
            Counting.looked_at += len(text) - start
            return getattr(self._pattern, name)(*arguments, **named)

        return call

    search, finditer, findall, split = map(_counted, ("search", "finditer", "findall", "split"))
    sub, subn, fullmatch = map(_counted, ("sub", "subn", "fullmatch"))

    def match(self, text: Any, pos: int = 0, *more: Any) -> Any:
        # At one place: what it looks at ends where it does, as `test_patterns.py` shows.
        found = self._pattern.match(text, pos, *more)
        Counting.looked_at += found.end() - pos if found else 1
        return found


@pytest.fixture(scope="module")
def linter(rulebook: Rulebook) -> Linter:
    """A linter without a network: of any draft that reads sixty sentences, and takes its time."""
    return Linter(rulebook, networks=False)


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("followlint.mail.reader.LONGEST_PIECE", PIECE)
    monkeypatch.setattr("followlint.analysis.parse._LONGEST_SENTENCE", SENTENCE)
    for found in pkgutil.walk_packages(followlint.__path__, "followlint."):
        if found.name in sys.modules:
            module = importlib.import_module(found.name)
            for name, value in list(vars(module).items()):
                if isinstance(value, re.Pattern):
                    monkeypatch.setattr(module, name, Counting(value))


def work(done: Callable[[], object]) -> tuple[int, int]:
    """Return the calls and the characters that something takes."""
    calls = 0

    def note(frame: Any, event: str, argument: Any) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    Counting.looked_at = 0
    fields._read.cache_clear()
    sys.setprofile(note)
    try:
        done()
    finally:
        sys.setprofile(None)
    return calls, Counting.looked_at


def judged(linter: Linter, name: str, data: bytes) -> Callable[[], object]:
    """Return what judges a draft, and sees to it that there is an answer."""

    def judge() -> None:
        try:
            report = linter.lint_email(read_bytes(name, data))
        except UnreadableError as error:
            report = linter.lint_broken(name, error.reason)
        assert report.findings
        assert all("empty" in failure or "nested" in failure for failure in report.failures)
        for finding in report.findings:
            assert finding.span.end <= len(report.source.text)

    return judge


def cases() -> Iterator[Any]:
    for suffix, some in ((".txt", TEXTS), (".eml", MESSAGES)):
        for name, make in some.items():
            if name not in ASIDE:
                yield pytest.param(f"draft{suffix}", make, id=f"{name}{suffix}")


@pytest.mark.usefixtures("counted")
@pytest.mark.parametrize(("name", "make"), list(cases()))
def test_twice_the_draft_is_twice_the_work(
    name: str, make: Callable[[int], bytes], linter: Linter
) -> None:
    linter.lint_email(read_bytes("warm.txt", b"Dear Ana, I rember it \xf0\x9f\x98\x80"))
    calls, looked_at = work(judged(linter, name, make(SIZE)))
    more_calls, looked_at_more = work(judged(linter, name, make(2 * SIZE)))
    assert more_calls <= ALLOWED * calls
    assert looked_at_more <= ALLOWED * max(looked_at, SIZE)


def test_a_square_is_seen() -> None:
    def square(size: int) -> Callable[[], object]:
        return lambda: [len(str(b)) for a in range(size) for b in range(size)]

    few, _ = work(square(30))
    many, _ = work(square(60))
    assert many > ALLOWED * few
