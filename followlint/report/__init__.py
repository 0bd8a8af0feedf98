"""Reports: one short module a format. `FORMATS` is the whole registry."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from followlint.linter import Report
from followlint.report import full, json, text

FORMATS: dict[str, Callable[[Sequence[Report]], str]] = {
    "text": text.render,
    "full": full.render,
    "json": json.render,
}

__all__ = ["FORMATS"]
