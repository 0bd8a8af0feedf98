"""Rules as a configuration wants them: other limits, other severities."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from followlint.finding import Severity
from followlint.pattern import Literal
from followlint.rule import Example, Rule
from followlint.rulebook import Rulebook, RulebookError

#: What may be given beside the fields of a rule's check.
_SEVERITY = "severity"


def tuned(
    book: Rulebook,
    options: Mapping[str, Mapping[str, Any]],
    severities: Mapping[str, Severity],
) -> Rulebook:
    """Return the rules with some of them changed.

    `options` are by code or slug: fields of the rule's check, typed as they are there, and
    `severity`. `severities` are by code, beginning of a code or slug, the later ones before the
    earlier, and options before them all. Raises `RulebookError` for what means nothing.
    """
    if not options and not severities:
        return book
    from followlint.schema import SchemaError  # YAML behind it

    rules = {rule.code: rule for rule in book.rules}
    for name, severity in severities.items():
        for rule in book.named([name]):
            rules[rule.code] = replace(rules[rule.code], severity=severity)
    for name, given in options.items():
        rule = rules[book.find(name).code]
        try:
            rules[rule.code] = _changed(rule, given)
        except SchemaError as error:
            raise RulebookError(f"'rules.{name}': {error.problem}") from None
    return replace(book, rules=tuple(rules.values()))


def _changed(rule: Rule, given: Mapping[str, Any]) -> Rule:
    from followlint.schema import Reader

    reader = Reader(makers={Example: Example.of, Literal: Literal.of})
    if _SEVERITY in given:
        rule = reader.revised(rule, {_SEVERITY: given[_SEVERITY]})
    own = {name: value for name, value in given.items() if name != _SEVERITY}
    return replace(rule, check=reader.revised(rule.check, own)) if own else rule
