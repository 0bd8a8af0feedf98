"""Typos: an engine finds them, one mapping names them, one gate drops what is none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from followlint.analysis.typos.engine import Engine, Slip, SlipKind
    from followlint.analysis.typos.gate import gated, masked

__all__ = ["Engine", "Slip", "SlipKind", "gated", "masked"]


def __getattr__(name: str) -> Any:
    # Read when first asked for: a configuration that names an engine needs none of this.
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    home = "gate" if name.islower() else "engine"
    return getattr(import_module(f"{__name__}.{home}"), name)
