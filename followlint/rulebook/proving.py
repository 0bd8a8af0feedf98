"""What a file of one rule must be beyond its schema: named for it, with examples, a message."""

from __future__ import annotations

import string
from pathlib import Path

from followlint.rule import Rule
from followlint.rulefiles import SUFFIX, RulebookError
from followlint.schema import Reader


def read_rule(reader: Reader, path: Path) -> Rule:
    """Read a file of one rule; raises `SchemaError` or `RulebookError`."""
    rule = reader.read(path, Rule)
    if path.name != f"{rule.code}-{rule.slug}{SUFFIX}":
        raise RulebookError(f"{path}: the file should be called {rule.code}-{rule.slug}{SUFFIX}")
    if not rule.examples.bad or not rule.examples.good:
        raise RulebookError(f"{path}: a rule needs bad and good examples")
    for example in rule.examples.bad:
        if not example.marks:
            raise RulebookError(f"{path}: no [[mark]] in the bad example {example.text[:40]!r}")
    try:
        unsaid = _slots(rule.message) - rule.check.says
    except ValueError as error:
        raise RulebookError(f"{path}: the message cannot be filled: {error}") from None
    if unsaid:
        says = ", ".join(sorted(rule.check.says)) or "nothing"
        raise RulebookError(
            f"{path}: the message cannot fill {sorted(unsaid)}; the check says: {says}"
        )
    return rule


def _slots(message: str) -> set[str]:
    """Return the `{slots}` of a message as written: one with a format of its own fills nothing."""
    return {
        f"{name}{'!' + conversion if conversion else ''}{':' + form if form else ''}"
        for _, name, form, conversion in string.Formatter().parse(message)
        if name is not None
    }
