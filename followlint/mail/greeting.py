"""Where the greeting of a line ends: "Dear Ms. Okafor:", "Hi Priya, thank you …", "Priya,".

An opener with the people greeted, people greeted by name alone, or a short line that leans with a
comma on the text below, in any language.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from followlint.mail.addressee import (
    COMMAS,
    ENDS_GREETING,
    LINKS,
    MAX_ADDRESSEE,
    NAME_LINKS,
    NO_ADDRESSEE,
    SENTENCE_WORDS,
    is_adverb,
    leans,
    only_names,
)

#: No English word or name but a greeting's is in it: "Caro Paolo," is told by its shape.
_OPENER = re.compile(
    r"\s*(?:dear|dearest|hi|hiya|hello|hey|heya|hallo|greetings|salutations|howdy|yo"
    r"|good\s+(?:morning|afternoon|evening|day)|g['’]day|happy\s+(?:mon|tues|wednes|thurs|fri)day"
    r"|to\s+whom(?:soever)?\s+it\s+(?:may|might)\s+concern|respected|esteemed|kia\s+ora"
    r"|t[eē]n[aā]\s+(?:koe|kōrua|koutou)|mōrena|talofa|aloha|xin\s+chào|sawubona|dumela|jambo"
    r"|hola|estimad[oa]s?|querid[oa]s?|ol[aá]|bom\s+dia|boa\s+(?:tarde|noite)|prezad[oa]s?"
    r"|bonjour|bonsoir|chères?|ciao|buon\s?giorno|buona\s?sera|egregio"
    r"|guten\s+(?:tag|morgen|abend)|sehr\s+geehrte\w*|grüezi|moin|goede(?:ndag|middag)|geachte"
    r"|goddag|kære|kjære|hyvä|dia\s+duit|merhaba|sayın|shalom|salam|salaam|namaste|vanakkam"
    r"|assalamu\s+alaikum|szanown[aiy]\w*|dzień\s+dobry|vážen[ýáí]\w*|dobrý\s+den"
    r"|уважаем\w*|здравствуйте|добрый\s+день)(?!\w)",
    re.IGNORECASE,
)
#: "Morning Paolo," and "To Head Chef Okonjo" greet only where nothing else stands on the line.
_WEAK_OPENER = re.compile(r"\s*(?:morning|afternoon|evening|to|attn|attention)\b:?", re.IGNORECASE)
_TIME_OF_DAY = re.compile(r"\s*(?:morning|afternoon|evening)\s*[,!–—-]\s*", re.IGNORECASE)
_TOKEN = re.compile(r"\S+")
_LEANS = f"{COMMAS}:–—："
_DASHES = {"-", "--", "–", "—"}
_ABBREVIATION = re.compile(
    r"(?:dr|mr|mrs|ms|mx|prof|professor|rev|fr|sr|jr|st|er|hon|capt|sgt|lt|col|messrs|[a-z]"
    r"|dra|sra|srta|dott|sig|mme|mlle|ing)\.?",
    re.IGNORECASE,
)
#: The last word of a greeting by name alone is at most the fourth: "Ana, Tom, and Priya,".
_MAX_BY_NAME = 4
_HEAD_LINES, _HEAD_WORDS = 8, 8
_MAX_LEANING = 6
_SHORT_LEANING = 3


def greeting_end(line: str) -> int:
    """Return the offset in `line` behind its greeting, or 0 where the line does not greet.

    "Dear Ms. Okafor:" and "Hi Priya, Tom and all," greet to their end, "Hi Priya, thank you …" up
    to the comma, "Priya," by name alone. Whole lines greet in other shapes, too: "To the
    Committee,", "Morning Paolo", "Vážený pane Nováku,".
    """
    if opener := _OPENER.match(line):
        return _addressee_end(line, opener.end())
    return _name_end(line) or (len(line) if _greets_whole(line) else 0)


def greeting_line(lines: Sequence[str]) -> int | None:
    """Return which line greets: the first with text, or one with an opener below a letter's head.

    A head is short lines without a sentence or a line that announces the text.
    """
    filled = [number for number, line in enumerate(lines) if line.strip()]
    for place, number in enumerate(filled[: _HEAD_LINES + 1]):
        line = lines[number]
        if place == 0 and greeting_end(line):
            return number
        if place and _OPENER.match(line) and greeting_end(line) == len(line.rstrip()):
            return number
        text = line.strip()
        if not text.endswith(":") and (text[-1] in ".!?" or len(text.split()) > _HEAD_WORDS):
            return None
    return None


def _addressee_end(line: str, start: int) -> int:
    """Return where the words after an opener stop being the people greeted."""
    end = start
    tokens = list(_TOKEN.finditer(line, start))
    if line[start : start + 1] and line[start] in ENDS_GREETING:
        # "Hello, are you well?" greets up to the comma, "Good morning, Ana," by name as well.
        behind = start + 1
        whole = only_names(list(_TOKEN.finditer(line, behind)))
        return len(line) if whole else behind + _name_end(line[behind:])
    named = False
    for number, token in enumerate(tokens):
        word = token[0].strip(ENDS_GREETING + ".")
        rest = tokens[number + 1 :]
        if token[0] in _DASHES:
            return token.end()
        if number >= MAX_ADDRESSEE or (
            _begins_sentence(token[0], rest, named) and not (number == 0 and leans(token[0]))
        ):
            break
        named = named or (word[:1].isupper() and not _ABBREVIATION.fullmatch(word))
        end = token.end()
        if leans(token[0]) and not only_names(rest):
            break
        if token[0].endswith((".", "?")) and not _is_title(token[0], rest):
            # "Good morning. I wanted …": the full stop closes the greeting; a question is text.
            return end if token[0].endswith(".") else 0
    return end


def _begins_sentence(token: str, rest: Sequence[re.Match[str]], named: bool) -> bool:
    """Tell whether a word behind an opener begins the text, as "thank" in "Hi Priya thank you"."""
    word = token.strip(ENDS_GREETING + ".")
    if word.lower() in SENTENCE_WORDS:
        # "Dear Will Hope," is a name; only what goes on without a comma can be a sentence.
        return not (word[:1].isupper() and (leans(token) or only_names(list(rest)[:2])))
    # Behind a name, what is neither a name nor a link goes on: "Hi Priya quick question".
    small = word[:1].islower() and word.lower() not in LINKS
    return named and small and not _closes_soon(token, rest)


def _closes_soon(token: str, rest: Sequence[re.Match[str]]) -> bool:
    """Tell whether the greeting ends within two words: "Rashid bhai,", "Priya and hiring team,"."""
    near = [token, *(follower[0] for follower in rest[:2])]
    return any(leans(word) for word in near) or len(rest) < 2


def _is_title(token: str, rest: Sequence[re.Match[str]]) -> bool:
    """Tell whether a full stop ends an abbreviated title: "Mr.", "Engr. Santos,", "Tmt. Devi"."""
    if _ABBREVIATION.fullmatch(token):
        return True
    addressee = []
    for follower in rest[:_MAX_BY_NAME]:
        addressee.append(follower)
        if leans(follower[0]):
            break
    whole = len(addressee) == len(rest) or bool(addressee and leans(addressee[-1][0]))
    first = addressee[0][0].strip(ENDS_GREETING).lower() if addressee else ""
    return (
        token[:1].isupper()
        and len(token) <= len("Engr.")
        and whole
        and first not in NO_ADDRESSEE
        and only_names(addressee)
        and not (rest and rest[-1][0].endswith((".", "?", "!")))
    )


def _name_end(line: str) -> int:
    """Return where a greeting by name alone ends: "Priya," or "Ms. Okafor: thank you …"."""
    tokens = list(_TOKEN.finditer(line))
    for number, token in enumerate(tokens[:_MAX_BY_NAME]):
        word = token[0].strip(ENDS_GREETING)
        link = word.lower() in NAME_LINKS
        name = word[:1].isupper() and word.lower() not in SENTENCE_WORDS | NO_ADDRESSEE
        # "and" opens no greeting, but "Tom and Ana," is one.
        if not name and (not link or (number == 0 and word.lower() in NO_ADDRESSEE)):
            return 0
        if (number == 0 and is_adverb(word)) or any(char.isdigit() for char in word):
            return 0
        if token[0][-1] in ",:–—":
            if number + 1 < len(tokens) and tokens[number + 1][0][0].isdigit():
                return 0  # "Lerwick, 12 May" dates a letter
            end = tokens[-1] if only_names(tokens[number + 1 :]) else token
            return end.end() if number < _MAX_BY_NAME - 1 else 0
        if number + 1 < len(tokens) and tokens[number + 1][0] in _DASHES:
            return tokens[number + 1].end()
    return 0


def _greets_whole(line: str) -> bool:
    """Tell whether a short line greets as a whole: "To the Committee,", "Vážený pane Nováku,"."""
    words = [token[0] for token in _TOKEN.finditer(line)]
    if not 0 < len(words) <= _MAX_LEANING + 1 or words[-1][-1] in ".?":
        return False
    bare = [word.strip(ENDS_GREETING) for word in words]
    if any(char.isdigit() or char in "<>@/" for word in bare for char in word):
        return False
    capitals = [word[:1].isupper() for word in bare]
    if _TIME_OF_DAY.fullmatch(line):
        return True
    if weak := _WEAK_OPENER.match(line):
        inner = bare[len(line[: weak.end()].split()) :]
        titled = all(word[:1].isupper() or word.lower() in LINKS for word in inner)
        # "To Boston" alone is a note; what has a comma or says who is greeted.
        ends = leans(words[-1]) or len(inner) > 1
        return bool(inner) and titled and any(word[:1].isupper() for word in inner) and ends
    if words[-1][-1] not in _LEANS or len(words) > _MAX_LEANING:
        return False
    first = bare[0].lower()
    if first in NO_ADDRESSEE | SENTENCE_WORDS or first in NAME_LINKS - {"all", "team"}:
        # "Well, Courtney," greets; "In Boston," does not.
        return len(words) > 1 and words[-2][-1] == "," and capitals[-1]
    if len(words) > 1 and capitals[-1] and words[-1][-1] != ":":
        return True
    return words[-1][-1] in COMMAS and len(words) <= _SHORT_LEANING and not is_adverb(first)
