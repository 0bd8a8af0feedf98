"""The shapes of an email's lines: what greets, what closes, what is a name, what is a postscript.

Only shapes stand here; where each part begins and ends is decided in `reader`.
"""

from __future__ import annotations

import re

from followlint.text import word_set

_APOSTROPHE = "['’]"
_NAME_WORD = r"[^\W\d_][\w.'’‑-]*"

_GREETING_OPENER = (
    r"(?:dear|dearest|hi|hiya|hello|hey|heya|hallo|greetings|salutations|howdy|yo"
    r"|good\s+(?:morning|afternoon|evening|day)|g['’]day|happy\s+(?:mon|tues|wednes|thurs|fri)day"
    r"|to\s+whom(?:soever)?\s+it\s+may\s+concern|respected|esteemed|kia\s+ora|t[eē]n[aā]\s+koe"
    r"|hola|bonjour|guten\s+(?:tag|morgen)|namaste|salaam|ciao|moin|sawubona|dia\s+duit"
    r"|sehr\s+geehrte\w*|estimad[oa]s?|ol[aá]|buon\s?giorno|shalom|salam|merhaba|jambo|aloha)"
)
_OPENER = re.compile(rf"\s*{_GREETING_OPENER}(?!\w)", re.IGNORECASE)
_TOKEN = re.compile(r"\S+")
_ENDS_GREETING = ",:;!–—"
_DASHES = {"-", "--", "–", "—"}
_ABBREVIATION = re.compile(
    r"(?:dr|mr|mrs|ms|mx|prof|professor|rev|fr|sr|jr|st|er|hon|capt|sgt|lt|col|messrs|[a-z]"
    r"|dra|sra|srta|dott|sig|mme|mlle|ing)\.?",
    re.IGNORECASE,
)
#: Words that begin the first sentence where a greeting has no comma: "Hi Priya thank you for …".
_SENTENCE_WORDS = word_set(
    """
    i i'm i’m i'd i’d i've i’ve we thank thanks hope hoping just it it's it’s this that my our
    following many what such great lovely wonderful really so as after since when please sorry
    apologies
    """
)
_NAME_LINKS = word_set("and & all team everyone both or de van der den von bin la al")
#: A line that opens with one of these and a comma is a sentence, no greeting by name.
_NO_ADDRESSEE = word_set(
    """
    today yesterday first second finally also however anyway well yes no please sorry again
    thanks thank cheers best regards following and but so as because since attached
    in on at by for from to with during before while although though if even here there now then
    """
)
_MAX_ADDRESSEE = 9
_LEANING_WORDS = 9
_FAREWELL_WORDS = 12
_FAREWELL = re.compile(
    r"\s*(?:thank|thanks|many thanks|(?:i )?look(?:ing)? forward|all the best|best of luck"
    r"|good luck|god bless|bless you|take care|wishing|with (?:best|warm|kind|every|sincere|many)"
    r"|have a (?:good|great|nice|lovely)|until|talk soon|speak soon|see you|hope to|keep well"
    r"|stay well|all good wishes|warmest|best wishes)\b",
    re.IGNORECASE,
)

_CLOSING_WORDS = word_set(
    """
    best regards regard wishes kind kindest warm warmest warmly sincerely sincerley yours truly
    faithfully respectfully cordially gratefully appreciatively thanks thank thx cheers many
    again so much very with and all the love hugs xoxo xx x take care talk soon later ciao peace
    bye in anticipation appreciation gratitude thankfully ever as always my sincere good day
    have a great nice lovely week weekend evening morning afternoon night rest of until then
    speak see till next time kisses blessings fondly affectionately looking forward greetings ta
    ngā mihi nga slán bests rgds br kr vr regads regrads sincerly respect deepest high esteem
    obediently humbly hopefully eagerly excitedly
    mit freundlichen freundliche viele herzliche grüßen grüße gruß cordialement amicalement
    cordiales cordiali saludos saludo un saluti atentamente atenciosamente met vriendelijke groet
    groeten med vennlig hilsen
    """
)
_CLOSING_HEADS = word_set(
    """
    best regards kind kindest warm warmest warmly sincerely sincerley sincerly yours
    respectfully cordially gratefully appreciatively thanks thank thx cheers many with all love
    hugs xoxo take talk ciao peace bye in blessings fondly affectionately looking very ngā nga
    slán rgds br kr vr my much have speak see until till bests your most hopefully eagerly
    excitedly later truly faithfully ta regads regrads
    mit freundliche viele herzliche cordialement amicalement saludos un cordiali atentamente
    atenciosamente met med
    """
)
_WORD = re.compile(rf"[^\W_]+(?:{_APOSTROPHE}\w+)?")
_SENTENCE_CLOSING = re.compile(
    r"\s*(?:(?:i\s+)?look(?:ing)?\s+forward\b"
    r"|with\s+(?:many\s+|sincere\s+|warm\s+|kind\s+)?(?:thanks|gratitude|appreciation)\b"
    r"|thank(?:s|ing)?\b|many\s+thanks\b|hoping\b|until\b|wishing\b|yours\b)[^.?!\n]{0,90},\s*",
    re.IGNORECASE,
)
_INLINE_CLOSING = re.compile(
    rf"\s*(?P<closing>[^,\n]{{3,40}}?),\s*(?P<name>{_NAME_WORD}(?:\s+{_NAME_WORD}){{0,3}})\s*"
)
_DASHED_NAME = re.compile(
    rf"\s*(?:--?|—|–|~)\s*(?P<name>{_NAME_WORD}(?:\s+{_NAME_WORD}){{0,3}})\s*"
)
_NAME_LINE = re.compile(
    rf"\s*(?P<name>{_NAME_WORD}(?:[ \t]+{_NAME_WORD}){{0,4}})"
    r"(?:\s*[,|(–-][^.?!]{0,80})?\s*[.,]?\s*"
)
_POSTSCRIPT = re.compile(r"\s*(?:P\.?\s?){1,2}S\b\.?[\s:.,–—-]*", re.IGNORECASE)
_SIGNATURE_MARK = re.compile(r"--\s?|__+|—{2,}")
_DEVICE = re.compile(
    r"\s*(?:Sent (?:from|via)|Get Outlook for|Sent using)\b[^\n]{0,60}", re.IGNORECASE
)
_NOT_A_NAME = word_set(
    """
    i we you it they the this that a an my your our thank thanks please yes no if when as so and
    but attached looking best hope hoping sincerely
    """
)


def greeting_end(line: str) -> int:
    """Return the offset in `line` behind its greeting, or 0 where the line does not greet.

    "Dear Ms. Okafor:" and "Hi Priya, Tom and all," greet to their end, "Hi Priya, thank you …" up
    to the comma, "Priya," by name alone.
    """
    opener = _OPENER.match(line)
    return _addressee_end(line, opener.end()) if opener else _name_end(line)


def _addressee_end(line: str, start: int) -> int:
    """Return where the words after an opener stop being the people greeted."""
    end = start
    tokens = list(_TOKEN.finditer(line, start))
    if line[start : start + 1] and line[start] in _ENDS_GREETING:
        # "Hello, are you well?" greets up to the comma, "Good morning, Ana," by name as well.
        behind = start + 1
        whole = _only_names(list(_TOKEN.finditer(line, behind)))
        return len(line) if whole else behind + _name_end(line[behind:])
    for number, token in enumerate(tokens):
        word = token[0].strip(_ENDS_GREETING + ".")
        if token[0] in _DASHES:
            return token.end()
        if word.lower() in _SENTENCE_WORDS or number >= _MAX_ADDRESSEE:
            break
        end = token.end()
        if token[0][-1] in _ENDS_GREETING and not _only_names(tokens[number + 1 :]):
            break
        if token[0].endswith((".", "?")) and not _ABBREVIATION.fullmatch(token[0]):
            # "Good morning. I wanted …": the full stop closes the greeting; a question is text.
            return end if token[0].endswith(".") else 0
    return end


def _only_names(tokens: list[re.Match[str]]) -> bool:
    words = [token[0].strip(_ENDS_GREETING) for token in tokens]
    return 0 < len(words) <= _MAX_ADDRESSEE and all(
        (word[:1].isupper() and word.lower() not in _SENTENCE_WORDS)
        or word.lower() in _NAME_LINKS
        or not word
        for word in words
    )


def _name_end(line: str) -> int:
    """Return where a greeting by name alone ends: "Priya," or "Ms. Okafor: thank you …"."""
    tokens = list(_TOKEN.finditer(line))
    for number, token in enumerate(tokens[:4]):
        word = token[0].strip(_ENDS_GREETING)
        link = word.lower() in _NAME_LINKS
        name = word[:1].isupper() and word.lower() not in _SENTENCE_WORDS | _NO_ADDRESSEE
        # "and" opens no greeting, but "Tom and Ana," is one.
        if not name and (not link or (number == 0 and word.lower() in _NO_ADDRESSEE)):
            return 0
        if word.lower().endswith("ly") or any(char.isdigit() for char in word):
            return 0
        if token[0][-1] in ",:–—":
            end = tokens[-1] if _only_names(tokens[number + 1 :]) else token
            return end.end() if number < 3 else 0
        if number + 1 < len(tokens) and tokens[number + 1][0] in _DASHES:
            return tokens[number + 1].end()
    return 0


def is_closing(line: str) -> bool:
    """Tell whether a line is nothing but a farewell: "Kind regards,", "Thanks again!"."""
    words = [word.lower() for word in _WORD.findall(line)]
    return (
        0 < len(words) <= 7
        and words[0] in _CLOSING_HEADS
        and all(word in _CLOSING_WORDS or word in ("your", "you", "yours") for word in words)
        and not line.rstrip().endswith("?")
    )


def is_sentence_closing(line: str) -> bool:
    """Tell whether a line closes with a clause that leans on the name: "Looking forward …,"."""
    return bool(_SENTENCE_CLOSING.fullmatch(line))


def is_leaning_line(line: str) -> bool:
    """Tell whether a short line leans with a comma on the one below: "Keep well,".

    With a name below it, it closes, in whatever language.
    """
    return line.rstrip().endswith(",") and 0 < len(line.split()) <= _LEANING_WORDS


def is_farewell_sentence(line: str) -> bool:
    """Tell whether a paragraph of one short sentence takes leave: "God bless you."."""
    return len(line.split()) <= _FAREWELL_WORDS and bool(_FAREWELL.match(line))


def is_sentence(line: str) -> bool:
    """Tell whether a line reads as a sentence rather than as a line of a signature."""
    text = line.strip()
    return text[-1:] in ".!?" and len(text.split()) > 3


def inline_closing(line: str) -> tuple[int, int] | None:
    """Return where the closing ends and the name begins on a line like "Best, Anna"."""
    match = _INLINE_CLOSING.fullmatch(line)
    if match and is_closing(match["closing"]):
        return match.end("closing") + 1, match.start("name")
    return None


def is_name(line: str) -> bool:
    """Tell whether a line can be a signed name: one to five words, none of them a sentence's."""
    match = _DASHED_NAME.fullmatch(line) or _NAME_LINE.fullmatch(line)
    if not match:
        return False
    words = match["name"].split()
    if any(word.lower().strip(".,") in _NOT_A_NAME for word in words):
        return False
    if line.rstrip().endswith(".") and len(words) > 1 and any(word.islower() for word in words):
        return False  # "On ward four." is a sentence
    return any(word[0].isupper() or not word[0].isascii() for word in words) or len(words) == 1


def is_postscript(line: str) -> bool:
    """Tell whether a line opens a postscript."""
    return bool(_POSTSCRIPT.match(line))


def is_signature_mark(line: str) -> bool:
    """Tell whether a line is the mark that mail programs put above a signature ("-- ")."""
    return bool(_SIGNATURE_MARK.fullmatch(line.strip("\r\n")))


def is_device_line(line: str) -> bool:
    """Tell whether a mail program, not the writer, put this line there."""
    return bool(_DEVICE.fullmatch(line))
