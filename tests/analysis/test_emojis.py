from __future__ import annotations

import pytest

from followlint.analysis.emojis import emojis

PICTURES = {
    "face": ("😀", "grinning face"),
    "hands": ("🙏", "folded hands"),
    "skin tone": ("👍🏽", "thumbs up medium skin tone"),
    "family": ("👩‍👩‍👧‍👦", "family woman woman girl boy"),
    "flag": ("🇬🇧", "United Kingdom"),
    "flag of tags": ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", "England"),
    "old face": ("☺", "smiling face"),
    "black face": ("☻", "smiling face"),
    "heart as text": ("♥", "heart suit"),
    "heart as picture": ("❤️", "red heart"),
    "sparkles": ("✨", "sparkles"),
    "keycap": ("1️⃣", "keycap 1"),
    "tick as picture": ("✔️", "check mark"),
    "arrow as picture": ("➡️", "right arrow"),
}


@pytest.mark.parametrize(("picture", "name"), PICTURES.values(), ids=PICTURES)
def test_a_picture_is_one_emoji_with_a_name(picture: str, name: str) -> None:
    text = f"Très bien {picture}!"
    (found,) = emojis(text)
    assert (found.span.of(text), found.name) == (picture, name)


@pytest.mark.parametrize("symbol", "©®™℠→⇒➡▶•✓✔✗☐☎★☆°º½№§†ℹ✉✏♀♂♪…–“")
def test_a_text_symbol_is_no_emoji(symbol: str) -> None:
    assert not list(emojis(f"the ward {symbol} two"))


@pytest.mark.parametrize("text", ["", "plain :-) text #1 *", "日本語", "\N{VARIATION SELECTOR-16}"])
def test_text_is_no_emoji(text: str) -> None:
    assert not list(emojis(text))


def test_emojis_stand_in_order_at_their_places_in_the_source() -> None:
    text = "é☻ and 👍🏽👍 and ☻"
    found = list(emojis(text, 100))
    assert [emoji.span.shifted(-100).of(text) for emoji in found] == ["☻", "👍🏽", "👍", "☻"]
    assert [emoji.span.start for emoji in found] == [101, 107, 109, 115]
