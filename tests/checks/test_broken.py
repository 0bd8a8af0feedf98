from __future__ import annotations

from collections.abc import Callable

from followlint.analysis import Draft
from followlint.checks import CHECKS, Broken, Hit
from followlint.text import Span

DraftOf = Callable[..., Draft]


def test_a_draft_that_is_none_is_hit_at_its_first_place(draft_of: DraftOf) -> None:
    draft = draft_of("", None, broken="not UTF-8 text")
    assert list(Broken().hits(draft)) == [Hit(Span(0, 0), {"reason": "not UTF-8 text"})]


def test_a_draft_is_no_hit(draft_of: DraftOf) -> None:
    assert not list(Broken().hits(draft_of("Hi Ana,", None)))


def test_no_other_check_judges_what_is_no_draft() -> None:
    assert [name for name, check in CHECKS.items() if check.judges_broken] == ["broken"]
