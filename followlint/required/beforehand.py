"""What the shipped patterns require, worked out beforehand: it takes half a second and more.

`tools/build_required.py` writes the table. A pattern is known in it by a digest of all that it
stands for, lexicons included: what has changed since is not found, and worked out anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from hashlib import blake2b
from importlib.resources import files

_TABLE = "shipped.tsv"
#: Bytes: of all patterns anybody writes, no two come to the same by chance.
_DIGEST = 8


def table_of(patterns: Iterable[tuple[str, frozenset[str] | None]]) -> str:
    """Return the table for patterns in full, lexicons put in, and the words that they require."""
    rows = {_key(expanded): words for expanded, words in patterns}
    return "".join(f"{key}\t{' '.join(sorted(rows[key] or ()))}\n" for key in sorted(rows))


def required_by(
    expanded: str, work_out: Callable[[], frozenset[str] | None]
) -> frozenset[str] | None:
    """Return what the table says that a pattern in full requires, else what `work_out` returns."""
    try:
        return _table()[_key(expanded)]
    except KeyError:
        return work_out()


@cache
def _table() -> Mapping[str, frozenset[str] | None]:
    text = (files(__package__) / _TABLE).read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines())
    return {key: frozenset(words.split(" ")) if words else None for key, words in rows}


def _key(expanded: str) -> str:
    return blake2b(expanded.encode(), digest_size=_DIGEST).hexdigest()
