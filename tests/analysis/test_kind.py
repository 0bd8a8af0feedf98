from __future__ import annotations

import math
from collections.abc import Callable, Mapping

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


def follow_up(weight: float) -> tuple[Evidence, ...]:
    return (Evidence(Kind.FOLLOW_UP, weight, Span(0, 8)),)


def likely(thank_you: float, follow_up: float, rejection_reply: float) -> Mapping[Kind, float]:
    return dict(zip(Kind, (thank_you, follow_up, rejection_reply), strict=True))


# What the cues say for a follow-up, what a network reads, and what becomes of it.
READ_AGAIN = {
    "the reading tips what was unsure": (1, likely(0.98, 0.01, 0.01), Kind.THANK_YOU),
    "to any other kind": (1, likely(0.01, 0.01, 0.98), Kind.REJECTION_REPLY),
    "a doubtful reading does not": (1, likely(0.6, 0.2, 0.2), Kind.FOLLOW_UP),
    "nor one that says nothing": (1, likely(1 / 3, 1 / 3, 1 / 3), Kind.FOLLOW_UP),
    "the surest reading tips a little more": (3, likely(1, 0, 0), Kind.THANK_YOU),
    "but nothing beyond its share": (4, likely(1, 0, 0), Kind.FOLLOW_UP),
    "where nothing else speaks it decides": (0, likely(0.3, 0.3, 0.4), Kind.REJECTION_REPLY),
}


@pytest.mark.parametrize(("weight", "read", "expected"), READ_AGAIN.values(), ids=READ_AGAIN)
def test_what_a_network_reads_is_weighed_with_the_cues(
    weight: float, read: Mapping[Kind, float], expected: Kind
) -> None:
    evidence = follow_up(weight)
    verdict = Verdict.weighed(evidence, {}).read_again(read)
    assert verdict == Verdict(expected, "text", evidence, {}, read)


def test_a_second_reading_takes_the_place_of_the_first() -> None:
    first = Verdict.weighed((), likely(0.5, 0.3, 0.2), likely(0, 1, 0))
    again = first.read_again(likely(0, 0, 1))
    assert again.likelihood == likely(0.5, 0.3, 0.2)
    assert again.read == likely(0, 0, 1)
    assert (first.kind, again.kind) == (Kind.FOLLOW_UP, Kind.REJECTION_REPLY)


def test_without_a_reading_the_verdict_says_so() -> None:
    verdict = Verdict.weighed(follow_up(1), likely(0.2, 0.7, 0.1))
    assert (verdict.kind, verdict.read) == (Kind.FOLLOW_UP, {})


LEADS = {
    "the reading's share": ({}, likely(1, 0, 0), 0.5 * 7),
    "that of the runs of words": (likely(1, 0, 0), {}, 1.5 * 7),
    "both": (likely(1, 0, 0), likely(1, 0, 0), 2 * 7),
    "one against the other": (likely(1, 0, 0), likely(0, 1, 0), 7),
    "not so sure": ({}, likely(0.8, 0.1, 0.1), 0.5 * math.log(8)),
}


@pytest.mark.parametrize(("runs", "read", "lead"), LEADS.values(), ids=LEADS)
def test_nothing_makes_a_kind_impossible(
    runs: Mapping[Kind, float], read: Mapping[Kind, float], lead: float
) -> None:
    verdict = Verdict.weighed((), runs, read)
    assert (verdict.kind, verdict.lead) == (Kind.THANK_YOU, pytest.approx(lead))
