"""What slots ask for, which values they get, and where filled words stand in the file."""

from __future__ import annotations

import pytest

from followlint.mail.traced import Traced
from followlint.template.asks import Ask, ask_of, own_words
from followlint.template.choosing import Chooser
from followlint.template.filling import Filled, fill
from followlint.template.samples import HARD, PLAIN
from followlint.template.slots import slots_of
from followlint.text import Source, Span


def filled(text: str, values: dict[str, str] | None = None) -> Filled:
    traced = Traced(text, range(len(text)))
    return fill(traced, slots_of(text), Chooser(PLAIN, values or {}))


def said(text: str, values: dict[str, str] | None = None) -> str:
    return filled(text, values).text.text


@pytest.mark.parametrize(
    ("label", "ask"),
    [
        ("Interviewer's Name", Ask.READER),
        ("hiringManagerName", Ask.READER),
        ("Recruiter/Hiring Manager name", Ask.READER),
        ("Name", Ask.READER),
        ("FIRST_NAME", Ask.READER_FIRST),
        ("Last Name", Ask.READER_LAST),
        ("Mr./Ms.", Ask.HONORIFIC),
        ("Your Name", Ask.WRITER),
        ("my_name", Ask.WRITER),
        ("Your Full Name", Ask.WRITER),
        ("Company", Ask.COMPANY),
        ("insert company name here", Ask.COMPANY),
        ("Organization", Ask.COMPANY),
        ("Job Title", Ask.ROLE),
        ("roleTitle", Ask.ROLE),
        ("the role", Ask.ROLE),
        ("Department", Ask.TEAM),
        ("Day", Ask.DAY),
        ("Interview Date", Ask.DATE),
        ("Date/Day", Ask.DATE),
        ("timeframe", Ask.WHEN),
        ("Your phone number", Ask.PHONE),
        ("Email", Ask.EMAIL),
        ("LinkedIn URL", Ask.LINK),
        ("specific topic discussed", Ask.TOPIC),
        ("mention something specific, e.g. a project", Ask.TOPIC),
        ("project or challenge mentioned", Ask.TOPIC),
        ("Optional: mention a shared interest", Ask.TOPIC),
        ("company's new project", Ask.TOPIC),
        ("relevant skill", Ask.SKILL),
        ("reason you fit", Ask.REASON),
        ("number of years", Ask.NUMBER),
        ("today/yesterday", Ask.PHRASE),
        ("the role / the project", Ask.PHRASE),
        ("contribute to the plan", Ask.PHRASE),
        ("ชื่อบริษัท", Ask.TOPIC),
    ],
)
def test_what_a_label_asks_for(label: str, ask: Ask) -> None:
    assert ask_of(label) is ask


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("today/yesterday", "today"),
        ("the role / the project", "the role"),
        ("quality you saw: care, rigour, etc.", "care"),
        ("e.g. the new kiln", "the new kiln"),
    ],
)
def test_own_words(label: str, words: str) -> None:
    assert own_words(label) == words


def test_there_is_a_sample_for_all_that_is_no_talk() -> None:
    talk = {Ask.TOPIC, Ask.SKILL, Ask.REASON, Ask.PHRASE}
    for one in (PLAIN, HARD):
        assert set(Ask) - set(one.values) == talk


def test_a_bare_name_is_whose_place_it_stands_in() -> None:
    text = "Dear [Name],\n\nThank you.\n\nBest regards,\n[Name]\n"
    assert said(text) == "Dear Priya Raman,\n\nThank you.\n\nBest regards,\nDaniel Hughes\n"


def test_blanks_are_told_by_their_place() -> None:
    assert said("Dear ____,\n\nThank you.\n\nBest,\n____") == (
        "Dear Priya Raman,\n\nThank you.\n\nBest,\nDaniel Hughes"
    )


def test_two_topics_are_two_and_one_is_one() -> None:
    text = said("I liked [topic one] and [topic two], but [topic one] more.")
    assert text.count(PLAIN.topics[0]) == 2
    assert text.count(PLAIN.topics[1]) == 1


def test_an_instruction_on_its_own_is_a_sentence() -> None:
    assert (
        said("Thank you. [Add a sentence about the interview]\n\nBest")
        .split(". ")[1]
        .startswith("What you said")
    )
    assert said("Thank you. [Mention a topic].\n").count("..") == 0


def test_a_determiner_is_not_doubled() -> None:
    assert said("I liked the [specific project] most.").count("the the") == 0
    assert "the the role" in said("I want the [the role / the job].")


def test_choices_and_tags() -> None:
    assert said("We met [today/yesterday].") == "We met today."
    assert said("{{#if x}}So it is.{{/if}}") == "So it is."


def test_dates_of_the_context_stay_open() -> None:
    """A sample date would be held against the calendar."""
    assert said("Interview-Date: [Date]\n\nOn [Date].") == "Interview-Date: \n\nOn 12 May 2026."


def test_values_go_before_samples_whatever_the_style() -> None:
    values = {"Company": "Harrow Freight", "your_name": "Tom Hale"}
    assert said("At {{company}}, [Company].\n[Your Name]", values) == (
        "At Harrow Freight, Harrow Freight.\nTom Hale"
    )


def test_places_lead_back_to_the_slot() -> None:
    text = "I like [Company], really."
    made = filled(text)
    new = made.text.text
    slot = Span(text.index("["), text.index("]") + 1)
    for part in ("Brightwater", "Foods", "Brightwater Foods"):
        start = new.index(part)
        assert made.place(Span(start, start + len(part))) == slot
    start = new.index("really")
    assert made.place(Span(start, start + 6)).of(text) == "really"
    assert made.place(Span(len(new), len(new))) == Span(len(text), len(text))
    across = Span(new.index("like"), new.index("water"))
    assert made.place(across).of(text) == "like [Company]"


def test_rows_are_those_of_the_file() -> None:
    text = "# Title\n\nHi [Name],\nI like [Company]."
    at = text.index("Hi")
    traced = Traced(text[at:], range(at, len(text)))
    source = fill(traced, slots_of(traced.text), Chooser(PLAIN)).source(Source("a.md", text))
    assert source.position(source.text.index("I like")) == (4, 1)
