"""Names and words with breaks, quotes, markup and control characters are safe in every format."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest

from followlint.report import FORMATS, Results
from followlint.report.template import renderer
from followlint.safe import shown, shown_line

#: What no report may hold raw, line breaks of its own aside.
CONTROL = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
LINED = ["text", "github", "jsonl"]


@pytest.mark.parametrize("redact", [False, True])
@pytest.mark.parametrize("name", FORMATS)
def test_no_control_character_comes_through(name: str, redact: bool, nasty: Results) -> None:
    text = FORMATS[name].render(nasty.redacted() if redact else nasty)
    assert CONTROL.findall(text.replace("\r\n", "\n") if name == "html" else text) == []
    text.encode("utf-8")  # no lone surrogate, either


@pytest.mark.parametrize("name", LINED)
def test_a_finding_is_one_line(name: str, nasty: Results) -> None:
    assert len(FORMATS[name].render(nasty).splitlines()) == len(nasty.drafts)


def test_a_template_is_one_line(nasty: Results) -> None:
    render = renderer("%(path)s|%(text)s|%(suggestion)s")
    assert len(render(nasty).splitlines()) == len(nasty.drafts)


@pytest.mark.parametrize("name", ["json", "sarif", "gitlab", "rdjson"])
def test_json_is_read_back(name: str, nasty: Results) -> None:
    text = FORMATS[name].render(nasty)
    assert text.isascii()
    json.loads(text)


def test_json_has_the_names_as_they_are(nasty: Results) -> None:
    items = json.loads(FORMATS["json"].render(nasty))
    assert [item["filename"] for item in items] == [draft.name for draft in nasty.drafts]


def test_junit_is_xml(nasty: Results) -> None:
    text = FORMATS["junit"].render(nasty)
    assert text.isascii()
    root = ElementTree.fromstring(text)
    assert len(root.findall("testsuite")) == len(nasty.drafts)
    assert len(root.findall("*/*/failure")) == len(root.findall("*/*/error")) == len(nasty.drafts)


class Page(HTMLParser):
    """Collects the elements of a page, and complains of what is not closed."""

    VOID = frozenset({"meta", "br"})

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.attributes: set[str] = set()
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_html_has_no_element_or_attribute_of_a_draft(nasty: Results, results: Results) -> None:
    text = FORMATS["html"].render(nasty)
    assert text.isascii()
    ours, theirs = Page(FORMATS["html"].render(results)), Page(text)
    assert theirs.seen <= ours.seen
    assert theirs.attributes <= ours.attributes
    assert "script" not in theirs.seen


def test_github_commands_cannot_be_forged(nasty: Results) -> None:
    commands = FORMATS["github"].render(nasty).splitlines()
    for command, draft in zip(commands, nasty.drafts, strict=True):
        head, _, message = command.removeprefix("::error ").partition("::")
        columns = draft.findings[0].message.count("\n") == 0  # columns only on one line
        assert len(head.split(",")) == (6 if columns else 4)
        for value in head.split(","):
            assert value.count("=") >= 1
            assert ":" not in value
        # Whatever is said, a percent sign is only the beginning of an escape of ours.
        assert re.findall("%(?!25|0A|0D|3A|2C)", head + message) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\nb\tc\\", "a\\nb\\tc\\"),
        ("\x1b[0m\x9b", "\\x1b[0m\\x9b"),
        ("\u202ex\u2028", "\\u202ex\\u2028"),
        ("a\u200bb\u2060c\ufeff", "a\\u200bb\\u2060c\\ufeff"),
        ("\udcff", "\\udcff"),
        ("é 東京 👨‍👩‍👧 \u200f", "é 東京 👨‍👩‍👧 \u200f"),
    ],
)
def test_shown(text: str, expected: str) -> None:
    assert shown(text) == expected


def test_a_line_keeps_its_columns() -> None:
    assert shown_line("a\tb\x1bc\u202ed\u200be") == "a b\ufffdc\ufffdd\ufffde"
