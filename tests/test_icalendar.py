from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followlint.icalendar import Appointment, calendar

STAMP = datetime(2026, 5, 1, 12, 0, tzinfo=timezone.utc)
START = datetime(2026, 5, 13, 9, 0)


def lines(*appointments: Appointment) -> list[str]:
    return calendar(appointments, STAMP).split("\r\n")


def unfolded(text: str) -> list[str]:
    return re.sub(r"\r\n[ \t]", "", text).split("\r\n")


def test_a_calendar_begins_and_ends() -> None:
    found = lines()
    assert found[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert found[2].startswith("PRODID:-//followlint//")
    assert found[3:] == ["END:VCALENDAR", ""]


def test_an_event_has_what_the_standard_asks_for() -> None:
    found = lines(Appointment("1@x", START, "Write", "To Ana"))
    for line in (
        "UID:1@x",
        "DTSTAMP:20260501T120000Z",
        "DTSTART:20260513T090000",
        "DTEND:20260513T091500",
        "SUMMARY:Write",
        "DESCRIPTION:To Ana",
    ):
        assert line in found
    assert found.index("BEGIN:VEVENT") < found.index("BEGIN:VALARM")
    assert found.index("END:VALARM") < found.index("END:VEVENT")


def test_a_time_with_a_zone_is_written_as_utc() -> None:
    east = timezone(timedelta(hours=2))
    found = lines(Appointment("1@x", START.replace(tzinfo=east), "", ""))
    assert "DTSTART:20260513T070000Z" in found


def test_an_early_year_has_four_digits() -> None:
    found = lines(Appointment("1@x", datetime(987, 5, 13, 9, 0), "", ""))
    assert "DTSTART:09870513T090000" in found


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a, b; c", r"a\, b\; c"),
        ("one\ntwo\r\nthree", r"one\ntwo\nthree"),
        ("C:\\n", r"C:\\n"),
    ],
)
def test_escapes(text: str, written: str) -> None:
    assert f"SUMMARY:{written}" in lines(Appointment("1@x", START, text, ""))


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=300))
def test_lines_are_folded_between_characters_and_come_back_whole(text: str) -> None:
    written = calendar([Appointment("1@x", START, "Write", text)], STAMP)
    pieces = written.encode().split(b"\r\n")
    assert max(map(len, pieces)) <= 75
    for piece in pieces:
        piece.decode()
    escaped = re.sub(r"([\\;,])", r"\\\1", text)
    assert f"DESCRIPTION:{escaped}" in unfolded(written)
