"""What the words above an email say of it: which kind it is, that it is bad, that it is no email
after an interview at all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from followlint.mail import Kind

_BAD = re.compile(
    r"❌|✗|✘|🚫|👎|⛔"
    r"|\b(?:bad|weak|poor|wrong)\b.{0,20}\b(?:examples?|templates?|versions?|e-?mails?|ones?|notes?)\b"
    r"|^\W*(?:bad|weak|poor|wrong|don['’]?ts?|avoid|before|instead of(?: this)?)\W*$"
    r"|\b(?:don['’]?t|do not|never) (?:send|write|do|use) (?:this|these|it)\b"
    r"|\b(?:what|how) not to\b|\bnot like this\b",
    re.IGNORECASE,
)
_GOOD = re.compile(
    r"✅|✓|✔|👍|^\W*(?:good|better|strong|great|after|do|dos|fixed|improved)\W*$"
    r"|\b(?:good|better|strong|improved)\b.{0,20}\b(?:examples?|templates?|versions?|e-?mails?)\b",
    re.IGNORECASE,
)
#: What coaches keep beside the emails after an interview.
_OTHER = re.compile(
    r"\b(?:linkedin|sms|text messages?|whats ?app|slack|voice ?mails?|(?:phone|call) scripts?"
    r"|(?:ai|chatgpt|claude|gpt|llm) prompts?|prompts? for|check ?lists?"
    r"|cold (?:e-?mails?|outreach|messages?)|outreach|networking|referrals?|cover letters?"
    r"|applications? (?:e-?mails?|letters?|follow[ -]ups?)"
    r"|after (?:applying|(?:the |your )?application)"
    r"|resignations?|resigning|negotiat\w+|counter[ -]?offers?"
    r"|(?:accept|declin)\w* (?:\w+ ){0,3}(?:offers?|invitations?|interviews?)"
    r"|offer (?:accept|declin)\w*"
    r"|withdraw\w*|reschedul\w*|(?:confirm|schedul)\w* (?:\w+ ){0,3}interviews?"
    r"|(?:reference|recommendation) (?:requests?|letters?)|before (?:the|your) interview)\b",
    re.IGNORECASE,
)
_THANKS = re.compile(r"\bthank(?:s|ing)?\b", re.IGNORECASE)
_REJECTED = re.compile(
    r"\breject\w*|\bturned (?:you )?down\b|\bnot selected\b|\bunsuccessful\b|\bafter a no\b"
    r"|\bwhen (?:it is|it['’]s|they say) (?:a )?no\b",
    re.IGNORECASE,
)
#: "Follow-up" alone may mean the thank-you, so that it says nothing.
_WAITING = re.compile(
    r"\bno (?:response|reply|answer|news)\b|\bstatus\b|\bcheck(?:ing)?[ -]?in\b|\bsilence\b"
    r"|\bnot heard\b|\b(?:haven|hasn)['’]?t (?:heard|replied)\b|\bnudge\b|\bsecond follow[ -]?up\b"
    r"|\bnext steps\b|\bwaiting\b",
    re.IGNORECASE,
)


def is_bad(titles: Sequence[str]) -> bool:
    """Tell whether titles, the nearest last, say that what stands below is a bad example."""
    for title in reversed(titles):
        if _BAD.search(title):
            return True
        if _GOOD.search(title):
            return False
    return False


def is_other(titles: Sequence[str]) -> bool:
    """Tell whether titles say that what stands below is no email after an interview.

    A nearer title that names a kind of ours goes before: "Emails and LinkedIn messages" may hold
    "The thank-you email".
    """
    for title in reversed(titles):
        if _OTHER.search(title):
            return True
        if kind_in([title]):
            return False
    return False


def kind_in(titles: Sequence[str]) -> Kind | None:
    """Return the kind that the nearest title names beyond doubt."""
    for title in reversed(titles):
        found = {
            kind
            for kind, pattern in (
                (Kind.THANK_YOU, _THANKS),
                (Kind.FOLLOW_UP, _WAITING),
                (Kind.REJECTION_REPLY, _REJECTED),
            )
            if pattern.search(title)
        }
        if Kind.REJECTION_REPLY in found:
            return Kind.REJECTION_REPLY  # "Thank them for the rejection"
        if found:
            return found.pop() if len(found) == 1 else None
    return None
