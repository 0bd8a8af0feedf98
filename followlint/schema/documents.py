"""YAML as nodes and events; the only importer of yaml.

The YAML is composed, not loaded: loading would turn `no` into False, `1.10` into 1.1, and let a
repeated key win in silence.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml
from yaml import MappingNode, Node, ScalarNode, SequenceNode
from yaml.events import (
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
)

from followlint.errors import FollowlintError
from followlint.text import fold

__all__ = [
    "CollectionEndEvent",
    "CollectionStartEvent",
    "DocumentEndEvent",
    "DocumentStartEvent",
    "Event",
    "FlatError",
    "MappingNode",
    "MappingStartEvent",
    "Node",
    "NodeEvent",
    "ScalarEvent",
    "ScalarNode",
    "SchemaError",
    "SequenceNode",
    "composed",
    "parsed",
]

#: libyaml's parser where PyYAML was built with it: four times faster on our rules.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class SchemaError(FollowlintError):
    """A data file that is not as it should be: `path:row:column: what is wrong`."""

    def __init__(self, path: Path, node: Node | None, problem: str) -> None:
        mark = node.start_mark if node else None
        row, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        self.problem = problem
        super().__init__(f"{path}:{row}:{column}: {problem}")


class FlatError(ValueError):
    """YAML that is not flat: what is wrong, and the code point where it goes wrong."""

    def __init__(self, problem: str, offset: int) -> None:
        super().__init__(problem)
        self.offset = offset


def composed(path: Path) -> Node:
    """Return the only document of a file; raises `SchemaError`."""
    try:
        node = yaml.compose(path.read_text(encoding="utf-8"), Loader=_LOADER)
    except OSError as error:
        raise SchemaError(path, None, f"cannot be read: {error.strerror or error}") from None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        at = Node("", None, mark, mark) if mark else None
        raise SchemaError(path, at, f"not YAML: {error.problem or error.context}") from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise SchemaError(path, None, f"not YAML: {fold(str(error))}") from None
    if node is None:
        raise SchemaError(path, None, "the file is empty")
    return node


def parsed(text: str) -> Iterator[Event]:
    """Yield the events of a text, from which nothing is built; raises `FlatError`."""
    try:
        yield from yaml.parse(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = error.problem or error.context
        raise FlatError(f"not YAML: {problem}", mark.index if mark else 0) from None
    except (yaml.YAMLError, UnicodeError) as error:
        raise FlatError(f"not YAML: {fold(str(error))}", 0) from None
