"""The slots of a template in a text, in every style that templates come in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from followlint.analysis.labels import (
    begins_with_field,
    is_greeted,
    is_label,
    is_named_slot,
    names_field,
    wants_word,
)
from followlint.analysis.mentions import (
    is_inscribed,
    is_quoted,
    is_spoken_of,
    is_spoken_of_as_blank,
)

_SQUARE = re.compile(r"(?<![\w\]])\[(?:[^\[\]]|\[[^\[\]]*\])*\](?!\()")
_STYLES = re.compile(
    r"""
      \{\{[^{}\n]{1,60}\}\}                       # {{company}}
    | (?<![\w\\/=$])\{(?P<brace>[A-Za-z_][\w .|-]{0,40})\}(?!/)   # {role}, but not /users/{id}
    | (?<![\w\\])\$\{[A-Za-z_][\w .|-]{0,40}\}    # ${role}
    | (?<![\w$])\$(?P<dollar>[a-z][A-Za-z_]{2,30})(?![\w$])   # $name, but not $500
    | <<[ ]?[A-Za-z][^<>\n;"()=]{0,60}>>             # <<Name>>
    | %%[A-Za-z_]+%% | (?<![\w%])%[A-Z][A-Z_]{2,}%(?!\w)   # %FIRSTNAME%
    | (?<![\w#])(?P<hash>\#{1,2})[A-Z][A-Z_ ]{2,30}(?P=hash)(?![\w#])       # #NAME#
    | (?<![\w@])@@[A-Za-z_]{3,30}@@(?!\w) | (?<![\w$])\$[A-Z_]{3,30}\$(?!\w) # @@name@@ $NAME$
    | (?<![\w_])__[A-Z][A-Z_ ]{2,30}[A-Z]__(?![\w_])         # __COMPANY__
    | \{%[^%{}\n]{1,40}%\} | <%=?[^%<>\n]{1,40}%>             # {% name %} <%= name %>
    | \*\|[A-Z_]+\|\* | _\|[A-Z_]+\|_             # *|FNAME|*
    | (?<![\w-])-(?:name|company|position|role|date)-(?![\w-])
    | (?<!\S)(?P<dots>\.{6,})                     # ......
    | (?<![\w_-])(?P<under>_{3,})(?![\w_-])       # ____
    | (?<!\S)(?P<ask>\?{2,})(?=[\s,.;)]|$)        # Mr ???
    | \b(?:XX|DD|MM)(?P<sep>[/.-])(?:XX|DD|MM)(?P=sep)
      (?:XX(?:XX)?|YY(?:YY)?|20XX|\d{4})\b      # DD/MM/YYYY
    | \b20XX\b | \b(?:dd|DD)[/.-](?:mm|MM)\b
    | (?<![\w$*-])(?P<blank>X{2,}|x{3,})(?!\w|-[\dX])   # XX
    # Labels and sample values that look like words
    | (?:\b(?:Dear|Hi|Hello|at|with|for|about|of|on|from|join|joining)[ ])
      (?P<word>(?:(?:YOUR|COMPANY|JOB|FIRST|LAST|FULL|INTERVIEWER)[ ]){0,2}
      (?:NAME|SURNAME|COMPANY|EMPLOYER|POSITION|ROLE|TITLE|INTERVIEWER|RECRUITER|DATE|TOPIC|TBD
      |TODO)(?:[ ]HERE)?
      |John[ ]Doe|Jane[ ]Doe)(?!\w|[ ][A-Z]{2}|[ ][A-Z]\b)
    | ^[ \t]*(?P<alone>(?i:your|full|first)[ ](?:(?i:full)[ ])?(?i:name)(?:[ ](?i:here))?)[ \t]*$
    | \b(?:Hiring[ ]Manager|Interviewer|Recruiter|Company|Your)(?:['’]s)?[ ]Name\b
    | \b(?:(?:XYZ|ABC)[ ](?:Company|Corp)|XYZ[ ]Corporation)\b | \bLorem[ ]ipsum\b
    | ^[ \t]*(?P<todo>(?:TODO|FIXME)\b:?)
    """,
    re.VERBOSE | re.MULTILINE,
)
_ANGLE = re.compile(r"(?<![\w<])<([A-Za-z][^<>@\n:/=]{1,60})>")
_GUILLEMETS = re.compile(r"«([A-Za-z_][^«»\n]{1,40})»")
_HTML = re.compile(
    r"(?:a|b|i|u|p|br|hr|em|strong|span|div|ul|ol|li|dl|dt|dd|h[1-6]|html|body|head|header|footer"
    r"|main|nav|section|article|aside|title|meta|link|label|address|time|table|tr|td|th|thead"
    r"|tbody|img|svg|canvas|video|audio|iframe|form|input|select|option|button|textarea|dialog"
    r"|code|pre|font|script|style|template|slot|details|summary|object|sub|sup|small)\b.*"
)
_FIELD = (
    r"(?:name|company|position|role|title|date|topic|detail|example|number|link|text|project"
    r"|skill)s?"
)
#: Instructions and choices that stand there without any bracket.
_UNBRACKETED = re.compile(
    rf"""
      \binsert[ ](?:[\w'’]+[ ]){{0,4}}{_FIELD}(?:[ ][\w'’]+){{0,2}}[ ]here\b
    | \b(?:enter|type|add|put|insert)[ ]
      (?:(?:your|company|job|specific|interviewer['’]?s?)[ ]){{0,2}}{_FIELD}[ ]here\b
      (?![ ]and[ ]there)
    | \b(?:your|company|interviewer['’]?s?|recruiter['’]?s?|manager['’]?s?)
      [ ](?:full[ ])?(?:name|title)[ ]here\b
    | (?<!\w)\((?:date|name|company|company[ ]name|position|role|title|job[ ]title)\)
    | \((?:insert|mention|add|enter)[ ](?:[\w'’]+[ ]){{0,4}}{_FIELD}\)
    | \((?:[\w'’-]+[ ]){{0,4}}{_FIELD}[ ](?:goes[ ])?here\)
    | \b(?:today/yesterday|yesterday/today|this[ ](?:morning|afternoon)/(?:morning|afternoon
      |yesterday|evening)|him/her|(?P<pair>his/her)|Mr\.?/M(?:r?s|x)\.?)(?!\w|/)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SIZES = re.compile(
    r"(?:sizes?|Super Bowl|chromosomes?|XL|rated|century|Corps|Brigade|Legion|Olympi\w+|Games"
    r"|Congress|edition|\d)\b",
    re.IGNORECASE,
)
_TWENTY = re.compile(
    r"(?:(?!Dear|Hi|Hello|At|In|On)[A-Z][\w’']+|sizes?|case|plate|hall|room|chapter"
    r"|volume|part|book|section|figure|number) $"
)
_ATTACHED = re.compile(r"[^\W\d_][/.#:–-]$")
_IDENTIFIER = re.compile(r"[A-Za-z]+(?:_[A-Za-z]+)+|[A-Za-z][a-z]+(?:[A-Z][a-z]+)+")
#: Where a text speaks of anybody, "his/her" is no choice that was left open.
_ANYBODY = re.compile(
    r"\b(?:each|every|any|whoever|someone|everyone|anyone|nobody|(?:an?|another|one|the)"
    r" (?:\w+ )?(?:child|patient|student|client|customer|guest|pupil|resident|learner|person"
    r"|user|member|worker|parent|caller|tenant|owner|passenger|driver|reader|victim|witness))\b"
    r"|\ban? \w*(?:er|or|ist|ee|ant|ent|ian|nurse|chef|clerk)\b"
    r"|\b(?:child|pupil|patient|user)\b"
)
_ENVIRONMENT = re.compile(
    r"[$%]\{?(?:HOME|PATH|USER|PWD|SHELL|TMPDIR|TEMP|PORT|HOST(?:NAME)?|APPDATA|USERPROFILE"
    r"|SYSTEMROOT|PROGRAMFILES|WINDIR|USERNAME)[}%]"
)


def slots_in(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the slots of a text stand, in any order; slots within slots are yielded, too."""
    for start, end in _candidates(text):
        if not (is_quoted(text, start, end) or is_spoken_of(text, start, end)):
            yield start, end


def _candidates(text: str) -> Iterator[tuple[int, int]]:
    for match in _SQUARE.finditer(text):
        if is_label(match[0].strip("[] \r\n\t"), text[: match.start()]):
            yield match.span()
    for match in _STYLES.finditer(text):
        group = next((name for name in ("word", "alone", "todo") if match[name]), 0)
        if not _is_no_blank(text, match):
            yield match.span(group)
    for match in _UNBRACKETED.finditer(text):
        choice = match["pair"] or match[0].lower() == "him/her"
        shown = match[0].lower().endswith("here") and is_inscribed(text, *match.span())
        if not shown and not (choice and _speaks_of_anybody(text, match)):
            yield match.span()
    for match in _ANGLE.finditer(text):
        if not _HTML.fullmatch(match[1]) and (
            is_named_slot(match[1]) or is_greeted(text[: match.start()])
        ):
            yield match.span()
    for match in _GUILLEMETS.finditer(text):
        # French quotes hold words more often than slots.
        if (
            names_field(match[1])
            if _IDENTIFIER.fullmatch(match[1])
            else begins_with_field(match[1])
        ):
            yield match.span()


def _is_no_blank(text: str, match: re.Match[str]) -> bool:
    """Tell whether a slot's look is innocent here: a size, a Roman twenty, a shell's variable."""
    before, after = text[: match.start()], text[match.end() :]
    if match["brace"] or match["dollar"]:
        return not (names_field(match["brace"] or match["dollar"]) or is_greeted(before))
    if match["dots"] or match["ask"]:
        return not (wants_word(before) or is_greeted(before))
    word = match["blank"] or match["under"] or match["sep"] or match["word"]
    if word and is_spoken_of_as_blank(text, *match.span()):
        return True
    if match["blank"]:
        return _is_no_unknown(match[0], before, after)
    if match["word"] or match["under"]:
        return is_inscribed(text, *match.span("word" if match["word"] else "under"))
    return bool(_ENVIRONMENT.fullmatch(match[0]))


def _is_no_unknown(blank: str, before: str, after: str) -> bool:
    """Tell whether a row of x is a number, a size, a mask or kisses rather than an unknown."""
    if _SIZES.match(after.lstrip(" -")):
        return True
    if _ATTACHED.search(before):
        return True  # a part of a reference: "HR/XX/0117"
    kisses = len(blank) <= len("xxxx") and not after.split("\n")[0].strip()
    if kisses and not wants_word(before):
        return True
    return blank == "XX" and bool(_TWENTY.search(before))


def _speaks_of_anybody(text: str, match: re.Match[str]) -> bool:
    before = text[: match.start()]
    sentence = before[max(before.rfind(mark) for mark in ".!?\n") + 1 :]
    return bool(_ANYBODY.search(sentence.lower()))
