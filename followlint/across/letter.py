"""What the other drafts of a run may have to know of one: small facts, and no words of its text.

A letter is taken from a draft that is analysed anyway and turned into plain data (what JSON knows),
so that it can come from another process or from a cache.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from followlint.across.correspondents import addresses, compared_form, names_of_readers
from followlint.across.outcome import outcome_of
from followlint.analysis import Draft
from followlint.analysis.replies import last_reply
from followlint.analysis.workdays import Workdays
from followlint.mail import Email, Kind, Moment, Part, Value
from followlint.mail.dates import moment_of
from followlint.mail.headers import CONTEXT
from followlint.text import Span

_IDENTITY = re.compile(r"<[^<>\s]+>")
_AUTOMATIC = re.compile(
    r"\s*(?:automatic reply|auto(?:matic)?[- ]?(?:reply|response)|out of (?:the )?office"
    r"|undeliver|delivery (?:status|failure)|mail delivery|returned mail)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Letter:
    """Who wrote to whom, about what and when, as far as a draft says.

    `sender` and `readers` are addresses in small letters, `people` the names of readers in the form
    in which names are compared, `names` the same as they are written. `ours` says that it carries a
    context of ours, which nobody else writes. `answers` are the messages (by their ids) that it
    answers. `dated` says that `sent` is its own date, not that of the run; `heard` is the day of
    their last message quoted below it. `automatic` says that a machine wrote it, `outcome` what it
    ends (see `outcome_of`); `workdays` are those of its readers; `place` is where a finding about
    its time belongs.
    """

    kind: Kind
    sent: Moment
    dated: bool = False
    place: Span = field(default_factory=lambda: Span(0, 0))
    sender: str = ""
    sender_name: str = ""
    readers: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    company: str = ""
    role: str = ""
    ours: bool = False
    identity: str = ""
    answers: tuple[str, ...] = ()
    interview: Value[Moment] | None = None
    decision: Value[Moment] | None = None
    earlier: tuple[Value[Moment], ...] = ()
    heard: date | None = None
    automatic: bool = False
    outcome: str = ""
    workdays: Workdays = field(default_factory=Workdays)

    def plain(self) -> dict[str, Any]:
        """Return the letter as JSON knows it; the day of the run is not in it."""
        return {
            "kind": self.kind.value,
            "sent": _written(self.sent) if self.dated else None,
            "place": [self.place.start, self.place.end],
            "sender": self.sender,
            "sender_name": self.sender_name,
            "readers": list(self.readers),
            "people": list(self.people),
            "names": list(self.names),
            "company": self.company,
            "role": self.role,
            "ours": self.ours,
            "identity": self.identity,
            "answers": list(self.answers),
            "interview": _plain(self.interview),
            "decision": _plain(self.decision),
            "earlier": [_plain(value) for value in self.earlier],
            "heard": self.heard.isoformat() if self.heard else None,
            "automatic": self.automatic,
            "outcome": self.outcome,
            "workdays": self.workdays.plain(),
        }

    @classmethod
    def of_plain(cls, facts: Mapping[str, Any], today: date) -> Letter:
        """Return the letter that `plain` made these facts of, sent `today` if it has no date."""
        return cls(
            **{
                **facts,
                "kind": Kind(facts["kind"]),
                "sent": moment_of(facts["sent"]) if facts["sent"] else Moment(today),
                "dated": facts["sent"] is not None,
                "place": Span(*facts["place"]),
                "interview": _value(facts["interview"]),
                "decision": _value(facts["decision"]),
                "earlier": tuple(filter(None, map(_value, facts["earlier"]))),
                "workdays": Workdays.named(**facts["workdays"]),
                "heard": date.fromisoformat(facts["heard"]) if facts["heard"] else None,
                **{name: tuple(facts[name]) for name in ("readers", "people", "names", "answers")},
            }
        )


def letter_of(draft: Draft, today: date | None = None) -> Letter:
    """Return what other drafts may know of this one. It takes no parse.

    Without a date of its own it is sent `today`, by default on the day that the draft knows.
    """
    email, context = draft.email, draft.email.context
    sender_name, sender = next(iter(addresses(email, "From")), ("", ""))
    readers = addresses(email, "To", "Cc")
    names = names_of_readers(email, [name for name, _ in readers])
    own = context.date
    return Letter(
        kind=draft.kind,
        sent=own.value if own else Moment(today) if today else draft.sent,
        dated=own is not None,
        place=(own and own.span) or email.where(Part.BODY),
        sender=sender,
        sender_name=compared_form(sender_name),
        readers=tuple(sorted({address for _, address in readers if address})),
        people=tuple(sorted(names)),
        names=tuple(names[form] for form in sorted(names)),
        company=context.company.value if context.company else "",
        role=context.role.value if context.role else "",
        ours=any(header.name in CONTEXT for header in email.headers.items),
        identity=next(_identities(email, "Message-ID"), ""),
        answers=tuple(sorted(set(_identities(email, "In-Reply-To", "References")))),
        interview=context.interview_date,
        decision=context.decision_date,
        earlier=context.sent,
        heard=last_reply(email),
        automatic=bool(_AUTOMATIC.match(email.headers.value("Subject") or "")),
        outcome=outcome_of(email),
        workdays=draft.workdays,
    )


def _identities(email: Email, *names: str) -> Iterator[str]:
    for name in names:
        for header in email.headers.all(name):
            yield from _IDENTITY.findall(header.value)


def _written(moment: Moment) -> str:
    clock = moment.time
    return moment.day.isoformat() + (f"T{clock.isoformat()}" if clock else "")


def _plain(value: Value[Moment] | None) -> list[Any] | None:
    if value is None:
        return None
    place = value.span
    return [_written(value.value), *([place.start, place.end] if place else [])]


def _value(facts: Sequence[Any] | None) -> Value[Moment] | None:
    if facts is None:
        return None
    return Value(moment_of(facts[0]), Span(*facts[1:]) if facts[1:] else None)
