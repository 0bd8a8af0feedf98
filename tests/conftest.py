"""What the tests share. Reading the rules and loading the English pipeline takes seconds, so each
is done once a session (once in each process, where there are several), whoever asks for it."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import settings

import followlint.analysis.tools
import followlint.cache.rules
import followlint.linter
from followlint.analysis import Draft, Tools
from followlint.analysis.content import Content
from followlint.analysis.kind import KindDetector
from followlint.analysis.parse import Pipeline
from followlint.cli import main
from followlint.linter import Linter
from followlint.mail import Email, Kind, Part, read, read_fragment
from followlint.pattern import Lexicons, Pattern
from followlint.rulebook import Rulebook, read_rulebook
from followlint.text import Source

# The same examples in every run, however slow the machine.
settings.register_profile("followlint", deadline=None, derandomize=True)
settings.load_profile("followlint")

#: A rule of a user's own, as short as a rule can be.
TEAM_RULE = Path(__file__).with_name("team-rule.yaml").read_text(encoding="utf-8")


@pytest.fixture(scope="session", autouse=True)
def nobodys_configuration(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the configuration of whoever runs the tests out of them."""
    with pytest.MonkeyPatch.context() as patch:
        nobody = tmp_path_factory.mktemp("nobody")
        patch.setenv("XDG_CONFIG_HOME", str(nobody))
        # A file is no folder: nothing is kept between runs but where a test asks for it.
        (nobody / "no-folder").touch()
        patch.setenv("FOLLOWLINT_CACHE_DIR", str(nobody / "no-folder"))
        yield


@pytest.fixture(scope="session")
def rulebook() -> Rulebook:
    """The shipped rules."""
    return read_rulebook()


@pytest.fixture(scope="session", autouse=True)
def read_and_loaded_once(nobodys_configuration: None, rulebook: Rulebook) -> Iterator[None]:
    """Let every run within this process have the same shipped rules and English pipeline.

    Nothing of them changes by their use, and each run's own would be most of its time. Rules of a
    user's are read anew, and so are all rules where a test has a cache of its own to keep them in;
    a process of its own begins from nothing.
    """
    nowhere = os.environ["FOLLOWLINT_CACHE_DIR"]

    def read(extra: Iterable[Path] = ()) -> Rulebook:
        folders = tuple(extra)
        shared = not folders and os.environ.get("FOLLOWLINT_CACHE_DIR") == nowhere
        return rulebook if shared else read_rulebook(folders)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(followlint.cache.rules, "read_rulebook", read)
        patch.setattr(followlint.linter, "read_rulebook", read)
        patch.setattr(followlint.analysis.tools, "Pipeline", functools.cache(Pipeline))
        yield


class Outcome(NamedTuple):
    """What came of a command."""

    status: int
    out: str
    err: str


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, far from our own configuration."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def invoke(capsys: pytest.CaptureFixture[str]) -> Callable[..., Outcome]:
    """Run the command line in this process."""

    def call(*arguments: str) -> Outcome:
        status = main(arguments)
        return Outcome(status, *capsys.readouterr())

    return call


@pytest.fixture(scope="session")
def linter(rulebook: Rulebook) -> Linter:
    """A linter of the shipped rules."""
    return Linter(rulebook)


@pytest.fixture(scope="session")
def tools() -> Tools:
    """The real pipeline and typo engine with next to no data: for tests of the machinery."""
    content = Content(frozenset({"am", "is", "role"}), [Pattern.of("great team", Lexicons())])
    return Tools(KindDetector(()), content)


@pytest.fixture(scope="session")
def email_of() -> Callable[..., Email]:
    """Text -> Email: a whole draft, or nothing but `part` where one is given."""

    def make(text: str, part: Part | None = None) -> Email:
        source = Source("draft.txt", text)
        return read_fragment(source, part) if part else read(source)

    return make


@pytest.fixture(scope="session")
def draft_of(tools: Tools, email_of: Callable[..., Email]) -> Callable[..., Draft]:
    """Text -> analysed Draft, as `email_of`; by default a piece of the body of a thank-you."""

    def make(
        text: str,
        part: Part | None = Part.BODY,
        kind: Kind | None = Kind.THANK_YOU,
        accept: tuple[str, ...] = (),
        broken: str = "",
        today: date | None = None,
    ) -> Draft:
        return Draft(email_of(text, part), tools, kind, accept, broken, today=today)

    return make


@pytest.fixture
def rule_file(tmp_path: Path) -> Callable[..., Path]:
    """(old, new) … -> the path of a user's own rule in `team/`, these pieces of it swapped."""

    def write(*swaps: tuple[str, str], name: str = "TM001-pineapple.yaml") -> Path:
        text = TEAM_RULE
        for old, new in swaps:
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        path = tmp_path / "team" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return write
