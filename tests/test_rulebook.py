"""Folders of rules: what is found, what is refused, and how rules are chosen by name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from followlint.checks.phrase import Phrase
from followlint.rulebook import Rulebook, RulebookError, read_rulebook, shipped
from followlint.schema import SchemaError

CHECK = """\
check:
  type: phrase
  phrases: [pineapple]
"""


def test_the_shipped_rules_stand_in_the_order_of_their_codes(rulebook: Rulebook) -> None:
    codes = [rule.code for rule in rulebook.rules]
    assert codes == sorted(codes)
    assert len(codes) == len(list(shipped().glob("*.yaml")))


def test_every_shipped_pattern_compiles(rulebook: Rulebook) -> None:
    # A run takes that on trust: it compiles only what it needs.
    proven = read_rulebook(compiled=True)
    assert [rule.code for rule in proven.rules] == [rule.code for rule in rulebook.rules]


def test_a_users_folder_adds_to_the_shipped_rules(
    rule_file: Callable[..., Path], rulebook: Rulebook
) -> None:
    book = read_rulebook([rule_file().parent])
    assert [rule.code for rule in book.rules] == [*(r.code for r in rulebook.rules), "TM001"]


def test_two_folders_of_a_users(rule_file: Callable[..., Path], tmp_path: Path) -> None:
    first = rule_file().parent
    second = tmp_path / "house"
    second.mkdir()
    text = (first / "TM001-pineapple.yaml").read_text(encoding="utf-8")
    (second / "AB001-pineapple.yaml").write_text(text.replace("TM001", "AB001"), encoding="utf-8")
    codes = [rule.code for rule in read_rulebook([first, second]).rules]
    assert (codes[0], codes[-1]) == ("AB001", "TM001")


def test_a_users_rule_leans_on_a_lexicon_of_its_own(rule_file: Callable[..., Path]) -> None:
    folder = rule_file(("phrases: [pineapple]", "phrases: ['{team-fruit} juice']")).parent
    words = folder / "lexicons" / "words"
    words.mkdir(parents=True)
    (words / "fruit.yaml").write_text("lexicons:\n  team-fruit: [fig, plum]\n", encoding="utf-8")
    check = read_rulebook([folder]).find("TM001").check
    assert isinstance(check, Phrase)
    assert check.phrases[0].expanded == "(?:fig|plum) juice"


def test_a_users_lexicon_of_a_name_that_is_taken(rule_file: Callable[..., Path]) -> None:
    folder = rule_file().parent
    words = folder / "lexicons" / "words"
    words.mkdir(parents=True)
    for name in ("a.yaml", "b.yaml"):
        (words / name).write_text("lexicons:\n  team-fruit: [fig]\n", encoding="utf-8")
    with pytest.raises(RulebookError) as caught:
        read_rulebook([folder])
    assert str(caught.value) == f"{words / 'b.yaml'}: there is another lexicon called 'team-fruit'"


def test_a_users_rule_leans_on_a_context_of_its_own(rule_file: Callable[..., Path]) -> None:
    move = (
        "check: {type: move, move: fruit, expressions: [{says: fig, example: A fig, "
        "unless: [team-rotten]}]}\n"
    )
    folder = rule_file((CHECK, move), ("“{match}”", "fig")).parent
    contexts = folder / "lexicons" / "contexts"
    contexts.mkdir(parents=True)
    (contexts / "fruit.yaml").write_text(
        "contexts:\n  - {name: team-rotten, where: clause, patterns: [rotten]}\n", encoding="utf-8"
    )
    rule = read_rulebook([folder]).find("TM001")
    assert rule.check.expressions[0].unless[0].name == "team-rotten"  # type: ignore[attr-defined]


def test_a_users_context_with_a_broken_pattern(rule_file: Callable[..., Path]) -> None:
    folder = rule_file().parent
    path = folder / "lexicons" / "contexts" / "fruit.yaml"
    path.parent.mkdir(parents=True)
    text = "contexts:\n  - {name: team-rotten, where: clause, patterns: ['rotten(']}\n"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SchemaError) as caught:
        read_rulebook([folder])
    assert str(caught.value) == f"{path}:2:51: not a pattern: missing ): rotten("


@pytest.mark.parametrize(
    ("swaps", "name", "problem"),
    [
        pytest.param(
            [("code: TM001", "code: FL999")],
            "FL999-pineapple.yaml",
            "codes that begin with FL are followlint's own",
            id="reserved code",
        ),
        pytest.param(
            [],
            "pineapple.yaml",
            "the file should be called TM001-pineapple.yaml",
            id="file without the code",
        ),
        pytest.param(
            [("slug: pineapple", "slug: ananas")],
            "TM001-pineapple.yaml",
            "the file should be called TM001-ananas.yaml",
            id="file of another slug",
        ),
        pytest.param(
            [('bad:\n    - "I like [[pineapple]]."', "bad: []")],
            "TM001-pineapple.yaml",
            "a rule needs bad and good examples",
            id="no bad example",
        ),
        pytest.param(
            [("good:\n    - I like work.", "good: []")],
            "TM001-pineapple.yaml",
            "a rule needs bad and good examples",
            id="no good example",
        ),
        pytest.param(
            [("[[pineapple]]", "pineapple")],
            "TM001-pineapple.yaml",
            "no [[mark]] in the bad example 'I like pineapple.'",
            id="bad example without a mark",
        ),
        pytest.param(
            [("{match}", "{fruit}")],
            "TM001-pineapple.yaml",
            "the message cannot fill ['fruit']; the check says: match",
            id="slot that the check does not fill",
        ),
        pytest.param(
            [("{match}", "{}")],
            "TM001-pineapple.yaml",
            "the message cannot fill ['']; the check says: match",
            id="slot without a name",
        ),
        pytest.param(
            [("{match}", "{match:d}")],
            "TM001-pineapple.yaml",
            "the message cannot fill ['match:d']; the check says: match",
            id="slot with a format",
        ),
        pytest.param(
            [("{match}", "{match!r}")],
            "TM001-pineapple.yaml",
            "the message cannot fill ['match!r']; the check says: match",
            id="slot with a conversion",
        ),
        pytest.param(
            [("{match}", "{match")],
            "TM001-pineapple.yaml",
            "the message cannot be filled: expected '}' before end of string",
            id="brace left open",
        ),
        pytest.param(
            [(CHECK, "check: {type: absent, part: subject}\n")],
            "TM001-pineapple.yaml",
            "the message cannot fill ['match']; the check says: nothing",
            id="check that fills nothing",
        ),
    ],
)
def test_a_rule_that_is_refused(
    swaps: list[tuple[str, str]], name: str, problem: str, rule_file: Callable[..., Path]
) -> None:
    path = rule_file(*swaps, name=name)
    with pytest.raises(RulebookError) as caught:
        read_rulebook([path.parent])
    assert str(caught.value) == f"{path}: {problem}"


def test_a_wrong_file_is_named_with_its_place(rule_file: Callable[..., Path]) -> None:
    path = rule_file(("severity: warning", "severity: warn"))
    with pytest.raises(SchemaError) as caught:
        read_rulebook([path.parent])
    assert str(caught.value) == f"{path}:6:11: 'warn' is not one of: error, warning"


def test_a_code_given_twice_names_both_files(rule_file: Callable[..., Path]) -> None:
    first = rule_file(("slug: pineapple", "slug: ananas"), name="TM001-ananas.yaml")
    second = rule_file()
    with pytest.raises(RulebookError) as caught:
        read_rulebook([first.parent])
    assert str(caught.value) == f"{second}: TM001 is already in {first}"


def test_a_folder_without_rules_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "TM001-pineapple.yml").write_text("code: TM001\n", encoding="utf-8")
    with pytest.raises(RulebookError) as caught:
        read_rulebook([tmp_path])
    assert str(caught.value) == f"{tmp_path}: no rules here (one .yaml file a rule)"


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(RulebookError) as caught:
        read_rulebook([tmp_path / "rules"])
    assert str(caught.value) == f"{tmp_path / 'rules'}: no such folder of rules"


def codes(rulebook: Rulebook, **names: list[str]) -> list[str]:
    return [rule.code for rule in rulebook.choose(**names)]


def test_without_names_every_rule_is_chosen(rulebook: Rulebook) -> None:
    assert rulebook.choose() == rulebook.rules


@pytest.mark.parametrize(
    ("select", "chosen"),
    [
        pytest.param(["FL201"], ["FL201"], id="code"),
        pytest.param(["fl201"], ["FL201"], id="code in small letters"),
        pytest.param(["emoji"], ["FL201"], id="slug"),
        pytest.param(["emoji", "FL201"], ["FL201"], id="one rule by two names"),
        pytest.param(["FL404", "FL201"], ["FL201", "FL404"], id="in the order of the codes"),
    ],
)
def test_select_by_name(select: list[str], chosen: list[str], rulebook: Rulebook) -> None:
    assert codes(rulebook, select=select) == chosen


def test_select_by_the_beginning_of_a_code(rulebook: Rulebook) -> None:
    chosen = codes(rulebook, select=["FL20"])
    assert chosen == [rule.code for rule in rulebook.rules if rule.code.startswith("FL20")]
    assert {"FL201", "FL203"} <= set(chosen)


def test_ignore_wins_over_select(rulebook: Rulebook) -> None:
    assert codes(rulebook, select=["FL201", "FL203"], ignore=["emoji"]) == ["FL203"]


def test_ignore_alone_takes_from_all(rulebook: Rulebook) -> None:
    assert codes(rulebook, ignore=["FL2"]) == [
        rule.code for rule in rulebook.rules if not rule.code.startswith("FL2")
    ]


def test_nothing_left_is_an_error(rulebook: Rulebook) -> None:
    with pytest.raises(RulebookError) as caught:
        rulebook.choose(["emoji"], ["FL201"])
    assert str(caught.value) == "no rule is left to check: everything selected is ignored"


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        pytest.param("emojy", "no rule is called 'emojy'; did you mean emoji", id="near a slug"),
        pytest.param("FL5O1", "no rule is called 'FL5O1'; did you mean FL5", id="near a code"),
        pytest.param("fl5o1", "no rule is called 'fl5o1'; did you mean FL5", id="small letters"),
        pytest.param("201", "no rule is called '201'; did you mean FL201", id="number alone"),
        pytest.param("Emoji", "no rule is called 'Emoji'; did you mean emoji", id="capital"),
    ],
)
@pytest.mark.parametrize("how", ["select", "ignore"])
def test_unknown_names_are_refused_with_the_nearest(
    name: str, problem: str, how: str, rulebook: Rulebook
) -> None:
    with pytest.raises(RulebookError) as caught:
        rulebook.choose(**{how: [name]})
    assert str(caught.value).startswith(problem)


@pytest.mark.parametrize("name", ["", "qqq"])
def test_a_name_near_nothing(name: str, rulebook: Rulebook) -> None:
    with pytest.raises(RulebookError) as caught:
        rulebook.choose([name])
    assert str(caught.value) == f"no rule is called {name!r}; see `followlint rules`"


@pytest.mark.parametrize("name", ["FL201", "fl201", "emoji"])
def test_find_by_code_or_slug(name: str, rulebook: Rulebook) -> None:
    assert rulebook.find(name).code == "FL201"


@pytest.mark.parametrize("name", ["FL2", "F", ""])
def test_find_wants_a_whole_name(name: str, rulebook: Rulebook) -> None:
    with pytest.raises(RulebookError):
        rulebook.find(name)


@pytest.mark.parametrize(
    "path", sorted(shipped().rglob("*.yaml")), ids=lambda path: str(path.relative_to(shipped()))
)
def test_shipped_files_need_no_libyaml(path: Path) -> None:
    assert yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
