"""What is overheard, and what a network has to say to it."""

from __future__ import annotations

from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any

import pytest

from followlint.checks.ear import Ear
from followlint.text import Span

HERE = Span(3, 9)
EAR = Ear("pushy", alone=0.95, over=0.8, agreed=0.3)


def draft(opinion: float, reading: float | None) -> Any:
    """Return a draft of one sentence, without a network where `reading` is None."""
    opinions: Mapping[Span, Mapping[str, float]] = {HERE: {"pushy": opinion, "desperate": 0.1}}
    meanings = {HERE: {"pushy": reading}}
    return SimpleNamespace(opinions=opinions, has_meanings=reading is not None, meanings=meanings)


@pytest.mark.parametrize(
    ("opinion", "reading", "heard"),
    [
        (0.96, None, True),
        (0.94, None, False),
        (0.85, -0.8, True),  # e^-0.8: a likelihood of 0.31
        (0.85, -0.9, False),
        (0.99, -0.9, False),
        (0.79, 5.0, False),
    ],
)
def test_word_runs_and_the_network_must_agree(
    opinion: float, reading: float | None, heard: bool
) -> None:
    assert list(EAR.overhears(draft(opinion, reading))) == [HERE] * heard


def test_another_tone_is_not_heard() -> None:
    assert not list(Ear("desperate", alone=0.5).overhears(draft(0.99, None)))


def test_of_a_sentence_that_the_network_never_reads_nothing_is_said() -> None:
    far_behind = draft(0.99, 9.0)
    far_behind.meanings = {}
    assert not list(EAR.overhears(far_behind))
