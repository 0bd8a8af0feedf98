"""Which lines are not the writer's new words: quoted replies and forwarded messages.

After Thunderbird's list (quote marks, attribution, forwarded block), held strictly: an
attribution counts only with quoted text below it or an address or a date in it, since
"On Tuesday you wrote:" may open a sentence of the writer's own. Mail programs speak the language
of their user, so attributions are told by what they have in common: one to three lines that end
with a colon, name a time or an address, and address nobody.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_MARK = re.compile(r"[ \t]*>")
_SEPARATOR = re.compile(
    r"[ \t]*(?:-{2,} ?(?:Original Message|Forwarded message|Forwarded by\b.*) ?-{2,}"
    r"|Begin forwarded message:|_{20,})[ \t]*",
    re.IGNORECASE,
)
#: "-----Ursprüngliche Nachricht-----", which a label must follow.
_FOREIGN_SEPARATOR = re.compile(r"[ \t]*-{5,} ?[^\W\d_][^-\n]{5,58}[^\W\d_] ?-{5,}[ \t]*")
#: "From:" as mail programs write it, and a label below it ("Gesendet:", "Envoyé :").
_OUTLOOK_FROM = re.compile(
    r"[ \t*]*(?:From|Von|De|Da|Van|Från|Fra|Od|От|Gönderen|Lähettäjä|Feladó|发件人|差出人)"
    r"[\xa0 \t*]*[:：][ \t*]*\S",
    re.IGNORECASE,
)
_OUTLOOK_NEXT = re.compile(r"[ \t*]*(?:Sent|Date|To|Subject):", re.IGNORECASE)
_OUTLOOK_LABEL = re.compile(r"[ \t*]*[^\W\d_]+(?: [^\W\d_]+)?[\xa0 \t*]*[:：][ \t*]*\S")
_ATTRIBUTION_START = re.compile(r"[ \t]*(?:On|At)\b[^\n]*", re.IGNORECASE)
_ATTRIBUTION_END = re.compile(r"\b(?:wrote|writes|said):[ \t]*$", re.IGNORECASE)
#: Yahoo's program for telephones begins the quotation on the same line.
_ATTRIBUTION_WHOLE = re.compile(
    r"[ \t]*On\b[^\n<>]*\d[^\n<>]*<[^<>\s]+@[^<>\s]+>[ \t]*wrote:[ \t]+\S", re.IGNORECASE
)
#: What a mail server puts on top of a message: it was no person who wrote it.
_BANNER = re.compile(
    r"[ \t*\[]*(?:(?:EXTERNAL|CAUTION|WARNING|ATTENTION|NOTICE)\b.*"
    r"\b(?:sender|links?|organi[sz]ation|outside|external|attachments)\b"
    r"|EXTERNAL(?: E-?MAIL| SENDER)?[\]*:.!]*[ \t]*$"
    r"|You don['’]t often get email from\b)",
)
#: "Am 3. Mai schrieb Ana:", "Le 3 mai, Ana a écrit :": the verb of the languages that have one.
_FOREIGN_VERB = re.compile(
    r"(?:\b(?:schrieb|schrieben|a écrit|escribió|escreveu|ha scritto|scrisse|schreef"
    r"|heeft geschreven|skrev|kirjoitti"
    r"|napisał(?:a|\(a\))?|napsal(?:a|\(a\))?|napísal(?:a|\(a\))?|írta|a scris"
    r"|yazdı|пише[тш]?|написал(?:а|\(а\))?|đã viết|menulis|έγραψε)(?!\w)"
    r"|写道|寫道|のメール|님이 작성)",
    re.IGNORECASE,
)
_COLON = re.compile(r"[:：][ \t]*$")
_ADDRESSED = re.compile(r"@|\b(?:19|20)\d\d\b|\d{1,2}[:.h]\d\d")
#: An attribution over several lines begins with the date or the sender.
_DATED = re.compile(r"\d|@")
#: Whoever writes of "you" or of themselves introduces a quotation in their own words.
_OWN_WORDS = re.compile(r"\b(?:i|you|your|we|our|my|me|us)\b", re.IGNORECASE)
_MAX_ATTRIBUTION = 3


def quoted_lines(lines: Sequence[str]) -> list[bool]:
    """Tell for each line whether it is quoted. Lines between quote marks stay the writer's."""
    quoted = [bool(_MARK.match(line)) for line in lines]
    for number in _banner(lines):
        quoted[number] = True
    for number in range(len(lines)):
        if quoted[number]:
            continue
        if (
            _separates(lines, number)
            or _opens_outlook_block(lines, number)
            or _ATTRIBUTION_WHOLE.match(lines[number])
        ):
            return [*quoted[:number], *[True] * (len(lines) - number)]
        height = _attribution_height(lines, number, quoted)
        if not height:
            continue
        below = _next_filled(lines, number + height)
        if below is None or quoted[below]:
            quoted[number : number + height] = [True] * height
        elif _ADDRESSED.search(" ".join(lines[number : number + height])):
            return [*quoted[:number], *[True] * (len(lines) - number)]
    return quoted


def _banner(lines: Sequence[str]) -> range:
    """Return the numbers of the lines of a server's warning on top; none without one."""
    first = _next_filled(lines, 0)
    if first is None or not _BANNER.match(lines[first]):
        return range(0)
    behind = next((n for n in range(first, len(lines)) if not lines[n].strip()), len(lines))
    return range(first, behind) if behind < len(lines) else range(0)


def _separates(lines: Sequence[str], number: int) -> bool:
    """Tell whether a line of dashes parts a forwarded or answered message from the new words."""
    if _FOREIGN_SEPARATOR.fullmatch(lines[number]):
        below = _next_filled(lines, number + 1)
        return below is not None and bool(_OUTLOOK_LABEL.match(lines[below]))
    return bool(_SEPARATOR.fullmatch(lines[number]))


def _next_filled(lines: Sequence[str], number: int) -> int | None:
    return next((n for n in range(number, len(lines)) if lines[n].strip()), None)


def _attribution_height(lines: Sequence[str], number: int, quoted: Sequence[bool]) -> int:
    """Return how many lines an attribution ("On … wrote:") takes here; 0 where there is none."""
    english = bool(_ATTRIBUTION_START.match(lines[number]))
    dated = bool(_DATED.search(lines[number]))
    for height in range(1, _MAX_ATTRIBUTION + 1):
        last = number + height - 1
        if last >= len(lines) or not lines[last].strip() or quoted[last]:
            break
        if english and _ATTRIBUTION_END.search(lines[last]):
            return height
        if _COLON.search(lines[last]) and (dated or height == 1):
            whole = " ".join(lines[number : last + 1])
            below = _next_filled(lines, last + 1)
            marked = below is not None and quoted[below]
            return height if _is_foreign_attribution(whole, marked=marked) else 0
    return 0


def _is_foreign_attribution(text: str, *, marked: bool) -> bool:
    """Tell whether a text that ends with a colon says who wrote what is below, in any language.

    `marked` says that quote marks follow; then a time or an address is enough.
    """
    if _OWN_WORDS.search(text):
        return False
    dated = bool(_ADDRESSED.search(text))
    return bool(_FOREIGN_VERB.search(text)) or (marked and dated)


def _opens_outlook_block(lines: Sequence[str], number: int) -> bool:
    if not _OUTLOOK_FROM.match(lines[number]):
        return False
    below = lines[number + 1 : number + 3]
    if below and _OUTLOOK_NEXT.match(below[0]):
        return True
    # In another language the labels are unknown, so it takes three lines and a time or an address.
    labelled = len(below) > 1 and all(_OUTLOOK_LABEL.match(line) for line in below)
    return labelled and bool(_ADDRESSED.search(" ".join((lines[number], *below))))
