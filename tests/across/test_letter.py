from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followlint.across import Letter, letter_of
from followlint.analysis import Draft
from followlint.mail import Kind, Moment, Value
from followlint.text import Span

TEXT = """\
Subject: Re: Kiln hand
From: Tom Hale <Tom@Example.org>
To: "Berg, Ana" <ANA@harrow.example>, ben@harrow.example
Cc: José Prat <jp@harrow.example>
Date: Wed, 13 May 2026 10:00:00 +0200
Message-ID: <two@example.org>
In-Reply-To: <one@example.org>
References: <zero@example.org>
 <one@example.org>
Company: Harrow Ltd
Role: Kiln hand
Interviewer: Dr Mara Okafor
Interview-Date: 2026-05-12
Decision-Date: 2026-05-29
Sent: 2026-05-01, 2026-05-02 09:00

Dear Ms. Berg and Ben,

Thank you for the tour.

Best,
Tom

On Tue, 12 May 2026 at 09:14, Ana Berg <ana@harrow.example> wrote:
> Until then.
"""


def test_what_a_draft_tells(letter_from: Callable[[str], Letter]) -> None:
    found = letter_from(TEXT)
    assert (found.sender, found.sender_name) == ("tom@example.org", "tom hale")
    assert found.readers == ("ana@harrow.example", "ben@harrow.example", "jp@harrow.example")
    assert found.people == ("ben", "berg", "berg ana", "jose prat", "mara okafor")
    assert "José Prat" in found.names
    assert (found.company, found.role, found.ours) == ("Harrow Ltd", "Kiln hand", True)
    assert found.identity == "<two@example.org>"
    assert found.answers == ("<one@example.org>", "<zero@example.org>")
    assert (found.sent.day, found.dated) == (date(2026, 5, 13), True)
    assert found.place.of(TEXT) == "Wed, 13 May 2026 10:00:00 +0200"
    assert found.interview and found.interview.span
    assert found.interview.span.of(TEXT) == "2026-05-12"
    assert [value.value.day.day for value in found.earlier] == [1, 2]
    assert found.heard == date(2026, 5, 12)


def test_nothing_is_made_up(letter_from: Callable[[str], Letter]) -> None:
    found = letter_from("Dear hiring team,\n\nThank you for the tour.\n")
    assert (found.sender, found.readers, found.people, found.company) == ("", (), (), "")
    assert not found.ours
    assert not found.dated


@pytest.mark.parametrize(
    ("subject", "automatic"),
    [
        ("Automatic reply: Kiln hand", True),
        ("Out of Office: Re: Kiln hand", True),
        ("Undeliverable: Kiln hand", True),
        ("Re: Kiln hand", False),
        ("Autumn at the kiln", False),
    ],
)
def test_machines_are_known(
    subject: str, automatic: bool, letter_from: Callable[[str], Letter]
) -> None:
    assert letter_from(f"Subject: {subject}\n\nHello.\n").automatic is automatic


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("We have decided to move forward with another candidate.", "declined"),
        ("I regret to inform you that the post went to somebody else.", "declined"),
        ("The position has now been filled.", "declined"),
        ("I would like to withdraw my application.", "withdrawn"),
        ("I am delighted to accept your kind offer.", "accepted"),
        ("If you have decided to go with another candidate, please tell me.", ""),
        ("Has the position been filled? I wonder whether the role has been filled.", ""),
        ("We have decided to invite you again.", ""),
        ("I accept that it takes time. They would never withdraw.", ""),
    ],
)
def test_what_ends_an_application(
    text: str, outcome: str, letter_from: Callable[[str], Letter]
) -> None:
    assert letter_from(f"Subject: Kiln hand\n\nHello,\n\n{text}\n").outcome == outcome


def test_facts_go_through_json(letter_from: Callable[[str], Letter]) -> None:
    for text in (TEXT, "Dear Ana,\n\nThank you.\n"):
        found = letter_from(text)
        assert Letter.of_plain(json.loads(json.dumps(found.plain())), found.sent.day) == found


@given(
    st.dates(),
    st.times().map(lambda clock: clock.replace(microsecond=0)) | st.none(),
    st.booleans(),
    st.integers(0, 99),
    st.none() | st.dates(),
    st.lists(st.text(max_size=5), max_size=3),
)
def test_any_letter_does(
    day: date, clock: object, dated: bool, at: int, heard: date | None, words: list[str]
) -> None:
    moment = Moment(day, clock) if dated else Moment(day)  # type: ignore[arg-type]
    value = Value(moment, Span(at, at + 3))
    made = Letter(
        Kind.THANK_YOU, moment, dated, value.span or Span(0, 0), people=tuple(words),
        names=tuple(words), interview=value, earlier=(value, Value(moment)), heard=heard,
    )  # fmt: skip
    assert Letter.of_plain(json.loads(json.dumps(made.plain())), day) == made


def test_the_day_of_the_run_is_not_asked_for(draft_of: Callable[..., Draft]) -> None:
    draft = draft_of("Dear Ana,\n\nThank you.\n", None)
    assert letter_of(draft, date.min).plain()["sent"] is None
    assert not draft.hangs_on_today
