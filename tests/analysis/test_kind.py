from __future__ import annotations

import math
from collections.abc import Callable

import pytest

from followlint.analysis import Draft, Tools
from followlint.analysis.content import Content
from followlint.analysis.kind import Cue, Evidence, KindDetector, Verdict
from followlint.mail import Email, Kind, Part
from followlint.pattern import Lexicons, Pattern
from followlint.text import Span

EmailOf = Callable[..., Email]


def cue(kind: Kind, weight: float, pattern: str, part: Part | None = None) -> Cue:
    return Cue(kind, weight, Pattern.of(pattern, Lexicons()), part)


DETECTOR = KindDetector(
    [
        cue(Kind.FOLLOW_UP, 1, "any news"),
        cue(Kind.FOLLOW_UP, 2, "following up", Part.SUBJECT),
        cue(Kind.REJECTION_REPLY, 1, "letting me know"),
        cue(Kind.REJECTION_REPLY, -3, "next round"),
        cue(Kind.THANK_YOU, 1, "yesterday"),
    ]
)

TEXTS = {
    "no cue": ("Hi Ana,\n\nIt rained.", Kind.THANK_YOU),
    "one cue": ("Hi Ana,\n\nIs there any news?", Kind.FOLLOW_UP),
    "any case and wrap": ("Hi Ana,\n\nAny\nNews?", Kind.FOLLOW_UP),
    "a tie falls to the first": ("Yesterday you had any news.", Kind.THANK_YOU),
    "a later tie": ("Any news? Thanks for letting me know.", Kind.FOLLOW_UP),
    "the heavier wins": (
        "Subject: Following up\n\nThanks for letting me know.",
        Kind.FOLLOW_UP,
    ),
    "against a kind": ("Thanks for letting me know of the next round.", Kind.THANK_YOU),
    "in a postscript": ("It rained.\n\nBest,\nTom\n\nP.S. Any news?", Kind.FOLLOW_UP),
    "in a closing": ("It rained.\n\nThanks for letting me know,\nTom", Kind.REJECTION_REPLY),
    "of another part": ("It rained. I am following up.", Kind.THANK_YOU),
    "in the greeting": ("Hi Any News,\n\nIt rained.", Kind.THANK_YOU),
    "in the quote": ("It rained.\n\nOn Monday Ana wrote:\n> Any news?", Kind.THANK_YOU),
    "empty": ("", Kind.THANK_YOU),
}


@pytest.mark.parametrize(("text", "expected"), TEXTS.values(), ids=TEXTS)
def test_the_kind_is_told_from_the_text(email_of: EmailOf, text: str, expected: Kind) -> None:
    verdict = DETECTOR.detect(email_of(text))
    assert (verdict.kind, verdict.told_by) == (expected, "text")


def test_a_cue_counts_once_and_shows_its_place(email_of: EmailOf) -> None:
    text = "Thanks for letting me know. Any news? Any news? Any  news?"
    assert DETECTOR.detect(email_of(text)).evidence == (
        Evidence(Kind.REJECTION_REPLY, 1, Span(11, 26)),
        Evidence(Kind.FOLLOW_UP, 1, Span(28, 36)),
    )


NEWS = Evidence(Kind.FOLLOW_UP, 1, Span(15, 23))


@pytest.mark.parametrize(
    ("option", "header", "expected"),
    [
        (Kind.THANK_YOU, "Kind: rejection-reply", Verdict(Kind.THANK_YOU, "option")),
        (None, "Kind: rejection-reply", Verdict(Kind.REJECTION_REPLY, "header")),
        (None, "Kind: invoice", Verdict(Kind.FOLLOW_UP, "text", (NEWS,))),
    ],
    ids=["the option first", "then the header", "then the text"],
)  # fmt: skip
def test_who_tells_the_kind(
    email_of: EmailOf, option: Kind | None, header: str, expected: Verdict
) -> None:
    tools = Tools(DETECTOR, Content())
    draft = Draft(email_of(f"{header}\n\nAny news?"), tools, option)
    assert draft.verdict == expected
    assert draft.kind is expected.kind


def test_how_far_the_kind_is_ahead(email_of: EmailOf) -> None:
    news = "Any news?"
    both = "Thanks for letting me know. Any news?"
    assert DETECTOR.detect(email_of(news)).lead == 1
    assert DETECTOR.detect(email_of(both)).lead == 0
    assert Verdict(Kind.FOLLOW_UP, "header").lead == math.inf
