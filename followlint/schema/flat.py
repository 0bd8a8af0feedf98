"""Flat YAML: keys that each have a value or a list of values, each with its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from followlint.schema.documents import (
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    Event,
    FlatError,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    parsed,
)

#: How deep what other tools keep in front matter may go.
_DEEPEST = 20


class Scalar(NamedTuple):
    """A single value in YAML: what it says, and the code points that it takes, quotes included."""

    text: str
    start: int
    end: int


def read_flat(text: str) -> list[tuple[Scalar, list[Scalar] | None]]:
    """Read keys that each have a value or a list of values; None where it is something deeper.

    An empty value is an empty list. Nothing is built from the text, so that it cannot grow:
    anchors, aliases and tags are refused. Raises `FlatError`.
    """
    return list(_flat(parsed(text)))


def _flat(events: Iterator[Event]) -> Iterator[tuple[Scalar, list[Scalar] | None]]:
    depth = 0
    key: Scalar | None = None
    values: list[Scalar] | None = None
    seen: set[str] = set()
    for event in events:
        if getattr(event, "anchor", None) or getattr(event, "tag", None):
            raise FlatError("anchors, aliases and tags have no meaning here", _at(event))
        if isinstance(event, DocumentStartEvent) and depth < 0:
            raise FlatError("a second document", _at(event))
        if isinstance(event, DocumentEndEvent):
            depth = -1
        if isinstance(event, CollectionEndEvent):
            depth -= 1
        elif depth == 0 and isinstance(event, NodeEvent):
            if not isinstance(event, MappingStartEvent):
                raise FlatError("expected keys and values", _at(event))
            depth = 1
            continue
        elif depth == 1 and key is None and isinstance(event, NodeEvent):
            if not isinstance(event, ScalarEvent):
                raise FlatError("a key should be a single word", _at(event))
            key, values = _scalar_of(event), []
            if key.text in seen:
                raise FlatError(f"“{key.text}” is given twice", key.start)
            seen.add(key.text)
            continue
        elif isinstance(event, ScalarEvent):
            if values is not None and event.value:
                values.append(_scalar_of(event))
        elif isinstance(event, CollectionStartEvent):
            if depth > 1 or isinstance(event, MappingStartEvent):
                values = None
            depth += 1
            if depth > _DEEPEST:
                raise FlatError("lists and mappings within one another without end", _at(event))
        if depth == 1 and key is not None:
            yield key, values
            key = None


def _scalar_of(event: ScalarEvent) -> Scalar:
    return Scalar(str(event.value), _at(event), event.end_mark.index if event.end_mark else 0)


def _at(event: Event) -> int:
    return event.start_mark.index if event.start_mark else 0
