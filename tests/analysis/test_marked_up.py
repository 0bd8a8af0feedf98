"""Code and emphasised words, and what a proofreader makes of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from followlint.analysis import Draft
from followlint.analysis.typos.marked_up import MarkedUp
from followlint.text import Span

EMPHASISED = {
    "stars": ("The *kenong* rang.", True),
    "underscores": ("The _kenong_ rang.", True),
    "a phrase": ("The *great kenong of Java* rang.", True),
    "elsewhere": ("The *Kenong* rang; a kenong is a gong.", True),
    "nowhere": ("The kenong rang.", False),
    "a bullet": ("* kenong\n* gong", False),
    "a product": ("3*kenong*4", False),
    "a name in code": ("See my_kenong_size.", False),
    "open": ("The *kenong rang.", False),
    "over a line": ("The *kenong\nrang*.", False),
}


@pytest.mark.parametrize(("text", "expected"), EMPHASISED.values(), ids=EMPHASISED)
def test_what_is_emphasised(text: str, expected: bool) -> None:
    assert MarkedUp(text).is_emphasised("kenong") is expected


def test_code_stands_in_backticks() -> None:
    text = "The fold `foldr (:) []` fuses."
    marked = MarkedUp(text)
    assert marked.is_code(Span(10, 15))
    assert not marked.is_code(Span(4, 8))


def test_neither_is_proofread(draft_of: Callable[..., Draft]) -> None:
    assert not draft_of("I wrote `recieve(teh)`, and I played the *kenong* for you.").slips


def test_a_plain_slip_is_one_even_where_it_is_emphasised(draft_of: Callable[..., Draft]) -> None:
    draft = draft_of("I *recieved* it on Monday.")
    assert [slip.span.of(draft.text) for slip in draft.slips] == ["recieved"]
