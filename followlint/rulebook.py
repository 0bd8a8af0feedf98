"""Finds, reads and chooses rules; knows where the shipped ones are.

A folder of rules holds one YAML file a rule, and beside them `lexicons/`: words and contexts that
the rules share. A user's folder may lean on the shipped lexicons and add its own.
"""

from __future__ import annotations

import difflib
import string
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path

from followlint.analysis.content import Content
from followlint.analysis.kind import Cue, KindDetector
from followlint.analysis.opinion import Weights
from followlint.analysis.typos.lexicon import Terms
from followlint.checks import CHECKS, Check
from followlint.checks.expression import Context
from followlint.errors import FollowlintError
from followlint.pattern import Lexicons, Literal, Pattern
from followlint.rule import Example, Rule
from followlint.schema import Reader

_RESERVED = "FL"
_LEXICONS = "lexicons"
_SUFFIX = ".yaml"


class RulebookError(FollowlintError):
    """A folder of rules that cannot be used, or a rule asked for that is not there."""


@dataclass(frozen=True)
class _WordLists:
    """A file in `lexicons/words/`: named alternatives for patterns."""

    lexicons: Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class _Contexts:
    """A file in `lexicons/contexts/`: named contexts for expressions."""

    contexts: Sequence[Context]


@dataclass(frozen=True)
class _Kinds:
    """`lexicons/kinds.yaml`: what a kind of email is told by."""

    cues: Sequence[Cue]


@dataclass(frozen=True)
class _ContentWords:
    """`lexicons/content.yaml`: what is said in every such email."""

    generic: Sequence[str]
    noise: Sequence[Pattern]


@dataclass(frozen=True)
class Rulebook:
    """The rules in the order of their codes, and the shared data the analyses need."""

    rules: tuple[Rule, ...]
    kinds: KindDetector = field(repr=False)
    content: Content = field(repr=False)
    terms: Terms = field(repr=False)
    opinions: Weights | None = field(default=None, repr=False)

    def find(self, name: str) -> Rule:
        """Return the rule of that code or slug; raises `RulebookError` with the nearest names."""
        for rule in self.rules:
            if name.upper() == rule.code or name == rule.slug:
                return rule
        known = [name for rule in self.rules for name in (rule.code, rule.slug)]
        near = difflib.get_close_matches(name, known, 3) or difflib.get_close_matches(
            name.upper(), known, 3
        )
        hint = f"; did you mean {' or '.join(near)}?" if near else "; see `followlint rules`"
        raise RulebookError(f"no rule is called {name!r}{hint}")

    def named(self, names: Iterable[str]) -> tuple[Rule, ...]:
        """Return the rules that any of some names means: codes, beginnings of codes and slugs.

        Raises `RulebookError` for a name that means none.
        """
        names = list(names)
        for name in names:
            if not any(rule.goes_by(name) for rule in self.rules):
                self.find(name)
        return tuple(rule for rule in self.rules if any(rule.goes_by(name) for name in names))

    def choose(self, select: Iterable[str] = (), ignore: Iterable[str] = ()) -> tuple[Rule, ...]:
        """Return the rules that are selected (all, without a selection) and not ignored.

        Names are codes, beginnings of codes and slugs. Raises `RulebookError` where a name means
        no rule, or where none is left.
        """
        selected, ignored = list(select), list(ignore)
        self.named((*selected, *ignored))
        chosen = tuple(
            rule
            for rule in self.rules
            if (not selected or any(rule.goes_by(name) for name in selected))
            and not any(rule.goes_by(name) for name in ignored)
        )
        if not chosen:
            raise RulebookError("no rule is left to check: everything selected is ignored")
        return chosen


def shipped() -> Path:
    """Return `rules/`: inside the package once installed, beside it in a checkout."""
    packaged = Path(str(files("followlint"))) / "rules"
    return packaged if packaged.is_dir() else Path(__file__).parents[1] / "rules"


def read_rulebook(extra: Iterable[Path] = (), *, compiled: bool = False) -> Rulebook:
    """Read the shipped rules and those in the `extra` folders.

    The patterns of `extra` folders are compiled at once, so that a broken one is an error with its
    place; those of the shipped rules, proven by the suite, only with `compiled`.

    Raises `SchemaError` for a file that is wrong, `RulebookError` for a folder without rules, a
    code given twice, or a user's code that begins with the reserved `FL`.
    """
    home = shipped()
    # The same folder may be named in the configuration and on the command line.
    folders = tuple({folder.resolve(): folder for folder in (home, *extra)}.values())
    words = _read_words(folders)
    lexicons = Lexicons(words)
    readers = {f: Reader(lexicons, compiled=compiled or f != home) for f in folders}
    contexts = _read_contexts(readers)
    plain = readers[home]
    kinds = plain.read(home / _LEXICONS / f"kinds{_SUFFIX}", _Kinds).cues
    content = plain.read(home / _LEXICONS / f"content{_SUFFIX}", _ContentWords)
    rules: dict[str, tuple[Rule, Path]] = {}
    for folder in folders:
        reader = Reader(
            lexicons,
            named={Check: CHECKS, Context: contexts},
            makers={Example: Example.of, Literal: Literal.of},
            compiled=compiled or folder != home,
        )
        for path in _rule_files(folder):
            rule = _read_rule(reader, path)
            if folder != home and rule.code.startswith(_RESERVED):
                raise RulebookError(
                    f"{path}: codes that begin with {_RESERVED} are followlint's own"
                )
            if rule.code in rules:
                raise RulebookError(f"{path}: {rule.code} is already in {rules[rule.code][1]}")
            rules[rule.code] = rule, path
    return Rulebook(
        tuple(rules[code][0] for code in sorted(rules)),
        KindDetector(kinds, Weights(home / _LEXICONS / "kind-grams.tsv")),
        Content(frozenset(content.generic), content.noise),
        Terms(tuple(sorted((home / _LEXICONS).glob("terms*.txt")))),
        Weights(home / _LEXICONS / "move-grams.tsv"),
    )


def _read_words(folders: Iterable[Path]) -> dict[str, Sequence[str]]:
    words: dict[str, Sequence[str]] = {}
    for path in _lexicon_files(folders, "words"):
        for name, entries in Reader().read(path, _WordLists).lexicons.items():
            if name in words:
                raise RulebookError(f"{path}: there is another lexicon called {name!r}")
            words[name] = entries
    return words


def _read_contexts(readers: Mapping[Path, Reader]) -> dict[str, Context]:
    contexts: dict[str, Context] = {}
    for folder, reader in readers.items():
        for path in _lexicon_files([folder], "contexts"):
            for context in reader.read(path, _Contexts).contexts:
                if context.name in contexts:
                    raise RulebookError(f"{path}: there is another context called {context.name!r}")
                contexts[context.name] = context
    return contexts


def _lexicon_files(folders: Iterable[Path], sort: str) -> Iterator[Path]:
    for folder in folders:
        yield from sorted((folder / _LEXICONS / sort).glob(f"*{_SUFFIX}"))


def _rule_files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        raise RulebookError(f"{folder}: no such folder of rules")
    found = sorted(folder.glob(f"*{_SUFFIX}"))
    if not found:
        raise RulebookError(f"{folder}: no rules here (one {_SUFFIX} file a rule)")
    return found


def _read_rule(reader: Reader, path: Path) -> Rule:
    rule = reader.read(path, Rule)
    if path.name != f"{rule.code}-{rule.slug}{_SUFFIX}":
        raise RulebookError(f"{path}: the file should be called {rule.code}-{rule.slug}{_SUFFIX}")
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
