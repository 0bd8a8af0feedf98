"""Farewells that share a line with text, and greetings below a letter's head."""

from __future__ import annotations

import pytest

from followlint.mail import read
from followlint.text import Source, fold

BODY = "It rained on the kiln."

ENDINGS = {
    "a goodbye ends the text": ("{} Talk soon.\n\nTom", "Talk soon. | Tom"),
    "a wish ends the text": ("{} Have a good one.\n\nTom", "Have a good one. | Tom"),
    "a greeting ends the text": ("{} A kiss to all.\n\nTom Hale", "A kiss to all. | Tom Hale"),
    "a goodbye right above the name": ("{}\n\nTalk soon.\nTom", "Talk soon. | Tom"),
    "all on one line": ("{} Best, Tom", "Best, | Tom"),
    "all on one line, exclaimed": ("{} Thanks! Tom", "Thanks! | Tom"),
    "two farewells and the name": ("{}\n\nThanks again,\nBest, Tom", "Thanks again, Best, | Tom"),
    "a name below the text": ("{}\n\nThe yard dried.\nTom", " | Tom"),
    "a name above a postscript": ("{}\n\nThe yard dried.\nTom\nPS It rains.", " | Tom"),
    "thanks stay in the text": ("{} Thank you for the tour.\n\nTom", " | Tom"),
    "a long goodbye stays in the text": (
        "{} Have a good week with the kiln, the yard, the night team and all the rest.\n\nTom",
        " | Tom",
    ),
    "a question stays in the text": ("{} See you soon?\n\nTom", " | Tom"),
    "no name": ("{} Talk soon.", " | "),
    "no farewell": ("{}\n\nTom", " | Tom"),
    "a farewell of its own": (
        "{}\n\nThanks again!\nKind regards,\nTom",
        "Thanks again! Kind regards, | Tom",
    ),
}


@pytest.mark.parametrize(("text", "expected"), ENDINGS.values(), ids=ENDINGS)
def test_endings(text: str, expected: str) -> None:
    text = f"Dear Ana,\n\n{text}".replace("{}", BODY)
    blocks = read(Source("draft.txt", text)).blocks
    found = {block.part.value: fold(block.span.of(text)) for block in blocks}
    assert f"{found.get('closing', '')} | {found.get('signature', '')}" == expected
    assert BODY in text[blocks[1].span.start : blocks[1].span.end]


HEADS = {
    "place and date": "Lerwick, 12 May 2026\n\n",
    "address": "Ana Berg\nThe Old Kiln\n1 High Street\n\n12 May 2026\n\n",
    "a line pasted on top": "Here is a polished version:\n\n",
    "no blank line": "12 May 2026\n",
}


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_a_greeting_below_a_head(head: str) -> None:
    text = f"{head}Dear Ana,\n{BODY}\n\nBest,\nTom"
    parts = [(block.part.value, block.span.of(text)) for block in read(Source("x", text)).blocks]
    assert ("greeting", "Dear Ana,") in parts
    assert ("body", BODY) in parts


@pytest.mark.parametrize(
    "text",
    [
        "It rained.\n\nHello from the yard.",
        "It rained on Monday.\n\nDear Ana,",
        "I wrote to the people of the whole ward today\n\nDear Ana,",
    ],
)
def test_below_a_sentence_nothing_greets(text: str) -> None:
    assert "greeting" not in {block.part.value for block in read(Source("x", text)).blocks}
