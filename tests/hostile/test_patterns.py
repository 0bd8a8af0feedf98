"""No regular expression runs away: rules' go through RE2, and our own are counted step by step."""

from __future__ import annotations

import ast
import dataclasses
import importlib
import pkgutil
import re
import sys
import typing
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import followlint
from followlint.checks import CHECKS
from followlint.errors import FollowlintError
from followlint.pattern import Lexicons, Pattern, PatternError
from followlint.rulebook import read_rulebook
from followlint.view import View, words_of

sys.path.insert(0, str(Path(__file__).parent))
from steps import Counted, RunawayError, attacked, attacks

PACKAGE = Path(followlint.__file__).parent
#: Whatever a pattern is about, these are held against it, too.
EVERYDAY = ["a", " ", "a ", "-", ".", "\n", "a.", "[", "(", "<", "@", "'", "1", "\t", "> "]
LENGTH = 40
#: `{2,40}` is bounded, which shows only in texts that are longer.
BEYOND = 5
#: What doubling may multiply the steps by: two and a rest, four and a rest.
LINEAR, SQUARE = 2.7, 4.7
#: Fewer steps than this are no growth to speak of.
FEW = 200
#: Functions that build a pattern of what they are given, and what of.
BUILT = {
    "globs.py": {"_regex", "_is_sound", "_states"},  # of a glob with two stars at the most
    "mail/bounds.py": {"_bounds"},  # of an escaped boundary
}


def modules() -> Iterator[Any]:
    for found in pkgutil.walk_packages(followlint.__path__, "followlint."):
        if not found.name.endswith("__main__"):
            yield importlib.import_module(found.name)


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def used_in_functions() -> Iterator[tuple[str, str, ast.expr]]:
    """Yield file, function and pattern of each call of `re` within a function."""
    for path in sorted(PACKAGE.rglob("*.py")):
        name = path.relative_to(PACKAGE).as_posix()
        for function in ast.walk(tree_of(path)):
            if isinstance(function, ast.FunctionDef):
                for node in ast.walk(function):
                    if (
                        isinstance(node, ast.Call)
                        and isinstance(node.func, ast.Attribute)
                        and isinstance(node.func.value, ast.Name)
                        and node.func.value.id == "re"
                        and node.func.attr != "escape"
                    ):
                        source = node.args[0]
                        either = (
                            [source.body, source.orelse]
                            if isinstance(source, ast.IfExp)
                            else [source]
                        )
                        yield from ((name, function.name, one) for one in either)


def known_patterns() -> dict[str, re.Pattern[Any]]:
    """Return every pattern of the standard library's that followlint has, by where it stands."""
    found: dict[tuple[Any, int], tuple[str, re.Pattern[Any]]] = {}
    for module in modules():
        for name, value in vars(module).items():
            for thing in value if isinstance(value, list | tuple) else [value]:
                if isinstance(thing, re.Pattern):
                    place = f"{module.__name__.removeprefix('followlint.')}.{name}"
                    found.setdefault((thing.pattern, thing.flags), (place, thing))
    for file, function, source in used_in_functions():
        if isinstance(source, ast.Constant):
            thing = re.compile(source.value)
            found.setdefault((thing.pattern, thing.flags), (f"{file}:{function}", thing))
    numbered: dict[str, re.Pattern[Any]] = {}
    for place, thing in found.values():
        numbered[f"{place}#{len(numbered)}" if place in numbered else place] = thing
    return numbered


PATTERNS = known_patterns()


@pytest.fixture(autouse=True)
def deep() -> Iterator[None]:
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(50_000)
    yield
    sys.setrecursionlimit(limit)


def grown(
    steps: Callable[[str], int], before: str, body: str, length: int, allowed: float
) -> float:
    """Return by how much the steps multiply where a text is twice as long."""
    growth = 1.0
    for size in (length, length * BEYOND):
        few, many = (steps(attacked(before, body, n)) for n in (size, 2 * size))
        growth = many / few if many > FEW else 1.0
        if growth <= allowed:
            break
    return growth


def worst(pattern: re.Pattern[Any]) -> tuple[float, float]:
    """Return the worst growth of one try at one place, and of a search through the whole text."""
    counted = Counted(pattern)

    def at_once(text: str) -> int:
        counted.match(text)
        return counted.steps

    def anywhere(text: str) -> int:
        counted.search(text)
        return counted.steps

    texts = {*attacks(counted.tree), *(("", body) for body in EVERYDAY)}
    return (
        max(grown(at_once, *text, LENGTH, LINEAR) for text in texts),
        max(grown(anywhere, *text, LENGTH // 2, SQUARE) for text in texts),
    )


@pytest.mark.parametrize("place", PATTERNS)
def test_steps_grow_with_the_text(place: str) -> None:
    """A try is linear; a search, a try at each place, is at most a square.

    A square of what? Of a piece of the draft, which is never longer than `LONGEST_PIECE`: see
    `test_growth.py`, where whole drafts are doubled.
    """
    at_once, anywhere = worst(PATTERNS[place])
    assert at_once <= LINEAR, PATTERNS[place].pattern
    assert anywhere <= SQUARE, PATTERNS[place].pattern


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (r"(a+)+$", "a" * 30),
        (r"(?:a|a)*b", "a" * 30),
        (r"\s*,?\s*$", " " * 80),
        (r"(?:x+x+)+y", "x" * 30),
        (r"a*a*a*c", "a" * 80),
    ],
)
def test_a_runaway_is_seen(pattern: str, text: str) -> None:
    try:
        growth, _ = worst(re.compile(pattern))
    except RunawayError:
        return
    assert growth > LINEAR, text


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (r"(\w+)@(\w+)\.com", "ana@example.com"),
        (r"(?<!a)b(?=c|$)", "abc bc b"),
        (r"(?i)dear\s+(?:mr|ms)\.? [a-z]+?,", "Dear Ms. Berg, and all,"),
        (r"(['\"]).*?\1", "say 'no \"way' now"),
        (r"^\S+$|\bx{2,3}\b", "a xx b"),
        (r"[^\W\d_]+(?:['’-][^\W\d_]+)*\.?", "O’Neill-Byrne."),
        (r"(?m)^> ?", "a\n> b"),
    ],
)
def test_the_counting_matcher_finds_what_python_finds(pattern: str, text: str) -> None:
    compiled = re.compile(pattern)
    found = compiled.search(text)
    assert Counted(compiled).search(text) == (found.end() if found else None)
    for at in range(len(text)):
        there = compiled.match(text, at)
        assert Counted(compiled).match(text, at) == (there.end() if there else None), at


def test_patterns_are_written_down_not_put_together() -> None:
    astray = [
        (file, function, ast.unparse(source))
        for file, function, source in used_in_functions()
        if not isinstance(source, ast.Constant)
        and function not in BUILT.get(file, ())
        # A format of text and constants is as good as a constant.
        and not (isinstance(source, ast.JoinedStr | ast.Name) and file != "globs.py")
    ]
    assert astray == []


class TestRules:
    """What a rule's author writes is RE2's: linear in the text, whatever is written."""

    def test_no_field_of_a_check_takes_a_pattern_of_the_standard_library(self) -> None:
        seen: set[Any] = set()
        waiting: list[Any] = list(CHECKS.values())
        while waiting:
            kind = waiting.pop()
            if kind in seen:
                continue
            seen.add(kind)
            assert kind is not re.Pattern
            waiting += typing.get_args(kind)
            if dataclasses.is_dataclass(kind) and isinstance(kind, type):
                waiting += typing.get_type_hints(kind).values()
        assert Pattern in seen  # we did look

    def test_what_only_backtracking_can_do_is_refused(self, rule_file: Any) -> None:
        for pattern in (r"(a)\\1", "a(?=b)", "(?<!a)b", "(?>a)"):
            path = rule_file(("phrases: [pineapple]", f'phrases: ["{pattern}"]'))
            with pytest.raises(FollowlintError, match=r"TM001-pineapple.yaml:\d+:\d+: "):
                read_rulebook([path.parent])

    @pytest.mark.parametrize("evil", ["(?:(?:a )+)+b", "(?:a ?|a ?a ?)*b", "(?:[^x]*)*x"])
    def test_evil_patterns_end(self, evil: str) -> None:
        view = View(words_of("a " * 20_000))
        assert list(Pattern.of(evil, Lexicons()).ranges(view)) == []

    def test_a_lexicon_of_lexicons_of_lexicons_is_refused(self) -> None:
        words = {"a": ["lol"] * 10}
        words |= {chr(98 + n): [f"{{{chr(97 + n)}}}"] * 10 for n in range(12)}
        with pytest.raises(PatternError, match="too much"):
            Pattern.of("{m}", Lexicons(words))

    def test_an_expression_too_large_for_its_memory_is_refused(self) -> None:
        with pytest.raises(PatternError):
            Pattern.of("(?:(?:a{999}){999}){999}", Lexicons())
