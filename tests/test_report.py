"""What the reports look like, to the letter.

The snapshots are whole outputs. `SNAPSHOTS=write python -m pytest tests/test_report.py` writes them
anew: look at the difference, and keep it if it was meant.
"""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest

from followlint import __version__
from followlint.checks.move import Move
from followlint.finding import Edit, Finding, Severity
from followlint.linter import Report
from followlint.mail import Kind
from followlint.report import FORMATS, Checked, Results
from followlint.rule import Examples, Rule
from followlint.text import Source, Span

SNAPSHOTS = Path(__file__).parent / "snapshots"

TEXT = """\
Subject: 𝔏ab 👍 visit

Dear Ana,

Thank you 😀 for the the 東京 tour,
\tand for the recieved
plan e\u0301clair. Goodbye
"""


def finding(place: str, code: str, message: str = "a fault", **more: Any) -> Finding:
    """Return a finding at the first `place` in `TEXT`."""
    start = TEXT.index(place)
    span = more.pop("span", Span(start, start + len(place)))
    return Finding(span, code, more.pop("name", "fault"), Severity.ERROR, message, **more)


def replaced(place: str, content: str) -> Edit:
    start = TEXT.index(place)
    return Edit(Span(start, start + len(place)), content)


MISSING = Span(TEXT.index("Thank"), TEXT.index("Thank"))
END = Span(len(TEXT), len(TEXT))
REPORTS = [
    Report(
        Source("drafts/to-ana.txt", TEXT),
        Kind.THANK_YOU,
        (
            finding("👍", "TM201", "emoji “thumbs up”", name="emoji", suggestion="Take it out."),
            finding("Thank", "TM301", "nothing specific", span=MISSING, suggestion="Say\nmore."),
            finding("😀", "TM201", "emoji “grinning face”", name="emoji"),
            finding("the the", "TM404", "“the\nthe” is doubled", edit=replaced("the the", "the")),
            finding("東京 tour,\n\tand", "TM999", "over two lines"),
            finding("recieved", "TM401", edit=replaced("recieved", "")),
            finding("e\u0301clair", "TM405", "behind a combining accent"),
            finding("Goodbye", "TM507", "no name at the end", span=END),
        ),
    ),
    Report(Source("drafts/clean.txt", "Dear Ana,\n"), Kind.FOLLOW_UP),
    Report(
        Source("line\nbreak.txt", "hm\n"),
        Kind.REJECTION_REPLY,
        (Finding(Span(0, 2), "TM203", "slang", Severity.WARNING, "“hm” is too casual"),),
    ),
]


RULES = tuple(
    Rule(
        code,
        name,
        summary,
        "Because\nof this.",
        "ours",
        Severity.ERROR,
        Move(move, ()),
        "{found}",
        "Say more.",
        Examples((), ()),
        kinds,
    )
    for code, name, summary, move, kinds in [
        ("TM301", "fault", "Nothing in it is “specific”.", "reference", (Kind.THANK_YOU,)),
        ("TM302", "ungrateful", "Nobody is <thanked>.", "gratitude", tuple(Kind)),
    ]
)
RESULTS = Results([Checked(report, RULES) for report in REPORTS])


def rendered(name: str, *reports: Report, **more: Any) -> str:
    return FORMATS[name].render(Results([Checked(report) for report in reports], **more))


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_snapshot(name: str) -> None:
    path = SNAPSHOTS / f"report-{name}.txt"
    text = FORMATS[name].render(RESULTS).replace(f'"{__version__}"', '"VERSION"')
    if os.environ.get("SNAPSHOTS") == "write":
        path.write_text(text, encoding="utf-8", newline="")
    assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "nothing"),
    [
        ("text", ""),
        ("full", ""),
        ("grouped", ""),
        ("json", "[]\n"),
        ("jsonl", ""),
        ("github", ""),
        ("gitlab", "[]\n"),
    ],
)
def test_nothing_found(name: str, nothing: str) -> None:
    assert rendered(name) == nothing
    assert rendered(name, REPORTS[1]) == nothing


def test_jsonl_is_json_a_line_each() -> None:
    lines = FORMATS["jsonl"].render(RESULTS).splitlines()
    assert [json.loads(line) for line in lines] == json.loads(FORMATS["json"].render(RESULTS))


def test_grouped_is_in_columns() -> None:
    found = [
        Finding(Span(at, at + 1), code, "x", Severity.ERROR, code)
        for at, code in [(0, "TM1"), (12, "TM002")]
    ]
    report = Report(Source("d.txt", "a\nbcdefghijklm"), Kind.THANK_YOU, tuple(found))
    other = Report(Source("e.txt", "a"), Kind.THANK_YOU, (found[0],))
    assert rendered("grouped", report, other) == (
        "d.txt:\n  1:1   TM1   TM1\n  2:11  TM002 TM002\n\ne.txt:\n  1:1  TM1 TM1\n"
    )


@pytest.mark.parametrize("name", ["text", "grouped"])
def test_the_line_below_a_finding(name: str) -> None:
    report = Report(
        Source("d.txt", "a\n\tb c"),
        Kind.THANK_YOU,
        (Finding(Span(5, 6), "TM1", "x", Severity.ERROR, "here"),),
    )
    without = rendered(name, report)
    assert rendered(name, report, show_source=True) == without + "     b c\n       ^\n"


@pytest.mark.parametrize("name", ["text", "full", "grouped"])
def test_colours_only_where_wanted(name: str) -> None:
    plain = rendered(name, *REPORTS)
    coloured = rendered(name, *REPORTS, colour=True)
    assert "\x1b" not in plain
    assert "\x1b[1m\x1b[31mTM404\x1b[m" in coloured
    assert "\x1b[1m\x1b[33mTM203\x1b[m" in coloured
    assert re.sub("\x1b\\[[0-9]*m", "", coloured) == plain


def test_json_keys_are_a_contract() -> None:
    for item in json.loads(FORMATS["json"].render(RESULTS)):
        assert list(item) == [
            "filename",
            "code",
            "name",
            "severity",
            "message",
            "suggestion",
            "location",
            "end_location",
            "kind",
            "fix",
        ]
        assert list(item["location"]) == list(item["end_location"]) == ["row", "column"]
        if item["fix"] is not None:
            assert list(item["fix"]) == ["applicability", "message", "edits"]
            for edit in item["fix"]["edits"]:
                assert list(edit) == ["content", "location", "end_location"]


def test_json_values() -> None:
    items = {item["code"]: item for item in json.loads(FORMATS["json"].render(RESULTS))}
    assert items["TM404"] == {
        "filename": "drafts/to-ana.txt",
        "code": "TM404",
        "name": "fault",
        "severity": "error",
        "message": "“the the” is doubled",
        "suggestion": "",
        "location": {"row": 5, "column": 17},
        "end_location": {"row": 5, "column": 24},
        "kind": "thank-you",
        "fix": {
            "applicability": "unsafe",
            "message": "Replace with “the”",
            "edits": [
                {
                    "content": "the",
                    "location": {"row": 5, "column": 17},
                    "end_location": {"row": 5, "column": 24},
                }
            ],
        },
    }
    assert items["TM401"]["fix"]["message"] == "Remove"
    assert items["TM301"]["fix"] is None
    assert items["TM301"]["suggestion"] == "Say more."
    assert items["TM301"]["location"] == items["TM301"]["end_location"]
    assert (items["TM203"]["filename"], items["TM203"]["severity"]) == (
        "line\nbreak.txt",
        "warning",
    )


@pytest.mark.parametrize(
    ("text", "row", "column"),
    [
        pytest.param("X", 1, 1, id="at the beginning"),
        pytest.param("ab X", 1, 4, id="plain letters"),
        pytest.param("é X", 1, 3, id="a letter of two bytes"),
        pytest.param("𝔏ab X", 1, 5, id="an astral letter"),
        pytest.param("👍🏽 X", 1, 4, id="an emoji of two code points"),
        pytest.param("👨‍👩‍👧 X", 1, 7, id="an emoji of five code points"),
        pytest.param("e\u0301 X", 1, 4, id="a combining accent"),
        pytest.param("\tX", 1, 2, id="a tab"),
        pytest.param("😀\n😀 X", 2, 3, id="second line"),
        pytest.param("a\r\nb\r\n X", 3, 2, id="lines of Windows"),
        pytest.param("a\rX", 2, 1, id="lines of an old Mac"),
        pytest.param("a\u2028X", 1, 3, id="a line separator is no line break"),
    ],
)
def test_columns_count_code_points(text: str, row: int, column: int) -> None:
    at = text.index("X")
    found = Finding(Span(at, at + 1), "TM001", "x", Severity.ERROR, "here")
    report = Report(Source("d.txt", text), Kind.THANK_YOU, (found,))
    assert rendered("text", report) == f"d.txt:{row}:{column}: TM001 here\n"
    assert rendered("full", report).startswith(f"d.txt:{row}:{column}: TM001 here\n")
    (item,) = json.loads(rendered("json", report))
    assert item["location"] == {"row": row, "column": column}
    assert item["end_location"] == {"row": row, "column": column + 1}


@pytest.mark.parametrize(
    ("name", "shown"), [("a\nb.txt", "a\\nb.txt"), ("a\r\nb.txt", "a\\r\\nb.txt"), ("a b", "a b")]
)
def test_a_finding_stays_on_one_line_whatever_the_file_is_called(name: str, shown: str) -> None:
    found = Finding(Span(0, 0), "TM001", "x", Severity.ERROR, "over\ntwo  lines")
    report = Report(Source(name, "x"), Kind.THANK_YOU, (found,))
    assert rendered("text", report) == f"{shown}:1:1: TM001 over two lines\n"
    assert rendered("full", report).splitlines()[0] == f"{shown}:1:1: TM001 over two lines"
    assert json.loads(rendered("json", report))[0]["filename"] == name
