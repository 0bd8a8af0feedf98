"""When to send what, as a table and as a calendar: behind `followlint when`."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import NAMESPACE_DNS, uuid5

from followlint import icalendar
from followlint.analysis.timing import Plan, Window
from followlint.analysis.timing import plan as times
from followlint.analysis.workdays import Workdays
from followlint.errors import FollowlintError
from followlint.mail import Moment

_HEAD = ("message", "earliest", "best", "latest")


class WhenError(FollowlintError):
    """Dates from which no times follow; the message says why."""


@dataclass(frozen=True)
class Advice:
    """When to send one message, and what to mind."""

    message: str
    window: Window
    note: str


def advice(
    interview: Moment, decision: Moment | None = None, workdays: Workdays | None = None
) -> list[Advice]:
    """Return when to send each message after an interview; raises `WhenError`.

    Days are counted by `workdays`, from Monday to Friday by default.
    """
    try:
        found: Plan = times(interview, decision, workdays)
    except ValueError as error:
        raise WhenError(str(error)) from None
    waited = "the promised date has passed" if decision else "a week of silence has passed"
    return [
        Advice("thank-you", found.thank_you, "while they remember you"),
        Advice("follow-up", found.follow_up, f"once {waited}"),
        Advice("second follow-up", found.second, "only if nobody answered; make it your last"),
    ]


def table(rows: list[Advice]) -> str:
    """Return the advice as a table in plain text."""
    cells = [_HEAD, *(tuple(_cells(row)) for row in rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = (
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in cells
    )
    notes = (f"{row.message}: {row.note}" for row in rows)
    return "\n".join([*lines, "", *notes]) + "\n"


def appointments(rows: list[Advice], stamp: datetime) -> str:
    """Return the best times as the text of a calendar file; `stamp` is when it is written."""
    return icalendar.calendar((_appointment(row, rows[0]) for row in rows), stamp)


def _appointment(row: Advice, first: Advice) -> icalendar.Appointment:
    # One interview has one hour of thanks: its messages are known by that.
    identity = f"{first.window.earliest.isoformat()} {row.message}"
    name = row.message[0].upper() + row.message[1:]
    return icalendar.Appointment(
        f"{uuid5(NAMESPACE_DNS, identity)}@followlint",
        row.window.best,
        f"{name} after the interview",
        f"Not before {_said(row.window.earliest)}, not after {_said(row.window.latest)}; "
        f"{row.note}.",
    )


def _cells(row: Advice) -> Iterator[str]:
    yield row.message
    yield from map(_said, (row.window.earliest, row.window.best, row.window.latest))


def _said(moment: datetime) -> str:
    zone = f"{moment:%z}"
    day = calendar.day_abbr[moment.weekday()]
    return f"{day} {moment.date()} {moment:%H:%M}{zone and f' {zone}'}"
