"""Data files are read strictly, and what is wrong is said with its place."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from enum import Enum
from pathlib import Path

import pytest

from followlint.analysis.metrics import Measure
from followlint.checks import CHECKS, Check
from followlint.checks.expression import Context, Where
from followlint.checks.measured import Measured
from followlint.checks.move import Move
from followlint.checks.phrase import Phrase
from followlint.finding import Severity
from followlint.mail import Kind, Part
from followlint.pattern import Lexicons, Literal, Pattern
from followlint.rule import Example, Rule
from followlint.schema import Reader, SchemaError
from followlint.text import Span

#: The check of the rule that `rule_file` writes.
CHECK = """\
check:
  type: phrase
  phrases: [pineapple]
"""
LEXICONS = Lexicons({"fruit": ["apples?", "pears?"]})
ENDED = Context("ended", Where.CLAUSE, [Pattern.of("no longer", LEXICONS)])


@pytest.fixture
def reader() -> Reader:
    return Reader(
        LEXICONS,
        named={Check: CHECKS, Context: {"ended": ENDED}},
        makers={Example: Example.of, Literal: Literal.of},
    )


@pytest.fixture
def file_of(tmp_path: Path) -> Callable[[str], Path]:
    def write(text: str) -> Path:
        path = tmp_path / "rule.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_a_whole_rule(reader: Reader, rule_file: Callable[..., Path]) -> None:
    rule = reader.read(rule_file(), Rule)
    assert (rule.code, rule.slug, rule.summary) == (
        "TM001",
        "pineapple",
        "A pineapple stands in the email.",
    )
    assert rule.severity is Severity.WARNING
    assert rule.kinds == tuple(Kind)
    assert isinstance(rule.check, Phrase)
    assert [phrase.source for phrase in rule.check.phrases] == ["pineapple"]
    assert rule.examples.bad == (Example("I like pineapple.", (Span(7, 16),)),)
    assert rule.examples.good == (Example("I like work."),)


def test_what_is_given_replaces_the_default(reader: Reader, rule_file: Callable[..., Path]) -> None:
    check = CHECK + "  unless: ['{fruit} juice']\n  parts: [subject]\n"
    rule = reader.read(rule_file((CHECK, check + "kinds: [follow-up]\n")), Rule)
    assert rule.kinds == (Kind.FOLLOW_UP,)
    assert isinstance(rule.check, Phrase)
    assert rule.check.parts == (Part.SUBJECT,)
    assert [pattern.expanded for pattern in rule.check.unless] == ["(?:apples?|pears?) juice"]


def test_a_check_is_read_as_its_type(reader: Reader, rule_file: Callable[..., Path]) -> None:
    check = "check:\n  type: measure\n  measure: words\n  max: {thank-you: 250}\n"
    rule = reader.read(rule_file((CHECK, check)), Rule)
    assert isinstance(rule.check, Measured)
    assert rule.check.max == {Kind.THANK_YOU: 250}
    assert rule.check.min == {}


def test_a_context_is_mentioned_by_name(reader: Reader, rule_file: Callable[..., Path]) -> None:
    check = "check: {type: move, move: x, expressions: [{says: a, example: a, unless: [ended]}]}\n"
    rule = reader.read(rule_file((CHECK, check)), Rule)
    assert isinstance(rule.check, Move)
    assert rule.check.expressions[0].unless == (ENDED,)


class Fruit(Enum):
    APPLE = "apple"


@dataclass(frozen=True)
class Scalars:
    text: str = ""
    number: int = 0
    share: float = 0
    yes: bool = False
    fruit: Fruit | None = None
    words: frozenset[str] = frozenset()
    lists: Mapping[str, Sequence[int]] = field(default_factory=dict)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("text: no", Scalars(text="no"), id="no is a word"),
        pytest.param("text: 1.10", Scalars(text="1.10"), id="1.10 keeps its nought"),
        pytest.param("text: 0101", Scalars(text="0101"), id="0101 is no octal"),
        pytest.param("text: 2026-05-12", Scalars(text="2026-05-12"), id="a date stays text"),
        pytest.param("text: ~", Scalars(text="~"), id="a tilde stays a tilde"),
        pytest.param("number: 12", Scalars(number=12), id="whole number"),
        pytest.param("share: -0.5", Scalars(share=-0.5), id="number"),
        pytest.param("yes: true", Scalars(yes=True), id="boolean"),
        pytest.param("fruit: apple", Scalars(fruit=Fruit.APPLE), id="choice that may be left out"),
        pytest.param("words: [a, b, a]", Scalars(words=frozenset("ab")), id="set"),
        pytest.param("lists: {a: [1, 2]}", Scalars(lists={"a": (1, 2)}), id="mapping of lists"),
        pytest.param(
            "text: &t pear\nwords: [*t]", Scalars("pear", words=frozenset(["pear"])), id="alias"
        ),
    ],
)
def test_types_decide_what_a_scalar_becomes(
    text: str, expected: Scalars, file_of: Callable[[str], Path]
) -> None:
    assert Reader().read(file_of(text), Scalars) == expected


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        pytest.param("yes: yes", "1:6: 'yes' is not one of: false, true", id="yes"),
        pytest.param("number: 1.5", "1:9: '1.5' is not a whole number", id="no whole number"),
        pytest.param("share: half", "1:8: 'half' is not a number", id="no number"),
        pytest.param("number: [1]", "1:9: expected a single value, not a list", id="list"),
        pytest.param("text: {a: b}", "1:7: expected a single value, not a mapping", id="mapping"),
        pytest.param("lists: [a]", "1:8: expected keys and values, not a list", id="no mapping"),
        pytest.param("lists: {a: 1}", "1:12: expected a list, not a single value", id="no list"),
        pytest.param("lists: {a: [1, x]}", "1:16: 'x' is not a whole number", id="deep inside"),
        pytest.param("lists: {a: [1], a: []}", "1:17: 'a' is given twice", id="repeated key"),
        pytest.param("fruit: pear", "1:8: 'pear' is not one of: apple", id="choice"),
        pytest.param("? [a]\n: b", "1:3: expected a single value, not a list", id="list for a key"),
        pytest.param(
            "<<: {text: a}",
            "1:1: unknown key '<<'; expected: text, number, share, yes, fruit, words, lists",
            id="merge key",
        ),
        pytest.param(
            "{text: “é😀”, nummer: 1}",
            "1:14: unknown key 'nummer'; did you mean 'number'?",
            id="columns are code points",
        ),
        pytest.param("- a", "1:1: expected keys and values, not a list", id="whole file a list"),
        pytest.param("a", "1:1: expected keys and values, not a single value", id="only a word"),
        pytest.param("", "1:1: the file is empty", id="empty file"),
        pytest.param("# nothing\n", "1:1: the file is empty", id="nothing but a comment"),
    ],
)
def test_wrong_values(text: str, problem: str, file_of: Callable[[str], Path]) -> None:
    path = file_of(text)
    with pytest.raises(SchemaError) as caught:
        Reader().read(path, Scalars)
    assert str(caught.value) == f"{path}:{problem}"


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        pytest.param(
            "slug:",
            "slog:",
            "2:1: unknown key 'slog'; did you mean 'slug'?",
            id="unknown key, near one",
        ),
        pytest.param(
            "slug: pineapple",
            "slug: pineapple\ncolour: red",
            "3:1: unknown key 'colour'; expected: " + ", ".join(f.name for f in fields(Rule)),
            id="unknown key, near none",
        ),
        pytest.param(
            "severity: warning",
            "severity: warning\nseverity: error",
            "7:1: 'severity' is given twice",
            id="repeated key",
        ),
        pytest.param(
            "severity: warning",
            "severity: warn",
            "6:11: 'warn' is not one of: error, warning",
            id="severity",
        ),
        pytest.param(
            "summary: A pineapple stands in the email.\n",
            "",
            "1:1: lacks 'summary'",
            id="missing key",
        ),
        pytest.param(
            "source: our own\nseverity: warning\n",
            "",
            "1:1: lacks 'source', 'severity'",
            id="two missing keys",
        ),
        pytest.param(
            "code: TM001",
            "code: [TM001]",
            "1:7: expected a single value, not a list",
            id="list for a code",
        ),
        pytest.param(
            "severity: warning",
            "severity: warning\nkinds: [thankyou]",
            "7:9: 'thankyou' is not one of: follow-up, rejection-reply, thank-you",
            id="kind",
        ),
        pytest.param(
            "severity: warning",
            "severity: warning\nkinds: thank-you",
            "7:8: expected a list, not a single value",
            id="kinds without a list",
        ),
        pytest.param(
            "  bad:",
            "  bod:",
            "13:3: unknown key 'bod'; did you mean 'bad'?",
            id="unknown key of the examples",
        ),
        pytest.param(
            "  good:\n    - I like work.\n", "", "13:3: lacks 'good'", id="no good examples"
        ),
        pytest.param(
            '- "I like [[pineapple]]."',
            "- {text: I like it}",
            "14:7: expected a single value, not a mapping",
            id="mapping for an example",
        ),
        pytest.param(
            "type: phrase",
            "type: phrases",
            "8:9: 'phrases' is not one of: " + ", ".join(sorted(CHECKS)),
            id="check type",
        ),
        pytest.param(
            "  type: phrase\n",
            "",
            "8:3: lacks 'type', one of: " + ", ".join(sorted(CHECKS)),
            id="no check type",
        ),
        pytest.param(
            CHECK,
            "check: phrase\n",
            "7:8: expected keys and values, not a single value",
            id="check type without its keys",
        ),
        pytest.param(
            CHECK,
            "check: [phrase]\n",
            "7:8: expected keys and values, not a list",
            id="list for a check",
        ),
        pytest.param(
            "  phrases:",
            "  phrase:",
            "9:3: unknown key 'phrase'; did you mean 'phrases'?",
            id="key of another check",
        ),
        pytest.param(
            "  phrases: [pineapple]\n", "", "8:3: lacks 'phrases'", id="missing key of the check"
        ),
        pytest.param(
            "phrases: [pineapple]",
            "phrases: pineapple",
            "9:12: expected a list, not a single value",
            id="phrases without a list",
        ),
        pytest.param(
            "phrases: [pineapple]",
            "phrases: [pears, [apples]]",
            "9:20: expected a single value, not a list",
            id="list for a phrase",
        ),
        pytest.param(
            "phrases: [pineapple]",
            "phrases: ['pears', 'pine(apple']",
            "9:22: not a pattern: missing ): pine(apple",
            id="unbalanced pattern",
        ),
        pytest.param(
            "phrases: [pineapple]",
            "phrases: ['pears)|(apples']",
            "9:13: not a pattern: unexpected ): pears)|(apples",
            id="pattern balanced only from outside",
        ),
        pytest.param(
            "phrases: [pineapple]",
            "phrases: ['(?=pear)']",
            "9:13: not a pattern: invalid perl operator: (?=",
            id="look-ahead, which is not linear",
        ),
        pytest.param(
            "phrases: [pineapple]",
            "phrases: ['{froot}']",
            "9:13: not a pattern: unknown lexicon {froot}",
            id="unknown lexicon",
        ),
        pytest.param(
            "phrases: [pineapple]",
            "phrases: ['']",
            "9:13: not a pattern: an empty pattern matches everything",
            id="empty pattern",
        ),
        pytest.param(
            CHECK,
            "check:\n  type: literal\n  spots:\n    - {cure: remove, says: x, find: 'a b'}\n",
            "10:37: not a pattern: mark the place with <…>",
            id="literal pattern that marks nothing",
        ),
        pytest.param(
            CHECK,
            "check:\n  type: literal\n  spots:\n    - {cure: remove, says: x, find: '<a> (b'}\n",
            "10:37: not a pattern: missing ): (?P<mark>a) (b",
            id="unbalanced literal pattern",
        ),
        pytest.param(
            CHECK,
            "check:\n  type: measure\n  measure: sords\n",
            "9:12: 'sords' is not one of: " + ", ".join(sorted(m.value for m in Measure)),
            id="measure",
        ),
        pytest.param(
            CHECK,
            "check:\n  type: measure\n  measure: words\n  max: {thank-you: many}\n",
            "10:20: 'many' is not a whole number",
            id="limit",
        ),
        pytest.param(
            CHECK,
            "check:\n  type: measure\n  measure: words\n  max: {thanks: 9}\n",
            "10:9: 'thanks' is not one of: follow-up, rejection-reply, thank-you",
            id="limit for no kind",
        ),
        pytest.param(
            CHECK,
            "check:\n  type: measure\n  measure: words\n  max: {follow-up: 1, follow-up: 2}\n",
            "10:23: 'follow-up' is given twice",
            id="two limits for a kind",
        ),
        pytest.param(
            CHECK,
            "check:\n  type: move\n  move: x\n  expressions:\n"
            "    - {says: a, example: a, unless: [over]}\n",
            "11:38: 'over' is not one of: ended",
            id="unknown context",
        ),
        pytest.param(
            CHECK,
            "check:\n  type: move\n  move: x\n  expressions:\n"
            "    - {says: a, example: a, unless: [{name: over}]}\n",
            "11:38: expected a single value, not a mapping",
            id="context on the spot",
        ),
        pytest.param(
            CHECK,
            "check:\n  type: move\n  move: x\n  expressions:\n    - {says: a}\n",
            "11:7: lacks 'example'",
            id="expression without an example",
        ),
        pytest.param(
            CHECK,
            "check:\n  type: move\n  move: x\n  levels: [low, high]\n"
            "  expressions:\n    - {says: a, example: a, level: top}\n",
            "8:3: 'top' is not one of the move's levels: 'low', 'high'",
            id="level of an expression",
        ),
        pytest.param(
            CHECK,
            "check:\n  type: move\n  move: x\n  levels: [low, high]\n"
            "  enough: {follow-up: lo}\n  expressions: []\n",
            "8:3: 'lo' is not one of the move's levels: 'low', 'high'",
            id="level that is enough",
        ),
    ],
)
def test_a_rule_that_is_wrong(
    old: str, new: str, problem: str, reader: Reader, rule_file: Callable[..., Path]
) -> None:
    path = rule_file((old, new))
    with pytest.raises(SchemaError) as caught:
        reader.read(path, Rule)
    assert str(caught.value) == f"{path}:{problem}"


@pytest.mark.parametrize(
    ("data", "place"),
    [
        pytest.param(b"a: b: c\n", "1:5", id="two colons on a line"),
        pytest.param(b"ok: 1\na: [b, c\n", "3:1", id="list not closed"),
        pytest.param(b"ok: 1\na: *b\n", "2:4", id="alias of nothing"),
        pytest.param(b"a: 1\n---\nb: 2\n", "2:1", id="two documents"),
        pytest.param(b"a: \xff\n", "1:1", id="no UTF-8"),
        pytest.param(b"a: \x00\n", "1:1", id="NUL"),
    ],
)
def test_what_is_no_yaml(data: bytes, place: str, tmp_path: Path) -> None:
    path = tmp_path / "rule.yaml"
    path.write_bytes(data)
    with pytest.raises(SchemaError) as caught:
        Reader().read(path, Scalars)
    # The rest is libyaml's or PyYAML's wording; it must be one line.
    assert str(caught.value).startswith(f"{path}:{place}: not YAML: ")
    assert "\n" not in str(caught.value)


def test_a_file_that_will_not_open(tmp_path: Path) -> None:
    with pytest.raises(SchemaError) as caught:
        Reader().read(tmp_path, Scalars)
    assert str(caught.value).startswith(f"{tmp_path}:1:1: cannot be read: ")
