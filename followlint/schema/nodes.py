"""Nodes of YAML: made of plain values, and named for people."""

from __future__ import annotations

from followlint.schema.documents import MappingNode, Node, ScalarNode, SequenceNode

#: Begins the tag of a scalar that was made of a plain value; its type's name follows.
_PLAIN = "plain:"
#: What people call a scalar of a type, and the types of plain values that it may be made of.
_SCALARS = {
    str: ("a string", ("str",)),
    int: ("a whole number", ("int",)),
    float: ("a number", ("int", "float")),
    bool: ("true or false", ("bool",)),
}


def node_of(value: object) -> Node:
    """Return a plain value as if it had been read from YAML, so that one schema judges both."""
    if isinstance(value, dict):
        pairs = [(node_of(key), node_of(item)) for key, item in value.items()]
        return MappingNode("", pairs)
    if isinstance(value, list | tuple):
        return SequenceNode("", [node_of(item) for item in value])
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return ScalarNode(f"{_PLAIN}{type(value).__name__}", text)


def fits(scalar: ScalarNode, wanted: type) -> bool:
    """Tell whether a scalar may be a string, number or boolean, as `wanted` says.

    YAML does not say what a scalar is, and all of its may; TOML does, and is held to it.
    """
    kind, found, given = str(scalar.tag or "").partition(_PLAIN)
    return bool(kind) or not found or given in _SCALARS[wanted][1]


def called(wanted: type) -> str:
    """Return what people call such a scalar."""
    return _SCALARS[wanted][0]


def shape_of(node: Node) -> str:
    """Return what a node is, as an error says it."""
    if isinstance(node, SequenceNode):
        return "list"
    return "mapping" if isinstance(node, MappingNode) else "single value"
