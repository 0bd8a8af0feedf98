"""What takes leave on a line: "Kind regards,", "With friendly greetings", "Best, Anna".

Some farewells are known by their words alone (`is_closing`), wherever they stand. The others are
known by their shape, and count only where the reader finds a name below them.
"""

from __future__ import annotations

import re

from followlint.mail.signature import NAME, TITLE, is_name
from followlint.text import word_set

_WORDS = word_set(
    """
    best regards regard wishes kind kindest warm warmest warmly sincerely sincerley yours truly
    faithfully respectfully cordially gratefully appreciatively thanks thank thx cheers many
    again so much very with and all the love hugs xoxo xx x take care talk soon later ciao peace
    bye in anticipation appreciation gratitude thankfully ever as always my sincere good day
    have a great nice lovely week weekend evening morning afternoon night rest of until then
    speak see till next time kisses blessings fondly affectionately looking forward greetings ta
    ngā mihi nga slán bests rgds br kr vr regads regrads sincerly respect deepest high esteem
    obediently humbly hopefully eagerly excitedly greeting salutations respects respectful
    faithful friendly hearty heartfelt cordial collegial compliments affection
    mit freundlichen freundliche viele herzliche grüßen grüße gruß cordialement amicalement
    cordiales cordiali saludos saludo un saluti atentamente atenciosamente met vriendelijke groet
    groeten groetjes med vennlig hilsen venlig vänliga vänlig hälsningar hälsning ystävällisin
    terveisin pozdrawiam poważaniem pozdravem üdvözlettel saygılarımla abraços abraço abrazo
    cofion cynnes nāku noa nā уважением уважением salutări bien à vous
    besten herzlichen hochachtungsvoll mvh s pozdravem úctou z le meas gach dea durachdan yn gywir
    gyda diolch lugupidamisega ar cieņu pagarbiai cu stimă me respekt trân trọng salam hormat
    mahalo srdačan lijep pozdrav respectueusement distinti
    """
)
_HEADS = word_set(
    """
    best regards kind kindest warm warmest warmly sincerely sincerley sincerly yours
    respectfully cordially gratefully appreciatively thanks thank thx cheers many with all love
    hugs xoxo take talk ciao peace bye in blessings fondly affectionately looking very ngā nga
    slán rgds br kr vr my much have speak see until till bests your most hopefully eagerly
    excitedly later truly faithfully ta regads regrads greetings a friendly hearty heartfelt
    cordial good respect
    mit freundliche viele herzliche cordialement amicalement saludos un cordiali atentamente
    atenciosamente met med groeten groetjes hilsen venlig vennlig vänliga vänlig hälsningar
    ystävällisin pozdrawiam üdvözlettel saygılarımla abraços abraço cofion nāku salutări bien
    hochachtungsvoll mvh s z le yn gyda lugupidamisega ar pagarbiai cu me trân salam mahalo
    srdačan lijep pozdrav respectueusement distinti
    """
)
_MAX_WORDS = 7
_WORD = re.compile(r"[^\W_]+(?:['’]\w+)?")
_LEANING_CLAUSE = re.compile(
    r"\s*(?:(?:i\s+)?look(?:ing)?\s+forward\b"
    r"|with\s+(?:many\s+|sincere\s+|warm\s+|kind\s+)?(?:thanks|gratitude|appreciation)\b"
    r"|thank(?:s|ing)?\b|many\s+thanks\b|hoping\b|until\b|wishing\b|yours\b)[^.?!\n]{0,90},\s*",
    re.IGNORECASE,
)
_LEANING_WORDS = 9
#: What a farewell without a comma opens with, and no title or address does.
_PREPOSITION = re.compile(
    r"\s*(?:with|without|to|your|yours|my|our|in|until|till|from|a|an|on|for|by)\b", re.IGNORECASE
)
_SHAPE_WORDS = 8
#: What is sent in a farewell, in whatever sentence: "I beg you to accept my best salutations."
_SENT = re.compile(
    r"\b(?:greetings?|salutations?|regards|(?:good|best|kind|warm|many) wishes|respects|esteem"
    r"|compliments|hugs?|embrace|kiss(?:es)?|blessings|(?:distinguished|high) (?:consideration"
    r"|sentiments)|with (?:[\w-]+ )?(?:thanks|gratitude|appreciation|respect|affection))\b",
    re.IGNORECASE,
)
_SENTENCE_WORDS = 12
#: How far from a line's end the thing sent may stand: "… greetings from sunny Aachen".
_NEAR_END = 4
_TAKES_LEAVE = re.compile(
    r"\s*(?:thank|thanks|many thanks|(?:(?:i|we) )?look(?:ing)? forward|all the (?:very )?best"
    r"|(?:the )?best of luck|good luck|good ?bye|god bless|(?:bless|see|catch|talk to) (?:you|ya)"
    r"|take (?:good )?care|take it easy|(?:(?:i am|i['’]m|we are|here['’]?s) )?wishing"
    r"|(?:i|we) wish you|with (?:best|warm|kind|every|sincere|many)|until|till"
    r"|have (?:yourself )?an? [\w ,'’-]{1,30}|enjoy (?:the|your) \w+"
    r"|(?:(?:i['’]ll|let['’]s|we['’]ll) )?(?:talk|speak|chat|see you|catch up) (?:soon|then|later)"
    r"|(?:(?:i|we) )?hop(?:e|ing) to (?:hear|see|talk|speak|meet|work)\b.*"
    r"|(?:keep|stay|be|go) (?:well|safe|warm|dry|healthy|in touch)|all good wishes|warmest"
    r"|best wishes|long live|yours)\b",
    re.IGNORECASE,
)
_NAMED = (
    rf"(?P<name>{NAME}(?:\s+(?:{NAME}|[&+])){{0,4}})"
    rf"(?:{TITLE}|[^\w\n.,?]*)\s*"
)
_INLINE = re.compile(
    rf"\s*(?P<closing>[^\s,.!][^,.!\n]{{1,39}}?)(?P<mark>\s*[,.!]|\s+[–—-])\s*{_NAMED}"
)
#: Without a comma: words with which a farewell ends stand between it and the name.
_BARE_INLINE = re.compile(
    r"\s*(?P<closing>(?:[^\W\d_]+\s+){0,4}(?:regards|wishes|thanks|cheers|sincerely|faithfully"
    rf"|respectfully|truly|warmly|cordially|yours))\s+{_NAMED}",
    re.IGNORECASE,
)


#: Two sentences on a line; "Mr. Berg" is none.
_TWO_SENTENCES = re.compile(r"[^\W\d_]{3}[.!?]\s+[^\W\d_]")


def is_closing(line: str) -> bool:
    """Tell whether a line is nothing but a farewell: "Kind regards,", "Thanks again!"."""
    words = [word.lower() for word in _WORD.findall(line)]
    return (
        0 < len(words) <= _MAX_WORDS
        and words[0] in _HEADS
        and all(word in _WORDS or word in ("your", "you", "yours") for word in words)
        and words not in (["a"], ["in"], ["my"], ["your"], ["good"])
        and not line.rstrip().endswith("?")
    )


def is_sentence_closing(line: str) -> bool:
    """Tell whether a line closes with a clause that leans on the name: "Looking forward …,"."""
    return bool(_LEANING_CLAUSE.fullmatch(line))


def is_leaning_line(line: str) -> bool:
    """Tell whether a short line closes, given that a name stands below it, in whatever language.

    It leans with a comma on the name ("Keep well,"), begins as no line of a signature does ("With
    the hand on the heart"), or sends a greeting ("Receive, Madam, my respectful greetings.").
    """
    text, words = line.strip(), line.split()
    if not words or text[0] in "-*•·>" or text[-1] in "?:;":
        return False
    if text.endswith(","):
        begun = words[0].lower() in _HEADS
        return len(words) <= (_SENTENCE_WORDS if begun else _LEANING_WORDS)
    if _TWO_SENTENCES.search(text):
        return False
    if len(words) <= _SENTENCE_WORDS and _SENT.search(" ".join(words[-_NEAR_END:])):
        return True
    if any(char.isdigit() or char in "@|/" for char in text):
        return False
    if text.lower() in ("your", "yours"):
        return True
    plain = 1 < len(words) <= _SHAPE_WORDS and text[-1] not in ".!"
    return plain and bool(_PREPOSITION.match(text)) and not _is_titled(words)


def _is_titled(words: list[str]) -> bool:
    """Tell whether all words but the first and the links have capitals, as an address has."""
    return all(word[:1].isupper() or len(word) < len("from") for word in words[1:])


def is_farewell_sentence(line: str) -> bool:
    """Tell whether one short sentence takes leave: "God bless you.", "A kiss to all."."""
    text = line.strip()
    return (
        0 < len(text.split()) <= _SENTENCE_WORDS
        and not text.endswith("?")
        and not _TWO_SENTENCES.search(text)
        and bool(_TAKES_LEAVE.match(text) or _SENT.search(text))
    )


def inline_closing(line: str) -> tuple[int, int] | None:
    """Return where the closing ends and the name begins on a line like "Best, Anna".

    Without a comma only a farewell that is whole can be told from a name: "Kind regards Anna".
    """
    if match := _INLINE.fullmatch(line):
        end = match.end("mark")
    elif (match := _BARE_INLINE.fullmatch(line)) and _has_capitals(match["name"]):
        end = match.end("closing")
    else:
        return None
    name = match["name"]
    if is_closing(name) or (name[0].islower() and is_closing(line)):
        return None  # "Thank you. Best wishes", "Nāku noa, nā"
    farewell = is_closing(match["closing"])
    return (end, match.start("name")) if farewell and is_name(name) else None


def _has_capitals(name: str) -> bool:
    return all(word[:1].isupper() or word in ("and", "&", "+") for word in name.split())
