from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

from followlint.analysis import Draft
from followlint.checks.grade import Grade
from followlint.text import Span

DraftOf = Callable[..., Draft]

#: 30 words, three times over: long words in long sentences.
HARD = (
    "Notwithstanding considerable organisational complexity the multidisciplinary committee"
    " subsequently recommended comprehensive infrastructural modernisation alongside"
    " collaborative experimentation because interdepartmental communication had previously"
    " demonstrated substantial inefficiencies throughout international manufacturing"
    " operations and correspondingly unsustainable administrative expenditure. "
)
#: As long, and easy.
EASY = "We saw the big red cat and the dog and the cow and the hen in the old yard by the mill. "
#: As hard a vocabulary, in short sentences.
SHORT = "Multidisciplinary committees recommended comprehensive modernisation. "


def test_a_hard_body_is_hit_at_its_start(draft_of: DraftOf) -> None:
    text = f"Subject: Rain\n\nDear Ana,\n\n{HARD * 3}\n\nBest,\nTom"
    at = text.index(HARD)
    (hit,) = Grade(16).hits(draft_of(text, None))
    assert hit.span == Span(at, at)
    assert hit.says["limit"] == 16
    grade = hit.says["number"]
    assert isinstance(grade, int)
    assert list(Grade(grade - 1).hits(draft_of(HARD * 3)))
    assert not list(Grade(grade).hits(draft_of(HARD * 3)))


def test_an_easy_body_is_none(draft_of: DraftOf) -> None:
    assert not list(Grade(16).hits(draft_of(EASY * 5)))


@pytest.mark.parametrize(
    "text", ["", HARD, SHORT * 20], ids=["nothing", "few words", "short sentences"]
)
def test_the_reading_library_is_left_alone(
    draft_of: DraftOf, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    monkeypatch.setitem(sys.modules, "textstat", None)
    assert not list(Grade(1).hits(draft_of(text)))


def test_long_sentences_need_the_reading_library(
    draft_of: DraftOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "textstat", None)
    with pytest.raises(ImportError, match="textstat"):
        list(Grade(1).hits(draft_of(HARD * 3)))


def test_nor_is_a_text_far_below_the_limit_asked_about(
    draft_of: DraftOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "textstat", None)
    assert not list(Grade(16).hits(draft_of(EASY * 5)))
