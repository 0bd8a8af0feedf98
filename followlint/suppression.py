"""What a draft says is not to be found in it: the `Followlint-Ignore` of its headers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from followlint.analysis import Draft
from followlint.checks.unused import Unused
from followlint.errors import ToolError
from followlint.mail import Context
from followlint.mail.headers import Problem
from followlint.rule import Rule
from followlint.rulebook import Rulebook, RulebookError


def unignored(rules: Sequence[Rule], context: Context) -> list[Rule]:
    """Return the rules that a draft's context does not ignore by code, beginning or slug."""
    names = [entry.value for entry in context.ignore]
    return [rule for rule in rules if not any(rule.goes_by(name) for name in names)]


def idle_ignores(draft: Draft, rules: Sequence[Rule], book: Rulebook) -> tuple[Problem, ...]:
    """Return the entries of a draft's ignores that mean no rule of `book`, or ignore nothing.

    `rules` are those of this run. An entry for others may be there for another run, so that it is
    left alone.
    """
    return tuple(_idle(draft, {rule.code: rule for rule in rules}, book))


def _idle(draft: Draft, running: dict[str, Rule], book: Rulebook) -> Iterator[Problem]:
    for entry in draft.email.context.ignore:
        if entry.span is None:
            continue  # it stands in a configuration, which many drafts share
        try:
            codes = [rule.code for rule in book.named([entry.value])]
        except RulebookError as error:
            yield Problem(str(error), entry.span)
            continue
        run = [running[code] for code in codes if code in running]
        if len(run) == len(codes) and not any(_would_hit(rule, draft) for rule in run):
            yield Problem(f"“{entry.value}” ignores nothing here", entry.span)


def _would_hit(rule: Rule, draft: Draft) -> bool:
    if isinstance(rule.check, Unused) or rule.check.judges_templates:
        return True  # it cannot be asked about itself, or here: slots are judged file by file
    if rule.check.judges_broken or draft.kind not in rule.kinds:
        return False
    try:
        return any(True for _ in rule.check.hits(draft))
    except ToolError:
        return True  # nobody knows
