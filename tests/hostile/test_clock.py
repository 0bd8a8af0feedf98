"""A clock that was set back, or ahead: nothing breaks, and nothing that was kept misleads."""

from __future__ import annotations

import datetime
import itertools
import json
import os
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import followlint.analysis.draft
import followlint.commands.check
import followlint.keeping
from followlint.cli import main
from followlint.linter import Linter
from followlint.mail import read_bytes

DAYS = ["0001-01-01", "1970-01-01", "2026-05-12", "9999-12-31"]
ODD = [*DAYS, "0001-01-01 00:00 +1400", "9999-12-31 23:59 -1400"]
DATES = ["Mon, 01 Jan 0001 00:00:00 +1400", "Fri, 31 Dec 9999 23:59:00 -1400", "Tue, 12 May 99999"]
#: A thank-you that goes out when it is checked: whether it is late hangs on the day.
DRAFT = (
    "Subject: Interview\nKind: thank-you\nInterview-Date: 2026-05-12\n\n"
    "Dear Ana,\n\nThank you for the tour on Tuesday.\n\nBest,\nTom\n"
)
CHECK = ["check", "--isolated", "--select", "FL601", "--output-format", "json"]
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(folder: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def go(*arguments: str) -> tuple[int, str, str]:
        status = main(list(arguments))
        return status, *capsys.readouterr()

    return go


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[datetime.date], None]:
    """Set the day that followlint takes for today."""

    def put(day: datetime.date) -> None:
        class Clock(datetime.date):
            @classmethod
            def today(cls) -> Any:
                return day

        monkeypatch.setattr(followlint.keeping, "date", Clock)
        monkeypatch.setattr(followlint.analysis.draft, "date", Clock)
        fake = SimpleNamespace(date=Clock, datetime=datetime.datetime)
        monkeypatch.setattr(followlint.commands.check, "datetime", fake)

    return put


class TestTheCache:
    @pytest.fixture
    def home(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        path = tmp_path / "cache"
        monkeypatch.setenv("FOLLOWLINT_CACHE_DIR", str(path))
        return path

    def test_what_hangs_on_the_day_is_of_that_day(
        self, home: Path, run: Run, clock: Callable[[datetime.date], None]
    ) -> None:
        Path("draft.txt").write_text(DRAFT)
        said = []
        for day in (13, 20, 13, 12, 20):
            clock(datetime.date(2026, 5, day))
            status, out, err = run(*CHECK, "draft.txt")
            assert err == ""
            said.append((status, [item["message"] for item in json.loads(out)]))
            assert (status, out, err) == run(*CHECK, "--no-cache", "draft.txt")
        on_time, late = said[0], said[1]
        assert on_time == (0, [])
        assert late[0] == 1
        assert said == [on_time, late, on_time, on_time, late]

    @pytest.mark.skipif(os.name == "nt", reason="times of POSIX")
    def test_entries_from_the_future_and_the_past(self, home: Path, run: Run) -> None:
        """Whatever time a file bears, it is what stands in it that counts."""
        Path("draft.txt").write_text(DRAFT)
        expected = run(*CHECK, "--now", "2026-05-20", "draft.txt")
        for moment in (2**33, 0, -(2**31)):
            for path in [*home.rglob("*"), home, Path("draft.txt")]:
                os.utime(path, (moment, moment))
            assert run(*CHECK, "--now", "2026-05-20", "draft.txt") == expected
            assert run(*CHECK, "--now", "2026-05-13", "draft.txt") == (0, "[]\n", "")
            expected_again = run(*CHECK, "--now", "2026-05-20", "draft.txt")
            assert expected_again == expected


@pytest.mark.parametrize("kind", ["thank-you", "follow-up", "rejection-reply"])
def test_timing_on_any_day(kind: str, linter: Linter) -> None:
    """Drafts whose days are in any order, from the first day that there is to the last one."""
    for interview, decision, sent in itertools.product(ODD, DAYS, ODD):
        head = f"Kind: {kind}\nInterview-Date: {interview}\nDecision-Date: {decision}\nSent: {sent}"
        draft = f"Subject: A\n{head}\n\nDear Ana,\n\nAny news by 31 December, or next Friday?\n"
        email = read_bytes("draft.txt", draft.encode())
        report = linter.lint_email(email)
        assert report.failures == ()


def test_messages_of_any_day(linter: Linter) -> None:
    for date in DATES:
        head = f"Date: {date}\nSubject: A\nX-Followlint-Interview-Date: 2026-05-12\n"
        draft = f"{head}\nDear Ana,\n\nThank you for the tour on Tuesday, 12 May.\n"
        assert linter.lint_email(read_bytes("draft.eml", draft.encode())).failures == ()


def applications(folder: Path) -> None:
    """Write messages of one application, of which none, some or all are still to come."""
    for number, day in enumerate(DAYS):
        (folder / f"{number}.txt").write_text(
            f"Subject: A\nKind: follow-up\nCompany: Redwood {number % 2}\n"
            f"Interview-Date: {day}\nSent: {day}\n\nDear Ana,\n\nIs there any news?\n"
        )
    for number, date in enumerate(DATES):
        (folder / f"{number}.eml").write_text(
            f"Date: {date}\nFrom: tom@example.org\nTo: ana@example.org\nSubject: A\n"
            "X-Followlint-Interview-Date: 2026-05-12\n\nDear Ana,\n\nThank you for the tour.\n"
        )


@pytest.mark.parametrize("day", DAYS)
def test_status_on_any_day(day: str, folder: Path, run: Run) -> None:
    applications(folder)
    status, out, err = run("status", "--isolated", "--now", day, ".")
    assert (status, err) == (0, "")
    assert "Redwood" in out


def test_status_before_anything_was_sent(run: Run) -> None:
    """What the drafts tell is of the future: nothing is due, let alone overdue."""
    Path("draft.txt").write_text(DRAFT.replace("Kind", "Company: Redwood\nKind"))
    options = ("--isolated", "--output-format", "json", "--now")
    (before,) = json.loads(run("status", *options, "2020-01-01", "draft.txt")[1])
    assert before["status"] == "ahead"
    (later,) = json.loads(run("status", *options, "2026-06-30", "draft.txt")[1])
    assert later["status"] == "overdue"


@pytest.mark.parametrize("interview", ODD)
def test_when_on_any_day(interview: str, run: Run) -> None:
    for decision in DAYS:
        status, out, err = run("when", "--interview", interview, "--decision", decision)
        if status:
            assert (status, out, err.count("\n")) == (2, "", 1)
        else:
            assert err == ""
