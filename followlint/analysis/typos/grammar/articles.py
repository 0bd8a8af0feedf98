""" "A" and "an": told by the sound the next word begins with.

Only plain words in lower case are judged: how "MBA", "UNESCO" and names are sounded out
no spelling shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from followlint.analysis.parse import Sentence
from followlint.analysis.typos.engine import Slip, SlipKind
from followlint.analysis.typos.lexicon import zipf
from followlint.text import in_case_of

_VOWEL_SPELT = re.compile(r"[aeiou]")
#: Begin with a vowel letter and the sound of "you" or "won".
_CONSONANT_SOUND = re.compile(
    r"(?:uni(?!n|m|den)|unan|use|usu|usa|usur|utop|util|ute[rn]|urin|ura[ln]|ure|uro|ubi|uk|eu|ewe|one(?!r)|once|oui|u$)"
)
#: Begin with a silent h; "hotel" and "historic" go both ways.
_SILENT_H = re.compile(r"(?:hour|honest|honou?r|heir)")
_EITHER = re.compile(r"(?:h[ioe]|herb|uni(?:n|m)|x|[a-z]$)")
#: Rarer words may be names, letters sounded out, or words of another language.
_COMMON = 3.0


def article_slips(sentences: Iterable[Sentence]) -> Iterator[Slip]:
    """Yield each "a" that should be "an" and the other way round."""
    for sentence in sentences:
        for article, word in zip(sentence.tokens, sentence.tokens[1:], strict=False):
            if article.tag != "DT" or article.text.lower() not in ("a", "an"):
                continue
            if article.text == "A" and article is not sentence.tokens[0]:
                continue  # "my Grade A electrical licence"
            text = word.text
            if not text.isalpha() or not text.islower() or zipf(text) < _COMMON:
                continue
            right = _right_article(text)
            if right and right != article.text.lower():
                yield Slip(article.span, SlipKind.GRAMMAR, (in_case_of(article.text, right),))


def _right_article(word: str) -> str:
    """Return the article that a word takes; empty where it takes either or nobody can tell."""
    if _SILENT_H.match(word):
        return "an"
    if _EITHER.match(word) or len(word) < 2:
        return ""
    if _VOWEL_SPELT.match(word):
        return "a" if _CONSONANT_SOUND.match(word) else "an"
    return "a"
