"""What the benchmark measures on."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.drafts import DEVELOPMENT, of_words, texts, write
from followlint.mail import Part, read
from followlint.text import Source


def test_nothing_that_is_only_measured_on() -> None:
    assert not any("test" in name for name in DEVELOPMENT)


def test_as_many_drafts_as_wanted(tmp_path: Path) -> None:
    number = len(texts()) + 2
    paths = write(tmp_path / "many", number)
    assert len(set(paths)) == len(list((tmp_path / "many").iterdir())) == number
    assert paths[-1].read_text(encoding="utf-8") == paths[1].read_text(encoding="utf-8")


@pytest.mark.parametrize("number", [100, 3_000])
def test_a_draft_of_so_many_words(number: int) -> None:
    text = of_words(number)
    body = read(Source("<email>", text)).of(Part.BODY)
    assert sum(len(block.span.of(text).split()) for block in body) == pytest.approx(number, rel=0.1)
