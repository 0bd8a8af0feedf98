"""Where an email begins and ends in running text, with its slots still open."""

from __future__ import annotations

import re
from collections.abc import Sequence

from followlint.mail import layout
from followlint.template.slots import slots_of

#: In a document, "Tips:" and "Note:" are no greetings by name alone, whatever follows.
_OPENER = re.compile(
    r"\s*(?:dear|hi|hiya|hello|hey|greetings|good (?:morning|afternoon|evening|day)"
    r"|to whom it may concern)\b",
    re.IGNORECASE,
)
#: What a slot in a greeting or a signature is read as.
_SOMEBODY = "Priya"
_GREETED = 60


def filled_in(text: str) -> str:
    """Return a line with a name for each slot, so that its shape can be told."""
    pieces, at = [], 0
    for slot in slots_of(text):
        pieces += [text[at : slot.span.start], "" if slot.control else _SOMEBODY]
        at = slot.span.end
    return "".join([*pieces, text[at:]])


def greets(text: str) -> bool:
    """Tell whether a line is a greeting with which an email begins."""
    if not text.strip() or text.lstrip()[0] in "-*+|#":
        return False
    line = filled_in(text).strip()
    if not layout.greeting_end(line):
        return False
    if _OPENER.match(line):
        # "Hi Priya, thank you for …" may go on; a heading in a sentence's clothes may not.
        return layout.greeting_end(line) >= len(line) or len(line) > _GREETED
    # By name alone: only a slot is sure to be one.
    return line != text.strip() and bool(re.fullmatch(rf"(?:M\w+\.? )?{_SOMEBODY},", line))


def ends_at(texts: Sequence[str]) -> int:
    """Return behind which of the lines an email ends that begins with the first one.

    It ends with the name below its closing, and a postscript; without a closing it has no end.
    """
    lines = [filled_in(text) for text in texts]
    filled = [number for number, line in enumerate(lines) if line.strip()]
    closings = [n for n in filled[1:] if layout.is_closing(lines[n]) or _inline(lines[n])]
    named = [n for n in closings if _inline(lines[n]) or _name_below(lines, n, filled)]
    if not closings:
        return len(lines)
    end = (named or closings)[0] + 1
    if not _inline(lines[end - 1]):
        while end < len(lines) and not lines[end].strip():
            end += 1
    end = _paragraph_end(lines, end)
    below = next((n for n in filled if n >= end), None)
    if below is not None and layout.is_postscript(lines[below]):
        end = _paragraph_end(lines, below)
    return end


def _inline(line: str) -> bool:
    return layout.inline_closing(line) is not None


def _name_below(lines: Sequence[str], number: int, filled: Sequence[int]) -> bool:
    below = [n for n in filled if n > number]
    return bool(below) and layout.is_name(lines[below[0]])


def _paragraph_end(lines: Sequence[str], start: int) -> int:
    end = start
    while end < len(lines) and lines[end].strip():
        end += 1
    return end
