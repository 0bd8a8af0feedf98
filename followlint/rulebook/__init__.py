"""Finds, reads and chooses rules; knows where the shipped ones are.

A folder of rules holds one YAML file a rule, and beside them `lexicons/`: words and contexts that
the rules share. A user's folder may lean on the shipped lexicons and add its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from followlint.rulebook.book import Rulebook
from followlint.rulefiles import RulebookError, shipped

__all__ = ["Rulebook", "RulebookError", "read_rulebook", "shipped"]


def read_rulebook(extra: Iterable[Path] = (), *, compiled: bool = False) -> Rulebook:
    """Read the shipped rules and those in the `extra` folders; see `reading.read_rulebook`."""
    # Whoever has rules from the cache spares the YAML library and the schema.
    from followlint.rulebook.reading import read_rulebook as read

    return read(extra, compiled=compiled)
