"""Redacted, no format shows a word of a draft, and every place stays where it was."""

from __future__ import annotations

import json

import pytest

from followlint.finding import Finding, Severity
from followlint.linter import Report
from followlint.mail import Kind
from followlint.original import Original
from followlint.report import FORMATS, Checked, Results
from followlint.report.results import masked
from followlint.report.template import renderer
from followlint.text import Source, Span

SECRETS = ("Wolfeschlegel", "Zweibrücken", "plzplz", "𝔑orthwind", "🦤🦤", "hire me")


def forms(word: str) -> set[str]:
    """Return how a word looks in each encoding that a format may use."""
    in_json = json.dumps(word).strip('"')
    in_xml = word.encode("ascii", "xmlcharrefreplace").decode()
    return {form.lower() for form in (word, in_json, in_xml)}


@pytest.mark.parametrize("name", FORMATS)
def test_no_word_of_the_draft_is_left(name: str, results: Results) -> None:
    shown = FORMATS[name].render(results.redacted()).lower()
    assert [word for word in SECRETS if any(form in shown for form in forms(word))] == []


@pytest.mark.parametrize("name", FORMATS)
def test_unredacted_there_are_words_to_leave_out(name: str, results: Results) -> None:
    shown = FORMATS[name].render(results).lower()
    assert all(any(form in shown for form in forms(word)) for word in SECRETS)


def test_nor_in_a_template(results: Results) -> None:
    names = ("path", "row", "col", "text", "name", "severity", "kind", "suggestion")
    shown = renderer(" ".join(f"%({name})s" for name in names))(results.redacted())
    assert "The first thing." in shown
    assert [word for word in SECRETS if word in shown] == []


def test_messages_are_the_rules_summaries(results: Results) -> None:
    items = json.loads(FORMATS["json"].render(results.redacted()))
    assert {item["code"]: item["message"] for item in items} == {
        "TM101": "The first thing.",
        "TM102": "The second thing.",
    }
    assert {item["fix"] for item in items} == {None}


def test_a_rule_that_nobody_knows_has_its_name_for_a_message() -> None:
    found = Finding(Span(0, 3), "TM9", "too-odd", Severity.ERROR, "“abc”")
    draft = Checked(Report(Source("d.txt", "abc"), Kind.THANK_YOU, (found,)))
    assert Results([draft]).redacted().drafts[0].findings[0].message == "too odd"


@pytest.mark.parametrize("name", ["json", "rdjson"])
def test_places_stay(name: str, results: Results) -> None:
    def places(results: Results) -> list[object]:
        found = json.loads(FORMATS[name].render(results))
        items = found if name == "json" else found["diagnostics"]
        return [(i["location"], i.get("end_location")) for i in items]

    assert places(results.redacted()) == places(results)


@pytest.mark.parametrize("text", ["a é \u20ac 𝔑\r\n\tü\u0301 x\x1b", "", "\ud800"])
def test_a_masked_text_is_as_long_in_every_unit(text: str) -> None:
    hidden = masked(text)
    assert len(hidden) == len(text)
    for encoding in ("utf-8", "utf-16-le"):
        lengths = [len(t.encode(encoding, "surrogatepass")) for t in (text, hidden)]
        assert lengths[0] == lengths[1]
    assert [c for c in hidden if c.isspace()] == [c for c in text if c.isspace()]
    assert set(hidden) <= {*"x\u00d7\u2026\U0001d4cd", *filter(str.isspace, text)}


def test_nor_the_file_that_a_text_was_taken_from() -> None:
    data = b"=4Dr Vanderbilt"
    source = Source("m.eml", "Mr Vanderbilt", Original(data, 5), (0, *range(3, len(data) + 1)))
    found = Finding(Span(3, 13), "TM9", "odd", Severity.ERROR, "x")
    draft = Results([Checked(Report(source, Kind.THANK_YOU, (found,)))]).redacted().drafts[0]
    assert draft.source.position(3) == (5, 6)
    assert "Vander" not in draft.source.line(5) + draft.source.text


def test_what_ends_up_in_public_is_redacted_unless_asked_otherwise() -> None:
    public = {name for name, form in FORMATS.items() if form.public}
    assert public == {"sarif", "github", "gitlab", "junit", "rdjson"}
