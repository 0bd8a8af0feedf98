from __future__ import annotations

from collections.abc import Callable

import pytest

from followlint.analysis import Draft
from followlint.checks import Hit
from followlint.checks.subject import Subject
from followlint.mail import Part
from followlint.text import Span

DraftOf = Callable[..., Draft]

SUBJECT = Subject(
    max=20,
    purposes=frozenset({"thank", "news"}),
    matters=frozenset({"interview"}),
    fillers=frozenset({"you", "for", "the", "your", "any"}),
    theirs=frozenset({"news", "letter"}),
    vague="is vague",
    long="is long",
)


def fault(subject: str, draft_of: DraftOf) -> object:
    hits = list(SUBJECT.hits(draft_of(subject, Part.SUBJECT)))
    return hits[0].says["fault"] if hits else None


def test_the_whole_subject_is_hit(draft_of: DraftOf) -> None:
    assert list(SUBJECT.hits(draft_of("Subject: Thank you!\n\nHi Ana,\n\nIt rained.", None))) == [
        Hit(Span(9, 19), {"match": "Thank you!", "fault": "is vague"})
    ]


@pytest.mark.parametrize("text", ["Hi Ana,\n\nThank you", "Subject:\n\nHi Ana,\n\nThank you"])
def test_without_a_subject_there_is_nothing_to_say(text: str, draft_of: DraftOf) -> None:
    assert list(SUBJECT.hits(draft_of(text, None))) == []


@pytest.mark.parametrize(
    "subject",
    ["THANK YOU", "Any news?", "Your interview", "…?!", "🚀", "Good morning", "thank-you"],
)
def test_says_nothing(subject: str, draft_of: DraftOf) -> None:
    assert fault(subject, draft_of) == "is vague"


@pytest.mark.parametrize(
    "subject",
    [
        pytest.param("Thank you, Ana", id="a name"),
        pytest.param("News for 5 May", id="a date"),
        pytest.param("Interview 12", id="a number"),
        pytest.param("Thank you: interview", id="purpose and matter"),
        pytest.param("Your letter", id="what the reader wrote"),
        pytest.param("Your news", id="the reader's news"),
        pytest.param("This morning", id="a time"),
        pytest.param("Re: news", id="an answer"),
        pytest.param("RE[2]: news", id="a counted answer"),
        pytest.param("Sv: news", id="a Scandinavian answer"),
    ],
)
def test_says_something(subject: str, draft_of: DraftOf) -> None:
    assert fault(subject, draft_of) is None


def test_a_company_may_be_called_anything(draft_of: DraftOf) -> None:
    draft = draft_of("Subject: Thank you News\nCompany: News\n\nHi Ana,\n\nIt rained.", None)
    assert list(SUBJECT.hits(draft)) == []


def test_length_is_counted_in_characters_of_one_line(draft_of: DraftOf) -> None:
    assert fault("x" * 20, draft_of) is None
    assert fault("x" * 21, draft_of) == "is long"
    assert fault("x" * 10 + "   \n " + "x" * 9, draft_of) is None
    assert fault("Re: " + "x" * 40, draft_of) is None
