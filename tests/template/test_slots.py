"""Slots in every style, what is none, and what is wrong with their form."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followlint.template.slots import Slot, slots_of


def labels(text: str) -> list[str]:
    return [slot.label for slot in slots_of(text) if not slot.fault and not slot.control]


def faults(text: str) -> list[tuple[str, str]]:
    return [(slot.span.of(text), slot.fault) for slot in slots_of(text) if slot.fault]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dear [Interviewer’s Name],", ["Interviewer’s Name"]),
        ("about [mention something\nspecific] today", ["mention something specific"]),
        (
            "[today/yesterday] and [the role / the project]",
            ["today/yesterday"] * 1 + ["the role / the project"],
        ),
        ("[ชื่อบริษัท] [1-2 предложения]", ["ชื่อบริษัท", "1-2 предложения"]),
        ("{role} {details as discussed}", ["role", "details as discussed"]),
        (
            "{{interviewer_name}} {{ company | upper }} {{{raw}}}",
            ["interviewer_name", "company", "raw"],
        ),
        ("${roleTitle} and $name", ["roleTitle", "name"]),
        ("<<Name>> <Company> «Name»", ["Name", "Company", "Name"]),
        ("*|FNAME|* %FIRSTNAME% %%name%%", ["FNAME", "FIRSTNAME", "name"]),
        ("“[Company]” in quotes", ["Company"]),
    ],
)
def test_each_style(text: str, expected: list[str]) -> None:
    assert labels(text) == expected
    assert faults(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "[the page](https://example.org) and ![a picture](a.png)",
        "footnotes [1] and [^note], [sic], [...]",
        "- [ ] to tick\n- [x] ticked",
        "[EXTERNAL] Re: [ENG-431]",
        "int[] and {1, 2} and $500 and {name: 1}",
        "<p>text</p><br /> <ana@example.org> <https://example.org>",
        "[1]: https://example.org",
    ],
)
def test_what_is_no_slot(text: str) -> None:
    assert slots_of(text) == []


def test_a_template_engines_own_tags_are_no_names() -> None:
    text = "{{#if topic}}{{topic}}{{else}}{% endif %}{{/if}}"
    assert [slot.control for slot in slots_of(text)] == [True, False, True, True, True]
    assert labels(text) == ["topic"]


@pytest.mark.parametrize(
    ("text", "place", "fault"),
    [
        ("Dear [Interviewer Name, thank", "[Interviewer Name", "is not closed"),
        ("at [Company\n\nnext paragraph]", "[Company", "is not closed"),
        ("at the Company] now", "Company]", "closes a bracket that nothing opens"),
        ("Hi {{name}, you", "{{name}", "opens with two braces and closes with one"),
        ("Hi {name}}, you", "{name}}", "opens with one brace and closes with two"),
        ("Hi [name}, you", "[name}", "opens with a bracket and closes with a brace"),
        ("Hi {name], you", "{name]", "opens with a brace and closes with a bracket"),
        ("Hi <<Name>, you", "<<Name>", "opens with << and closes with >"),
        ("Hi {{ }}, you", "{{ }}", "has no name"),
        ("at [ ] on", "[ ]", "has no name"),
        ("at ____ on", "____", "is a blank without a name"),
        ("on DD/MM/YYYY at", "DD/MM/YYYY", "is a blank without a name"),
        ("shown today/yesterday by", "today/yesterday", "stands in no brackets"),
        ("at XYZ Company now", "XYZ Company", "stands in no brackets"),
        (
            "{{candidate’s_name}}",
            "{{candidate’s_name}}",
            "has a curly quotation mark in a variable's name",
        ),
        (
            "[mention a thing, e.g. [a project]]",
            "[mention a thing, e.g. [a project]]",
            "holds another placeholder",
        ),
    ],
)
def test_what_is_wrong_with_the_form(text: str, place: str, fault: str) -> None:
    assert (place, fault) in faults(text)


def test_a_fault_is_said_once() -> None:
    assert len(slots_of("Hi {{name}, and [Foo}.")) == 2


def test_a_declared_label_is_a_slot_whatever_its_look() -> None:
    assert slots_of("[QA] is us") == []
    assert [slot.label for slot in slots_of("[QA] is us", lambda label: label == "QA")] == ["QA"]


@given(st.text(alphabet="[]{}<>$%*|_- \nNameof/’", max_size=60))
def test_slots_are_in_order_and_never_overlap(text: str) -> None:
    found: list[Slot] = slots_of(text)
    for one, other in pairwise(found):
        assert one.span.end <= other.span.start
    assert all(len(slot.span) for slot in found)
