from __future__ import annotations

from datetime import datetime, timezone
from pathlib import Path

import pytest

from followlint.cli import main
from followlint.mail.dates import moment_of
from followlint.when import WhenError, advice, appointments, table

STAMP = datetime(2026, 5, 1, 12, 0, tzinfo=timezone.utc)

TABLE = """\
message           earliest              best                  latest
thank-you         Fri 2026-05-15 18:00  Mon 2026-05-18 09:00  Mon 2026-05-18 17:00
follow-up         Fri 2026-05-22 09:00  Mon 2026-05-25 09:00  Fri 2026-05-29 18:00
second follow-up  Mon 2026-06-01 09:00  Wed 2026-06-03 09:00  Mon 2026-06-15 18:00

thank-you: while they remember you
follow-up: once a week of silence has passed
second follow-up: only if nobody answered; make it your last
"""


def test_the_table() -> None:
    assert table(advice(moment_of("2026-05-15 16:00"))) == TABLE


def test_a_zone_is_shown_where_there_is_one() -> None:
    found = table(advice(moment_of("2026-05-15 16:00 -0400"), moment_of("2026-05-22")))
    assert "Mon 2026-05-18 09:00 -0400" in found
    assert "once the promised date has passed" in found


def test_what_cannot_be_is_said() -> None:
    with pytest.raises(WhenError, match="before the interview"):
        advice(moment_of("2026-05-15"), moment_of("2026-05-14"))


def uids(text: str) -> list[str]:
    return [line for line in text.split("\r\n") if line.startswith("UID:")]


def test_three_appointments_that_are_known_again() -> None:
    interview = moment_of("2026-05-15 16:00")
    found = appointments(advice(interview), STAMP)
    later = appointments(advice(interview, moment_of("2026-06-01")), STAMP)
    assert len(set(uids(found))) == 3
    assert uids(found) == uids(later)
    assert uids(found) != uids(appointments(advice(moment_of("2026-05-15 17:00")), STAMP))
    assert "DTSTART:20260518T090000\r\n" in found


def test_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["when", "--interview", "Friday, 15 May 2026 at 4 pm"]) == 0
    assert capsys.readouterr().out == TABLE


def test_a_calendar_is_written_whole_with_its_line_breaks(tmp_path: Path) -> None:
    file = tmp_path / "times.ics"
    file.write_text("old")
    assert main(["when", "--interview", "2026-05-15 16:00", "--ics", str(file)]) == 0
    data = file.read_bytes()
    assert data.startswith(b"BEGIN:VCALENDAR\r\n")
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert data.count(b"\n") == data.count(b"\r\n")
    assert [path.name for path in tmp_path.iterdir()] == ["times.ics"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([], "--interview"),
        (["--interview", "soon"], "“soon” is no date"),
        (["--interview", "03/04/2026"], "may be"),
        (["--interview", "2026-05-12", "--decision", "2026-02-30"], "no 30 February"),
        (["--interview", "2026-05-12", "--decision", "2026-05-01"], "before the interview"),
        (["--interview", "9999-12-31"], "end of the calendar"),
        (["--interview", "2026-05-12", "--ics", "gone/x.ics"], "cannot be written"),
    ],
)
def test_bad_dates_are_a_message_and_status_2(
    arguments: list[str],
    says: str,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["when", *arguments]) == 2
    output = capsys.readouterr()
    assert says in output.err
    assert "Traceback" not in output.err
    assert output.out == ""
