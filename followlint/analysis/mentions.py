"""Whether what stands in a text is shown, not said: quoted, inscribed, spoken of as a slot."""

from __future__ import annotations

import re

#: What a slot is called where it is spoken of: "the {{name}} tag", "a literal [Name]".
_NAMED_BEHIND = re.compile(
    r"\W{0,2}\s+(?:(?:merge|template|form|css|html|xml|config)[ -])?(?:tag|slot|placeholder"
    r"|variable|token|macro|element|node|attribute|column|syntax|expression|component|hook|boundary"
    r"|directive|prop|format|notation|pattern|parameter|endpoint|route)s?\b",
    re.IGNORECASE,
)
_NAMED_BEFORE = re.compile(
    r"\b(?:placeholders?|tags?|variables?|tokens?|literal|literally|elements?|components?|macros?"
    r"|regex|syntax|printed|rendered|format|reading|beginning with"
    r"|f-strings?)\s+(?:(?:as|like|of|the|a)\s+){0,2}$",
    re.IGNORECASE,
)
#: Words of sentences that are about templates, mark-up and code: a slot in them is an example.
_SPEAKS_OF_TEMPLATES = re.compile(
    r"\b(?:templat(?:e engines?|ing|es)|mail[ -]?merges?|merge (?:tags?|fields?)|placeholders?"
    r"|render(?:s|ed|ing)|jinja2?|handlebars|mustache|liquid|(?:auto)?escap(?:es|ed|ing)"
    r"|curly|braces|regex(?:es)?|interpolat\w+|f-strings?|format strings?|syntax|CRM|markdown"
    r"|keyboard|shortcuts?|macros?|snippets?|parsers?|linters?)\b",
    re.IGNORECASE,
)
#: Words of sentences that are about what is left open on a form, a label or a plate.
_SPEAKS_OF_BLANKS = re.compile(
    r"\b(?:blanks?|blanked|underscores?|dashes|dotted|unfilled|left (?:empty|open)|filler|dummy"
    r"|XY|date (?:code|format|stamp|order)s?|spaces? for|karyotyp\w+|chromosom\w+|genotyp\w+|Roman"
    r"|numerals?|games?|clues?"
    r"|specimen|redact(?:ed|ions?)|masked|crosswords?|hangman|cloze|fill(?:ed|ing)? (?:in|out)"
    r"|(?:number|licen[cs]e|registration) plates?|unlabelled|unlabeled|stencil\w*)\b",
    re.IGNORECASE,
)
#: Things that words are written on.
_BEARERS = (
    r"(?:signs?|boards?|sign ?boards?|name ?boards?|blackboard|whiteboard|chalkboard|posters?"
    r"|placards?|banner|banners|notices?|labels?|stickers?|decals?|stamps?|tags?|badges?"
    r"|plaques?|name ?plates?|buttons?|keys?|switch|switches|lamps?|lights?|lamp|leds?|screens?"
    r"|display|menu|tabs?|captions?|headlines?|headings?|slogans?|mottos?|logos?|t-shirts?"
    r"|mugs?|mats?|doormats?|caps?|hats?|flags?|pennants?|shop ?fronts?|fascias?|windows?|stencils?"
    r"|commands?|keywords?|operators?|clauses?|statements?|lines?|fields?|box(?:es)?|columns?|cells?"
    r"|positions?|settings?|modes?|status|states?|alarms?|alerts?|messages?|prompts?|codes?|events?"
    r"|checklists?|rules?|acronyms?|mnemonics?|initials|letters|words?|cards?|envelopes?|file"
    r"|files|folders?|trays?|bins?|tattoos?|samples?|specimens?|stone|headstones?|cake|lists?|ships?|boat|trawler|yacht|horse|mare|pony|pub|film|song|album|band"
    r"|book|game|play|brand|magazine|podcast|shop|caf[eé])"
)
_SHOWS = (
    r"(?:says?|said|saying|reads?|reading|painted|lettered|printed|stencill?ed|engraved|stamped"
    r"|written|marked|labell?ed|embroidered|etched|carved|sewn|typed|displayed|displays?|displaying"
    r"|flash(?:es|ed|ing)|titled|headed|captioned|entitled|called|named|spell(?:s|ed|ing)?|prints?"
    r"|shows?|showed|showing|showing up as|wears?|wearing|press(?:es|ed|ing)?|push(?:ed)?|hit"
    r"|chalked|scrawled|scribbled|pinned|cut|tooled|blocked|piped|iced|neon)"
)
_INSCRIBES = re.compile(rf"(?:{_BEARERS}|{_SHOWS})", re.IGNORECASE)
#: What may stand between a sign and its words, other words in capitals among it; no sentence has
#: more of it than so many.
_BETWEEN = re.compile(
    r"(?i:as|with|that|which|is|was|just|only|simply|a|an|the|in|to|big|large|red|of|and|or)"
    r"|[A-Z]{2,}|"
)
_MOST_BETWEEN = 12
_INSCRIBED_BEHIND = re.compile(
    rf"\W?\s*(?:{_BEARERS}\b|in (?:[\w-]+ ){{0,2}}(?:letters|lettering|paint|chalk|ink|gold"
    r"|silver|white|black|red|blue|green|cream|yellow|neon|brass|bronze|icing|capitals|vinyl|type"
    r"|print|pencil|felt-?tip|marker)\b|(?:is|was|were) (?:[\w-]+ )?(?:painted|lettered|printed"
    r"|written|stamped|stencill?ed|engraved|carved))",
    re.IGNORECASE,
)
#: A paper by its title: "I shortened the FINAL NOTICE to five lines".
_NAMES_PAPER = re.compile(
    r"\b(?:NOTICE|WARNING|REMINDER|LETTER|FORM|REPORT|LIST|SIGN|ORDER|EXIT|MENU|GUIDE|ALERT|PLAN|BOOK"
    r"|SHEET|BILL|CARD|TICKET|PASS|OFFER|SALE|DEMAND|MEMO)S?$"
)
_DETERMINED = re.compile(
    r"\b(?:the|a|an|your|each|every|this|that|one|of|their)\s+$", re.IGNORECASE
)
#: Somebody else raised their voice: "the caller shouted that we must come NOW".
_VOICED = re.compile(
    r"\b(?:(?:shout|yell|scream|bark|bellow|roar|holler|call|demand|insist|order|warn|chant|repeat"
    r"|print|paint|stamp|label|mark|stencil|ask|text|type|tweet|post|answer|name|spell)(?:s|l?ed)"
    r"|cries|cried|sings?|sang|sung|writes|wrote|written|tells|told|says|said|reads|means|meant"
    r"|stands for|stood for|types? in|read out|in (?:capitals|caps|capital letters)"
    r"|(?:code ?word|catch ?phrase|war cry|answer|call) (?:\w+ ){0,4}(?:is|was))\b"
    r"(?P<told>[^;()—–]*)$",
    re.IGNORECASE,
)
_OWN = re.compile(r"\b(?:i|we|my|our)\b(?:\W+[\w'’]+){0,2}\W*$", re.IGNORECASE)
_TURNS = re.compile(r"\b(?:i|i['’]\w+|my|me)\b|,\s*(?:and|but|so|or)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?]\s|\n")


def is_quoted(text: str, start: int, end: int) -> bool:
    """Tell whether what stands there is within quotation marks or code marks of its line."""
    line = text[text.rfind("\n", 0, start) + 1 : start]
    rest = text[end:].split("\n", 1)[0]
    return (
        line.count('"') % 2 == 1
        or line.count("“") > line.count("”")
        or line.count("`") % 2 == 1
        or ("‘" in line and line.rfind("‘") > line.rfind("’ "))
        or bool(re.search(r"(?:^|\s)'[^']*$", line) and re.match(r"[^']*'(?!\w)", rest))
    )


def is_spoken_of(text: str, start: int, end: int) -> bool:
    """Tell whether the words around a slot call it one: "the {{name}} tag came out empty"."""
    if _NAMED_BEHIND.match(text[end:]) or _NAMED_BEFORE.search(text[:start]):
        return True
    return any(_SPEAKS_OF_TEMPLATES.search(words) for words in _around(text, start, end))


def is_spoken_of_as_blank(text: str, start: int, end: int) -> bool:
    """Tell whether the sentence around a blank is about blanks: "the ____ labels, the unfilled"."""
    return any(_SPEAKS_OF_BLANKS.search(words) for words in _around(text, start, end))


def is_inscribed(text: str, start: int, end: int) -> bool:
    """Tell whether words are read somewhere: "a sign that says STOP NOW", "the HOLD ON button"."""
    before, after = _around(text, start, end)
    named = _NAMES_PAPER.search(text[start:end]) and _DETERMINED.search(before)
    return bool(named or _is_inscription(before) or _INSCRIBED_BEHIND.match(after))


def _is_inscription(before: str) -> bool:
    """Tell whether the words before a place lead back to what bears or shows it."""
    for word in reversed(before.split()[-_MOST_BETWEEN:]):
        bare = word.rstrip(":,;–—-")
        if _INSCRIBES.fullmatch(bare):
            return True
        if not _BETWEEN.fullmatch(bare):
            return False
    return False


def is_voiced(text: str, start: int, end: int) -> bool:
    """Tell whether somebody else is reported to have said it that loud."""
    before, _ = _around(text, start, end)
    match = _VOICED.search(before)
    return bool(
        match and not _OWN.search(before[: match.start()]) and not _TURNS.search(match["told"])
    )


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """Return what stands before and behind a place in its sentence."""
    opens = max((match.end() for match in _SENTENCE_END.finditer(text, 0, start)), default=0)
    closes = _SENTENCE_END.search(text, end)
    return text[opens:start], text[end : closes.start() if closes else len(text)]
