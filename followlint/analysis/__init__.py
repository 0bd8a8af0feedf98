"""Facts about an email, each worked out when first asked for and then kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from followlint.analysis.draft import Draft
    from followlint.analysis.need import Need
    from followlint.analysis.tools import Tools

__all__ = ["Draft", "Need", "Tools"]


def __getattr__(name: str) -> Any:
    # Read when first asked for: a configuration that names an engine needs none of this.
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{name.lower()}"), name)
