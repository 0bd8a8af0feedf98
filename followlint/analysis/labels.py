"""Whether what stands in brackets names what should stand there: "[Company]", not "[sic]".

A label names a field, tells the writer what to do, or offers a choice. A writer's own insertion
("they [the team] agreed", "[née Müller]") stands beside a word that it explains; a label stands
where a word is missing.
"""

from __future__ import annotations

import re

from followlint.text import word_set

#: Words that a slot's label begins with or consists of, in the templates people copy.
_FIELDS = (
    r"name|names|first|last|full|your|my|their|his|her|the|our|company|companies|employer"
    r"|organi[sz]ation|firm|position|role|job|title|date|day|time|today|yesterday|week|month"
    r"|year|weekday|topic|subject|project|team|department|interviewer|interviewers|recruiter"
    r"|recruiters|hiring|manager|contact|phone|email|e-mail|address|linkedin|insert|mention"
    r"|add|specific|something|optional|example|e\.g|describe|explain|reference|detail|details"
    r"|number|skill|skills|experience|quality|value|values|mission|product|city|location"
    r"|office|link|url|signature|placeholder|number of|reason|point|discussion|conversation"
    r"|interview|candidate|applicant|recipient|sender|salutation|industry|school|state|one"
    r"|adjective|noun|verb|next steps?|tbd|tbc|todo|surname|forename|firstname|lastname|fullname"
    r"|initials|vacancy|vacancies|ref|postcode|telephone|mobile|venue"
    # the same of people who copied a template in their own language
    r"|nombres?|apellidos?|empresa|puesto|cargo|fecha|nom|prénom|entreprise|poste|vorname|nachname"
    r"|firma|stelle|nome|cognome|azienda|vaga"
    r"|\d-\d [a-z]+"
)
_LABEL = re.compile(rf"(?:{_FIELDS})\b", re.IGNORECASE)
_FIELD_WITHIN = re.compile(rf"\b(?:{_FIELDS})\b", re.IGNORECASE)
#: Words that only open a label together with another ("the company"), never alone.
_NO_FIELD = re.compile(
    r"(?:the|his|her|their|our|my|one|first|last|full|day|time|add|link|value|values|point)\b",
    re.IGNORECASE,
)
_NO_FIELD_ALONE = re.compile(r"day|time|link|values?|point|first[ /]last", re.IGNORECASE)
_DETERMINER = re.compile(r"(?:the|his|her|their|our|my|one|that|this|a|an)\b", re.IGNORECASE)
_VARIABLE = re.compile(r"[A-Za-z]+(?:_[A-Za-z]+)+|[a-z]{2,}(?:[A-Z][a-z]+)+")
_TITLE = re.compile(r"[A-Z][\w'’/&-]*(?:[ _/][A-Za-z][\w'’/&-]*){0,3}")
_LONGEST = 25
_NO_SLOT = re.compile(
    r"\d+|\.\.\.|…|x|X|\s*|EXTERNAL|INTERNAL|[A-Z]{2,10}(?:-\d+)+|[A-Z]{2,5}"
    r"|(?!\d)[^\n]*\d{2}[^\n]*"  # a slot that was filled: "[ref. 0417-C]"
    r"|(?i:sic|ed\.?|emphasis .*|laughs|redacted|name withheld)",
)
#: What a writer's own remark begins with, and a sentence has in it.
_REMARK = re.compile(
    r"(?:i|we|he|she|they|it|with|from|then|now|formerly|née|i\.e)\b"
    r"|.*\b(?:is|was|were|are|had|has|said|am)\b|(?:\S+\s+){3,}\S*\.$|.*[!?]$",
    re.IGNORECASE | re.DOTALL,
)
_SURE_REMARK = re.compile(
    r"(?:see|as|if|which|who|not|and|or|but)\b|(?:edit|edited|update|note|nb|ps|correction):",
    re.IGNORECASE,
)
_CHOICE = re.compile(r"(?!and/or$)[a-z]{2,}(?:/[a-z]{2,})+")
_NOUN = re.compile(r"[A-Z][a-z]{3,}")
_INSTRUCTS = re.compile(
    r"\b(?:your?|insert|specific|mention|optional|e\.g|example|etc|that thing"
    r"|thing (?:they|you))\b",
    re.IGNORECASE,
)
_OTHER_SCRIPT = re.compile(r"(?=[^A-Za-z]*[^\W\d_])[^A-Za-z]+")
#: Words that something must follow: a slot stands behind them, a remark does not.
_WANTING = word_set(
    """
    a an the your my our his her their this that dear hi hello hey at with for about of on in by
    from to as into through and or is was be am are near via per between until than like both
    discuss discussing regarding concerning ref reference hearing joining join enjoy enjoyed liked
    loved
    appreciated learn learning called named mr mrs ms mx dr prof professor than after before since
    during within meeting visiting
    """
)
_GREETS = re.compile(
    r"(?:^|\n)[ \t]*(?:dear|hi|hello|hey|good (?:morning|afternoon|evening)|estimad[oa]|attn:?)"
    r"(?: [\w.’'-]+){0,2} $",
    re.IGNORECASE,
)
_PRONOUNS = word_set("he she it they we i you him them us this these those who which that one")
_LAST_WORD = re.compile(r"([\w’'.-]*\w)\.?[\s(*_“\"']*$")
#: Labels that stand even at a subject's start, where "[Recruitment]" is a mailing list's tag.
_SURE_FIELD = re.compile(
    r"\b(?:name|company|employer|role|position|title|date|day|interviewer|your|insert|topic"
    r"|specific|mention)\b",
    re.IGNORECASE,
)


def is_greeted(before: str) -> bool:
    """Tell whether a text breaks off within a greeting: "Dear Señora" wants a name, whatever."""
    return bool(_GREETS.search(before))


def is_label(content: str, before: str = "") -> bool:
    """Tell whether bracket content names what should stand there; `before` is the text before."""
    if _NO_SLOT.fullmatch(content) and not _LABEL.fullmatch(content):
        return False
    if _CHOICE.fullmatch(content) and not _LABEL.match(content):
        return _wants(before)
    previous = _last_word(before)
    if previous in _PRONOUNS - _WANTING or _is_remark(content):
        return False
    if _VARIABLE.fullmatch(content) or _OTHER_SCRIPT.fullmatch(content):
        return True
    words = content.split()
    if len(words) == 1 or _NO_FIELD.match(content):
        # "[Company]" is a slot, "[Tokyo]" and "[both]" are a writer's insertion.
        pieces = re.split(r"[\s/]+", content)
        fields = [piece for piece in pieces if not _NO_FIELD.fullmatch(piece)]
        named = any(_LABEL.fullmatch(field) for field in fields)
        if named:
            return not _DETERMINER.match(content) or _wants(before)
        if _NO_FIELD_ALONE.fullmatch(content):
            return _wants(before)
        return previous in _WANTING and bool(_NOUN.fullmatch(content))
    if len(words) > _LONGEST:
        return False
    if _LABEL.match(content) or _INSTRUCTS.search(content):
        return True
    return _wants(before) and bool(_FIELD_WITHIN.search(content) or _TITLE.fullmatch(content))


def is_list_tag(content: str) -> bool:
    """Tell whether a bracket at a subject's start is a tag ("[Interview]"), no slot ("[Role]")."""
    return not _SURE_FIELD.search(content) and "_" not in content and "{" not in content


def names_field(content: str) -> bool:
    """Tell whether "role", "your_name", "roleTitle" or "details as discussed" names a field."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])|[_.|-]", " ", content)
    plain = " ".join(word for word in spaced.split() if not _NO_FIELD.fullmatch(word))
    return bool(_FIELD_WITHIN.search(plain))


def is_named_slot(content: str) -> bool:
    """Tell whether the content of angle brackets is a label and no tag of a mark-up language."""
    words = content.split()
    return bool(
        _LABEL.match(content) or _VARIABLE.fullmatch(content) or _INSTRUCTS.search(content)
    ) or (len(words) > 1 and bool(_TITLE.fullmatch(content)))


def begins_with_field(content: str) -> bool:
    """Tell whether the first word names a field."""
    return bool(_LABEL.match(content))


def _is_remark(content: str) -> bool:
    if _SURE_REMARK.match(content):
        return True
    return bool(_REMARK.match(content)) and not _INSTRUCTS.search(content)


def _wants(before: str) -> bool:
    """Tell whether a text breaks off where a word is missing."""
    text = before.rstrip(" \t(*_“\"'")
    if not text or text[-1] in "\n.!?:,;–—-/":
        return True
    previous = _last_word(before)
    return previous in _WANTING or previous.endswith(("ed", "ing"))


def _last_word(before: str) -> str:
    match = _LAST_WORD.search(before)
    return match[1].lower() if match else ""


def wants_word(before: str) -> bool:
    """Tell whether a text ends with a word that another must follow, or with nothing at all."""
    text = before.rstrip(" \t")
    return not text or text[-1] in "\n:" or _last_word(before) in _WANTING
