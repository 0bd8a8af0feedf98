"""What a dataclass takes: its fields as the keys of a data file."""

from __future__ import annotations

import dataclasses
import difflib
import functools
import typing
from collections.abc import Mapping
from typing import Any


@functools.cache
def layout(wanted: Any) -> tuple[dict[str, Any], dict[str, dataclasses.Field[Any]]]:
    """Return the types and the fields of a dataclass by name."""
    fields = {field.name: field for field in dataclasses.fields(wanted)}
    return typing.get_type_hints(wanted), fields


def unknown(name: str, known: Mapping[str, Any]) -> str:
    """Return what is wrong with a key that means nothing, with the nearest one that does."""
    near = difflib.get_close_matches(name, known, 1)
    hint = f"; did you mean {near[0]!r}?" if near else f"; expected: {', '.join(known)}"
    return f"unknown key {name!r}{hint}"
