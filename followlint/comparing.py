"""The drafts of a run held against each other, from the facts in their reports."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from followlint.across import Letter
from followlint.checks.base import Peer, Second
from followlint.checks.unused import Unused
from followlint.errors import FollowlintError
from followlint.finding import Finding
from followlint.linter import finding_of
from followlint.report import Checked
from followlint.rule import Rule


def compared(
    items: Iterable[Checked | FollowlintError], today: date
) -> list[Checked | FollowlintError]:
    """Return what came of a run, the drafts with what rules say of them now that all are known.

    What is found does not depend on the order of the drafts. It is one pass: each rule looks at
    all drafts at once. Drafts that could not be checked stay as they are; those without a date go
    out `today`.
    """
    run = list(items)
    drafts = {n: i for n, i in enumerate(run) if isinstance(i, Checked) and i.report.facts}
    if len(drafts) < 2:
        return run
    letters = {n: Letter.of_plain(d.report.facts["letter"], today) for n, d in drafts.items()}
    # The order that checks see is that of names, whatever order the files came in.
    order = sorted(drafts, key=lambda n: (drafts[n].name, n))
    for rule in _comparing(drafts.values()):
        noted = [n for n in order if rule.code in drafts[n].report.facts["notes"]]
        peers = [_peer(drafts[n], letters[n], rule) for n in noted]
        for second in rule.check.compared(peers) if len(peers) > 1 else ():
            number = noted[second.number]
            if any(own is rule for own in drafts[number].rules):
                drafts[number] = _with(drafts[number], rule, second)
    return [drafts.get(number, item) for number, item in enumerate(run)]


def _comparing(drafts: Iterable[Checked]) -> list[Rule]:
    """Return the rules that compare; under two configurations, one rule may be two."""
    rules = {id(rule): rule for draft in drafts for rule in draft.rules if rule.check.compares}
    return sorted(rules.values(), key=lambda rule: rule.code)


def _peer(draft: Checked, letter: Letter, rule: Rule) -> Peer:
    return Peer(draft.name, letter, draft.report.facts["notes"][rule.code])


def _with(draft: Checked, rule: Rule, second: Second) -> Checked:
    facts = draft.report.facts
    if rule.code in facts["judges"]:
        findings = _joined(draft.findings, rule, second)
    elif rule.code in facts["ignored"] and second.hits:
        findings = _excused(draft, rule)
    else:
        return draft
    ordered = sorted(findings, key=lambda finding: (finding.span, finding.code))
    return replace(draft, report=replace(draft.report, findings=tuple(ordered)))


def _joined(found: Iterable[Finding], rule: Rule, second: Second) -> list[Finding]:
    """Return findings with those that a rule has now; what it says again is said once."""
    old = [f for f in found if not (second.instead and f.code == rule.code)]
    known = {(finding.code, finding.span) for finding in old}
    new = (finding_of(rule, hit) for hit in second.hits)
    return [*old, *(finding for finding in new if (finding.code, finding.span) not in known)]


def _excused(draft: Checked, rule: Rule) -> list[Finding]:
    """Return a draft's findings without one that its ignoring this rule were of no use: it is."""
    judges = {own.code for own in draft.rules if isinstance(own.check, Unused)}
    text = draft.source.text
    return [f for f in draft.findings if not (f.code in judges and rule.goes_by(f.span.of(text)))]
