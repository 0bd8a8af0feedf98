"""`placeholder`: a slot of a template that nobody filled."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from followlint.analysis import Draft
from followlint.checks.base import CheckType, Hit
from followlint.mail.email import VISIBLE
from followlint.text import Span, fold

#: Words that a slot's label begins with or consists of, in the templates people copy.
_FIELDS = (
    r"name|names|first|last|full|your|my|their|his|her|the|our|company|companies|employer"
    r"|organi[sz]ation|firm|position|role|job|title|date|day|time|today|yesterday|week|month"
    r"|year|weekday|topic|subject|project|team|department|interviewer|interviewers|recruiter"
    r"|recruiters|hiring|manager|contact|phone|email|e-mail|address|linkedin|insert|mention"
    r"|add|specific|something|optional|example|e\.g|describe|explain|reference|detail|details"
    r"|number|skill|skills|experience|quality|value|values|mission|product|city|location"
    r"|office|link|url|signature|placeholder|number of|reason|point|discussion|conversation"
    r"|interview|candidate|applicant|recipient|sender|salutation|one|\d-\d [a-z]+"
)
_SQUARE = re.compile(r"\[(?:[^\[\]]|\[[^\[\]]*\])*\](?!\()")
_LABEL = re.compile(rf"(?:{_FIELDS})\b", re.IGNORECASE)
_VARIABLE = re.compile(r"[a-z]+(?:_[a-z]+)+|[a-z]{2,}(?:[A-Z][a-z]+)+|[A-Z][A-Z _]+")
_TITLE_LABEL = re.compile(r"[A-Z][\w'’/&-]*(?:[ _/][A-Za-z][\w'’/&-]*){0,3}")
#: Words that only open a label together with another ("the company"), never alone.
_NO_FIELD = re.compile(
    r"(?:the|his|her|their|our|my|one|first|last|full|day|time|add|link|value|values|point)\b",
    re.IGNORECASE,
)
_FIELD_WITHIN = re.compile(rf"\b(?:{_FIELDS})\b", re.IGNORECASE)
_LONGEST_LABEL = 25
_NO_SLOT = re.compile(
    r"\d+|\.\.\.|…|x|X|\s*|EXTERNAL|INTERNAL|[A-Z]{2,10}(?:-\d+)+|[A-Z]{2,5}"
    r"|(?i:sic|ed\.?|emphasis .*|laughs|redacted)",
)
_OTHER_STYLES = re.compile(
    r"""
      \{\{[^{}\n]{1,60}\}\}                       # {{company}}
    | (?<![\w\\])\$?\{[A-Za-z_][\w .|-]{0,40}\}   # {role} ${role}, but not \textbf{role}
    | (?<![\w$])\$[a-z][A-Za-z_]{2,30}(?![\w$])   # $name, but not $500
    | <<[^<>\n]{1,60}>>                           # <<Name>>
    | %%[A-Za-z_]+%% | %[A-Z][A-Z_]{2,}%          # %FIRSTNAME%
    | \*\|[A-Z_]+\|\* | _\|[A-Z_]+\|_             # *|FNAME|*
    | (?<![\w-])-(?:name|company|position|role|date)-(?![\w-])
    | (?<!\S)\.{6,}                               # ......
    | (?<![\w_])_{3,}(?![\w_])                    # ____
    | (?<![\w$])(?:X{2,}|x{3,})(?![\w])           # XX
    # Labels and sample values that look like words
    | (?:(?<=\bDear\ )|(?<=\bHi\ )|(?<=\bHello\ )|(?<=\bat\ )|(?<=\bwith\ ))
      (?:NAME|COMPANY|INTERVIEWER|RECRUITER|John\ Doe|Jane\ Doe)(?!\w|\ [A-Z]{2})
    | \b(?:Hiring\ Manager|Interviewer|Recruiter|Company|Your)(?:['’]s)?\ Name\b
    | \b(?:XYZ|ABC)\ (?:Company|Corp(?:oration)?)\b | \bLorem\ ipsum\b
    """,
    re.VERBOSE,
)
_ANGLE = re.compile(r"(?<![\w<])<([A-Za-z][^<>@\n:/=]{1,60})>")
_GUILLEMETS = re.compile(r"«([A-Za-z_][^«»\n]{1,40})»")
_HTML = re.compile(
    r"(?:a|b|i|u|p|br|hr|em|strong|span|div|ul|ol|li|h[1-6]|html|body|head|table|tr|td|th|img|code|pre|font)\b.*",
    re.IGNORECASE,
)
_SIZES = re.compile(r"(?:size|sizes|Super Bowl|chromosomes?|XL)\b", re.IGNORECASE)
#: Instructions and choices that stand there without any bracket.
_UNBRACKETED = re.compile(
    r"""
      \binsert\ (?:[\w'’]+\ ){1,5}here\b
    | \b(?:enter|type|add|put)\ (?:[\w'’]+\ ){0,4}
      (?:name|company|position|role|title|date|topic|detail|example|number|link|text)s?\ here\b
    | \b(?:your|company|interviewer['’]?s?|recruiter['’]?s?|manager['’]?s?|position|role)
      \ (?:full\ )?(?:name\ |title\ )?here\b
    | \((?:date|name|company|company\ name|position|role|title|job\ title)\)
    | \b(?:today/yesterday|yesterday/today|him/her|his/her|he/she|s/he|Mr\.?/M(?:r?s|x)\.?)(?!\w)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_TWENTY = re.compile(
    r"(?:[A-Z][\w’']+|case|plate|hall|room|chapter|volume|part|book|section|figure|number) $"
)
_ANYBODY = re.compile(r"\b(?:each|every|any|whoever|someone|everyone|child|pupil|patient|user)\b")
_ENVIRONMENT = re.compile(r"\$\{(?:HOME|PATH|USER|PWD|SHELL|TMPDIR|PORT|HOST(?:NAME)?)\}")


@dataclass(frozen=True)
class Placeholder(CheckType):
    """Objects to slots in brackets, braces, angle brackets, percent signs, underscores and XX."""

    says: ClassVar[frozenset[str]] = frozenset({"match"})

    def hits(self, draft: Draft) -> Iterator[Hit]:
        """Yield every slot, nested brackets as one."""
        for block in draft.spans(*VISIBLE):
            text = block.of(draft.text)
            behind = 0
            for start, end in sorted(_slots(text), key=lambda slot: (slot[0], -slot[1])):
                if start < behind or _is_quoted(text, start):
                    continue
                behind = end
                yield Hit(
                    Span(block.start + start, block.start + end), {"match": fold(text[start:end])}
                )


def _slots(text: str) -> Iterator[tuple[int, int]]:
    for match in _SQUARE.finditer(text):
        if _is_label(match[0].strip("[] \r\n\t")):
            yield match.span()
    for match in [*_OTHER_STYLES.finditer(text), *_UNBRACKETED.finditer(text)]:
        if not _is_no_blank(text, match):
            yield match.span()
    for match in _ANGLE.finditer(text):
        label = match[1]
        if not _HTML.fullmatch(label) and any(
            shape(label) for shape in (_LABEL.match, _TITLE_LABEL.fullmatch, _VARIABLE.fullmatch)
        ):
            yield match.span()
    for match in _GUILLEMETS.finditer(text):
        # French quotes hold words more often than slots.
        if _LABEL.match(match[1]):
            yield match.span()


def _is_no_blank(text: str, match: re.Match[str]) -> bool:
    """Tell whether a slot's look is innocent here: a size, a Roman twenty, a shell's variable."""
    slot, before, after = match[0], text[: match.start()], text[match.end() :]
    if slot.upper().startswith("XX"):
        return bool(_SIZES.match(after.lstrip(" -")) or (slot == "XX" and _TWENTY.search(before)))
    if slot.lower() in ("his/her", "him/her", "he/she", "s/he"):
        sentence = before[max(before.rfind(mark) for mark in ".!?\n") + 1 :]
        return bool(_ANYBODY.search(sentence.lower()))
    return bool(_ENVIRONMENT.fullmatch(slot))


def _is_quoted(text: str, start: int) -> bool:
    """Tell whether a slot is talked about: it stands within quotation marks or code marks."""
    line = text[text.rfind("\n", 0, start) + 1 : start]
    return (
        line.count('"') % 2 == 1
        or line.count("“") > line.count("”")
        or line.count("`") % 2 == 1
        or bool(re.search(r"\b(?:literal|literally|tag|variable)\s+$", line))
    )


def _is_label(content: str) -> bool:
    """Tell whether what stands in square brackets names or describes what should stand there."""
    words = content.split()
    if _NO_SLOT.fullmatch(content) and not _LABEL.fullmatch(content):
        return False
    if len(words) == 1 or _NO_FIELD.match(content):
        # "[Company]" and "[companyName]" are slots, "[Tokyo]" and "[both]" a writer's insertion.
        pieces = re.split(r"[\s/]+", content)
        fields = [piece for piece in pieces if not _NO_FIELD.fullmatch(piece)]
        named = any(_LABEL.fullmatch(field) for field in fields)
        return named or bool(_VARIABLE.fullmatch(content)) or not content.isascii()
    return len(words) <= _LONGEST_LABEL and bool(
        _FIELD_WITHIN.search(content)
        or _TITLE_LABEL.fullmatch(content)
        or _VARIABLE.fullmatch(content)
        or not content.isascii()
    )
