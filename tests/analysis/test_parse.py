from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from followlint.analysis import Draft, Tools
from followlint.analysis.parse import Pipeline
from followlint.errors import ToolError
from followlint.mail import Part, read
from followlint.text import Source

DraftOf = Callable[..., Draft]

SENTENCES = {
    "two in a paragraph": ("We met. It rained.", ["We met.", "It rained."]),
    "paragraphs": ("We met\n\nIt rained", ["We met", "It rained"]),
    "wrap": ("We met on the\nward.", ["We met on the\nward."]),
    "wrap with CRLF": ("We met at\r\nwork. It rained.", ["We met at\r\nwork.", "It rained."]),
    "title": ("I met Dr. Berg at work.", ["I met Dr. Berg at work."]),
    "emoji before": ("It rained 👍🏽. We met.", ["It rained 👍🏽.", "We met."]),
    "hyphen bullets": (
        "We spoke of:\n- the rota\n- the garden. It bloomed.",
        ["We spoke of:", "the rota", "the garden.", "It bloomed."],
    ),
    "other bullets": ("• rota\n* garden\n– ward", ["rota", "garden", "ward"]),
    "numbers": ("1. rota\n2) garden\n(3) ward", ["rota", "garden", "ward"]),
    "letters": ("a) rota\n(b) garden", ["rota", "garden"]),
    "wrapped bullet": ("- the rota of\n  the ward\n- tea", ["the rota of\n  the ward", "tea"]),
    "empty bullet": ("- \n- tea", ["tea"]),
    "no bullet": ("-5 degrees\nand 3.5 hours", ["-5 degrees\nand 3.5 hours"]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SENTENCES.values(), ids=SENTENCES)
def test_sentences(draft_of: DraftOf, text: str, expected: list[str]) -> None:
    assert [sentence.span.of(text) for sentence in draft_of(text).sentences] == expected


def test_every_new_part_is_read_and_no_quote(draft_of: DraftOf) -> None:
    text = """\
Subject: The tour
To: Ana

Hi Ana,

It rained.

Thanks again for the tea,
Tom Hale

P.S. I found it.

> We met.
"""
    found = [(s.part, s.span.of(text)) for s in draft_of(text, None).sentences]
    assert [entry for entry in found if entry[0] is not Part.GREETING] == [
        (Part.SUBJECT, "The tour"),
        (Part.BODY, "It rained."),
        (Part.CLOSING, "Thanks again for the tea,"),
        (Part.POSTSCRIPT, "P.S. I found it."),
    ]


def test_tokens_are_tagged_where_they_stand(draft_of: DraftOf) -> None:
    text = "- I didn’t see\r\nthe wards 👍."
    (sentence,) = draft_of(text).sentences
    assert [(token.text, token.tag) for token in sentence.tokens[:6]] == [
        ("I", "PRP"),
        ("did", "VBD"),
        ("n’t", "RB"),
        ("see", "VB"),
        ("the", "DT"),
        ("wards", "NNS"),
    ]
    assert [token.span.of(text) for token in sentence.tokens[2:]] == [
        "n’t",
        "see",
        "the",
        "wards",
        "👍",
        ".",
    ]
    assert " i did not see the wards " in sentence.view.text


PIECES = st.sampled_from(
    [
        "We met.",
        "Dr. Berg",
        " ",
        "\n",
        "\r\n",
        "\n\n",
        "- ",
        "1. ",
        "👍🏽",
        "Élodie’s",
        "?",
        "…",
        "\t",
    ]
)


@settings(max_examples=60)
@given(st.one_of(st.lists(PIECES, max_size=12).map("".join), st.text(max_size=40)))
def test_spans_slice_to_their_tokens_and_stand_in_order(tools: Tools, text: str) -> None:
    at = 0
    for sentence in Draft(read(Source("draft.txt", text)), tools).sentences:
        assert sentence.span.start == sentence.tokens[0].span.start
        assert sentence.span.end == sentence.tokens[-1].span.end
        for token in sentence.tokens:
            assert token.span.of(text) == token.text
            assert at <= token.span.start < token.span.end
            at = token.span.end


def test_a_pipeline_that_is_not_installed_is_named() -> None:
    with pytest.raises(ToolError, match="'en_nowhere' cannot be loaded; is it installed"):
        Pipeline("en_nowhere")
