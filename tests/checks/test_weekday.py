from __future__ import annotations

import functools
from collections.abc import Callable
from datetime import date

import pytest

from followlint.analysis import Draft
from followlint.checks import Hit
from followlint.checks.weekday import Weekday
from followlint.text import Span

DraftOf = Callable[..., Draft]

#: 12 May is a Monday in 2025, a Tuesday in 2026, a Wednesday in 2027.
TODAY = date(2026, 5, 1)
WEEKDAY = Weekday()


@pytest.fixture(name="draft_of")
def draft_of_today(draft_of: DraftOf) -> DraftOf:
    """Text -> analysed Draft, on a day that is always the same."""
    return functools.partial(draft_of, today=TODAY)


def found(draft: Draft) -> list[str]:
    return [hit.span.of(draft.text) for hit in WEEKDAY.hits(draft)]


def test_a_wrong_day_is_hit_with_its_date(draft_of: DraftOf) -> None:
    assert list(WEEKDAY.hits(draft_of("See you on Monday, 12 May 2026, I hope."))) == [
        Hit(
            Span(11, 30),
            {"match": "Monday, 12 May 2026", "fact": "12 May 2026 is a Tuesday"},
        )
    ]


#: Ways to write weekday and date; {} is the weekday.
WRITTEN = [
    "{}, 12 May 2026",
    "{} 12 May 2026",
    "{} the 12th of May 2026",
    "{} the 12th of May, 2026",
    "{}, May 12, 2026",
    "{} May 12th, 2026",
    "{}\n12 May 2026",
    "{} morning, 12 May 2026",
    "{} (12 May 2026",
    "{}, 12. May 2026",
    "{} 12 MAY 2026",
    "{} 12 May '26",
    "{} 2026-05-12",
    "12 May 2026 ({})",
    "May 12, 2026 ({})",
    "12 May 2026, a {}",
    "12 May 2026, {}",
    "2026-05-12 ({})",
]


@pytest.mark.parametrize("written", WRITTEN)
@pytest.mark.parametrize("wrong", ["Monday", "wednesday", "THURSDAY"])
def test_every_way_to_write_it(written: str, wrong: str, draft_of: DraftOf) -> None:
    text = written.format(wrong)
    assert found(draft_of(f"It is on {text}.")) == [text]
    assert found(draft_of(f"It is on {written.format('Tuesday')}.")) == []


@pytest.mark.parametrize(
    "short", ["Mon", "Wed", "Weds", "Thu", "Thur", "Thurs", "Fri.", "Sat", "Sun"]
)
def test_short_forms(short: str, draft_of: DraftOf) -> None:
    assert found(draft_of(f"It is on {short} 12 May 2026.")) == [f"{short} 12 May 2026"]


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_by_name_and_in_short(month: int, draft_of: DraftOf) -> None:
    day = date(2026, month, 10)
    wrong = date(2026, month, 11).strftime("%A")
    for name in {day.strftime("%B"), day.strftime("%b")}:
        assert found(draft_of(f"{wrong}, 10 {name} 2026")) == [f"{wrong}, 10 {name} 2026"]
        assert found(draft_of(f"{day:%A}, 10 {name} 2026")) == []


@pytest.mark.parametrize(
    ("weekday", "wrong"),
    [("Monday", False), ("Tuesday", False), ("Wednesday", False), ("Thursday", True)],
)
def test_without_a_year_three_years_may_be_meant(
    weekday: str, wrong: bool, draft_of: DraftOf
) -> None:
    assert bool(found(draft_of(f"We spoke on {weekday}, 12 May."))) is wrong


def test_the_fact_tells_of_all_three_years(draft_of: DraftOf) -> None:
    (hit,) = WEEKDAY.hits(draft_of("Sunday 12 May"))
    fact = "12 May is a Monday in 2025, a Tuesday in 2026 and a Wednesday in 2027"
    assert hit.says["fact"] == fact


def test_a_year_that_is_mentioned_may_be_meant(draft_of: DraftOf) -> None:
    assert found(draft_of("Thursday, 12 May")) == ["Thursday, 12 May"]
    assert found(draft_of("I left in 2022, on Thursday, 12 May")) == []


@pytest.mark.parametrize("sent", ["2022-05-01", "Sun, 1 May 2022 10:00:00 +0200"])
def test_the_date_of_the_draft_stands_for_today(sent: str, draft_of: DraftOf) -> None:
    draft = draft_of(f"Date: {sent}\n\nHi Ana,\n\nThursday, 12 May, it was.", None)
    assert found(draft) == []
    draft = draft_of(f"Date: {sent}\n\nHi Ana,\n\nMonday, 12 May, it was.", None)
    assert found(draft) == ["Monday, 12 May"]


def test_without_any_other_word_today_is_today(draft_of: DraftOf) -> None:
    year = date.today().year
    days = {date(y, 5, 12).weekday() for y in (year - 1, year, year + 1)}
    names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    for number, name in enumerate(names):
        draft = draft_of(f"Date: soon\n\nHi Ana,\n\nIt is on {name}, 12 May.", None, today=None)
        assert bool(found(draft)) is (number not in days)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Monday, 31 April", "there is no 31 April"),
        ("Monday, 29 February 2027", "there is no 29 February 2027"),
        ("Monday, 30/02/2026", "there is no 30 February 2026"),
        (
            "Monday 12/05/2026",
            "5 December 2026 is a Saturday and 12 May 2026 is a Tuesday",
        ),
    ],
)
def test_what_the_calendar_says(text: str, fact: str, draft_of: DraftOf) -> None:
    assert [hit.says["fact"] for hit in WEEKDAY.hits(draft_of(text))] == [fact]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Tuesday 12/05/2026", id="right as day and month"),
        pytest.param("Saturday 12/05/2026", id="right as month and day"),
        pytest.param("Monday 12/05", id="numbers without a year"),
        pytest.param("Monday 13/14/2026", id="no date at all"),
        pytest.param("Monday 24/7", id="all the time"),
        pytest.param("Monday 29 February", id="some leap year"),
        pytest.param("Monday to Friday, 11 to 15 May 2026", id="a range"),
        pytest.param("Monday and Thursday, 11 May 2026", id="a list"),
        pytest.param("Mon–Fri, 11 May 2026", id="a short range"),
        pytest.param("Monday or Tuesday evening & Friday, May 11, 2026", id="choices"),
        pytest.param("11 and 12 May 2026 (Monday and Tuesday)", id="days behind dates"),
        pytest.param("11–12 May 2026 (Monday)", id="the first day of a range"),
        pytest.param("I can come on 12 May 2026, Friday or Sunday", id="a list of mixed days"),
        pytest.param("every Friday, 12 May 2026 as well", id="a habit"),
        pytest.param("on Friday 12 may be ill", id="a verb"),
        pytest.param("he sat 12 May 2026 exams", id="another verb"),
        pytest.param("Friday in May, 5 p.m.", id="a time"),
        pytest.param("Friday, May 5 pm", id="a time behind the month"),
        pytest.param("You wrote “Friday, 12 May 2026”.", id="quoted"),
        pytest.param('You wrote "Friday, 12 May 2026".', id="quoted straight"),
        pytest.param("It said Friday, 12 May 2026, but that is a Tuesday.", id="known"),
        pytest.param("Friday, 12 May 2026 must be a typo", id="known as a slip"),
    ],
)
def test_what_is_let_pass(text: str, draft_of: DraftOf) -> None:
    assert found(draft_of(text)) == []


def test_a_quotation_that_is_over_hides_nothing(draft_of: DraftOf) -> None:
    assert found(draft_of('The "tour" on Friday, 12 May 2026')) == ["Friday, 12 May 2026"]
    assert found(draft_of("The “tour” on Friday, 12 May 2026")) == ["Friday, 12 May 2026"]


def test_quoted_mail_is_not_looked_at(draft_of: DraftOf) -> None:
    text = (
        "Subject: Friday 12 May 2026\n\nHi Ana,\n\nIt rained.\n\nBest,\nTom\n\n> Friday 12 May 2026"
    )
    assert found(draft_of(text, None)) == ["Friday 12 May 2026"]
