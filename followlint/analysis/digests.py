"""The pinned pipeline's files, held against the digests that followlint carries."""

from __future__ import annotations

import hashlib
from importlib.util import find_spec
from pathlib import Path

from followlint.errors import ToolError


def verify(package: str) -> None:
    """Compare an installed pipeline's files with `{package}.sha256` beside this module.

    Raises `ToolError` where the package is missing, a file is missing or differs. Files that the
    list does not name (compiled Python) are left alone: spaCy reads none of them.
    """
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise ToolError(
            f"the English pipeline {package} is not installed; pip install followlint brings it"
        )
    root = Path(spec.origin).parent
    listed = (Path(__file__).parent / f"{package}.sha256").read_text(encoding="utf-8")
    for line in listed.splitlines():
        digest, _, name = line.partition("  ")
        path = root / name
        if not path.is_file():
            raise ToolError(f"the English pipeline {package} lacks {name}; reinstall it")
        if hashlib.sha256(path.read_bytes()).hexdigest() != digest:
            raise ToolError(
                f"the English pipeline {package} is not as released: {name} differs; not loaded"
            )
