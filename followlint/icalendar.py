"""Appointments -> an iCalendar file (RFC 5545), which every calendar program takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

from followlint import __version__

#: Longer lines are folded: octets without the line break (RFC 5545, 3.1).
_LINE = 75
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


@dataclass(frozen=True)
class Appointment:
    """Something to do at a time; without a zone it is that of whoever reads the calendar.

    `uid` is the same whenever the same appointment is written, so that a second import replaces
    the first.
    """

    uid: str
    start: datetime
    summary: str
    description: str
    length: timedelta = timedelta(minutes=15)


def calendar(appointments: Iterable[Appointment], stamp: datetime) -> str:
    """Return the text of a calendar file; `stamp`, with a zone, is when it is written."""
    product = f"-//followlint//followlint {__version__}//EN"
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{product}"]
    for appointment in appointments:
        lines += _event(appointment, stamp)
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _event(appointment: Appointment, stamp: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_escaped(appointment.uid)}"
    yield f"DTSTAMP:{_written(stamp)}"
    yield f"DTSTART:{_written(appointment.start)}"
    yield f"DTEND:{_written(appointment.start + appointment.length)}"
    yield f"SUMMARY:{_escaped(appointment.summary)}"
    yield f"DESCRIPTION:{_escaped(appointment.description)}"
    yield "TRANSP:TRANSPARENT"  # writing a line keeps nobody from a meeting
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield f"DESCRIPTION:{_escaped(appointment.summary)}"
    yield "TRIGGER:PT0S"
    yield "END:VALARM"
    yield "END:VEVENT"


def _written(moment: datetime) -> str:
    """Return a time as UTC; one without a zone floats."""
    if moment.tzinfo is None:
        return moment.isoformat(timespec="seconds").replace("-", "").replace(":", "")
    return _written(moment.astimezone(timezone.utc).replace(tzinfo=None)) + "Z"


def _escaped(text: str) -> str:
    return text.translate(_ESCAPES)


def _folded(line: str) -> str:
    """Cut a line between characters into pieces of at most 75 octets; a blank begins the rest."""
    pieces, piece, size = [], "", 0
    for char in line:
        width = len(char.encode("utf-8", "replace"))
        if size + width > _LINE:
            pieces.append(piece)
            piece, size = " ", 1
        piece += char
        size += width
    return "\r\n".join([*pieces, piece])
