"""What a slot asks for, told from its label: "[Interviewer's Name]" asks for the reader's name."""

from __future__ import annotations

import re
from enum import Enum


class Ask(Enum):
    """What is to be put into a slot."""

    READER = "the reader's name"
    READER_FIRST = "the reader's first name"
    READER_LAST = "the reader's last name"
    HONORIFIC = "how the reader is addressed"
    WRITER = "the writer's name"
    WRITER_FIRST = "the writer's first name"
    WRITER_LAST = "the writer's last name"
    SOMEBODY = "somebody's name"
    COMPANY = "the company"
    ROLE = "the job"
    TEAM = "the team"
    DAY = "a day of the week"
    DATE = "a date"
    TIME = "a time"
    WHEN = "a time to come"
    PLACE = "a place"
    PHONE = "a telephone number"
    EMAIL = "an address"
    LINK = "a link"
    NUMBER = "a number"
    FIELD = "a trade"
    ADJECTIVE = "an adjective"
    SKILL = "something the writer can do"
    REASON = "a reason"
    TOPIC = "something from the interview"
    PHRASE = "the label's own words"


_PERSON = (
    r"(?:interviewers?|recruiters?|hiring managers?|managers?|contact(?: person)?|recipients?"
    r"|reader|addressee|panel(?:ist)?|hr(?: person| manager)?|their|his|her|them)"
)
_WRITER = r"(?:your|my|candidate|applicant|sender|user|signature|signer)"
_MAYBE = r"(?:the |their |this |that |your |target |new |exact |full )?"
#: Patterns over the whole label, in the order in which they are asked.
_WHOLE = (
    (Ask.HONORIFIC, r"(?:mr|ms|mrs|mx|dr|prof\w*)\b.*|honorific|salutation|(?:courtesy )?title"),
    (Ask.EMAIL, r"(?:.* )?e ?mail(?: (?:address|id))?"),
    (Ask.PHONE, r"(?:.* )?(?:phone|mobile|cell|telephone|contact)(?: (?:number|no))?(?: here)?"),
    (Ask.LINK, r"(?:.* )?(?:linkedin|url|link|portfolio|website|profile|calendly)(?: .*)?"),
    (Ask.WRITER_FIRST, rf"(?:{_WRITER} (?:first|given) ?name|my first)"),
    (Ask.WRITER_LAST, rf"{_WRITER} (?:last ?name|surname|family name)"),
    (
        Ask.WRITER,
        rf"{_WRITER}(?: full)? name(?: here)?|signature|sender|me|(?:candidate|applicant)",
    ),
    (Ask.READER_LAST, rf"(?:{_PERSON} )?(?:last ?name|surname|family name|lname)"),
    (Ask.READER_FIRST, rf"(?:{_PERSON} )?(?:first ?name|given name|fname)"),
    (
        Ask.SOMEBODY,
        r"(?:other|second|another|referrer|colleague|team ?member|person)\b.*name|.* name 2",
    ),
    (
        Ask.READER,
        rf"{_PERSON}(?: full)?(?: name)?(?: \d| s)?|(?:insert )?(?:full )?name(?:s)?(?: here)?",
    ),
    (
        Ask.COMPANY,
        rf"(?:insert )?{_MAYBE}(?:company|employer|organi[sz]ation|firm|business|office)(?: name)?"
        r"(?: here)?|xyz.*|abc.*",
    ),
    (
        Ask.ROLE,
        rf"(?:insert )?{_MAYBE}(?:job |role |position )?"
        r"(?:role|position|job|post|vacancy|opening|title)"
        r"(?: (?:title|name|applied for))?(?: here)?",
    ),
    (Ask.TEAM, rf"{_MAYBE}(?:team|department|division|group|dept)(?: name)?"),
    (
        Ask.DAY,
        r"(?:interview )?(?:day|weekday)(?: of (?:the )?(?:week|interview))?|day (?:or|and) date",
    ),
    (Ask.DATE, r"(?:.* )?dates?(?: .*)?"),
    (Ask.WHEN, r"(?:.* )?(?:time ?frame|time ?line|deadline)(?: .*)?"),
    (Ask.TIME, r"(?:.* )?time(?: of (?:day|interview|the interview))?"),
    (Ask.PLACE, rf"{_MAYBE}(?:city|location|address|country|town|street)(?: .*)?"),
    (Ask.NUMBER, r"(?:number|no|x|n|#)(?: of .*)?|how many .*"),
    (Ask.FIELD, rf"{_MAYBE}(?:industry|sector|field|trade|domain)"),
    (Ask.ADJECTIVE, r"(?:\w+ )?adjectives?"),
)
#: Patterns for some word of the label.
_WITHIN = (
    (Ask.REASON, r"^(?:\w+ )?(?:reasons?|why)\b"),
    (
        Ask.SKILL,
        r"^(?:your |my |relevant |key |specific |a |the |one |insert |mention )*"
        r"(?:skills?|experiences?|qualifications?|strengths?|background|expertise|accomplishments?"
        r"|achievements?|abilit\w+|competenc\w+)\b",
    ),
    (
        Ask.TOPIC,
        r"\b(?:topics?|projects?|discuss\w*|details?|specific\w*|mention\w*|points?|challenges?"
        r"|something|insights?|initiatives?|examples?|aspects?|conversation|moments?|references?"
        r"|products?|mission|news|goals?|insert|add|describe|explain|include|qualit\w+|values?"
        r"|traits?|learned|interview|story|thing|issue|problem|area|sentences?)\b",
    ),
)
_ASKED = [(ask, re.compile(pattern)) for ask, pattern in _WHOLE]
_FOUND = [(ask, re.compile(pattern)) for ask, pattern in _WITHIN]
_OPTIONAL = re.compile(r"\s*optional\s*[:–—-]?\s*", re.IGNORECASE)
_EXAMPLE = re.compile(
    r"[\s,(–—-]*\b(?:e\.g\.?|for example|for instance|such as|like|example|i\.e\.?)[\s,:]+",
    re.IGNORECASE,
)
_CHOICE = re.compile(r"\s*/\s*|\s+\|\s+|\s+or\s+", re.IGNORECASE)
_DETERMINER = re.compile(r"(?:the|this|that|these|those|a|an|my|your|our)\s")
_LISTED = re.compile(r":\s*([^\s,;:][^,;:]*)[,;]")


def plain(label: str) -> str:
    """Return the words of a label in small letters: "hiringManager's_name" is a manager's name.

    Possessive endings, marks and capitals go, so that two ways to write one label are one.
    """
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])|[_.\-‑–]", " ", label)
    owned = re.sub(r"['’]s?\b|['’](?=\s|$)", "", spaced)
    return " ".join(re.findall(r"[^\W_]+|[/#|:,]", owned.lower()))


def choices_of(label: str) -> list[str]:
    """Return the alternatives that a label leaves open; one, itself, where it leaves none.

    What stands behind the last one and is meant for all is given to each: "Recruiter/Manager name".
    """
    found = [piece.strip() for piece in _CHOICE.split(label) if piece.strip()]
    if len(found) > 1 and re.search(r"\bname$", found[-1]) and "name" not in found[0].lower():
        return [f"{piece} name" for piece in found[:-1]] + found[-1:]
    return found or [label]


def ask_of(label: str) -> Ask:
    """Return what a label asks for; `Ask.PHRASE` where its own words are as good as any."""
    label = _OPTIONAL.sub("", label)
    head = _EXAMPLE.split(label, maxsplit=1)[0] or label
    for ask, pattern in _ASKED:
        if pattern.fullmatch(plain(head)):
            return ask
    first = choices_of(head)[0]
    if first != head:
        ask = ask_of(first)
        # "the role / the project" leaves words to choose from, "Day/Date" leaves things.
        return Ask.PHRASE if _DETERMINER.match(first) else ask
    for ask, pattern in _FOUND:
        if pattern.search(plain(head)):
            return ask
    return Ask.PHRASE if head[:1].islower() and head.isascii() else Ask.TOPIC


def own_words(label: str) -> str:
    """Return what of a label can stand in a sentence: its first alternative, or its example."""
    label = _OPTIONAL.sub("", label).strip(" .\"“”'")
    if listed := _LISTED.search(label):
        return listed[1].strip()
    parts = _EXAMPLE.split(label, maxsplit=1)
    return choices_of(parts[0].strip() or parts[-1].strip())[0]
