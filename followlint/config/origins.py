"""Which key a section of a configuration gives, and as what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from followlint.config.model import Origin


def given(path: Path, section: Mapping[str, Any], table: str = "") -> Iterator[tuple[str, Origin]]:
    """Yield what a section gives, the keys in its tables by their whole names."""
    for key, value in section.items():
        # A rule's options are tables in a table; what those hold is a single option's value.
        depth = 2 if table.startswith("rules.") else 1
        if isinstance(value, dict) and table.count(".") < depth:
            yield from given(path, value, f"{table}{key}.")
        else:
            name = "rules.folders" if (table, key) == ("", "rules") else table + key
            yield name, Origin(path, value)
