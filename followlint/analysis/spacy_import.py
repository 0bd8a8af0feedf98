"""spaCy without its command line, which nobody calls here and which takes a third of its import.

`import spacy` reads the modules of all its commands (training, downloads over HTTP, …) to export
one function, `spacy.info`.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import Any

_COMMANDS = ("spacy.cli", "spacy.cli.info")


def spacy_without_commands() -> ModuleType:
    """Import spaCy; raises `ImportError` where it cannot be.

    Its commands are read when `spacy.info` is called or `spacy.cli` is imported, as by whoever
    uses followlint as a library beside them. A spaCy that is loaded already is taken as it is.
    """
    if "spacy" in sys.modules:
        return import_module("spacy")
    for name in _COMMANDS:
        sys.modules[name] = _stand_in(name)
    try:
        spacy = import_module("spacy")
    finally:
        for name in _COMMANDS:
            sys.modules.pop(name, None)
    vars(spacy).pop("cli", None)
    return spacy


def _stand_in(name: str) -> ModuleType:
    module = ModuleType(name)
    module.__path__ = []  # a package, so that modules below it can be imported
    vars(module)["info"] = _info
    return module


def _info(*arguments: Any, **options: Any) -> Any:
    """Do what `spacy.info` does."""
    return import_module("spacy.cli.info").info(*arguments, **options)
