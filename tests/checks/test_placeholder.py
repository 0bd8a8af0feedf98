from __future__ import annotations

from collections.abc import Callable

import pytest

from followlint.analysis import Draft
from followlint.checks import Placeholder
from followlint.mail import Part
from followlint.text import fold

DraftOf = Callable[..., Draft]

SLOTS = {
    "square brackets": [
        "[Name]",
        "[Interviewer Name]",
        "[Interviewer's Name]",
        "[Interviewer’s Name]",
        "[INTERVIEWER NAME]",
        "[MERGE_FIRST_NAME]",
        "[Company]",
        "[Name 2]",
        "[first_name]",
        "[firstName]",
        "[Recruiter/Hiring Manager name]",
        "[Warehouse Lead]",
    ],
    "instructions in brackets": [
        "[specific topic discussed]",
        "[insert topic]",
        "[mention something that you liked about the ward and why it matters to you]",
        "[mention something\nover a line break]",
        "[Add specific example connecting A to B]",
        "[Optional: a line]",
        "[quality you observed: collaboration, rigor, creativity, etc.]",
        "[1-2 sentences about the tour]",
    ],
    "choices in brackets": [
        "[today/yesterday]",
        "[the role / the project / the challenge]",
        "[that challenge/contribute to that project]",
    ],
    "nested brackets": ['[Example: "As mentioned, see [link]"]', "[such as [a project] or two]"],
    "other scripts": ["[1-2 предложения]", "[ชื่อบริษัท]"],
    "braces": ["{role}", "{your_name}", "{details as discussed}", "{Company Name}"],
    "double braces": [
        "{{interviewer_name}}",
        "{{ company }}",
        "{{TARGET_OFFICE}}",
        "{{ var | default }}",
        "{{#if}}",
    ],
    "dollars": ["${TEMPLATE_USER_FIRST_NAME}", "${roleTitle}", "$name", "$first_name"],
    "angle brackets": ["<original_email>", "<Company>", "<your name>", "<<Name>>", "«Name»"],
    "mailing tools": ["*|FNAME|*", "_|FNAME|_", "%FIRSTNAME%", "%%name%%", "-name-"],
    "blanks": ["____", "____________", "......", "XX", "XXX", "xxxx"],
    "sample values": ["XYZ Company", "ABC Corp", "Lorem ipsum", "Hiring Manager Name"],
    "without brackets": ["insert company name here", "your name here", "(date)", "(name)"],
    "left choices": ["today/yesterday", "him/her", "His/her", "Mr./Ms."],
}


@pytest.mark.parametrize("slot", [slot for style in SLOTS.values() for slot in style])
@pytest.mark.parametrize("around", ["We spoke of {} on Monday.", "{}, it rained."])
def test_a_slot_is_one_hit(draft_of: DraftOf, slot: str, around: str) -> None:
    text = around.replace("{}", slot, 1)
    (hit,) = Placeholder().hits(draft_of(text))
    assert hit.span.of(text) == slot
    assert hit.says == {"match": fold(slot)}


@pytest.mark.parametrize("text", ["Dear NAME,", "Hi John Doe,", "a nurse at COMPANY."])
def test_a_label_in_capitals_is_a_slot_where_a_name_is_due(draft_of: DraftOf, text: str) -> None:
    (hit,) = Placeholder().hits(draft_of(text))
    assert hit.span.of(text) in ("NAME", "John Doe", "COMPANY")


INNOCENT = {
    "links": ["see [text](https://x.org/a)", "<https://x.org>", "<priya@acme.com>"],
    "files": ["the lists [notes.md] and [x.csv]"],
    "footnotes": ["as [1] and [12] say", "as [sic] says", "and so [...] on", "and […] on"],
    "check boxes": ["[ ] buy tea", "[x] buy tea", "[X] buy tea"],
    "list tags": ["[EXTERNAL] tea", "[EXT] tea"],
    "tickets": ["[JIRA-123] is done", "[ENG-4-2] is not"],
    "arrays": ["the array int[] of a[0] and b[i]"],
    "JSON and CSS": ['{"a": 1}', "body { color: red }", ".a{margin:0}", "{}", "{{}}"],
    "sets": ["the sets {1, 2} and {a, b}"],
    "LaTeX": [r"\textbf{bold} and $\frac{1}{2}$ and $x$"],
    "emoticons": ["[: happy"],
    "money": ["costs $500 or $5k", "in US$ and A$"],
    "HTML": ["<p>text</p>", "<br />", "<b>bold</b>", "<Table>", "R<sup>2</sup>"],
    "code": ["List<String> and Map<String, Integer>", "df$name", "${HOME} and $PATH", "[iPhone]"],
    "comparisons": ["a < b and c > d", "10 <x< 20", "<3 years"],
    "acronyms": ["IBM, NASA, KPMG, CEO and SQL"],
    "sizes and numbers": ["a size XXL", "the XX chromosome", "Super Bowl XX", "chapter XX"],
    "per cent": ["100% sure and 50% off"],
    "mentions": ["“[Name]” is a slot", '"[Name]" too', "`{{name}}` in Jinja", "the tag {role}"],
    "editing": ["[laughs]", "[Redacted]", "[emphasis mine]", "[ed.]"],
    "French quotes": ["«Bonjour» and « Le Monde »"],
    "underscores": ["snake_case_name and __init__ and _this_", "a file_name__v2"],
    "dots": ["Wait... what?", "Wait......"],
    "hyphens": ["ping -c- and pre-name-post"],
    "brackets": ["(date of birth)", "(name: Tom)"],
    "here": ["I can add a lot of value here.", "Put your trust in the work here."],
    "choices": ["Tea. Each child had his/her wish.", "tea and/or milk"],
}


@pytest.mark.parametrize("text", [text for group in INNOCENT.values() for text in group])
def test_what_is_no_slot(draft_of: DraftOf, text: str) -> None:
    assert not list(Placeholder().hits(draft_of(text)))


def test_every_part_is_looked_at_but_headers_and_quotes(draft_of: DraftOf) -> None:
    text = """\
To: [To]
Subject: [Subject]

Dear [Name],

I like {role}.

Best regards,
[Your Name]

P.S. ____

> [Quoted Name]
"""
    hits = Placeholder().hits(draft_of(text, None))
    found = [hit.span.of(text) for hit in hits]
    assert found == ["[Subject]", "[Name]", "{role}", "[Your Name]", "____"]


def test_slots_side_by_side_are_found_in_order(draft_of: DraftOf) -> None:
    text = "[Name]{role} 👍 <Company>[[City]]"
    hits = list(Placeholder().hits(draft_of(text, Part.SUBJECT)))
    assert [hit.span.of(text) for hit in hits] == ["[Name]", "{role}", "<Company>", "[[City]]"]
