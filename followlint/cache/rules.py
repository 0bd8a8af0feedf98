"""The rules as they were read, so that a run need not read them again.

Reading the YAML strictly takes a fifth of a second; what comes of it is kept as a pickle (35 ms;
JSON would have to go through the same schema again, 100 ms). It is no door: only our own frozen
data can be made of it, whatever stands there.
"""

from __future__ import annotations

import dataclasses
import gc
import io
import pickle
from collections.abc import Iterable, Mapping
from enum import Enum
from hashlib import sha256
from pathlib import Path, PurePath
from types import MappingProxyType
from typing import Any

from followlint.analysis.kind import KindDetector
from followlint.cache.folder import CacheFolder
from followlint.cache.stamp import digest, own_code, rule_data
from followlint.pattern import PatternSet
from followlint.rulebook import Rulebook, read_rulebook

_FOLDER = "rules"
#: How much is kept: the rules of about six versions, or configurations.
_MOST = 32 << 20
_PROTOCOL = 5
_DIGEST = 32


def cached_rulebook(extra: Iterable[Path] = (), *, keep: bool = True) -> Rulebook:
    """Return what `read_rulebook` would read; raises what it raises.

    What is found wrong is never kept. Without `keep`, nothing is looked up or written.
    """
    folders = tuple(extra)
    folder = CacheFolder.of(_FOLDER) if keep else None
    try:
        name = digest([own_code().encode(), rule_data(folders).encode()])
    except OSError:  # whoever reads the rules says what is wrong
        folder = None
    if folder is None:
        return read_rulebook(folders)
    if (data := folder.read(name)) and (book := _read(data)):
        return book
    book = read_rulebook(folders)
    if (written := _written(book)) and folder.write(name, written):
        folder.shrink(_MOST)
    return book


def _written(book: Rulebook) -> bytes | None:
    """Return the rules as they are kept; None for rules in use, with compiled patterns in them."""
    stream = io.BytesIO()
    try:
        _Writer(stream, _PROTOCOL).dump(book)
    except (TypeError, AttributeError, pickle.PicklingError):
        return None
    data = stream.getvalue()
    return sha256(data).digest() + data


def _read(data: bytes) -> Rulebook | None:
    """Return the rules that were written; None where they were not, or not as they are now."""
    body = memoryview(data)[_DIGEST:]
    if sha256(body).digest() != data[:_DIGEST]:
        return None
    # Forty thousand new objects, all of them kept: there is nothing to collect.
    collecting = gc.isenabled()
    gc.disable()
    try:
        book = _Reader(io.BytesIO(body)).load()
    except Exception:  # a pickle can fail in any way that Python can
        return None
    finally:
        if collecting:
            gc.enable()
    return book if isinstance(book, Rulebook) else None


class _Writer(pickle.Pickler):
    """Writes enums by value, in one way whatever the version of Python."""

    def reducer_override(self, thing: Any) -> Any:
        return (type(thing), (thing.value,)) if isinstance(thing, Enum) else NotImplemented


class _Reader(pickle.Unpickler):
    """Makes our own data and nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        if module.split(".")[0] == "followlint":
            found = super().find_class(module, name)
            if isinstance(found, type) and _is_data(found):
                return found
        elif module.split(".")[0] == "pathlib" and name in _PATHS:
            return _PATHS[name]
        elif (module, name) == ("builtins", "frozenset"):
            return frozenset
        raise pickle.UnpicklingError(f"{module}.{name} is no data of ours")


_PATHS: Mapping[str, type[PurePath]] = MappingProxyType({type(Path()).__name__: type(Path())})


def _is_data(kind: type) -> bool:
    """Tell whether making one does nothing but hold what it is given."""
    return (
        dataclasses.is_dataclass(kind)
        or issubclass(kind, Enum)
        or kind in (KindDetector, PatternSet)
    )
