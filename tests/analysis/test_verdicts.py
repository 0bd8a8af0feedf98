"""When a network is asked for the kind of a draft, and what becomes of its reading."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from followlint.analysis import Draft, Tools
from followlint.analysis.content import Content
from followlint.analysis.kind import SURE_LEAD, Cue, KindDetector
from followlint.analysis.parse import DEFAULT_PIPELINE
from followlint.errors import ToolError
from followlint.mail import Kind, read
from followlint.pattern import Lexicons, Pattern
from followlint.text import Source


class Stub:
    """Stands in for a network that is sure of one kind, or fails."""

    def __init__(self, says: Kind | Exception) -> None:
        self._says = says

    def read(self, pairs: Sequence[tuple[str, str]]) -> list[Mapping[str, float]]:
        if isinstance(self._says, Exception):
            raise self._says
        return [{kind.value: 9.0 * (kind is self._says) for kind in Kind} for _ in pairs]


THANKING = Stub(Kind.THANK_YOU)
UNASKED = Stub(AssertionError("asked"))
BROKEN = Stub(ToolError("the network moves.npz cannot be loaded"))


def draft(
    network: Stub | None,
    weight: float = 1.0,
    text: str = "Is there any news?",
    option: Kind | None = None,
    pipeline: str = DEFAULT_PIPELINE,
) -> Draft:
    """Return a draft in which a cue of this weight speaks for a follow-up."""
    cue = Cue(Kind.FOLLOW_UP, weight, Pattern.of("any news", Lexicons()))
    tools: Any = Tools(KindDetector([cue]), Content(), pipeline=pipeline)
    tools.meaning = network
    return Draft(read(Source("draft.txt", text)), tools, option)


@pytest.mark.parametrize("weight", [0.0, 1.0, SURE_LEAD])
def test_a_network_is_asked_where_the_kind_is_unsure(weight: float) -> None:
    verdict = draft(THANKING, weight).verdict
    assert (verdict.kind, verdict.told_by) == (Kind.THANK_YOU, "text")
    assert verdict.read[Kind.THANK_YOU] == pytest.approx(1)
    with pytest.raises(AssertionError, match="asked"):
        _ = draft(UNASKED, weight).verdict


def test_the_cues_stay_its_evidence() -> None:
    verdict, cues = draft(THANKING).verdict, draft(None).verdict
    assert verdict.evidence == cues.evidence != ()


def test_a_reading_that_agrees_makes_the_kind_surer() -> None:
    verdict, cues = draft(Stub(Kind.FOLLOW_UP)).verdict, draft(None).verdict
    assert verdict.kind is cues.kind is Kind.FOLLOW_UP
    assert verdict.lead > cues.lead


def test_a_draft_without_a_sentence_says_nothing_to_a_network() -> None:
    verdict = draft(Stub(Kind.FOLLOW_UP), text="").verdict
    assert (verdict.kind, verdict.lead) == (Kind.THANK_YOU, 0)


NOT_ASKED: dict[str, tuple[dict[str, Any], Kind, str]] = {
    "the cues are sure": ({"weight": SURE_LEAD + 0.01}, Kind.FOLLOW_UP, "text"),
    "the option says it": ({"option": Kind.REJECTION_REPLY}, Kind.REJECTION_REPLY, "option"),
    "the header says it": (
        {"text": "Kind: rejection-reply\n\nAny news?"},
        Kind.REJECTION_REPLY,
        "header",
    ),
}


@pytest.mark.parametrize(("given", "kind", "told_by"), NOT_ASKED.values(), ids=NOT_ASKED)
def test_otherwise_it_is_not(given: dict[str, Any], kind: Kind, told_by: str) -> None:
    verdict = draft(UNASKED, **given).verdict
    assert (verdict.kind, verdict.told_by, verdict.read) == (kind, told_by, {})


FAILING = {
    "the network": (BROKEN, DEFAULT_PIPELINE),
    "the pipeline that finds its sentences": (THANKING, "en_nowhere"),
}


@pytest.mark.parametrize(("network", "pipeline"), FAILING.values(), ids=FAILING)
def test_where_a_tool_fails_the_verdict_of_the_cues_stands(network: Stub, pipeline: str) -> None:
    verdict, cues = draft(network, pipeline=pipeline).verdict, draft(None).verdict
    assert verdict == cues
    assert (verdict.kind, verdict.lead) == (Kind.FOLLOW_UP, cues.lead)


def test_a_mistake_of_ours_is_not_kept_quiet() -> None:
    with pytest.raises(ZeroDivisionError):
        _ = draft(Stub(ZeroDivisionError())).verdict
