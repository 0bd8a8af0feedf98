from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from followlint.analysis import Draft
from followlint.checks import Phrase
from followlint.mail import Part
from followlint.pattern import Lexicons, Pattern

DraftOf = Callable[..., Draft]

LEXICONS = Lexicons({"drink": ["tea", "milk"]})


def patterns(sources: Sequence[str]) -> list[Pattern]:
    return [Pattern.of(source, LEXICONS) for source in sources]


# Phrases, exceptions and a text with the hits in brackets.
HITS = {
    "word": (["ping"], [], "I shall [ping] Ana."),
    "any case": (["ping"], [], "[PING] me, [Ping]."),
    "whole words": (["ping"], [], "The shipping and the pinging."),
    "several words over a wrap": (["touch base"], [], "Let us [touch\r\nbase]."),
    "contraction": (["would not"], [], "I [wouldn’t]."),
    "lexicon": (["cup of {drink}"], [], "A [cup of tea], a [cup of milk], a cup of water."),
    "places behind other scripts": (["ping"], [], "Élodie 👍🏽 [ping] 日本語 [ping]"),
    "the longest": (["reach", "reach out", "reach out to you"], [], "I [reach out to you]."),
    "the longest, whatever the order": (["reach out", "reach"], [], "I [reach out], you [reach]."),
    "none within another": (["cup of tea", "tea"], [], "A [cup of tea]."),
    "the first of two that overlap": (["big cup", "cup of tea"], [], "A [big cup] of tea."),
    "innocent around it": (["ping"], ["ping test"], "The ping test; a [ping]."),
    "innocent overlap": (["reach out"], ["out of"], "I reach out of the car, I [reach out]."),
    "the shorter, where the longer is innocent": (["a", "a b c"], ["b c"], "[a] b c"),
    "innocent elsewhere": (["ping"], ["pong"], "[ping] pong"),
    "nothing": (["ping"], ["ping"], "ping"),
}


@pytest.mark.parametrize(("phrases", "unless", "marked"), HITS.values(), ids=HITS)
def test_hits(
    draft_of: DraftOf, phrases: Sequence[str], unless: Sequence[str], marked: str
) -> None:
    text = marked.replace("[", "").replace("]", "")
    draft = draft_of(text)
    at, found = 0, ""
    for hit in Phrase(patterns(phrases), patterns(unless)).hits(draft):
        found += f"{text[at : hit.span.start]}[{hit.span.of(text)}]"
        at = hit.span.end
    assert found + text[at:] == marked


def test_a_hit_says_what_it_found_on_one_line(draft_of: DraftOf) -> None:
    (hit,) = Phrase(patterns(["touch base"])).hits(draft_of("Let us Touch\n  base."))
    assert hit.says == {"match": "Touch base"}


WHOLE = """\
To: ping
Subject: ping a

Hi ping b,

A ping c.

Best ping d,
Tom Ping e

P.S. A ping f.

> ping
"""


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (None, "abcdef"),
        ([Part.BODY], "c"),
        ([Part.SUBJECT, Part.POSTSCRIPT], "af"),
        ([Part.GREETING, Part.CLOSING, Part.SIGNATURE], "bde"),
    ],
    ids=["all that the reader sees", "body", "two parts", "the rest"],
)
def test_where_phrases_are_looked_for(
    draft_of: DraftOf, parts: Sequence[Part] | None, expected: str
) -> None:
    phrases = patterns(["ping [a-f]"])
    check = Phrase(phrases) if parts is None else Phrase(phrases, parts=parts)
    hits = check.hits(draft_of(WHOLE, None))
    assert "".join(hit.span.of(WHOLE)[-1] for hit in hits) == expected


def test_a_phrase_never_reaches_over_a_paragraph(draft_of: DraftOf) -> None:
    assert not list(Phrase(patterns(["touch base"])).hits(draft_of("We touch\n\nbase.")))
