"""Nodes of YAML: made of plain values, and named for people."""

from __future__ import annotations

from followlint.schema.documents import MappingNode, Node, ScalarNode, SequenceNode


def node_of(value: object) -> Node:
    """Return a plain value as if it had been read from YAML, so that one schema judges both."""
    if isinstance(value, dict):
        pairs = [(node_of(key), node_of(item)) for key, item in value.items()]
        return MappingNode("", pairs)
    if isinstance(value, list | tuple):
        return SequenceNode("", [node_of(item) for item in value])
    return ScalarNode("", str(value).lower() if isinstance(value, bool) else str(value))


def shape_of(node: Node) -> str:
    """Return what a node is, as an error says it."""
    if isinstance(node, SequenceNode):
        return "list"
    return "mapping" if isinstance(node, MappingNode) else "single value"
