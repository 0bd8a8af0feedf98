"""Drafts on disk, held against each other by a run, whatever the order of the files."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from followlint.cli import main

#: name -> text of drafts, rules -> what is said, a line each, in the order of names
Said = Callable[..., list[str]]
GOAT = "Your story about the goat in the kiln room made my day."


@pytest.fixture
def said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Said:
    monkeypatch.chdir(tmp_path)

    def run(drafts: dict[str, str], rules: str, *options: str) -> list[str]:
        for name, text in drafts.items():
            Path(name).parent.mkdir(parents=True, exist_ok=True)
            Path(name).write_text(text, encoding="utf-8")
        outcomes = set()
        for order in {tuple(drafts), tuple(reversed(drafts))}:
            given = ["--isolated", "--no-cache", "--now", "2026-06-30", "--select", rules]
            status = main([*given, *options, *order])
            lines = sorted(capsys.readouterr().out.splitlines())
            assert status == bool(lines)
            outcomes.add(tuple(lines))
        assert len(outcomes) == 1, "the order of files shows"
        return list(outcomes.pop())

    return run


def draft(*headers: str, text: str = "Is there any news?", to: str = "Ana") -> str:
    return "\n".join(["Subject: Kiln hand", *headers, "", f"Dear {to},", "", text, ""])


def test_a_sentence_for_two_readers(said: Said) -> None:
    drafts = {
        "a.txt": draft(text=f"Thank you for your time. {GOAT}"),
        "b.txt": draft(text=GOAT, to="Ben"),
        "c.txt": draft(text=GOAT.replace("made my day", "stayed with me"), to="Cem"),
        "d.txt": draft(text=GOAT, to="Ana Berg"),
        "e.txt": draft(text="Thank you for your time.", to="Eve"),
    }
    assert said(drafts, "reused-reference") == [
        "a.txt:5:26: FL604 another reader gets this sentence, too: b.txt (line 5) and in 1 more",
        "b.txt:5:1: FL604 another reader gets this sentence, too: a.txt (line 5) and in 2 more",
        "c.txt:5:1: FL604 another reader gets this sentence, too: a.txt (line 5) and in 2 more",
        "d.txt:5:1: FL604 another reader gets this sentence, too: b.txt (line 5) and in 1 more",
    ]


def test_who_ignores_it_still_warns_the_others(said: Said) -> None:
    drafts = {
        "a.txt": draft("Followlint-Ignore: reused-reference", text=GOAT),
        "b.txt": draft(text=GOAT, to="Ben"),
    }
    rules = "reused-reference,unused-suppression"
    assert [line[:5] for line in said(drafts, rules)] == ["b.txt"]


def test_an_ignore_that_only_the_others_need_is_of_use(said: Said) -> None:
    ignoring = follow_up("2026-06-01", "Followlint-Ignore: FL603, FL601")
    drafts = {"1.txt": THANKED, "2.txt": follow_up("2026-05-20"), "3.txt": ignoring}
    (line,) = said(drafts, "FL60,FL902")
    assert line.startswith("3.txt:5:27: FL902 “FL601” ignores nothing")
    assert len(said({"3.txt": ignoring}, "FL60,FL902")) == 2


def test_alone_nothing_is_repeated(said: Said) -> None:
    assert said({"a.txt": draft(text=f"{GOAT} {GOAT}")}, "reused-reference") == []


def test_the_company_of_another_draft(said: Said) -> None:
    drafts = {
        "harrow/a.txt": draft("Company: Harrow", text="Thank you for the talk at Zenith."),
        "zenith/b.txt": draft("Company: Zenith", text="Thank you for the talk at Zenith."),
    }
    expected = "harrow/a.txt:6:27: FL509 “Zenith” stands where “Harrow” belongs"
    assert said(drafts, "wrong-company") == [expected]
    alone = {"harrow/a.txt": drafts["harrow/a.txt"]}
    assert said(alone, "wrong-company") == []


def test_one_fault_is_told_once(said: Said) -> None:
    drafts = {
        "a.txt": draft("Company: Harrow", text="I would be excited to join Zenith."),
        "b.txt": draft("Company: Zenith"),
    }
    assert len(said(drafts, "wrong-company")) == 1


TO = "To: Ana Berg <ana@harrow.example>"
THANKED = draft(TO, "Kind: thank-you", "Interview-Date: 2026-05-12", "Date: 2026-05-13")


def follow_up(day: str, *more: str) -> str:
    return draft(TO, "Kind: follow-up", f"Date: {day}", *more)


def test_the_third_message(said: Said) -> None:
    drafts = {
        "1.txt": THANKED,
        "2.txt": follow_up("2026-05-20"),
        "3.txt": follow_up("2026-06-01"),
    }
    assert said(drafts, "FL60") == ["3.txt:4:7: FL603 two messages wait for an answer already"]


def test_an_answer_begins_a_new_count(said: Said) -> None:
    answer = (
        "From: Ana Berg <ana@harrow.example>\nTo: tom@mail.example\n"
        "Date: Mon, 25 May 2026 09:00:00 +0200\nSubject: {}\n\nHello Tom,\n\nPlease wait.\n"
    )
    drafts = {
        "1.txt": THANKED,
        "2.txt": follow_up("2026-05-20"),
        "3.txt": follow_up("2026-06-08"),
    }
    assert said({**drafts, "4.eml": answer.format("Re: Kiln hand")}, "FL60") == []
    # a machine's is none
    (line,) = said({**drafts, "4.eml": answer.format("Automatic reply: Kiln hand")}, "FL60")
    assert line.startswith("3.txt:4:7: FL603")


def test_an_answer_takes_back_what_the_draft_alone_says(said: Said) -> None:
    noted = follow_up("2026-06-08", "Sent: 2026-05-13, 2026-05-20")
    answer = "From: Ana <ana@harrow.example>\nDate: 2026-05-25\nSubject: Kiln\n\nHi,\n\nWait.\n"
    assert len(said({"3.txt": noted}, "FL603")) == 1
    assert said({"3.txt": noted, "4.eml": answer}, "FL603") == []


@pytest.mark.parametrize(
    ("drafts", "expected"),
    [
        # the interview's date stands in the thank-you
        ([THANKED, follow_up("2026-05-15")], ["FL602 it is early to ask: the interview was on"]),
        ([THANKED, follow_up("2026-05-19")], []),
        # ... and the promise, too
        (
            [THANKED.replace("Date: 2026-05-13", "Date: 2026-05-13\nDecision-Date: 2026-05-29"),
             follow_up("2026-05-28")],
            ["FL602 it is early to ask: they decide by Friday, 29 May 2026"],
        ),
        # a second follow-up has its own week
        (
            [follow_up("2026-05-20"), follow_up("2026-05-22")],
            ["FL602 it is early to ask: you wrote on Wednesday, 20 May 2026, less than a week"],
        ),
        ([follow_up("2026-05-20"), follow_up("2026-05-27")], []),
        # thanked in time; what comes after may come when it likes
        (
            [THANKED, THANKED.replace("2026-05-13", "2026-05-20")],
            [],
        ),
        # to somebody else of the panel
        (
            [THANKED, follow_up("2026-05-20"),
             follow_up("2026-06-01").replace("ana@", "ben@").replace("Ana Berg", "Ben Osei")
             .replace("Dear Ana", "Dear Ben")],
            [],
        ),
        # drafts without a date have not been sent
        ([THANKED.replace("Date: 2026-05-13\n", "\n"), follow_up("2026-05-20"),
          follow_up("2026-06-01")], []),
    ],
)  # fmt: skip
def test_what_the_others_tell(drafts: list[str], expected: list[str], said: Said) -> None:
    lines = said({f"{number}.txt": text for number, text in enumerate(drafts)}, "FL602,FL603")
    assert len(lines) == len(expected)
    assert all(part in line for line, part in zip(lines, expected, strict=True))


def test_a_mailbox_is_a_run(said: Said) -> None:
    message = (
        "From tom Thu Jan  1 00:00:00 2026\nFrom: Tom Hale <tom@mail.example>\n"
        "To: {to}\nMessage-ID: <{number}@mail.example>\nDate: {day}\nX-Followlint-Kind: follow-up\n"
        "Subject: Kiln hand\n{more}\nDear Ana,\n\nIs there any news?\n\nTom\n\n"
    )
    days = ("Fri, 22 May 2026", "Mon, 1 Jun 2026", "Tue, 9 Jun 2026")
    box = "".join(
        # one answers under another address: only the ids tell
        message.format(
            to=f"a{number}@harrow{number}.example",
            number=number,
            day=f"{day} 10:00:00 +0200",
            more=f"In-Reply-To: <{number - 1}@mail.example>\n" if number else "",
        )
        for number, day in enumerate(days)
    )
    (line,) = said({"sent.mbox": box}, "FL603")
    assert line.startswith("sent.mbox:3:")
    assert "two messages wait" in line


def test_days_told_from_today(said: Said) -> None:
    later = follow_up("2026-05-29").replace("Is there", "After we met last week: is there")
    (line,) = said({"1.txt": THANKED, "2.txt": later}, "FL605")
    assert line.startswith("2.txt:8:14: FL605 “last week” does not fit: the interview was on Tues")


def test_what_is_found_across_is_like_any_finding(
    said: Said, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    drafts = {"a.txt": draft(text=GOAT), "b.txt": draft(text=GOAT, to="Ben")}
    assert len(said(drafts, "FL604")) == 2
    given = ["--isolated", "--no-cache", "--select", "FL604", "a.txt", "b.txt"]
    assert main([*given, "--output-format", "json"]) == 1
    items = json.loads(capsys.readouterr().out)
    assert [item["location"] for item in items] == [{"row": 5, "column": 1}] * 2
    assert main([*given, "--write-baseline", "base.json"]) == 0
    assert main([*given, "--baseline", "base.json"]) == 0


def test_with_several_processes_and_from_the_cache(
    said: Said, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FOLLOWLINT_CACHE_DIR", str(tmp_path / "cache"))
    drafts = {"a.txt": draft(text=GOAT), "b.txt": draft(text=GOAT, to="Ben"), "1.txt": THANKED,
              "3.txt": follow_up("2026-05-14")}  # fmt: skip
    expected = said(drafts, "FL6")
    assert len(expected) == 3
    for _ in range(2):
        assert main(["--isolated", "--select", "FL6", "--jobs", "2", *drafts]) == 1
        assert sorted(capsys.readouterr().out.splitlines()) == expected


def message(company: str, file: str, to: str) -> str:
    return (
        f"From: Tom Hale <tom@mail.example>\nTo: {to} <{to.lower()}@x.example>\nSubject: My CV\n"
        f"Date: Tue, 12 May 2026 10:00:00 +0200\nX-Followlint-Company: {company}\n"
        'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n'
        f"--b\nContent-Type: text/plain\n\nDear {to},\n\nMy CV is attached.\n\nBest,\nTom Hale\n"
        f'--b\nContent-Type: application/pdf; name="{file}"\nContent-Transfer-Encoding: base64\n'
        f'Content-Disposition: attachment; filename="{file}"\n\nJVBERg==\n--b--\n'
    )


def test_a_file_that_is_named_after_the_company_of_another_draft(said: Said) -> None:
    drafts = {
        "a.eml": message("Harrow", "Zenith_CV.pdf", "Ana"),
        "b.eml": message("Zenith", "Zenith_CV.pdf", "Ben"),
        "c.eml": message("Harrow", "CV_Tom_Hale.pdf", "Cem"),
        "d.eml": message("Hale Partners", "CV_Tom_Hale.pdf", "Dee"),
    }
    (line,) = said(drafts, "FL510")
    assert line.startswith("a.eml:14:7: FL510 “Zenith_CV.pdf” is named after “Zenith”")
    # Alone, nobody knows that Zenith is a company.
    assert said({"a.eml": drafts["a.eml"]}, "FL510") == []
