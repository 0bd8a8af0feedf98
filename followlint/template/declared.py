"""The placeholders that a repository declares: a `placeholders.toml`, a configuration, a template's
own front matter; and files of values."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from followlint.errors import FollowlintError
from followlint.mail.frontmatter import read_front_matter
from followlint.template.asks import plain
from followlint.template.slots import Slot
from followlint.text import Source, Span, fold
from followlint.toml import read_toml

#: Looked for beside a template and in the folders above it.
FILE = "placeholders.toml"
KEY = "placeholders"
_VALUES = "values"
_MARKS = re.compile(
    r"(?P<open>[\[{<«%$*_|]{1,9})[ ]?(?P<label>.*?)[ ]?[\]}>»%*_|]+|\$(?P<name>\w+)"
)
#: Read by its look, for front matter with slots in it ("subject: {{role}}") is no YAML yet.
_OWN = re.compile(
    r"^placeholders:[ \t]*(?:\[(?P<row>[^\]]*)\]|(?P<lines>(?:\r?\n[ \t]*-[ \t][^\n]*)+))",
    re.MULTILINE,
)
#: How near a name must come to a declared one to be taken for a slip of the keyboard.
_NEAR = 0.75


class DeclarationError(FollowlintError):
    """Declared placeholders, or values, that cannot be used; the message says where."""


@dataclass(frozen=True)
class Declared:
    """Names of placeholders, each with its sample value ("" where it has none).

    A name with its brackets ("[Company]") is meant in just that style, one without in any. `*`
    stands for anything: "mention *". Without any names, nothing is asked of a template's.
    """

    names: Mapping[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.names)

    def __or__(self, other: Declared) -> Declared:
        return Declared({**self.names, **other.names})

    def allows(self, slot: Slot) -> bool:
        """Tell whether a slot is one of the declared ones, to the letter."""
        return any(
            name in (slot.label, slot.written, slot.way)
            or ("*" in name and fnmatchcase(slot.label, _literal(name_of(name))))
            for name in self.names
        )

    def knows(self, label: str) -> bool:
        """Tell whether a label is declared in some style: it is a slot then, whatever its look."""
        return any(label == name_of(name) for name in self.names)

    def nearest(self, label: str) -> str:
        """Return the declared name that a label was most likely meant for, or ""."""
        near = {plain(name_of(name)): name for name in self.names if "*" not in name}
        near.pop("", None)
        own = plain(label)
        found = difflib.get_close_matches(own, near, 1, _NEAR)
        within = [key for key in near if _extends(own, key) or _extends(key, own)]
        best = own if own in near else (found or sorted(within, key=len) or [""])[0]
        return near[best] if best else ""

    @property
    def samples(self) -> Mapping[str, str]:
        """The sample values that are declared, by the names without their brackets."""
        return {name_of(name): value for name, value in self.names.items() if value}


def name_of(name: str) -> str:
    """Return a declared name without its brackets."""
    match = _MARKS.fullmatch(name)
    return fold(match["label"] or match["name"] or "") if match else name


def declared_names(value: Any, where: str) -> Declared:
    """Read a list of names, or a table of names and sample values; raises `DeclarationError`."""
    if isinstance(value, list):
        value = dict.fromkeys(value, "") if all(isinstance(v, str) for v in value) else value
    if not isinstance(value, dict) or not all(isinstance(v, str) for v in value.values()):
        raise DeclarationError(f"{where} should be a list of names, or a table of sample values")
    return Declared({fold(name): sample for name, sample in value.items() if name.strip()})


def read_declared(path: Path) -> Declared:
    """Read a `placeholders.toml`; raises `FollowlintError`."""
    data = read_toml(path)
    for key in data:
        if key != KEY:
            raise DeclarationError(f"{path}: unknown key {key!r}; known is: {KEY}")
    return declared_names(data.get(KEY, []), f"{path}: {KEY!r}")


def find_declared(folder: Path) -> Path | None:
    """Return the nearest `placeholders.toml` in a folder or above it."""
    return next((at / FILE for at in (folder, *folder.parents) if (at / FILE).is_file()), None)


def declared_in(source: Source) -> Declared:
    """Return what a template's own front matter declares: `placeholders: [Company, Role]`."""
    match = _own(source)
    if not match:
        return Declared()
    listed = match["row"] if match["row"] is not None else match["lines"]
    names = re.split(r"\n[ \t]*-[ \t]" if match["row"] is None else ",", listed)
    return Declared({fold(n).strip("\"' "): "" for n in names if fold(n).strip("\"' ")})


def declaration_in(source: Source) -> Span:
    """Return where a template's own front matter declares; an empty span where it does not."""
    match = _own(source)
    return Span(*match.span()) if match else Span(0, 0)


def _own(source: Source) -> re.Match[str] | None:
    front = read_front_matter(source)
    return _OWN.search(source.text, 0, front.end) if front else None


def read_values(path: Path) -> Mapping[str, str]:
    """Read values for placeholders: `Name = "value"` lines, on top or below `[values]`.

    Raises `FollowlintError`.
    """
    data = read_toml(path)
    table = data.get(_VALUES, {})
    values = {**{k: v for k, v in data.items() if k != _VALUES}, **_table(table, path)}
    for name, value in values.items():
        if isinstance(value, dict | list):
            raise DeclarationError(f"{path}: {name!r} should be a value")
    return {name_of(fold(name)): str(value) for name, value in values.items()}


def _table(value: Any, path: Path) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise DeclarationError(f"{path}: {_VALUES!r} should be a table")
    return value


def _literal(pattern: str) -> str:
    """Return a pattern of which only the stars mean anything."""
    return re.sub(r"[\[?]", lambda match: f"[{match[0]}]", pattern)


def _extends(longer: str, shorter: str) -> bool:
    return len(shorter) > len("role") - 1 and f" {shorter} " in f" {longer} "
