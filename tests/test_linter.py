"""What the linter does with the hits of all rules together."""

from __future__ import annotations

from followlint.linter import Linter
from followlint.text import Source

DRAFT = "Subject: Interview\n\nDear Ana,\n\nIts a great team.\n\nKind regards,\nBo\n"


def test_two_rules_that_would_mend_a_place_alike_speak_once(linter: Linter) -> None:
    found = [f for f in linter.lint(Source("draft", DRAFT)).findings if f.edit]
    assert [(f.code, f.span.of(DRAFT)) for f in found] == [("FL402", "Its")]


def test_each_would_speak_on_its_own(linter: Linter) -> None:
    grammar = [rule for rule in linter.rules if rule.code == "FL403"]
    alone = Linter(rules=grammar, shared=linter)
    assert [f.span.of(DRAFT) for f in alone.lint(Source("draft", DRAFT)).findings] == ["Its"]
