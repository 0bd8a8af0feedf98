"""Pictographs in the text; the only importer of emoji."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from followlint.text import Span

#: Text symbols that the emoji tables list although nobody who types them means a picture:
#: trade marks, ticks, arrows, squares, dingbat numbers and the like. They count as emoji only
#: where a variation selector asks for the picture.
_TEXT_SYMBOLS = frozenset(
    "©®™℗ℹ‼⁉〰〽✓✔☑✕✖✗✘✚✛✜▪▫◾◽■□●○◆◇★☆→←↑↓↔↕↖↗↘↙↩↪⤴⤵⬅⬆⬇➡◀▶Ⓜ☎✉✏✒✂♀♂⚕♾☐☒♠♣♦♪♫№°§†‡•"
)
_AS_PICTURE = "\ufe0f"
#: Not in Unicode's emoji list, yet faces and hearts, with their names.
_FACES = {"☻": "smiling face", "♡": "heart", "❥": "heart", "ღ": "heart"}


@dataclass(frozen=True)
class Emoji:
    """One pictograph as a reader sees it (a family or a flag is one), and its name in words."""

    span: Span
    name: str


def emojis(text: str, offset: int = 0) -> Iterator[Emoji]:
    """Yield the pictographs in `text`; `offset` is where it stands in the source."""
    if text.isascii():
        return
    import emoji

    found = {
        (item["match_start"], item["match_end"]): emoji.demojize(item["emoji"], delimiters=("", ""))
        for item in emoji.emoji_list(text)
    }
    found |= {(at, at + 1): _FACES[char] for at, char in enumerate(text) if char in _FACES}
    for (start, end), name in sorted(found.items()):
        picture = text[start:end]
        if picture[0] in _TEXT_SYMBOLS and _AS_PICTURE not in picture:
            continue
        yield Emoji(Span(offset + start, offset + end), name.replace("_", " "))
