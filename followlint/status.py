"""How each application stands, as a table and as JSON: behind `followlint status`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any

from followlint.across.letter import Letter
from followlint.across.standing import standings
from followlint.across.states import Standing, State
from followlint.safe import shown

_HEAD = ("application", "interviewed", "thanked", "follow-ups", "answered", "status", "next")
_URGENCY = list(State)


class Board:
    """The applications that letters tell of, the most pressing first."""

    def __init__(self, letters: Sequence[tuple[str, Letter]], now: datetime) -> None:
        """Take the letters with the names of their files; `now` has no zone."""
        told = sorted(letters, key=lambda item: item[0])
        self._files = [name for name, _ in told]
        found = standings([letter for _, letter in told], now)
        self.rows = sorted(found, key=lambda row: (_URGENCY.index(row.state), self._title(row)))

    def table(self) -> str:
        """Return a table in plain text, a line for each application."""
        if not self.rows:
            return "no applications here: a draft names its company, its reader or an interview\n"
        cells = [_HEAD, *(tuple(map(shown, self._cells(row))) for row in self.rows)]
        widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
        return "".join(
            "  ".join(cell.ljust(n) for cell, n in zip(line, widths, strict=True)).rstrip() + "\n"
            for line in cells
        )

    def json(self) -> str:
        """Return an array of objects; dates are those of ISO 8601, null where there is none."""
        return json.dumps([self._plain(row) for row in self.rows], indent=2) + "\n"

    def _title(self, row: Standing) -> str:
        people = ", ".join(row.people)
        if row.company:
            return f"{row.company} ({people})" if people else row.company
        return people or self._files[row.letters[0]]

    def _cells(self, row: Standing) -> Iterator[str]:
        yield self._title(row)
        yield from map(_day, (row.interviewed, row.thanked))
        yield str(len(row.followed_up) or "-")
        yield _day(row.answered)
        yield f"{row.state.value}: {row.ended}" if row.ended else row.state.value
        yield _next(row)

    def _plain(self, row: Standing) -> dict[str, Any]:
        window = row.step.window if row.step else None
        return {
            "company": row.company or None,
            "role": row.role or None,
            "people": list(row.people),
            "status": row.state.value,
            "ended": row.ended or None,
            "interviewed": _iso(row.interviewed),
            "thanked": _iso(row.thanked),
            "followed_up": [_iso(day) for day in row.followed_up],
            "answered": _iso(row.answered),
            "next": {
                "message": row.step.message,
                "earliest": window.earliest.isoformat(),
                "best": window.best.isoformat(),
                "latest": window.latest.isoformat(),
            }
            if row.step and window
            else None,
            "files": [self._files[number] for number in row.letters],
            "drafts": [self._files[number] for number in row.drafts],
        }


def _next(row: Standing) -> str:
    if row.step is None:
        return "-"
    window = row.step.window
    if row.state is State.OVERDUE:
        return f"{row.step.message}, since {window.latest:%a %Y-%m-%d %H:%M}"
    if row.state is State.DUE:
        return f"{row.step.message}, until {window.latest:%a %Y-%m-%d %H:%M}"
    return f"{row.step.message}, from {window.earliest:%a %Y-%m-%d %H:%M}"


def _day(day: date | None) -> str:
    return _iso(day) or "-"


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
