from __future__ import annotations

from collections.abc import Callable

import pytest

from followlint.analysis import Draft
from followlint.checks import Check, Placeholder
from followlint.mail import Part
from followlint.rulebook import Rulebook
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
    "labels that name a field": [
        "[Job Title]",
        "[project or topic you discussed]",
        "[what you liked about the ward]",
        "[your favourite part]",
        "[e.g. the kiln]",
        "[Interviewers’ names]",
        "[Company/Organization]",
        "[Job Ref No.]",
        "[adjective]",
        "[TBD]",
    ],
    "choices in brackets": [
        "[he/she]",
        "[morning/afternoon]",
        "[today / yesterday]",
        "[Mr./Ms. Last Name]",
        "[today/yesterday]",
        "[the role / the project / the challenge]",
        "[that challenge/contribute to that project]",
    ],
    "nested brackets": [
        '[Example: "As mentioned, see [link]"]',
        "[such as [a project] or two]",
        "[[name]]",
    ],
    "other languages": ["[apellido]", "{empresa}", "[Vorname]"],
    "hashes and ats": ["#NAME#", "##FIRST_NAME##", "@@company@@", "$NAME$", "__COMPANY__"],
    "tags of engines": ["{% name %}", "<%= name %>"],
    "vague things": ["[that thing about ovens]", "<thing they said>"],
    "other scripts": ["[1-2 предложения]", "[ชื่อบริษัท]"],
    "braces": ["{role}", "{your_name}", "{details as discussed}", "{Company Name}", "{firstName}"],
    "double braces": [
        "{{interviewer_name}}",
        "{{ company }}",
        "{{TARGET_OFFICE}}",
        "{{ var | default }}",
        "{{#if}}",
    ],
    "dollars": [
        "${TEMPLATE_USER_FIRST_NAME}",
        "${roleTitle}",
        "$name",
        "$first_name",
        "$firstName",
    ],
    "angle brackets": [
        "<original_email>",
        "<Company>",
        "<your name>",
        "<<Name>>",
        "<First Name>",
        "<insert topic>",
    ],
    "French quotes for slots": ["«Name»", "«Job_Title»"],
    "dates": ["DD/MM/YYYY", "XX/XX/2025", "MM-DD-YY"],
    "mailing tools": ["*|FNAME|*", "_|FNAME|_", "%FIRSTNAME%", "%%name%%", "-name-"],
    "blanks": ["____", "____________", "......", "XX", "XXX", "xxxx"],
    "sample values": ["XYZ Company", "ABC Corp", "Lorem ipsum", "Hiring Manager Name"],
    "without brackets": [
        "insert company name here",
        "your name here",
        "enter date here",
        "(date)",
        "(name)",
        "(insert specific project)",
    ],
    "left choices": [
        "today/yesterday",
        "this morning/afternoon",
        "him/her",
        "His/her",
        "Mr./Ms.",
        "Mr/Mrs",
    ],
}


@pytest.mark.parametrize("slot", [slot for style in SLOTS.values() for slot in style])
@pytest.mark.parametrize("around", ["We spoke of {} on Monday.", "{}, it rained."])
def test_a_slot_is_one_hit(draft_of: DraftOf, slot: str, around: str) -> None:
    text = around.replace("{}", slot, 1)
    (hit,) = Placeholder(blank="blank").hits(draft_of(text))
    assert hit.span.of(text) == slot
    assert hit.says == {"match": fold(slot), "fault": "blank"}


# The bars stand around the slot.
DUE = [
    "Dear |NAME|,",
    "Dear Señora |{zzz}|,",
    "Dear Dr |<ZZZ>|,",
    "Dear |???|,",
    "Thanks for meeting me on |dd/mm|.",
    "my number is |(phone number here)|",
    "It rained.\n|YOUR FULL NAME|",
    "on |[day]| and at |[time]|",
    "Hi |John Doe|,",
    "Dear |XX|,",
    "Dear |........|,",
    "a nurse at |COMPANY|.",
    "a nurse at |COMPANY NAME| in May",
    "I am writing about |TOPIC|.",
    "a talk with |INTERVIEWER|",
    "It rained.\n|TODO:| the kiln",
    "I look forward to |[next step]|.",
    "my time at |[Clinic]|",
    "as |[the hiring manager]| told me",
    "Thank you for showing me |[what you liked]|.",
    "a plan for |[Project X]| in May",
    "the talk with |[Warehouse Lead]|",
    "The matron said that I could write to |his/her| office.",
    "a |[role]|, |{role}|, |<role>|",
]


@pytest.mark.parametrize("marked", DUE)
def test_a_slot_where_a_word_is_due(draft_of: DraftOf, marked: str) -> None:
    text = marked.replace("|", "")
    found = [hit.span.of(text) for hit in Placeholder().hits(draft_of(text))]
    assert found == marked.split("|")[1::2]


INNOCENT = {
    "spoken of as templates": [
        "You asked why {{x}} is escaped in Jinja, and I said that it was on by default.",
        "Your template engine renders {{ user.name }} on every page.",
        "Our CRM fills {FirstName} in each letter.",
        "The mail merge with «First Name» failed.",
        "The regex for it was {name}, more or less.",
    ],
    "inscriptions": [
        "the board, YOUR NAME HERE in cream on green",
        "a badge that says YOUR NAME HERE",
        "The shelf label reads ____ for now.",
        "the blanks, the ____ labels that nobody claimed",
        "the date code on the tin is DD/MM/YY",
    ],
    "codes of shelves": ["the shelf {row}{bay}{tier}", "row {n} of {m}"],
    "filled": ["[ref. 0417-C]", "[invoice no. 4471]", "as [vacancy 312] says"],
    "chromosomes": ["seven were XX, four XY and one XXX"],
    "references": ["my reference HR/XX/0117"],
    "cries": ["who??? I said the cat", "Really ??"],
    "part of a number": ["Our invoices look like INV-____ here."],
    "remarks": ["[Edit: I have found the reference that you named.]"],
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
    "choices": [
        "Tea. Each child had his/her wish.",
        "A nurse writes his/her notes.",
        "Every guest got a key for him/her.",
        "tea and/or milk",
        "He/she who fires the kiln, s/he who glazes",
        "my pronouns, she/her and he/him/his",
        "Dear Sir/Madam,",
    ],
    "slashes": [
        "24/7 and 9/11",
        "TCP/IP, C/C++ and HVAC/R",
        "km/h, mg/dL and 3/4 inch",
        "the AM/PM shift at the front/back desk",
        "w/o milk, c/o Ana, n/a",
        "an A/B test of the input/output board",
        "the role/company fit",
    ],
    "a writer's insertions": [
        "they [the night team] agreed",
        "she [my manager] was kind",
        "in Portland [New Hampshire] it rained",
        "her paper [Okafor 2019] and mine [in press]",
        "He wrote [I quote] that it was fine.",
        "the dish [see the note below] sold out",
        "we had [as you know] two kilns",
        "the quote [name withheld] in your report",
        "Ms Haas [née Müller] of São Paulo [Brazil]",
        "[He laughed.] We went on.",
        "my mother [a teacher] and I",
        "our shop [both floors] burnt",
    ],
    "sciences": ["the [2Fe-2S] cluster, [Ca2+] and [Fe/H]", "from [0, 1] to [a-z]", "of [glucose]"],
    "tags of lists": ["[SOLVED] and [URGENT]", "[DRAFT] tea"],
    "routes": ["the route /users/{id}/orders/{order_id}", "GET /companies/{company}"],
    "names in code": ["$scope, $match and $lookup", "the %PATH% variable", "x[i][name]"],
    "components": ["the <Suspense> boundary", "a <Router> and a <T>", "cout << x << y; 8 >> 2"],
    "spoken of": [
        "the {{first_name}} tag printed nothing",
        "the {name} placeholder and the literal [Company]",
        "an f-string like {name}",
        "the <name> element",
        "a mail that said 'Hi {{first_name}}' to 40,000 people",
        "a mail that said ‘Dear [Name]’ to all",
        "the DD/MM/YYYY format of your forms",
    ],
    "kisses": ["see you soon xxx", "Love from us all xxx"],
    "masks": ["the card XXXX-1234", "my number XXX-XX-6789"],
    "sums": ["100%SURE% of it"],
    "capitals": ["the ROLE of a nurse", "with COMPANY C of the battalion", "the TODO list"],
    "doing": [
        "The needle goes in; I insert the key card here.",
        "Patients put the date here on the form.",
        "I can add text here and there.",
        "The role here suits me, the company here is small.",
        "the function f(name)",
    ],
    "broadcasters": ["the ABC Corporation"],
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


SUBJECTS = {
    "[Interview] Data analyst": [],
    "Re: [Recruitment] Tea": [],
    "Fwd: Re: [Interview Team] Tea": [],
    "[Role] interview": ["[Role]"],
    "Re: [Job title] interview": ["[Job title]"],
    "Thank you, [Interviewer]": ["[Interviewer]"],
    "Tea for the [team]": ["[team]"],
    "[Interview]": ["[Interview]"],
}


@pytest.mark.parametrize(("subject", "expected"), SUBJECTS.items())
def test_a_tag_at_a_subjects_start_is_no_slot(
    draft_of: DraftOf, subject: str, expected: list[str]
) -> None:
    text = f"Subject: {subject}\n\nHi Ana,"
    assert [hit.span.of(text) for hit in Placeholder().hits(draft_of(text, None))] == expected


@pytest.fixture(scope="module")
def shipped(rulebook: Rulebook) -> Check:
    """The check with the leftovers of the shipped rule."""
    (check,) = [rule.check for rule in rulebook.rules if isinstance(rule.check, Placeholder)]
    return check


#: A leftover is marked by bars.
PASTED = [
    "|Here is a polished version:|\n\nDear Ana,\n\nIt rained.",
    "|Certainly! Here's a thank-you email you can send:|\n\nDear Ana,\n\nIt rained.",
    "|Sure, here is a draft:|\n\nDear Ana,\n\nIt rained.",
    "|Revised version:|\n\nDear Ana,\n\nIt rained.",
    "Dear Ana,\n\n|Here is a shorter version of your email:|\n\nIt rained.",
    "Dear Ana,\n\nIt rained.\n\n|Let me know if you'd like me to make it shorter|.",
    "Dear Ana,\n\n|As an AI language model|, I cannot attend.",
    "Dear Ana,\n\n|Option 1:| It rained.\n\n|Option 2 (warmer):| It rained.",
    "|Write a short thank-you email| to Ana about the kiln.",
    "Dear Ana,\n\nIt rained.\n\n|(Word count: 98)|",
    "Dear Ana,\n\nIt rained.\n\n|Feel free to adjust the tone|.",
    "|Subject line:| Tea\n\nDear Ana,",
]


@pytest.mark.parametrize("marked", PASTED)
def test_what_came_with_a_pasted_draft(draft_of: DraftOf, shipped: Check, marked: str) -> None:
    text = marked.replace("|", "")
    hits = list(shipped.hits(draft_of(text, None)))
    assert [hit.span.of(text) for hit in hits] == marked.split("|")[1::2]
    assert {hit.says["fault"] for hit in hits} == {"came with a pasted draft"}


OWN = [
    "Dear Ana,\n\nHere is the revised version:\nhttps://example.org/plan",
    "Dear Ana,\n\nHere is a draft of the rota you asked for: two nights a week.",
    "Dear Ana,\n\nHere is the second version of the label, as you asked:",
    "Dear Ana,\n\nLet me know if you'd like me to revise the plan or shorten the visit.",
    "Dear Ana,\n\nFeel free to adjust the time of the call.",
    "Dear Ana,\n\nYour AI model for the kiln sounds bold.",
    "Dear Ana,\n\nI would take option 1: the night shift.",
    "Dear Ana,\n\nYou asked me to write a thank-you email to a guest as a test.",
    "Dear Ana,\n\nI hope this helps.",
    "Dear Ana,\n\nCertainly! I can start in May.",
]


@pytest.mark.parametrize("text", OWN)
def test_what_the_writer_says_is_no_leftover(draft_of: DraftOf, shipped: Check, text: str) -> None:
    assert not list(shipped.hits(draft_of(text, None)))


def test_slots_side_by_side_are_found_in_order(draft_of: DraftOf) -> None:
    text = "[Name]{role} 👍 <Company>[[City]]"
    hits = list(Placeholder().hits(draft_of(text, Part.SUBJECT)))
    assert [hit.span.of(text) for hit in hits] == ["[Name]", "{role}", "<Company>", "[[City]]"]
