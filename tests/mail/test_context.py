"""Header block, front matter and mail headers give one context, and bad values are findings."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followlint.linter import Linter
from followlint.mail import Context, Email, Kind, Moment, Value, read, read_bytes
from followlint.mail.dates import DateError, moment_of
from followlint.text import Source, Span

MAY = date(2026, 5, 12)
HOUR = timezone(timedelta(hours=1))

MOMENTS = {
    "2026-05-12": Moment(MAY),
    "2026/05/12": Moment(MAY),
    "2026-5-12": Moment(MAY),
    "12 May 2026": Moment(MAY),
    "12th of May, 2026": Moment(MAY),
    "12-May-2026": Moment(MAY),
    "May 12, 2026": Moment(MAY),
    "Tuesday, 12 May 2026": Moment(MAY),
    "Tue May 12 2026": Moment(MAY),
    "12 Sept 2026": Moment(date(2026, 9, 12)),
    "13/05/2026": Moment(date(2026, 5, 13)),
    "05/13/2026": Moment(date(2026, 5, 13)),
    "5.5.2026": Moment(date(2026, 5, 5)),
    "2026-05-12 14:30": Moment(MAY, time(14, 30)),
    "2026-05-12T14:30Z": Moment(MAY, time(14, 30, tzinfo=timezone.utc)),
    "2026-05-12T14:30:09.5+01:00": Moment(MAY, time(14, 30, 9, tzinfo=HOUR)),
    "12 May 2026 at 2:30 pm": Moment(MAY, time(14, 30)),
    "12 May 2026, 12 a.m.": Moment(MAY, time(0)),
    "12 May 2026 12pm": Moment(MAY, time(12)),
    "Tue, 12 May 2026 10:02:33 +0100 (BST)": Moment(MAY, time(10, 2, 33, tzinfo=HOUR)),
    "Tue, 12 May 2026 10:02:60 GMT": Moment(MAY, time(10, 2, 59, tzinfo=timezone.utc)),
    "12 May 2026 10:02 CET": Moment(MAY, time(10, 2)),
    "Wed, May 20, 2026 at 9:14 AM": Moment(date(2026, 5, 20), time(9, 14)),
}
NO_MOMENTS = {
    "2026-02-30": "there is no 30 February 2026",
    "29 Feb 2027": "there is no 29 February 2027",
    "2026-13-01": "there is no month 13 in “2026-13-01”",
    "0000-01-01": "there is no 1 January 0",
    "40/50/2026": "“40/50/2026” is no day of any calendar",
    "03/04/2026": "“03/04/2026” may be 4 March 2026 (2026-03-04) or 3 April 2026 (2026-04-03)",
    "12 May": "“12 May” lacks its year; write the date as 2026-05-12",
    "Tuesday, May 12": "“Tuesday, May 12” lacks its year; write the date as 2026-05-12",
    "Monday, 12 May 2026": "12 May 2026 is a Tuesday",
    "next week": "“next week” is no date; write it as 2026-05-12",
    "12 May 26": "“12 May 26” is no date; write it as 2026-05-12",
    "2026-05-12 25:00": "there is no time of day 25:00",
    "2026-05-12 13 pm": "there is no 13 o’clock pm",
    "2026-05-12 10:00 +9900": "there is no time of day 10:00",
    "2026-05-12 14": "“2026-05-12 14” is no date; write it as 2026-05-12",
}


@pytest.mark.parametrize(("text", "expected"), MOMENTS.items(), ids=MOMENTS)
def test_dates_as_people_write_them(text: str, expected: Moment) -> None:
    found = moment_of(text)
    assert found == expected
    # Times with and without a zone are never equal, but offsets must be, too.
    assert (found.time and found.time.utcoffset()) == (expected.time and expected.time.utcoffset())


@pytest.mark.parametrize(("text", "problem"), NO_MOMENTS.items(), ids=NO_MOMENTS)
def test_what_is_no_date(text: str, problem: str) -> None:
    with pytest.raises(DateError) as caught:
        moment_of(text)
    assert str(caught.value) == problem


@given(st.text() | st.text(alphabet="0123456789 -/:.,apmMTZ+May"))
def test_any_text_is_a_date_or_none(text: str) -> None:
    try:
        moment_of(text)
    except DateError as error:
        assert str(error)


def test_a_point_in_time_needs_a_zone() -> None:
    assert moment_of("2026-05-12 14:30").exact is None
    assert moment_of("2026-05-12").exact is None
    exact = moment_of("2026-05-12 14:30 -0400").exact
    assert exact is not None
    assert exact.isoformat() == "2026-05-12T14:30:00-04:00"


BLOCK = """\
Subject: Thank you
To: Ana Berg <ana@example.org>
Date: Tue, 19 May 2026 10:02 +0100
Kind: follow up
Company: Redwood Clinic
Role: Staff nurse
Interviewers: Ana Berg, Head of Care, Ola Lind <ola@example.org>
Interview-Date: 12 May 2026
Decision-Date: 2026-05-26
Sent: 2026-05-13, Saturday, 16 May 2026
Accept: dbt, Klarna
Accept: NHS
Followlint-Ignore: FL302, slang

Dear Ana,
"""
FRONT = """\
---
# for the second round
subject: "Thank you"
to: Ana Berg <ana@example.org>
date: Tue, 19 May 2026 10:02 +0100
kind: follow-up
company: 'Redwood Clinic'
role: Staff nurse
interviewers: [Ana Berg, "Ola Lind"]
interview_date: 12 May 2026
Decision-Date: 2026-05-26
sent:
  - 2026-05-13
  - Saturday, 16 May 2026
accept: [dbt, Klarna, NHS]
ignore: FL302, slang
tags: [job, {deep: [1]}]
title: mine
---

Dear Ana,
"""
MAIL = """\
Subject: Thank you
To: Ana Berg <ana@example.org>
Date: Tue, 19 May 2026 10:02 +0100
X-Followlint-Kind: followup
X-Followlint-Company: Redwood
  Clinic
X-Followlint-Role: Staff nurse
X-Followlint-Interviewer: Ana Berg; "Ola Lind"
X-Followlint-Interview-Date: 12 May 2026
X-Followlint-Decision-Date: 2026-05-26
X-Followlint-Sent: 2026-05-13
X-Followlint-Sent: Saturday, 16 May 2026
X-Followlint-Accept: dbt, Klarna, NHS
X-Followlint-Ignore: FL302, slang

Dear Ana,
"""


@pytest.mark.parametrize(
    ("name", "text"),
    [("draft.txt", BLOCK), ("draft.md", FRONT), ("draft.eml", MAIL), ("win.md", "\ufeff" + FRONT)],
    ids=["header block", "front matter", "mail headers", "byte order mark"],
)
@pytest.mark.parametrize("line_break", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_one_context_whoever_gives_it(name: str, text: str, line_break: str) -> None:
    email = read_bytes(name, text.replace("\n", line_break).encode())
    context = email.context
    assert email.problems == ()
    assert email.headers.value("Subject") == "Thank you"
    assert context.kind and context.kind.value is Kind.FOLLOW_UP
    assert context.company and context.company.value == "Redwood Clinic"
    assert context.role and context.role.value == "Staff nurse"
    assert [person.value for person in context.interviewers] == ["Ana Berg", "Ola Lind"]
    assert context.interview_date and context.interview_date.value == Moment(MAY)
    assert context.decision_date and context.decision_date.value == Moment(date(2026, 5, 26))
    days = [Moment(date(2026, 5, 13)), Moment(date(2026, 5, 16))]
    assert [moment.value for moment in context.sent] == days
    assert context.date and context.date.value == Moment(
        date(2026, 5, 19), time(10, 2, tzinfo=HOUR)
    )
    assert [word.value for word in context.accept] == ["dbt", "Klarna", "NHS"]
    assert [rule.value for rule in context.ignore] == ["FL302", "slang"]
    assert email.outgoing.strip() == "Dear Ana,"
    assert [b.span.of(email.text) for b in email.blocks if b.part.value == "subject"] == [
        "Thank you"
    ]


@pytest.mark.parametrize("text", [BLOCK, FRONT], ids=["header block", "front matter"])
def test_values_stand_where_they_say(text: str) -> None:
    context = read(Source("draft.md", text)).context
    for value in (*context.accept, *context.ignore, context.company, context.role):
        assert value and value.span
        assert value.span.of(text) == value.value
    for person in context.interviewers:
        assert person.span
        assert person.span.of(text).startswith(person.value)
    assert [day.span and day.span.of(text) for day in context.sent] == [
        "2026-05-13",
        "Saturday, 16 May 2026",
    ]


def problems(text: str) -> list[tuple[str, str]]:
    email = read(Source("draft.md", text))
    return [(problem.span.of(text), problem.says) for problem in email.problems]


KINDS = "is no kind of email; known are: thank-you, follow-up, rejection-reply"
PROBLEMS = {
    "unknown kind": ("Kind: invoice\n", [("invoice", f"Kind: “invoice” {KINDS}")]),
    "misspelt kind": (
        "Kind: folow-up\n",
        [("folow-up", "Kind: “folow-up” is no kind of email; did you mean “follow-up”?")],
    ),
    "impossible date": (
        "Interview-Date: 2026-02-30\n",
        [("2026-02-30", "Interview-Date: there is no 30 February 2026")],
    ),
    "one of two dates": (
        "Sent: 2026-05-12, soon\n",
        [("soon", "Sent: “soon” is no date; write it as 2026-05-12")],
    ),
    "two that differ": (
        "Company: One\nCompany: Two\nRole: x\nRole: x\n",
        [("Two", "“Company” is given twice")],
    ),
    "folded": (
        "Subject: x\nInterview-Date: 12\n  Mai 2026\n",
        [("12\n  Mai 2026", "Interview-Date: “12 Mai 2026” is no date; write it as 2026-05-12")],
    ),
    "misspelt header": (
        "Subject: x\nCompnay: One\nKind: thank-you\n",
        [("Compnay", "unknown header “Compnay”; did you mean “Company”?")],
    ),
    "misspelt key": (
        "---\ncompnay: One\n---\n",
        [("compnay", "unknown key “compnay”; did you mean “company”?")],
    ),
    "in front matter": (
        '---\nkind: "x"\nsent: [2026-05-12, 2026-02-31]\n---\n',
        [
            ("x", f"Kind: “x” {KINDS}"),
            ("2026-02-31", "Sent: there is no 31 February 2026"),
        ],
    ),
    "mapping for a value": (
        "---\ncompany:\n  name: One\n---\n",
        [("company", "“company” should be a value or a list of values")],
    ),
    "anchor": (
        "---\ncompany: &c One\n---\n",
        [("", "front matter: anchors, aliases and tags have no meaning here")],
    ),
    "alias": (
        "---\ncompany: *c\n---\n",
        [("", "front matter: anchors, aliases and tags have no meaning here")],
    ),
    "tag": (
        "---\ncompany: !!python/name:os.system One\n---\n",
        [("", "front matter: anchors, aliases and tags have no meaning here")],
    ),
    "no end of lists": (
        "---\ntags: " + "[" * 500 + "\n---\n",
        [("", "front matter: lists and mappings within one another without end")],
    ),
    "key twice": ("---\nrole: x\nrole: x\n---\n", [("", "front matter: “role” is given twice")]),
    "list": ("---\n- x: y\n---\n", []),
    "colon in a value": (
        "---\nsubject: Thanks: all\n---\n",
        [
            (
                "",
                "front matter: not YAML: mapping values are not allowed in this context; "
                "a value with a colon needs quotes",
            )
        ],
    ),
}


@pytest.mark.parametrize(("above", "expected"), PROBLEMS.values(), ids=PROBLEMS)
def test_bad_values_are_named_where_they_stand(above: str, expected: list[tuple[str, str]]) -> None:
    assert problems(f"{above}\nDear Ana,\n") == expected


FINE = {
    "empty": "Company:\nKind:\nSent:\n",
    "spellings of a kind": "Kind: Thank_You\n",
    "family name first": "Interviewer: Berg, Ana\n",
    "headers of mail programs": "Subject: x\nX-Mailer: none\n",
    "keys of other tools": "---\ntitle: x\nlayout: post\ndraft: true\n---\n",
    "empty front matter": "---\n---\n",
    "comment": "---\n# nothing\n---\n",
    "values that YAML would turn": "---\ncompany: no\nrole: 1.10\naccept: [on, 0x10, ~]\n---\n",
}


@pytest.mark.parametrize("above", FINE.values(), ids=FINE)
def test_what_is_no_problem(above: str) -> None:
    assert problems(f"{above}\nDear Ana,\n") == []


def test_yaml_turns_no_value_into_another() -> None:
    context = read(Source("x.md", FINE["values that YAML would turn"])).context
    assert context.company and context.company.value == "no"
    assert context.role and context.role.value == "1.10"
    assert [word.value for word in context.accept] == ["on", "0x10", "~"]


def test_what_reads_as_plain_lines_is_kept_where_the_yaml_is_broken() -> None:
    email = read(Source("x.md", "---\nsubject: Thanks: all\ncompany: One\n---\n\nDear Ana,"))
    assert email.headers.value("Subject") == "Thanks: all"
    assert email.context.company == Value("One", Span(34, 37))


NO_FRONT_MATTER = {
    "a rule on top": "---\nDear Ana,\n---\n",
    "no end": "---\nsubject: x\n\nDear Ana,\n",
    "not on top": "Dear Ana,\n---\nsubject: x\n---\n",
    "a longer rule": "-----\nsubject: x\n-----\n",
    "a list": "---\n- one\n---\n",
}


@pytest.mark.parametrize("text", NO_FRONT_MATTER.values(), ids=NO_FRONT_MATTER)
def test_what_is_no_front_matter_is_text(text: str) -> None:
    email = read(Source("draft.md", text))
    assert email.headers.items == ()
    assert email.outgoing == text


def test_text_directly_below_a_header_stays_text() -> None:
    text = "Subject: x\nRoles: we spoke about two.\nBoth are fine.\n"
    email = read(Source("draft.txt", text))
    assert email.problems == ()
    assert email.outgoing == "Roles: we spoke about two.\nBoth are fine.\n"


def test_a_draft_goes_before_what_holds_for_all() -> None:
    own = read(Source("x", "Company: One\nKind: x\n\nDear Ana,")).context
    general = Context(company=Value("Two"), role=Value("Nurse"), accept=(Value("dbt"),))
    both = own.over(general)
    assert both.company and both.company.value == "One"
    assert (both.role, both.accept, both.problems) == (
        Value("Nurse"),
        (Value("dbt"),),
        own.problems,
    )


def test_nothing_known_is_the_empty_context(email_of: Callable[..., Email]) -> None:
    assert email_of("Dear Ana,").context == Context()


def test_a_draft_with_a_bad_value_is_judged_all_the_same(linter: Linter) -> None:
    text = "Subject: x\nKind: invoice\n\nDear Ana,\n\nThank you for the the tour.\n\nBest,\nTom\n"
    found = {finding.name: finding for finding in linter.lint(Source("draft.txt", text)).findings}
    assert found["muddled-context"].span == Span(17, 24)
    assert "repeated-word" in found


@given(st.text(alphabet="ab:-[]{}&*!|>'\"#,\n éK") | st.text())
def test_any_front_matter_is_read_or_said_to_be_wrong(text: str) -> None:
    whole = f"---\nkind: x\n{text}\n---\nDear Ana,"
    email = read(Source("draft.md", whole))
    for problem in email.problems:
        assert problem.span.end <= len(whole)
    for header in email.headers.items:
        assert header.span.end <= len(whole)
    at = 0
    for block in email.blocks:
        assert at <= block.span.start
        at = block.span.end
