"""The rules have rules, too: each shipped one, and all of them together."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import followlint
from followlint.examples import problems
from followlint.finding import Severity
from followlint.linter import Linter
from followlint.mail import Kind
from followlint.rule import Rule
from followlint.rulebook import Rulebook, shipped

FILES = sorted(shipped().glob("*.yaml"))
ENGINE = Path(followlint.__file__).parent

ALL = tuple(Kind)
THANK_YOU = (Kind.THANK_YOU,)
FOLLOW_UP = (Kind.FOLLOW_UP,)
ASKING = (Kind.THANK_YOU, Kind.FOLLOW_UP)
WARNING, ERROR = Severity.WARNING, Severity.ERROR

#: Codes, names, severities and kinds are a contract: users and hooks lean on them.
CONTRACT = {
    "FL101": ("too-long", WARNING, ALL),
    "FL102": ("too-short", WARNING, ALL),
    "FL103": ("too-many-paragraphs", WARNING, ALL),
    "FL104": ("long-paragraph", WARNING, ALL),
    "FL105": ("long-sentence", WARNING, ALL),
    "FL106": ("hard-to-read", WARNING, ALL),
    "FL201": ("emoji", ERROR, ALL),
    "FL202": ("emoticon", ERROR, ALL),
    "FL203": ("slang", ERROR, ALL),
    "FL204": ("jargon", WARNING, ALL),
    "FL205": ("desperate-tone", WARNING, ALL),
    "FL206": ("pushy-tone", WARNING, ALL),
    "FL207": ("presumptuous-tone", WARNING, ALL),
    "FL208": ("shouting", WARNING, ALL),
    "FL209": ("exclamation", WARNING, ALL),
    "FL210": ("intimate-tone", WARNING, ALL),
    "FL211": ("regional-wording", WARNING, ALL),
    "FL301": ("missing-gratitude", ERROR, ALL),
    "FL302": ("missing-specific-reference", ERROR, ASKING),
    "FL303": ("missing-interest", ERROR, ASKING),
    "FL304": ("missing-update-request", WARNING, FOLLOW_UP),
    "FL401": ("misspelling", ERROR, ALL),
    "FL402": ("wrong-word", ERROR, ALL),
    "FL403": ("grammar", ERROR, ALL),
    "FL404": ("repeated-word", ERROR, ALL),
    "FL405": ("typography", WARNING, ALL),
    "FL406": ("invisible-character", WARNING, ALL),
    "FL501": ("placeholder", ERROR, ALL),
    "FL502": ("missing-subject", WARNING, ALL),
    "FL503": ("vague-subject", WARNING, ALL),
    "FL504": ("missing-greeting", ERROR, ALL),
    "FL505": ("impersonal-greeting", WARNING, ALL),
    "FL506": ("missing-closing", WARNING, ALL),
    "FL507": ("missing-name", ERROR, ALL),
    "FL508": ("name-mismatch", ERROR, ALL),
    "FL509": ("wrong-company", ERROR, ALL),
    "FL510": ("missing-attachment", ERROR, ALL),
    "FL511": ("wrong-weekday", ERROR, ALL),
    "FL601": ("late-thank-you", WARNING, THANK_YOU),
    "FL602": ("early-follow-up", WARNING, FOLLOW_UP),
    "FL603": ("too-many-follow-ups", WARNING, FOLLOW_UP),
    "FL604": ("reused-reference", WARNING, ALL),
    "FL605": ("wrong-relative-day", WARNING, ALL),
    "FL701": ("malformed-placeholder", ERROR, ALL),
    "FL702": ("undeclared-placeholder", ERROR, ALL),
    "FL703": ("inconsistent-placeholder", WARNING, ALL),
    "FL704": ("ambiguous-placeholder", WARNING, ALL),
    "FL705": ("unused-placeholder", WARNING, ALL),
    "FL901": ("unreadable", ERROR, ALL),
    "FL902": ("unused-suppression", WARNING, ALL),
    "FL903": ("muddled-context", ERROR, ALL),
    "FL904": ("stray-directive", ERROR, ALL),
}


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def rule(request: pytest.FixtureRequest, rulebook: Rulebook) -> Rule:
    return rulebook.find(request.param.stem.partition("-")[0])


def test_every_file_is_read_and_named_after_its_rule(rulebook: Rulebook) -> None:
    assert [f"{rule.code}-{rule.slug}.yaml" for rule in rulebook.rules] == [p.name for p in FILES]


def test_codes_names_severities_and_kinds_are_as_promised(rule: Rule) -> None:
    slug, severity, kinds = CONTRACT[rule.code]
    assert (rule.slug, rule.severity, set(rule.kinds)) == (slug, severity, set(kinds))


def test_names_say_the_fault_and_not_the_remedy(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.slug)
    assert not rule.slug.startswith(("no-", "avoid-", "use-", "prefer-"))


def test_summary_is_one_sentence_on_one_line(rule: Rule) -> None:
    assert re.fullmatch(r"[A-Z][^\n]*[^.\s]\.", rule.summary)


def test_message_begins_small_and_ends_without_a_full_stop(rule: Rule) -> None:
    # It stands behind "path:row:column: CODE ".
    assert re.fullmatch(r"[a-z“\"{][^\n]*", rule.message)
    assert not rule.message.endswith((".", " "))


def test_suggestion_ends_like_a_sentence(rule: Rule) -> None:
    assert rule.suggestion.strip().endswith((".", "?"))


def test_rationale_and_source_are_given(rule: Rule) -> None:
    assert rule.rationale.strip()
    assert rule.source.strip()


def test_there_are_good_and_marked_bad_examples(rule: Rule) -> None:
    assert rule.examples.good
    assert rule.examples.bad
    assert all(example.marks for example in rule.examples.bad)


def test_examples_hold(rule: Rule, linter: Linter) -> None:
    assert list(problems(rule, linter)) == []


def test_names_are_unique(rulebook: Rulebook) -> None:
    slugs = [rule.slug for rule in rulebook.rules]
    assert sorted(set(slugs)) == sorted(slugs)


@pytest.mark.parametrize(
    "module", sorted(ENGINE.rglob("*.py")), ids=lambda path: str(path.relative_to(ENGINE))
)
def test_the_engine_names_no_rule(module: Path) -> None:
    assert re.findall(r"FL\d{3}", module.read_text(encoding="utf-8")) == []
