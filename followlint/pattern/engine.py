"""Compiles regular expressions in linear time and bounded memory; the only importer of re2."""

from __future__ import annotations

import contextlib
import re
from typing import Any

import re2

#: Bytes that an automaton may take; budgets, not allocations. One pattern's should be small and
#: begin anew when it is full, since thousands are kept. With less than some hundred bytes for each
#: of its characters, re2 would take a way that is hundreds of times slower.
_SMALL, _PER_CHARACTER, _LARGE = 512 << 10, 600, 512 << 20
#: What rule authors mark as the place that a finding points at.
MARKED = re.compile(r"<([^<>]+)>")


class PatternError(ValueError):
    """A pattern that cannot be compiled; the message says why."""


def with_mark(pattern: str) -> str:
    """Return the pattern with its marked stretch, `<…>`, as a group called "mark"."""
    return MARKED.sub(r"(?P<mark>\1)", pattern)


def _options(max_mem: int) -> Any:
    options = re2.Options()
    options.log_errors = False  # we raise; re2 would also print
    options.max_mem = max_mem
    return options


def compiled(pattern: str) -> Any:
    """Compile a pattern that stands for what it says; raises `PatternError` where it is none."""
    with contextlib.suppress(re2.error):
        return re2.compile(pattern, _options(max(_SMALL, _PER_CHARACTER * len(pattern))))
    try:
        return re2.compile(pattern, _options(_LARGE))
    except re2.error as error:
        detail = error.args[0]
        raise PatternError(detail.decode() if isinstance(detail, bytes) else str(detail)) from None
