"""Days told from today, and sentences sent twice: each fault beside its near miss.

Days: the interview, the day of sending, and a sentence; [[…]] marks what does not fit. Sentences:
what one reader gets and what another gets.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from followlint.cli import main
from followlint.linter import Linter
from followlint.mail import read
from followlint.rulebook import Rulebook
from followlint.text import Source

_MARK = re.compile(r"\[\[(.*?)\]\]")

#: Interview, sent, sentence. Where nothing is marked, nothing may be found.
DAYS = [
    # over the end of a month, of February, of a year
    ("2026-05-31", "2026-06-01", "Thank you for meeting me yesterday."),
    ("2026-05-30", "2026-06-01", "Thank you for meeting me [[yesterday]]."),
    ("2028-02-28", "2028-03-01", "Thank you for meeting me the day before yesterday."),
    ("2027-02-27", "2027-03-01", "Thank you for seeing me two days ago."),
    ("2028-02-27", "2028-03-01", "Thank you for seeing me [[two days ago]]."),
    ("2025-12-31", "2026-01-01", "I enjoyed our conversation yesterday."),
    ("2025-12-30", "2026-01-05", "Thank you for the interview last week."),
    ("2025-12-19", "2026-01-05", "Thank you for the interview [[last week]]."),
    # over a weekend
    ("2026-05-15", "2026-05-18", "It was good to meet you on Friday."),
    ("2026-05-15", "2026-05-18", "It was good to meet you on [[Monday]]."),
    ("2026-05-15", "2026-05-18", "Thank you for talking with me last Friday."),
    ("2026-05-15", "2026-05-18", "Thank you for talking with me last week."),
    ("2026-05-15", "2026-05-18", "Thank you for talking with me [[earlier this week]]."),
    ("2026-05-15", "2026-05-18", "Thank you for talking with me [[yesterday]]."),
    ("2026-05-17", "2026-05-18", "Thank you for talking with me earlier this week."),
    ("2026-05-17", "2026-05-18", "Thank you for talking with me last week."),
    # one of the two Tuesdays before today
    ("2026-05-12", "2026-05-13", "We met last Tuesday, and I enjoyed our interview last Tuesday."),
    ("2026-05-12", "2026-05-25", "I am writing about our interview last Tuesday."),
    ("2026-05-12", "2026-05-27", "I am writing about our interview [[last Tuesday]]."),
    ("2026-05-12", "2026-05-26", "I am writing about our interview two weeks ago."),
    ("2026-05-12", "2026-06-09", "I am writing about our interview [[two weeks ago]]."),
    ("2026-05-12", "2026-06-09", "I am writing about our interview a few weeks ago."),
    # the time of day
    ("2026-05-12 09:30", "2026-05-12 17:00", "Thank you for your time this morning."),
    ("2026-05-12 15:30", "2026-05-12 19:00", "Thank you for your time [[this morning]]."),
    ("2026-05-12 15:30", "2026-05-13 01:10", "Thank you for your time this afternoon."),
    ("2026-05-12 15:30", "2026-05-13 08:10", "Thank you for your time [[this afternoon]]."),
    ("2026-05-12 15:30", "2026-05-13 08:10", "Thank you for your time yesterday afternoon."),
    ("2026-05-12 15:30", "2026-05-13 08:10", "Thank you for your time [[yesterday morning]]."),
    ("2026-05-12", "2026-05-13", "Thanks so much for meeting with me [[today]]."),
    ("2026-05-12", "2026-05-13", "Thanks so much for meeting with me [[this morning]]!"),
    # a day later in the zone of the writer, and the other way round
    ("2026-05-12T16:00-07:00", "2026-05-13T08:00+09:00", "Thank you for your time today."),
    ("2026-05-12T09:00+10:00", "2026-05-13T09:00+10:00", "Thank you for your time [[today]]."),
    # "the other day", "recently", "on the 12th": nobody can tell
    ("2026-05-12", "2026-05-20", "It was great to meet you the other day."),
    (
        "2026-05-12",
        "2026-05-20",
        "Thank you for the recent interview, and for the tour on the 12th.",
    ),
    # another day than the interview's
    ("2026-05-12", "2026-05-15", "Thank you for your quick reply yesterday."),
    ("2026-05-12", "2026-05-15", "Since we spoke on Tuesday, I repaired a pump yesterday."),
    ("2026-05-12", "2026-05-15", "I spoke to my wife yesterday and would love to start."),
    ("2026-05-12", "2026-05-15", "Thank you for calling me back this morning."),
    ("2026-05-12", "2026-05-15", "I look forward to our next meeting on Monday."),
    ("2026-05-12", "2026-05-15", "I met your colleague Ben yesterday at the fair."),
    (
        "2026-05-12",
        "2026-05-15",
        "Thank you for letting me try the crane; today I booked a course.",
    ),
    ("2026-05-12", "2026-05-15", "As we discussed on Tuesday, I start my leave today."),
    ("2026-05-12", "2026-05-15", "You mentioned that the team meets every Monday."),
    ("2026-05-12", "2026-05-15", "It was a pleasure meeting you all on [[Monday]]."),
    ("2026-05-12", "2026-05-15", "Thank you for the interview on [[Wednesday]]."),
    ("2026-05-12", "2026-05-15", "When we met on [[Thursday]], you showed me the dredger."),
    ("2026-05-12", "2026-05-15", "Tuesday's interview was a pleasure."),
    ("2026-05-12", "2026-05-15", "[[Yesterday]]'s interview was a pleasure."),
]


@pytest.fixture(scope="module")
def days(rulebook: Rulebook, linter: Linter) -> Linter:
    """A linter for relative days alone."""
    return Linter(rulebook, [rulebook.find("wrong-relative-day")], shared=linter)


@pytest.mark.parametrize(("interview", "sent", "sentence"), DAYS)
def test_days_told_from_today(interview: str, sent: str, sentence: str, days: Linter) -> None:
    plain = _MARK.sub(r"\1", sentence)
    head = f"Subject: The dredger\nInterview-Date: {interview}\nDate: {sent}\n"
    text = f"{head}\nDear Ana,\n\n{plain}\n\nBest,\nTom Hale\n"
    report = days.lint_email(read(Source("a.txt", text)))
    assert [f.span.of(text) for f in report.findings] == _MARK.findall(sentence)


#: What two readers get, and whether it is one particular sentence.
TWICE = [
    (
        "Your remark that silt is only impatient sand will stay with me.",
        "Your remark that silt is only impatient sand will stay with me.",
        True,
    ),
    (
        "Your remark that silt is only impatient sand will stay with me.",
        "Your remark that a winch sings before it snaps will stay with me.",
        False,
    ),
    (
        "I loved how you described the night the lock gate froze in 1996.",
        "I loved hearing how the lock gate froze that night in 1996.",
        True,
    ),
    (
        "I loved how you described the night the lock gate froze in 1996.",
        "I loved how you described the morning the ferry lost its bell.",
        False,
    ),
    (
        "Thank you for taking the time to interview me for the lock keeper role.",
        "Thank you for taking the time to interview me for the lock keeper role.",
        False,
    ),
    (
        "I am very excited about the opportunity to join your team and contribute to its success.",
        "I am very excited about the opportunity to join your team and contribute to its success.",
        False,
    ),
    (
        "Please let me know if you need anything else from me to complete my application.",
        "Please let me know if you need anything else from me to complete my application.",
        False,
    ),
    (
        "After our talk I read about the eel passes you built at Marston weir.",
        "After our talk I read about the eel passes you built at Marston weir, every page.",
        True,
    ),
    (
        "My eleven years on tugs taught me to read a current before breakfast.",
        "My eleven years on tugs taught me to read a current before breakfast.",
        False,
    ),
    (
        "I enjoyed learning more about the company and the position.",
        "I enjoyed learning more about the company and the position.",
        False,
    ),
    (
        "It was great to hear how your sluice crew rotates between Ely and Denver.",
        "How great it was to hear that your sluice crew rotates between Denver and Ely.",
        True,
    ),
    (
        "I attach the tide tables that we talked about at the old pump house.",
        "I attach the tide tables that we talked about at the old pump house.",
        False,
    ),
    (
        "I hope you have a lovely weekend and that the rain stays away.",
        "I hope you have a lovely weekend and that the rain stays away.",
        False,
    ),
    (
        "You asked me how I would free a barge that has settled across two locks.",
        "You asked me how I would free a barge that has settled across two locks.",
        True,
    ),
    (
        "Thank you for showing me the workshop where the paddle gear is cast.",
        "Thank you for showing me the workshop where the paddle gear is cast.",
        True,
    ),
]
HEAD = (
    "Subject: Lock keeper\nCompany: Canal Trust\nTo: {name} <{low}@canal.example>\n\nDear {name},"
)


@pytest.fixture
def said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., list[str]]:
    """Name -> text, of drafts; returns the names of those in which a sentence is objected to."""
    monkeypatch.chdir(tmp_path)

    def check(**texts: str) -> list[str]:
        for name, text in texts.items():
            head = HEAD.format(name=name.title(), low=name)
            Path(f"{name}.txt").write_text(f"{head}\n\n{text}\n\nBest,\nTom Hale\n")
        main(["--isolated", "--no-cache", "--select", "reused-reference", "."])
        return [line.split(".")[0] for line in capsys.readouterr().out.splitlines()]

    return check


@pytest.mark.parametrize(("one", "other", "reused"), TWICE)
def test_a_sentence_to_two_readers(
    one: str, other: str, reused: bool, said: Callable[..., list[str]]
) -> None:
    assert said(ana=one, ben=other) == ["ana", "ben"] * reused


def test_three_drafts_to_three_readers_at_one_firm(said: Callable[..., list[str]]) -> None:
    common = (
        "Thank you for taking the time to meet me about the lock keeper role. {} I am keen to join "
        "the Canal Trust and look forward to hearing from you about the next steps."
    )
    own = {
        "ana": "I keep thinking about the heron that nests on your control hut.",
        "ben": "Your way of greasing the racks with beeswax was new to me.",
        "cleo": "I keep thinking about the heron that nests on the control hut.",
    }
    assert said(**{name: common.format(text) for name, text in own.items()}) == ["ana", "cleo"]
