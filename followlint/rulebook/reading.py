"""Folders of rules -> Rulebook."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from followlint.analysis.content import Content
from followlint.analysis.kind import Cue, KindDetector
from followlint.analysis.opinion import Weights
from followlint.analysis.typos.lexicon import Terms
from followlint.checks import CHECKS, Check
from followlint.checks.expression import Context
from followlint.pattern import Lexicons, Literal, Pattern
from followlint.rule import Example, Rule
from followlint.rulebook.book import Rulebook
from followlint.rulebook.proving import read_rule
from followlint.rulefiles import (
    LEXICONS,
    SUFFIX,
    RulebookError,
    lexicon_files,
    rule_files,
    rule_folders,
    shipped,
)
from followlint.schema import Reader

_RESERVED = "FL"


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


def read_rulebook(extra: Iterable[Path] = (), *, compiled: bool = False) -> Rulebook:
    """Read the shipped rules and those in the `extra` folders.

    The patterns of `extra` folders are compiled at once, so that a broken one is an error with its
    place; those of the shipped rules, proven by the suite, only with `compiled`.

    Raises `SchemaError` for a file that is wrong, `RulebookError` for a folder without rules, a
    code given twice, or a user's code that begins with the reserved `FL`.
    """
    home = shipped()
    folders = rule_folders(extra)
    words = _read_words(folders)
    lexicons = Lexicons(words)
    readers = {f: Reader(lexicons, compiled=compiled or f != home) for f in folders}
    contexts = _read_contexts(readers)
    plain = readers[home]
    kinds = plain.read(home / LEXICONS / f"kinds{SUFFIX}", _Kinds).cues
    content = plain.read(home / LEXICONS / f"content{SUFFIX}", _ContentWords)
    rules: dict[str, tuple[Rule, Path]] = {}
    for folder in folders:
        reader = Reader(
            lexicons,
            named={Check: CHECKS, Context: contexts},
            makers={Example: Example.of, Literal: Literal.of},
            compiled=compiled or folder != home,
        )
        for path in rule_files(folder):
            rule = read_rule(reader, path)
            if folder != home and rule.code.startswith(_RESERVED):
                raise RulebookError(
                    f"{path}: codes that begin with {_RESERVED} are followlint's own"
                )
            if rule.code in rules:
                raise RulebookError(f"{path}: {rule.code} is already in {rules[rule.code][1]}")
            rules[rule.code] = rule, path
    return Rulebook(
        tuple(rules[code][0] for code in sorted(rules)),
        KindDetector(kinds, Weights(home / LEXICONS / "kind-grams.tsv")),
        Content(frozenset(content.generic), content.noise),
        Terms(tuple(sorted((home / LEXICONS).glob("terms*.txt")))),
        Weights(home / LEXICONS / "sentence-grams.tsv"),
    )


def _read_words(folders: Iterable[Path]) -> dict[str, Sequence[str]]:
    words: dict[str, Sequence[str]] = {}
    for path in lexicon_files(folders, "words"):
        for name, entries in Reader().read(path, _WordLists).lexicons.items():
            if name in words:
                raise RulebookError(f"{path}: there is another lexicon called {name!r}")
            words[name] = entries
    return words


def _read_contexts(readers: Mapping[Path, Reader]) -> dict[str, Context]:
    contexts: dict[str, Context] = {}
    for folder, reader in readers.items():
        for path in lexicon_files([folder], "contexts"):
            for context in reader.read(path, _Contexts).contexts:
                if context.name in contexts:
                    raise RulebookError(f"{path}: there is another context called {context.name!r}")
                contexts[context.name] = context
    return contexts
