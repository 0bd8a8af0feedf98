"""Weeks and days off that are not Monday to Friday, from the configuration to whatever counts."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from followlint.analysis.workdays import Workdays
from followlint.config import ConfigError, overridden, read_config
from followlint.globs import placed

Invoke = Callable[..., Any]

SUNDAY_TO_THURSDAY = 'workdays = ["sunday", "monday", "tuesday", "wednesday", "thursday"]\n'
#: Thursday's talk is answered on Sunday where that is the next day at work.
THANKS = """\
Subject: The lock keeper's job
To: Salma Haddad <salma@canal.example>
Company: Canal Trust
Kind: thank-you
Interview-Date: 2026-05-14 10:00
Date: 2026-05-17 10:30

Dear Salma,

Thank you for the walk along the sluices on Thursday.
"""
ASKING = """\
Subject: The lock keeper's job
To: Salma Haddad <salma@canal.example>
Company: Canal Trust
Kind: follow-up
Interview-Date: 2026-05-20
Date: 2026-05-27

Dear Salma,

Is there any news about the lock keeper's job?
"""


def write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        (folder / name.replace("_", ".")).write_text(text, encoding="utf-8")


def test_names_and_days() -> None:
    days = Workdays.named(["sunday", "monday"], ["2026-05-25", "12-25", "02-29"])
    assert days == Workdays(
        frozenset({1, 2, 3, 4, 5}), frozenset({date(2026, 5, 25)}), frozenset({(12, 25), (2, 29)})
    )
    assert Workdays.named(**days.plain()) == days
    assert Workdays.named() == Workdays() == Workdays.named(**Workdays().plain())
    assert not days.has(date(2028, 12, 25))
    assert days.has(date(2028, 12, 24))


@pytest.mark.parametrize(
    "day", ["25.12.", "2026-02-30", "13-01", "20260525", "2026-W01-1", "", "1"]
)
def test_no_day_at_all(day: str) -> None:
    with pytest.raises(ValueError, match="is no day"):
        Workdays.named(holidays=[day])


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('workdays = "monday"', "'workdays' should be a list"),
        ("workdays = []", "without a workday"),
        ("workdays = [1]", "list of strings"),
        ('workdays = ["Sundey"]', "'Sundey' is no day of the week; known are: monday, tuesday"),
        ('holidays = ["Easter"]', "'Easter' is no day; write it as 2026-05-25"),
        ("holidays = [25]", "list of days"),
        ("holidays = [2026-05-25T09:00:00]", "list of days"),
        ("holidays = 2026-05-25", "'holidays' should be a list"),
    ],
)
def test_what_means_nothing_is_said(line: str, says: str, folder: Path, invoke: Invoke) -> None:
    write(folder, followlint_toml=f"{line}\n", a_txt=THANKS)
    for command in (
        ("check", "a.txt"),
        ("when", "--interview", "2026-05-14"),
        ("status", "a.txt"),
    ):
        status, _, err = invoke(*command)
        assert status == 2
        assert "followlint.toml" in err
        assert says in err
        assert "Traceback" not in err


def test_dates_may_be_tomls_own(folder: Path) -> None:
    write(folder, followlint_toml='holidays = [2026-05-25, "2026-05-26", "12-25"]\n')
    config = read_config(folder / "followlint.toml")
    assert config.holidays == ("2026-05-25", "2026-05-26", "12-25")
    assert config.working.after(date(2026, 5, 22)) == date(2026, 5, 27)


def test_a_thank_you_after_the_weekend_there(folder: Path, invoke: Invoke) -> None:
    write(folder, a_txt=THANKS)
    assert (
        "a.txt:6:7: FL601 this thank-you goes out three days"
        in invoke("check", "--select", "FL6", "a.txt")[1]
    )
    write(folder, followlint_toml=SUNDAY_TO_THURSDAY)
    assert invoke("check", "--select", "FL6", "a.txt") == (0, "", "")


def test_a_follow_up_in_a_week_with_days_off(folder: Path, invoke: Invoke) -> None:
    write(folder, a_txt=ASKING)
    assert invoke("check", "--select", "FL6", "a.txt") == (0, "", "")
    write(folder, followlint_toml='holidays = ["05-25"]\n')
    status, out, _ = invoke("check", "--select", "FL6", "a.txt")
    assert (status, out.split()[1]) == (1, "FL602")
    # A question of one's own has its week, too; and drafts are compared by what each was told.
    again = ASKING.replace("Date: 2026-05-27", "Date: 2026-06-03")
    write(folder, b_txt=again, followlint_toml='holidays = ["05-25", "06-01"]\n')
    _, out, _ = invoke("check", "--select", "FL602", "a.txt", "b.txt")
    assert "b.txt:6:7: FL602 it is early to ask: you wrote on Wednesday, 27 May 2026" in out


def test_what_is_kept_between_runs_knows_the_days(
    folder: Path, invoke: Invoke, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOLLOWLINT_CACHE_DIR", str(folder / "cache"))
    write(folder, a_txt=THANKS, b_txt=ASKING)
    run = ("check", "--select", "FL6", "a.txt", "b.txt")
    before = invoke(*run)
    write(folder, followlint_toml=SUNDAY_TO_THURSDAY)
    after = invoke(*run)
    assert "FL601" in before.out
    assert "FL601" not in after.out
    assert invoke(*run) == after


def test_paths_may_have_days_of_their_own(folder: Path) -> None:
    write(
        folder,
        followlint_toml='holidays = ["01-06"]\n[[overrides]]\nfiles = ["gulf/"]\n'
        + SUNDAY_TO_THURSDAY,
    )
    (folder / "gulf").mkdir()
    config = read_config(folder / "followlint.toml")
    assert config.working.has(date(2026, 5, 15))
    there = overridden(config, placed(folder / "gulf" / "a.txt")).working
    assert not there.has(date(2026, 5, 15))
    assert there.has(date(2026, 5, 17))
    assert not there.has(date(2026, 1, 6))


def test_a_file_that_extends_has_its_own_list(folder: Path) -> None:
    write(
        folder,
        base_toml='holidays = ["01-06"]\n' + SUNDAY_TO_THURSDAY,
        followlint_toml='extend = "base.toml"\nholidays = ["12-25"]\n',
    )
    config = read_config(folder / "followlint.toml")
    assert config.holidays == ("12-25",)
    assert len(config.workdays) == 5
    write(folder, followlint_toml='extend = "base.toml"\nworkdays = ["fri"]\n')
    with pytest.raises(ConfigError, match="no day of the week"):
        read_config(folder / "followlint.toml")


def test_when_asks_the_configuration(folder: Path, invoke: Invoke) -> None:
    asked = ("when", "--interview", "2026-05-14 15:00")
    plain = invoke(*asked).out
    write(folder, gulf_toml=SUNDAY_TO_THURSDAY)
    assert invoke(*asked).out == plain
    there = invoke(*asked, "--config", "gulf.toml").out
    assert (
        "thank-you         Thu 2026-05-14 17:00  Sun 2026-05-17 09:00  Sun 2026-05-17 16" in there
    )
    write(folder, followlint_toml=SUNDAY_TO_THURSDAY)
    assert invoke(*asked).out == there
    assert invoke(*asked, "--isolated").out == plain
    assert invoke(*asked, "--config", "gone.toml").status == 2


def test_status_asks_the_configuration(folder: Path, invoke: Invoke) -> None:
    write(folder, a_txt=THANKS)

    def step(*options: str) -> str:
        out = invoke("status", "--output-format", "json", "--now", "2026-05-18", *options, ".").out
        return str(json.loads(out)[0]["next"]["earliest"])

    assert step() == "2026-05-21T09:00:00"
    write(folder, followlint_toml='holidays = ["2026-05-20"]\n')
    assert step() == "2026-05-22T09:00:00"
    assert step("--isolated") == "2026-05-21T09:00:00"
