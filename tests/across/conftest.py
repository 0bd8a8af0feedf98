"""Letters for the tests, made by hand or read from text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from followlint.across import Letter, letter_of
from followlint.analysis import Draft
from followlint.mail import Kind, Moment, Value
from followlint.mail.dates import moment_of

TODAY = date(2026, 7, 1)


@pytest.fixture(scope="session")
def letter() -> Callable[..., Letter]:
    """Fields in plain words -> a letter: dates as text, `sent` left out for none of its own."""

    def make(sent: str = "", **fields: Any) -> Letter:
        for name in ("interview", "decision"):
            if name in fields:
                fields[name] = Value(moment_of(fields[name]))
        if "earlier" in fields:
            fields["earlier"] = tuple(Value(moment_of(day)) for day in fields["earlier"].split())
        for name in ("readers", "people", "answers"):
            if isinstance(fields.get(name), str):
                fields[name] = tuple(part.strip() for part in fields[name].split(","))
        fields.setdefault("names", tuple(n.title() for n in fields.get("people", ())))
        moment = moment_of(sent) if sent else Moment(TODAY)
        return Letter(fields.pop("kind", Kind.FOLLOW_UP), moment, bool(sent), **fields)

    return make


@pytest.fixture(scope="session")
def letter_from(draft_of: Callable[..., Draft]) -> Callable[[str], Letter]:
    """The text of a draft -> its letter."""
    return lambda text: letter_of(draft_of(text, None, None, today=TODAY))
