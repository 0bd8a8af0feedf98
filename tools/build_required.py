"""Prints followlint/required/shipped.tsv: the words that the shipped patterns require.

usage: python tools/build_required.py   (part of `make reference`)

A line is a digest of a pattern in full, its lexicons put in, and the words of which each of its
matches holds one; none where there are none such.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from followlint.pattern import Pattern
from followlint.required import table_of
from followlint.rulebook import read_rulebook


def patterns(thing: object) -> Iterator[Pattern]:
    """Yield the patterns in rules and all that they are made of."""
    if isinstance(thing, Pattern):
        yield from (thing, *thing.parts)
    elif isinstance(thing, (list, tuple)):
        for value in thing:
            yield from patterns(value)
    elif isinstance(thing, Mapping):
        yield from patterns(tuple(thing.values()))
    elif type(thing).__module__.startswith("followlint."):
        yield from patterns(getattr(thing, "__dict__", {}))


def main() -> None:
    found = {pattern.expanded: pattern for pattern in patterns(read_rulebook())}
    print(table_of((full, one.work_out_required()) for full, one in found.items()), end="")


if __name__ == "__main__":
    main()
