"""YAML -> dataclass, strictly, with line and column; and flat YAML with its places."""

from followlint.schema.documents import FlatError, SchemaError
from followlint.schema.flat import Scalar, read_flat
from followlint.schema.reader import Reader

__all__ = ["FlatError", "Reader", "Scalar", "SchemaError", "read_flat"]
