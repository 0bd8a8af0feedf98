"""Which lines are not the writer's new words: quoted replies and forwarded messages.

After Thunderbird's list (quote marks, attribution, forwarded block), held strictly: an
attribution counts only with quoted text below it or an address or a date in it, since
"On Tuesday you wrote:" may open a sentence of the writer's own.
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
_OUTLOOK_FROM = re.compile(r"[ \t*]*From:[ \t*]+\S", re.IGNORECASE)
_OUTLOOK_NEXT = re.compile(r"[ \t*]*(?:Sent|Date|To|Subject):", re.IGNORECASE)
_ATTRIBUTION_START = re.compile(r"[ \t]*(?:On|At)\b[^\n]*", re.IGNORECASE)
_ATTRIBUTION_END = re.compile(r"\b(?:wrote|writes|said):[ \t]*$", re.IGNORECASE)
_ADDRESSED = re.compile(r"@|\b(?:19|20)\d\d\b|\d{1,2}:\d\d")


def quoted_lines(lines: Sequence[str]) -> list[bool]:
    """Tell for each line whether it is quoted. Lines between quote marks stay the writer's."""
    quoted = [bool(_MARK.match(line)) for line in lines]
    for number, line in enumerate(lines):
        if quoted[number]:
            continue
        if _SEPARATOR.fullmatch(line) or _opens_outlook_block(lines, number):
            return [*quoted[:number], *[True] * (len(lines) - number)]
        height = _attribution_height(lines, number)
        if not height:
            continue
        below = next((n for n in range(number + height, len(lines)) if lines[n].strip()), None)
        if below is None or quoted[below]:
            quoted[number : number + height] = [True] * height
        elif _ADDRESSED.search(" ".join(lines[number : number + height])):
            return [*quoted[:number], *[True] * (len(lines) - number)]
    return quoted


def _attribution_height(lines: Sequence[str], number: int) -> int:
    """Return how many lines an attribution ("On … wrote:") takes here; 0 where there is none."""
    if not _ATTRIBUTION_START.match(lines[number]):
        return 0
    for height in (1, 2, 3):
        if number + height > len(lines):
            break
        if height > 1 and not lines[number + height - 1].strip():
            break
        if _ATTRIBUTION_END.search(lines[number + height - 1]):
            return height
    return 0


def _opens_outlook_block(lines: Sequence[str], number: int) -> bool:
    return bool(
        _OUTLOOK_FROM.match(lines[number])
        and number + 1 < len(lines)
        and _OUTLOOK_NEXT.match(lines[number + 1])
    )
