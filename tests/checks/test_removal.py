"""What is left when a picture goes."""

from __future__ import annotations

import pytest

from followlint.analysis.emojis import emojis
from followlint.checks.removal import removal, rows, with_space
from followlint.finding import Applicability
from followlint.text import Span


def without_pictures(text: str) -> str:
    """Return the text with every picture taken out that can go."""
    pictures = [emoji.span for emoji in emojis(text)]
    beside = rows(text, pictures)
    for span in reversed(pictures):
        if edit := removal(text, span, beside[span]):
            assert (edit.content, edit.applicability) == ("", Applicability.SAFE)
            text = text[: edit.span.start] + text[edit.span.end :]
    return text


GOES = {
    "at the end": ("See you soon 😀", "See you soon"),
    "behind a full stop": ("See you soon. 😀", "See you soon."),
    "before a full stop": ("See you soon 😀.", "See you soon."),
    "between blank and full stop": ("See you soon 😀 .", "See you soon."),
    "stuck to the word": ("See you soon😀", "See you soon"),
    "between two sentences": ("What a tour! 😀 Thank you.", "What a tour! Thank you."),
    "stuck to a full stop": ("What a tour!😀 Thank you.", "What a tour! Thank you."),
    "before a comma": ("Thank you 🙏, Ana.", "Thank you, Ana."),
    "in a greeting": ("Hi Ana 🌸,\n\nThank you", "Hi Ana,\n\nThank you"),
    "behind a closing's comma": ("Kind regards, ☕\nTom", "Kind regards,\nTom"),
    "before the end of a line": ("See you soon 😀 \r\n\r\nBest", "See you soon\r\n\r\nBest"),
    "above a line of its own": ("See you soon 😀\nThank you", "See you soon\nThank you"),
    "a full stop above a small letter": ("So soon. 😀\nalways", "So soon.\nalways"),
    "in brackets": ("the tour (a fine one 😀) was", "the tour (a fine one) was"),
    "two": ("See you soon 😀🎉", "See you soon"),
    "two apart": ("See you soon 😀 🎉 !", "See you soon!"),
    "of several code points": ("See you soon 👨‍👩‍👧 👍🏽.", "See you soon."),
    "behind a hard space": ("See you soon\u00a0😀.", "See you soon."),
}
STAYS = {
    "in a sentence": "I 😀 like it",
    "instead of a full stop": "What a tour 😀 Thank you",
    "for a noun": "It was nice to meet for a ☕.",
    "for an adjective": "The tour was 🔥!",
    "for an adjective behind a contraction": "It’s 🔥.",
    "for a verb": "I ❤ your team",
    "at the start of a line": "😀 Thank you",
    "alone on a line": "Thank you\n🎉🎉\nBest",
    "alone": "🎉",
    "behind a list mark": "- 🎉\n",
    "behind a colon": "My answer: 😀",
    "behind a comma in the text": "Thank you, 😀. Bye",
    "before a line that goes on": "The tour 😀\nwas fine",
    "between two sentences without a blank": "What a tour!😀Thank you.",
    "before a quotation": "Thank you 😀 “Ana” said",
    "before a name with a dot": "Thank you 😀 .NET is fine",
}


@pytest.mark.parametrize(("text", "expected"), GOES.values(), ids=GOES)
def test_a_picture_that_can_go(text: str, expected: str) -> None:
    assert without_pictures(text) == expected


@pytest.mark.parametrize("text", STAYS.values(), ids=STAYS)
def test_a_picture_that_may_stand_for_something(text: str) -> None:
    assert without_pictures(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a very fine tour", " very"),
        ("very fine", "very "),
        ("a\nvery fine", "very "),
        ("fine, very.", " very"),
        ("fine very", " very"),
        ("(very)", "very"),
        ("un very-fine", " very"),
        ("a very\n", " very"),
    ],
)
def test_a_word_goes_with_a_blank(text: str, expected: str) -> None:
    at = text.index("very")
    assert with_space(text, Span(at, at + 4)).of(text) == expected
