"""The rules' examples show when the checks object; here is what they say, and the odd cases."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from followlint.analysis import Draft
from followlint.checks import Hit
from followlint.checks.base import CheckType
from followlint.checks.timing import Early, Late, Unanswered
from followlint.cli import main
from followlint.mail import Moment, Value
from followlint.pattern import Lexicons, Pattern

DraftOf = Callable[..., Draft]

BODY = "\n\nHi Ana,\n\nIs there any news?\n"


def found(check: CheckType, draft: Draft) -> list[tuple[str, dict[str, object]]]:
    hits: list[Hit] = list(check.hits(draft))  # type: ignore[attr-defined]
    return [(hit.span.of(draft.text), dict(hit.says)) for hit in hits]


def headers(*lines: str) -> str:
    return "\n".join(["Subject: Tuesday", *lines]) + BODY


@pytest.mark.parametrize("check", [Late(), Early(), Unanswered()])
@pytest.mark.parametrize(
    "text",
    [
        headers(),
        headers("Date: 2026-06-12"),
        headers("Interview-Date: soon", "Sent: soon", "Decision-Date: 31 April 2026"),
        headers("Interview-Date: 2026-06-12", "Date: 2026-05-12"),
        "",
    ],
)
def test_nothing_is_said_without_context(check: CheckType, text: str, draft_of: DraftOf) -> None:
    assert found(check, draft_of(text, None, today=date(2026, 5, 30))) == []


@pytest.mark.parametrize("check", [Late(), Early(), Unanswered()])
@pytest.mark.parametrize("day", ["0001-01-01T00:00+00:00", "9999-12-31", "9999-12-31 23:30 -0500"])
def test_the_ends_of_the_calendar_are_survived(
    check: CheckType, day: str, draft_of: DraftOf
) -> None:
    lines = [f"{name}: {day}" for name in ("Interview-Date", "Decision-Date", "Sent", "Date")]
    quoted = "\nOn 31 December 9999 at 10:00, Ana Berg <ana@example.org> wrote:\n> It rains.\n"
    assert found(check, draft_of(headers(*lines), None)) == []
    assert found(check, draft_of(headers(*lines) + quoted, None)) == []


@pytest.mark.parametrize(
    ("interview", "sent", "age", "due"),
    [
        ("2026-05-12", "2026-05-15", "three days", "Thursday, 14 May 2026"),
        ("2026-05-12 10:00", "2026-05-13 12:00", "more than a day", "Wednesday, 13 May 2026"),
        ("2026-05-12", "2026-06-12", "31 days", "Thursday, 14 May 2026"),
    ],
)
def test_how_late(interview: str, sent: str, age: str, due: str, draft_of: DraftOf) -> None:
    draft = draft_of(headers(f"Interview-Date: {interview}", f"Date: {sent}"), None)
    assert found(Late(), draft) == [(sent, {"age": age, "due": due})]


@pytest.mark.parametrize(("day", "late"), [(14, False), (15, True)])
def test_without_a_date_it_goes_out_today(day: int, late: bool, draft_of: DraftOf) -> None:
    draft = draft_of(headers("Interview-Date: 2026-05-12"), None, today=date(2026, 5, day))
    assert [span for span, _ in found(Late(), draft)] == ["2026-05-12"] * late


@pytest.mark.parametrize(
    ("lines", "fact"),
    [
        (
            ["Interview-Date: 2026-05-12", "Decision-Date: 2026-05-29", "Date: 2026-05-20"],
            "they decide by Friday, 29 May 2026",
        ),
        (
            ["Interview-Date: 2026-05-12", "Date: 2026-05-18"],
            "the interview was on Tuesday, 12 May 2026, less than a week ago",
        ),
        # a decision before the interview is that of another round
        (
            ["Interview-Date: 2026-05-12", "Decision-Date: 2026-05-01", "Date: 2026-05-18"],
            "the interview was on Tuesday, 12 May 2026, less than a week ago",
        ),
    ],
)
def test_why_it_is_early(lines: list[str], fact: str, draft_of: DraftOf) -> None:
    draft = draft_of(headers(*lines), None)
    assert found(Early(), draft) == [(lines[-1].removeprefix("Date: "), {"fact": fact})]


def test_an_answer_begins_a_new_week(draft_of: DraftOf) -> None:
    text = headers("Interview-Date: 2026-05-04", "Date: 2026-05-18")
    reply = "\nOn Thu, 14 May 2026 at 10:00, Ana Berg <ana@example.org> wrote:\n> It rains.\n"
    assert found(Early(), draft_of(text, None)) == []
    fact = "they wrote on Thursday, 14 May 2026, less than a week ago"
    assert found(Early(), draft_of(text + reply, None)) == [("2026-05-18", {"fact": fact})]


@pytest.mark.parametrize("check", [Early, Unanswered])
def test_a_reason_to_write_settles_it(
    check: type[Early] | type[Unanswered], draft_of: DraftOf
) -> None:
    lines = ["Interview-Date: 2026-05-12", "Sent: 2026-05-13, 2026-05-14", "Date: 2026-05-15"]
    draft = draft_of(headers(*lines), None)
    assert found(check(), draft)
    assert found(check([Pattern.of("any news", Lexicons())]), draft) == []
    assert found(check([Pattern.of("old news", Lexicons())]), draft)


@pytest.mark.parametrize(
    ("sent", "number"),
    [
        ("2026-05-13", None),
        ("2026-05-13, 2026-05-20", "two"),
        ("2026-05-20, 2026-05-13, 2026-05-18", "three"),
        ("2026-05-13, 2026-05-13 10:00, 2026-05-13 11:00", None),
        ("2026-05-13, 2026-06-30", None),  # sent after this one
    ],
)
def test_how_many_wait(sent: str, number: str | None, draft_of: DraftOf) -> None:
    draft = draft_of(
        headers("Interview-Date: 2026-05-12", f"Sent: {sent}", "Date: 2026-06-02"), None
    )
    assert [says["number"] for _, says in found(Unanswered(), draft)] == [number] * bool(number)


def test_the_latest_of_them_is_pointed_at(draft_of: DraftOf) -> None:
    draft = draft_of(headers("Sent: 2026-05-20, 2026-05-13", "Date: 2026-06-02"), None)
    assert found(Unanswered(), draft) == [("2026-05-20", {"number": "two"})]


def test_what_stands_nowhere_in_the_draft_is_told_at_its_body(draft_of: DraftOf) -> None:
    draft = draft_of(headers(), None, today=date(2026, 5, 30))
    days = [Value(Moment(date(2026, 5, day))) for day in (12, 13, 20)]
    context = dataclasses.replace(
        draft.email.context, interview_date=days[0], sent=(days[1], days[2])
    )
    vars(draft.email)["context"] = context
    places = [hit.span for hit in Unanswered().hits(draft)]
    assert [span.start for span in places] == [draft.text.index("Is there")]


@pytest.mark.parametrize(("now", "status"), [("2026-05-14", 0), ("2026-05-15", 1)])
def test_now_is_the_day_of_sending(
    now: str, status: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "draft.txt"
    file.write_text(headers("Kind: thank-you", "Interview-Date: 2026-05-12"))
    options = ["--isolated", "--select", "late-thank-you", "--now", now]
    assert main([*options, str(file)]) == status
    assert ("three days after the interview" in capsys.readouterr().out) is bool(status)
