"""YAML as nodes and events; the only importer of yaml.

The YAML is composed, not loaded: loading would turn `no` into False, `1.10` into 1.1, and let a
repeated key win in silence.
"""

from __future__ import annotations

import re
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
#: How deep a data file may be nested; ours go to 8.
_DEEPEST = 50
#: What a line must begin with to be nested deeper without brackets.
_INDENTED = re.compile(r"^[ \t?:-]{51}", re.MULTILINE)


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


def composed(path: Path, *, sound: bool = False) -> Node:
    """Return the only document of a file, maybe known to be `sound`; raises `SchemaError`."""
    try:
        text = path.read_text(encoding="utf-8")
        if not sound and _may_be_deep(text) and _depth(text) > _DEEPEST:
            raise SchemaError(path, None, "lists and mappings within one another without end")
        node = yaml.compose(text, Loader=_LOADER)
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


def _may_be_deep(text: str) -> bool:
    """Tell whether the parser must be asked, which costs a third of the reading of a file."""
    return text.count("[") + text.count("{") > _DEEPEST or bool(_INDENTED.search(text))


def _depth(text: str) -> int:
    """Return how deep a text is nested. Composing what is too deep ends the whole process."""
    now = deepest = 0
    for event in yaml.parse(text, Loader=_LOADER):
        now += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
        deepest = max(deepest, now)
        if deepest > _DEEPEST:
            break
    return deepest


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
