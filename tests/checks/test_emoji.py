from __future__ import annotations

from collections.abc import Callable

from followlint.analysis import Draft
from followlint.checks import Emoji
from followlint.text import Span

DraftOf = Callable[..., Draft]


def test_an_emoji_is_hit_whole_and_named(draft_of: DraftOf) -> None:
    first, second = Emoji().hits(draft_of("Great 👍🏽 day 🇬🇧"))
    assert (first.span, first.says) == (
        Span(6, 8),
        {"name": "thumbs up medium skin tone", "match": "👍🏽"},
    )
    assert (second.span, second.says) == (
        Span(13, 15),
        {"name": "United Kingdom", "match": "🇬🇧"},
    )


def test_every_part_is_looked_at_but_headers_and_quotes(draft_of: DraftOf) -> None:
    text = "To: 😀\nSubject: Hi 🙏\n\nHi Ana 🌸,\n\nOk ✨\n\nBest ☕,\nTom ☺\n\nP.S. ❤️\n\n> 😀\n"
    found = [hit.span.of(text) for hit in Emoji().hits(draft_of(text, None))]
    assert found == ["🙏", "🌸", "✨", "☕", "☺", "❤️"]


def test_text_symbols_are_no_emoji(draft_of: DraftOf) -> None:
    assert not list(Emoji().hits(draft_of("© 2026 Klarna™ ✓ → • 5 °C")))
