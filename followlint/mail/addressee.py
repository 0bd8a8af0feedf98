"""The words by which people are greeted, and those that begin the text behind them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from followlint.text import word_set

COMMAS = ",，、"
ENDS_GREETING = f"{COMMAS}:;!–—：！"
#: Words that begin the first sentence where a greeting has no comma: "Hi Priya thank you for …".
SENTENCE_WORDS = word_set(
    """
    i i'm i’m i'd i’d i've i’ve we thank thanks hope hoping just it it's it’s this that my our
    following many what such great lovely wonderful really so as after since when please sorry
    apologies you your how is are was were would could can may will hearing
    """
)
NAME_LINKS = word_set("and & all team everyone both or de van der den von bin la al")
#: What may stand in lower case within an addressee: "Friends at the Mill", "the hiring team".
LINKS = NAME_LINKS | word_set("+ / the of at for in du da dos del di y et und e ja och og i")
#: A line that opens with one of these and a comma is a sentence, no greeting by name.
NO_ADDRESSEE = word_set(
    """
    today yesterday first second third finally also however anyway well yes no please sorry again
    thanks thank cheers best regards following and but so as because since attached last lastly
    in on at by for from to with during before while although though if even here there now then
    after until when where what how why once instead indeed still perhaps maybe of this that
    subject option note ps a an one sure wow ok okay right oh ah hmm great
    """
)
#: Given names that look like adverbs: "Emily, thank you" greets, "Sadly, I lost" does not.
_NAMES_IN_LY = word_set(
    """
    emily emely kelly sally molly polly holly billy lily lilly carly beverly kimberly shelly ally
    milly willy dolly kylly elly nelly tully reilly riley jolly brinly everly romilly
    """
)
MAX_ADDRESSEE = 12


def leans(token: str) -> bool:
    """Tell whether a token ends with a mark that can close a greeting."""
    return token[-1:] in ENDS_GREETING


def only_names(tokens: Sequence[re.Match[str]]) -> bool:
    """Tell whether tokens are nothing but names, titles and links: "Tom and Ana"."""
    words = [token[0].strip(ENDS_GREETING) for token in tokens]
    return 0 < len(words) <= MAX_ADDRESSEE and all(
        (word[:1].isupper() and word.lower() not in SENTENCE_WORDS)
        or word.lower() in NAME_LINKS
        or not word
        for word in words
    )


def is_adverb(word: str) -> bool:
    """Tell whether a word at a line's start is "Sadly" rather than "Emily"."""
    return word.lower().endswith("ly") and word.lower() not in _NAMES_IN_LY
