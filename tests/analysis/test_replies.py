from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from followlint.analysis.replies import last_reply
from followlint.mail import Email

EmailOf = Callable[..., Email]

DRAFT = """\
Subject: Re: Tuesday
From: Tom Reed <tom@example.org>

Hi Ana,

Is there any news?

Best,
{signature}

{quoted}
"""
WHEN = "Wed, 20 May 2026"


@pytest.mark.parametrize(
    ("quoted", "found"),
    [
        pytest.param("", None, id="nothing quoted"),
        pytest.param(
            f"On {WHEN} at 09:14, Ana Berg <ana@example.com> wrote:\n> It rains.",
            date(2026, 5, 20),
            id="Gmail",
        ),
        pytest.param(
            "On May 20, 2026, at 9:14 AM, Ana Berg <ana@example.com> wrote:\n> It rains.",
            date(2026, 5, 20),
            id="Apple Mail",
        ),
        pytest.param(
            "On Wed, May 20, 2026 at 9:14 AM Ana Berg\n<ana@example.com> wrote:\n\n> It rains.",
            date(2026, 5, 20),
            id="over two lines",
        ),
        pytest.param(
            "From: Ana Berg <ana@example.com>\nSent: Wednesday, May 20, 2026 3:04 PM\n"
            "To: Tom Reed\nSubject: Tuesday\n\nIt rains.",
            date(2026, 5, 20),
            id="Outlook",
        ),
        pytest.param("> It rains.", date.max, id="nobody knows who and when"),
        pytest.param("On the phone, Ana Berg wrote:\n> It rains.", date.max, id="no date"),
        pytest.param(
            f"On {WHEN} at 09:14, Tom Reed <tom@example.org> wrote:\n> Any news?", None, id="own"
        ),
        pytest.param(
            f"On {WHEN} at 09:14, Reed, Tom <tom@example.org> wrote:\n> Any news?",
            None,
            id="own by the address",
        ),
        pytest.param(
            f"On {WHEN} at 09:14, Tom Reed <tom@example.org> wrote:\n> Any news?\n>\n"
            "> On Mon, 18 May 2026 at 10:00, Ana Berg <ana@example.com> wrote:\n>> It rains.",
            date(2026, 5, 18),
            id="theirs below the own",
        ),
        pytest.param(
            f"On {WHEN} at 09:14, Ana Berg <ana@example.com> wrote:\n> It rains.\n>\n"
            "> On Mon, 18 May 2026 at 10:00, Ana Berg <ana@example.com> wrote:\n>> It rains.",
            date(2026, 5, 20),
            id="the later one",
        ),
        pytest.param(
            "Am 20.05.2026 um 09:14 schrieb Ana Berg <ana@example.com>:\n> Es regnet.",
            date.max,
            id="another language",
        ),
    ],
)
def test_when_they_last_wrote(quoted: str, found: date | None, email_of: EmailOf) -> None:
    assert last_reply(email_of(DRAFT.format(signature="Tom Reed", quoted=quoted))) == found


def test_one_first_name_may_be_anybodys(email_of: EmailOf) -> None:
    quoted = f"On {WHEN} at 09:14, Tom Hale <hale@example.com> wrote:\n> It rains."
    assert last_reply(email_of(DRAFT.format(signature="Tom", quoted=quoted))) == date(2026, 5, 20)
