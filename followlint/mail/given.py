"""What is known around many emails and stands in none of them: the context of a configuration."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from typing import Any

from followlint.mail.context import Context, Value, context_of
from followlint.mail.headers import Header
from followlint.text import Span

#: The headers of a draft that may be given for many at once.
GIVEN = ("Company", "Role", "Interviewer", "Interview-Date", "Decision-Date", "Sent")


def given_context(values: Mapping[str, Sequence[str]]) -> Context:
    """Read values as headers of those names (of `GIVEN`) are read; each may be given repeatedly.

    Nothing in it has a span. Raises `ValueError` for the first value that cannot be understood.
    """
    text, headers = "", []
    for name, items in values.items():
        for item in items:
            headers.append(Header(name, item, Span(len(text), len(text) + len(item))))
            text += f"{item}\n"
    context = context_of(text, headers)
    if context.problems:
        raise ValueError(context.problems[0].says)
    placeless = {f.name: _placeless(getattr(context, f.name)) for f in dataclasses.fields(context)}
    return Context(**placeless)


def _placeless(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(_placeless(item) for item in value)
    return Value(value.value) if isinstance(value, Value) else value
