"""What the tests share. Loading the English pipeline and the typo engine takes seconds, so each
linter is built once a session."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from followlint.analysis import Draft, Tools
from followlint.analysis.content import Content
from followlint.analysis.kind import KindDetector
from followlint.linter import Linter
from followlint.mail import Email, Kind, Part, read, read_fragment
from followlint.rulebook import Rulebook, read_rulebook
from followlint.text import Source


@pytest.fixture(scope="session")
def rulebook() -> Rulebook:
    """The shipped rules."""
    return read_rulebook()


@pytest.fixture(scope="session")
def linter(rulebook: Rulebook) -> Linter:
    """A linter of the shipped rules."""
    return Linter(rulebook)


@pytest.fixture(scope="session")
def tools() -> Tools:
    """The real pipeline and typo engine without any shipped data: for tests of the machinery."""
    return Tools(KindDetector(()), Content())


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
    ) -> Draft:
        return Draft(email_of(text, part), tools, kind, accept, broken)

    return make
