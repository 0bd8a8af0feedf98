from __future__ import annotations

from collections.abc import Callable

import pytest

from followlint.analysis import Draft, Need, Tools
from followlint.analysis.content import Content
from followlint.analysis.kind import KindDetector
from followlint.errors import ToolError
from followlint.mail import Kind, Part

DraftOf = Callable[..., Draft]


def test_misspelt_words_are_mended_where_they_stand(draft_of: DraftOf) -> None:
    text = "I am greatful. I recieved it."
    draft = draft_of(text, kind=Kind.FOLLOW_UP)
    mended = draft.mended
    assert mended is not None
    assert mended.view.text == " i am grateful . i received it . "
    assert draft.view.text == " i am greatful . i recieved it . "
    assert [sentence.span for sentence in mended.sentences] == [
        sentence.span for sentence in draft.sentences
    ]
    assert (mended.text, mended.kind) == (text, Kind.FOLLOW_UP)


def test_a_clean_draft_needs_no_mending(draft_of: DraftOf) -> None:
    assert draft_of("I am grateful.").mended is None


def test_the_greeting_is_no_prose(draft_of: DraftOf) -> None:
    draft = draft_of("Subject: Rain\n\nDear Ana,\n\nIt rained.\n\nBest,\nTom", None)
    assert draft.view.text == " rain it rained . best , "
    assert [len(clauses) for clauses in draft.clauses] == [1, 1, 1]


def test_spans_of_parts_stand_in_the_order_of_the_text(draft_of: DraftOf) -> None:
    text = "Hi Ana,\n\nIt rained.\n\nA lot.\n\nBest,\nTom"
    draft = draft_of(text, None)
    found = [span.of(text) for span in draft.spans(Part.CLOSING, Part.BODY)]
    assert found == ["It rained.", "A lot.", "Best,"]


def tools_of(pipeline: str, generic: frozenset[str] = frozenset()) -> Tools:
    return Tools(DETECTOR, Content(generic), pipeline=pipeline)


DETECTOR = KindDetector(())


def test_a_tool_that_cannot_be_had_fails_whenever_it_is_asked_for() -> None:
    tools = tools_of("en_nowhere")
    tools.warm([Need.PARSE])
    for _ in range(2):
        with pytest.raises(ToolError, match="'en_nowhere' cannot be loaded"):
            _ = tools.pipeline


def test_a_tool_is_built_once(tools: Tools) -> None:
    assert tools.pipeline is tools.pipeline
    assert tools.engine is tools.engine


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (tools_of("en_here"), True),
        (tools_of("en_there"), False),
        (tools_of("en_here", frozenset({"role"})), False),
        (Tools(KindDetector(()), Content(), pipeline="en_here"), False),
        (Tools(DETECTOR, Content(), frozenset({"dbt"}), "en_here"), False),
    ],
    ids=["alike", "another pipeline", "other content", "other cues", "other terms"],
)
def test_tools_that_would_be_built_alike(other: Tools, expected: bool) -> None:
    assert tools_of("en_here").same_as(other) is expected
