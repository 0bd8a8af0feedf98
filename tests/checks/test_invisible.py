"""Characters that nobody sees: where they do nothing, and where they work."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from followlint.analysis import Draft
from followlint.checks.invisible import Invisible
from followlint.finding import Applicability
from followlint.fix import put_in

GUILTY = {
    "in a word": ("app\u200breciate", "zero width space"),
    "between words": ("for \u200bthe", "zero width space"),
    "several": ("a\u200b\u200c\u200db", "zero width space"),
    "a joiner between letters": ("a\u200db", "zero width joiner"),
    "a mark within": ("a\ufeffb", "zero width no-break space"),
    "a mark of direction": ("call 0131\u200e now", "left-to-right mark"),
    "an isolate": ("a \u2066b", "left-to-right isolate"),
    "an override": ("plan\u202etxt.exe", "right-to-left override"),
    "an override in Hebrew": ("שלום \u202eabc", "right-to-left override"),
    "a word joiner": ("a\u2060b", "word joiner"),
    "tags": ("a\U000e0041b", "tag latin capital letter a"),
    "behind Greek": ("λ\u200b", "zero width space"),
}
INNOCENT = {
    "a family": "👨\u200d👩\u200d👧",
    "a woman at work": "👩🏽\u200d🔧",
    "a heart on fire": "❤\ufe0f\u200d🔥",
    "a flag of tags": "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
    "Persian": "می\u200cخواهم",
    "Hindi": "क्\u200dष",
    "Malayalam": "ന്\u200dറെ",
    "Thai": "ภาษา\u200bไทย",
    "Khmer": "ភាសា\u200bខ្មែរ",
    "Arabic in English": "I met \u2067عمر\u2069 on Tuesday\u200f.",
    "a mark between Hebrew and a stop": "שלום\u200f!",
    "soft hyphens": "co\u00adop\u00ader\u00ada\u00adtion",
    "spaces that do not break": "12\u00a0kg, 20\u202f%",
    "a variation": "©\ufe0e and 1\ufe0f\u20e3",
    "accents apart": "e\u0301",
    "plain text": "We met on Tuesday.",
}


@pytest.mark.parametrize("name", GUILTY)
def test_guilty(name: str, draft_of: Callable[..., Draft]) -> None:
    text, what = GUILTY[name]
    (hit,) = Invisible().hits(draft_of(text))
    assert hit.says == {"what": what}
    assert hit.edit is not None
    cured = put_in(text, [hit.edit])
    assert list(Invisible().hits(draft_of(cured))) == []
    assert [c for c in text if c.isprintable()] == [c for c in cured if c.isprintable()]
    turns = "override" in what  # without it, the text reads otherwise
    assert hit.edit.applicability is (Applicability.UNSAFE if turns else Applicability.SAFE)


@pytest.mark.parametrize("name", INNOCENT)
def test_innocent(name: str, draft_of: Callable[..., Draft]) -> None:
    assert list(Invisible().hits(draft_of(INNOCENT[name]))) == []
