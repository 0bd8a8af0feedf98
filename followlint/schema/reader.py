"""YAML -> dataclass, strictly.

The fields of the dataclass are the schema: their names are the keys, their types decide what a
scalar becomes, their defaults what may be left out. Unknown and repeated keys, wrong types and
broken patterns are errors with line and column.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from pathlib import Path
from typing import Any, TypeVar

from followlint.pattern import Lexicons, Pattern, PatternError
from followlint.schema.documents import (
    MappingNode,
    Node,
    ScalarNode,
    SchemaError,
    SequenceNode,
    composed,
)
from followlint.schema.layout import layout, unknown
from followlint.schema.nodes import called, fits, node_of, shape_of

T = TypeVar("T")
_BOOLEANS = {"true": True, "false": False}


class Reader:
    """Reads the data files of one folder of rules.

    `named` gives, by type, the objects that a data file may mention by name (check types,
    contexts); `makers` turn a scalar into an object of a type of their own.
    """

    def __init__(
        self,
        lexicons: Lexicons | None = None,
        named: Mapping[type, Mapping[str, Any]] | None = None,
        makers: Mapping[type, Callable[[str], Any]] | None = None,
        *,
        compiled: bool = True,
    ) -> None:
        """Take what the files lean on; nothing is read yet.

        Without `compiled`, patterns are taken to be sound and compiled when first asked.
        """
        self._compiled = compiled
        self._lexicons = lexicons or Lexicons()
        self._named = named or {}
        self._makers = makers or {}
        self._path = Path()

    def read(self, path: Path, target: type[T]) -> T:
        """Read a file as a `target`; raises `SchemaError`."""
        self._path = path
        result: T = self._value(composed(path, sound=not self._compiled), target)
        return result

    def revised(self, thing: T, options: Mapping[str, object]) -> T:
        """Return a dataclass object with some fields given anew, in plain values (of TOML, say).

        Of a mapping only the keys that are given change. Raises `SchemaError`, whose `problem` says
        what is wrong; it has no place.
        """
        hints, fields = layout(type(thing))  # type: ignore[arg-type]
        given: dict[str, Any] = {}
        for name, value in options.items():
            if name not in fields:
                raise self._error(None, unknown(name, fields))
            try:
                given[name] = self._value(node_of(value), hints[name])
            except SchemaError as error:
                raise self._error(None, f"{name!r}: {error.problem}") from None
            if isinstance(given[name], Mapping):
                given[name] = {**getattr(thing, name), **given[name]}
        try:
            changed: T = dataclasses.replace(thing, **given)  # type: ignore[type-var]
        except ValueError as error:
            raise self._error(None, str(error)) from None
        return changed

    def _error(self, node: Node | None, problem: str) -> SchemaError:
        return SchemaError(self._path, node, problem)

    def _value(self, node: Node, wanted: Any) -> Any:
        origin, arguments = typing.get_origin(wanted), typing.get_args(wanted)
        if origin in (types.UnionType, typing.Union):
            return self._value(node, next(a for a in arguments if a is not types.NoneType))
        if origin is Sequence:
            return self._sequence(node, arguments[0])
        if origin is frozenset:
            return frozenset(self._sequence(node, arguments[0]))
        if origin is Mapping:
            return self._mapping(node, *arguments)
        if wanted in self._named:
            return self._by_name(node, wanted)
        if wanted in self._makers:
            return self._made(node, self._makers[wanted])
        if wanted is Pattern:
            return self._pattern(node)
        if isinstance(wanted, type) and issubclass(wanted, Enum):
            return self._choice(node, {str(member.value): member for member in wanted})
        if dataclasses.is_dataclass(wanted):
            return self._dataclass(node, typing.cast("type[Any]", wanted))
        return self._plain(node, wanted)

    def _plain(self, node: Node, wanted: Any) -> Any:
        text = self._scalar(node, wanted)
        if wanted is str:
            return text
        if wanted is bool:
            return self._choice(node, _BOOLEANS, bool)
        try:
            return wanted(text)
        except ValueError:
            raise self._error(node, f"{text!r} is not {called(wanted)}") from None

    def _scalar(self, node: Node, wanted: Any = str) -> str:
        if not isinstance(node, ScalarNode):
            raise self._error(node, f"expected a single value, not a {shape_of(node)}")
        if not fits(node, wanted):
            raise self._error(node, f"{node.value!r} is not {called(wanted)}")
        return str(node.value)

    def _sequence(self, node: Node, item: Any) -> tuple[Any, ...]:
        if not isinstance(node, SequenceNode):
            raise self._error(node, f"expected a list, not a {shape_of(node)}")
        return tuple(self._value(child, item) for child in node.value)

    def _mapping(self, node: Node, key: Any, value: Any) -> dict[Any, Any]:
        return {self._value(k, key): self._value(v, value) for k, v in self._pairs(node)}

    def _pairs(self, node: Node) -> list[tuple[Node, Node]]:
        if not isinstance(node, MappingNode):
            raise self._error(node, f"expected keys and values, not a {shape_of(node)}")
        seen: set[str] = set()
        for key, _ in node.value:
            name = self._scalar(key)
            if name in seen:
                raise self._error(key, f"{name!r} is given twice")
            seen.add(name)
        return list(node.value)

    def _dataclass(self, node: Node, wanted: type[Any]) -> Any:
        given = {str(key.value): (key, value) for key, value in self._pairs(node)}
        hints, fields = layout(wanted)  # type: ignore[arg-type]
        if "type" not in fields:
            given.pop("type", None)  # says which of the named dataclasses this is; see `_by_name`
        for name, (key, _) in given.items():
            if name not in fields:
                raise self._error(key, unknown(name, fields))
        required = [
            name
            for name, field in fields.items()
            if field.default is dataclasses.MISSING
            and field.default_factory is dataclasses.MISSING
            and name not in given
        ]
        if required:
            raise self._error(node, f"lacks {', '.join(repr(name) for name in required)}")
        try:
            return wanted(**{n: self._value(value, hints[n]) for n, (_, value) in given.items()})
        except ValueError as error:
            raise self._error(node, str(error)) from None

    def _by_name(self, node: Node, wanted: type) -> Any:
        """Read a mapping whose `type` names a dataclass, or a scalar that names an object."""
        table = self._named[wanted]
        if not isinstance(next(iter(table.values()), None), type):
            return self._choice(node, table)
        types_given = [v for k, v in self._pairs(node) if k.value == "type"]
        if not types_given:
            raise self._error(node, f"lacks 'type', one of: {', '.join(sorted(table))}")
        return self._dataclass(node, self._choice(types_given[0], table))

    def _choice(self, node: Node, table: Mapping[str, Any], wanted: Any = str) -> Any:
        name = self._scalar(node, wanted)
        if name not in table:
            raise self._error(node, f"{name!r} is not one of: {', '.join(sorted(table))}")
        return table[name]

    def _made(self, node: Node, make: Callable[[str], Any]) -> Any:
        try:
            return make(self._scalar(node))
        except PatternError as error:
            raise self._error(node, f"not a pattern: {error}") from None

    def _pattern(self, node: Node) -> Pattern:
        try:
            return Pattern.of(self._scalar(node), self._lexicons, prove=self._compiled)
        except PatternError as error:
            raise self._error(node, f"not a pattern: {error}") from None
