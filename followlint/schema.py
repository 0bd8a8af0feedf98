"""YAML -> dataclass, strictly; the only importer of yaml.

The fields of the dataclass are the schema: their names are the keys, their types decide what a
scalar becomes, their defaults what may be left out. Unknown and repeated keys, wrong types and
broken patterns are errors with line and column. The YAML is composed, not loaded: loading would
turn `no` into False, `1.10` into 1.1, and let a repeated key win in silence.
"""

from __future__ import annotations

import dataclasses
import difflib
import functools
import types
import typing
from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import Enum
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import yaml

from followlint.errors import FollowlintError
from followlint.pattern import Lexicons, Pattern, PatternError
from followlint.text import fold

T = TypeVar("T")
#: libyaml's parser where PyYAML was built with it: four times faster on our rules.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
#: How deep what other tools keep in front matter may go.
_DEEPEST = 20
_BOOLEANS = {"true": True, "false": False}


class SchemaError(FollowlintError):
    """A data file that is not as it should be: `path:row:column: what is wrong`."""

    def __init__(self, path: Path, node: yaml.Node | None, problem: str) -> None:
        mark = node.start_mark if node else None
        row, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        self.problem = problem
        super().__init__(f"{path}:{row}:{column}: {problem}")


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
        try:
            node = yaml.compose(path.read_text(encoding="utf-8"), Loader=_LOADER)
        except OSError as error:
            raise self._error(None, f"cannot be read: {error.strerror or error}") from None
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            at = yaml.Node("", None, mark, mark) if mark else None
            raise self._error(at, f"not YAML: {error.problem or error.context}") from None
        except (yaml.YAMLError, UnicodeDecodeError) as error:
            raise self._error(None, f"not YAML: {fold(str(error))}") from None
        if node is None:
            raise self._error(None, "the file is empty")
        result: T = self._value(node, target)
        return result

    def revised(self, thing: T, options: Mapping[str, object]) -> T:
        """Return a dataclass object with some fields given anew, in plain values (of TOML, say).

        Of a mapping only the keys that are given change. Raises `SchemaError`, whose `problem` says
        what is wrong; it has no place.
        """
        hints, fields = _layout(type(thing))  # type: ignore[arg-type]
        given: dict[str, Any] = {}
        for name, value in options.items():
            if name not in fields:
                raise self._error(None, _unknown(name, fields))
            try:
                given[name] = self._value(_node(value), hints[name])
            except SchemaError as error:
                raise self._error(None, f"{name!r}: {error.problem}") from None
            if isinstance(given[name], Mapping):
                given[name] = {**getattr(thing, name), **given[name]}
        try:
            changed: T = dataclasses.replace(thing, **given)  # type: ignore[type-var]
        except ValueError as error:
            raise self._error(None, str(error)) from None
        return changed

    def _error(self, node: yaml.Node | None, problem: str) -> SchemaError:
        return SchemaError(self._path, node, problem)

    def _value(self, node: yaml.Node, wanted: Any) -> Any:
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

    def _plain(self, node: yaml.Node, wanted: Any) -> Any:
        text = self._scalar(node)
        if wanted is str:
            return text
        if wanted is bool:
            return self._choice(node, _BOOLEANS)
        try:
            return wanted(text)
        except ValueError:
            name = {"int": "whole number", "float": "number"}.get(wanted.__name__, wanted.__name__)
            raise self._error(node, f"{text!r} is not a {name}") from None

    def _scalar(self, node: yaml.Node) -> str:
        if not isinstance(node, yaml.ScalarNode):
            raise self._error(node, f"expected a single value, not a {_shape(node)}")
        return str(node.value)

    def _sequence(self, node: yaml.Node, item: Any) -> tuple[Any, ...]:
        if not isinstance(node, yaml.SequenceNode):
            raise self._error(node, f"expected a list, not a {_shape(node)}")
        return tuple(self._value(child, item) for child in node.value)

    def _mapping(self, node: yaml.Node, key: Any, value: Any) -> dict[Any, Any]:
        return {self._value(k, key): self._value(v, value) for k, v in self._pairs(node)}

    def _pairs(self, node: yaml.Node) -> list[tuple[yaml.Node, yaml.Node]]:
        if not isinstance(node, yaml.MappingNode):
            raise self._error(node, f"expected keys and values, not a {_shape(node)}")
        seen: set[str] = set()
        for key, _ in node.value:
            name = self._scalar(key)
            if name in seen:
                raise self._error(key, f"{name!r} is given twice")
            seen.add(name)
        return list(node.value)

    def _dataclass(self, node: yaml.Node, wanted: type[Any]) -> Any:
        given = {str(key.value): (key, value) for key, value in self._pairs(node)}
        hints, fields = _layout(wanted)  # type: ignore[arg-type]
        if "type" not in fields:
            given.pop("type", None)  # says which of the named dataclasses this is; see `_by_name`
        for name, (key, _) in given.items():
            if name not in fields:
                raise self._error(key, _unknown(name, fields))
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

    def _by_name(self, node: yaml.Node, wanted: type) -> Any:
        """Read a mapping whose `type` names a dataclass, or a scalar that names an object."""
        table = self._named[wanted]
        if not isinstance(next(iter(table.values()), None), type):
            return self._choice(node, table)
        types_given = [v for k, v in self._pairs(node) if k.value == "type"]
        if not types_given:
            raise self._error(node, f"lacks 'type', one of: {', '.join(sorted(table))}")
        return self._dataclass(node, self._choice(types_given[0], table))

    def _choice(self, node: yaml.Node, table: Mapping[str, Any]) -> Any:
        name = self._scalar(node)
        if name not in table:
            raise self._error(node, f"{name!r} is not one of: {', '.join(sorted(table))}")
        return table[name]

    def _made(self, node: yaml.Node, make: Callable[[str], Any]) -> Any:
        try:
            return make(self._scalar(node))
        except PatternError as error:
            raise self._error(node, f"not a pattern: {error}") from None

    def _pattern(self, node: yaml.Node) -> Pattern:
        try:
            return Pattern.of(self._scalar(node), self._lexicons, compiled=self._compiled)
        except PatternError as error:
            raise self._error(node, f"not a pattern: {error}") from None


@functools.cache
def _layout(wanted: Any) -> tuple[dict[str, Any], dict[str, dataclasses.Field[Any]]]:
    """Return the types and the fields of a dataclass by name."""
    fields = {field.name: field for field in dataclasses.fields(wanted)}
    return typing.get_type_hints(wanted), fields


def _node(value: object) -> yaml.Node:
    """Return a plain value as if it had been read from YAML, so that one schema judges both."""
    if isinstance(value, dict):
        pairs = [(_node(key), _node(item)) for key, item in value.items()]
        return yaml.MappingNode("", pairs)
    if isinstance(value, list | tuple):
        return yaml.SequenceNode("", [_node(item) for item in value])
    return yaml.ScalarNode("", str(value).lower() if isinstance(value, bool) else str(value))


def _unknown(name: str, known: Mapping[str, Any]) -> str:
    near = difflib.get_close_matches(name, known, 1)
    hint = f"; did you mean {near[0]!r}?" if near else f"; expected: {', '.join(known)}"
    return f"unknown key {name!r}{hint}"


def _shape(node: yaml.Node) -> str:
    if isinstance(node, yaml.SequenceNode):
        return "list"
    return "mapping" if isinstance(node, yaml.MappingNode) else "single value"


class Scalar(NamedTuple):
    """A single value in YAML: what it says, and the code points that it takes, quotes included."""

    text: str
    start: int
    end: int


class FlatError(ValueError):
    """YAML that is not flat: what is wrong, and the code point where it goes wrong."""

    def __init__(self, problem: str, offset: int) -> None:
        super().__init__(problem)
        self.offset = offset


def read_flat(text: str) -> list[tuple[Scalar, list[Scalar] | None]]:
    """Read keys that each have a value or a list of values; None where it is something deeper.

    An empty value is an empty list. Nothing is built from the text, so that it cannot grow:
    anchors, aliases and tags are refused. Raises `FlatError`.
    """
    try:
        return list(_flat(yaml.parse(text, Loader=_LOADER)))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = error.problem or error.context
        raise FlatError(f"not YAML: {problem}", mark.index if mark else 0) from None
    except (yaml.YAMLError, UnicodeError) as error:
        raise FlatError(f"not YAML: {fold(str(error))}", 0) from None


def _flat(events: Iterator[yaml.Event]) -> Iterator[tuple[Scalar, list[Scalar] | None]]:
    depth = 0
    key: Scalar | None = None
    values: list[Scalar] | None = None
    seen: set[str] = set()
    for event in events:
        if getattr(event, "anchor", None) or getattr(event, "tag", None):
            raise FlatError("anchors, aliases and tags have no meaning here", _at(event))
        if isinstance(event, yaml.DocumentStartEvent) and depth < 0:
            raise FlatError("a second document", _at(event))
        if isinstance(event, yaml.DocumentEndEvent):
            depth = -1
        if isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        elif depth == 0 and isinstance(event, yaml.NodeEvent):
            if not isinstance(event, yaml.MappingStartEvent):
                raise FlatError("expected keys and values", _at(event))
            depth = 1
            continue
        elif depth == 1 and key is None and isinstance(event, yaml.NodeEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise FlatError("a key should be a single word", _at(event))
            key, values = _scalar_of(event), []
            if key.text in seen:
                raise FlatError(f"“{key.text}” is given twice", key.start)
            seen.add(key.text)
            continue
        elif isinstance(event, yaml.ScalarEvent):
            if values is not None and event.value:
                values.append(_scalar_of(event))
        elif isinstance(event, yaml.CollectionStartEvent):
            if depth > 1 or isinstance(event, yaml.MappingStartEvent):
                values = None
            depth += 1
            if depth > _DEEPEST:
                raise FlatError("lists and mappings within one another without end", _at(event))
        if depth == 1 and key is not None:
            yield key, values
            key = None


def _scalar_of(event: yaml.ScalarEvent) -> Scalar:
    return Scalar(str(event.value), _at(event), event.end_mark.index if event.end_mark else 0)


def _at(event: yaml.Event) -> int:
    return event.start_mark.index if event.start_mark else 0
