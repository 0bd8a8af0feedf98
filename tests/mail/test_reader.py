from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from followlint.mail import Block, Email, Kind, Part, layout, read, read_fragment
from followlint.text import Source, Span, fold

EmailOf = Callable[..., Email]

BODY = "Thank you for the tour of the ward."


def parts(text: str) -> list[tuple[str, str]]:
    """Return the name of each block and its text."""
    email = read(Source("draft.txt", text))
    return [(block.part.value, block.span.of(text)) for block in email.blocks]


def test_a_whole_draft() -> None:
    text = """\
Subject: Thank you
To: ana@example.org

Dear Ana,

Thank you for the tour
of the ward.

- The rota
- The garden

Best regards,

Tom Hale
Nurse

P.S. I found the book.

It was on the bus.

--
Tom Hale
+44 20 7946 0000

On Tue, 12 May 2026 at 10:02, Ana Berg
<ana@example.org> wrote:
> Dear Tom,
"""
    assert parts(text) == [
        ("header", "Subject:"),
        ("subject", "Thank you"),
        ("header", "To: ana@example.org"),
        ("greeting", "Dear Ana,"),
        ("body", "Thank you for the tour\nof the ward."),
        ("body", "- The rota\n- The garden"),
        ("closing", "Best regards,"),
        ("signature", "Tom Hale\nNurse"),
        ("postscript", "P.S. I found the book."),
        ("postscript", "It was on the bus."),
        ("signature", "Tom Hale\n+44 20 7946 0000"),
        ("quoted", "On Tue, 12 May 2026 at 10:02, Ana Berg"),
        ("quoted", "<ana@example.org> wrote:"),
        ("quoted", "> Dear Tom,"),
    ]


@pytest.mark.parametrize("line_break", ["\r\n", "\r"], ids=["CRLF", "CR"])
def test_line_breaks_of_other_systems_change_nothing(line_break: str) -> None:
    text = (
        f"Subject: Hi\nTo: Ana\n\nDear Ana,\n\n{BODY}\nAll of it.\n\nBest,\nTom\n\n> Hi\n>\n> Tom"
    )
    foreign = [(part, value) for part, value in parts(text.replace("\n", line_break))]
    assert foreign == [(part, value.replace("\n", line_break)) for part, value in parts(text)]


HEADLESS = {
    "greeting and body": (f"Dear Ana,\n\n{BODY}", [("greeting", "Dear Ana,"), ("body", BODY)]),
    "blank lines above": (f"\n\nDear Ana,\n{BODY}", [("greeting", "Dear Ana,"), ("body", BODY)]),
    "one line": (f"Hi Ana, {BODY}", [("greeting", "Hi Ana,"), ("body", BODY)]),
    "no greeting": (BODY, [("body", BODY)]),
    "a name alone": ("Tom", [("body", "Tom")]),
    "empty": ("", []),
    "blank": (" \n\n\t\n", []),
}


@pytest.mark.parametrize(("text", "expected"), HEADLESS.values(), ids=HEADLESS)
def test_without_headers(text: str, expected: list[tuple[str, str]]) -> None:
    assert parts(text) == expected


SUBJECTS = {
    "folded": ("Subject: Thank\n you\n\nHi,", ["Subject:", "Thank\n you", "Hi,"]),
    "empty": ("Subject:\n\nHi,", ["Subject:", "Hi,"]),
    "last of the headers": ("To: Ana\nSubject: Tea\n\nHi,", ["To: Ana\nSubject:", "Tea", "Hi,"]),
    "no blank line below": ("Subject: Tea\nHi,", ["Subject:", "Tea", "Hi,"]),
    "two": ("Subject: a\nSubject: b\n\nHi,", ["Subject:", "a", "Subject: b", "Hi,"]),
    "none": ("To: Ana\nKind: follow-up\n\nHi,", ["To: Ana\nKind: follow-up", "Hi,"]),
}


@pytest.mark.parametrize(("text", "expected"), SUBJECTS.values(), ids=SUBJECTS)
def test_the_subject_is_cut_out_of_the_headers(text: str, expected: list[str]) -> None:
    assert [value for _, value in parts(text)] == expected


# What stands below the body, and the blocks that it is taken for.
ENDINGS = {
    "closing and name": ("Best regards,\nTom", "closing: Best regards, | signature: Tom"),
    "blank line between": ("Warmly,\n\nTom Hale", "closing: Warmly, | signature: Tom Hale"),
    "no comma": ("Yours faithfully\nTom", "closing: Yours faithfully | signature: Tom"),
    "lower case": ("best,\ntom", "closing: best, | signature: tom"),
    "on one line": ("Best, Tom", "closing: Best, | signature: Tom"),
    "on one line, above a title": (
        "Best, Tom\nNurse\n555 0100",
        "closing: Best, | signature: Tom | signature: Nurse 555 0100",
    ),
    "title and telephone": (
        "Sincerely,\nTom Hale\nNurse\n+44 20 7946 0000",
        "closing: Sincerely, | signature: Tom Hale Nurse +44 20 7946 0000",
    ),
    "two farewells": ("Thanks again!\nBest,\nTom", "closing: Thanks again! Best, | signature: Tom"),
    "clause that leans on the name": (
        "Looking forward to hearing from you,\nTom",
        "closing: Looking forward to hearing from you, | signature: Tom",
    ),
    "any clause with a comma": (
        "Keep well,\nTom\n555 0100",
        "closing: Keep well, | signature: Tom 555 0100",
    ),
    "wish": ("Have a great day!\n\nTom", "closing: Have a great day! | signature: Tom"),
    "sentence": ("God bless you all.\n\nTom", "closing: God bless you all. | signature: Tom"),
    "German": ("Viele Grüße\nJürgen Weiß", "closing: Viele Grüße | signature: Jürgen Weiß"),
    "French": ("Cordialement,\nÉlodie", "closing: Cordialement, | signature: Élodie"),
    "Irish": ("Le meas,\nSiobhán", "closing: Le meas, | signature: Siobhán"),
    "Māori": ("Ngā mihi,\nHēmi", "closing: Ngā mihi, | signature: Hēmi"),
    "name in another script": ("Best,\n田中 太郎", "closing: Best, | signature: 田中 太郎"),
    "name without a closing": ("Tom", "signature: Tom"),
    "dashed name": ("— Tom Hale", "signature: — Tom Hale"),
    "signature without a closing": (
        "Tom Hale\nRegistered Nurse\ntom@example.org",
        "signature: Tom Hale Registered Nurse tom@example.org",
    ),
    "signature mark": ("-- \nTom Hale\nNurse", "signature: Tom Hale Nurse"),
    "closing above a signature mark": (
        "Best,\nTom\n-- \nTom Hale",
        "closing: Best, | signature: Tom -- Tom Hale",
    ),
    "closing without a name": ("Best regards,\n", "closing: Best regards,"),
    "line of the mail program": (
        "Best,\nTom\n\nSent from my iPhone",
        "closing: Best, | signature: Tom",
    ),
    "postscript": (
        "Best,\nTom\n\nP.S. One more.\nA wrap.\n\nAnd more.",
        "closing: Best, | signature: Tom | postscript: P.S. One more. A wrap. | "
        "postscript: And more.",
    ),
    "signature below the postscript": (
        "Best,\n\nPS: one more\n\n-- \nTom Hale",
        "closing: Best, | postscript: PS: one more | signature: Tom Hale",
    ),
    "bare mark below the postscript": (
        "Best,\nTom\n\nPS: one more\n\n--",
        "closing: Best, | signature: Tom | postscript: PS: one more",
    ),
    "closing below the postscript": (
        "P.S. One more.\n\nBest,\nTom",
        "postscript: P.S. One more. | closing: Best, | signature: Tom",
    ),
    "two marks below the postscript": (
        "Best,\nTom\n\nPS: one more\n\n--\nTom Hale\n--\nThe Ward",
        "closing: Best, | signature: Tom | postscript: PS: one more | "
        "signature: Tom Hale -- The Ward",
    ),
    "nothing": ("", ""),
}


@pytest.mark.parametrize(("text", "expected"), ENDINGS.values(), ids=ENDINGS)
def test_endings(text: str, expected: str) -> None:
    greeting, body, *ending = parts(f"Dear Ana,\n\n{BODY}\n\n{text}")
    assert (greeting, body) == (("greeting", "Dear Ana,"), ("body", BODY))
    assert " | ".join(f"{part}: {fold(value)}" for part, value in ending) == expected


BODIES = {
    "name in the last sentence": "I am looking forward to it, Tom.",
    "question": "Thanks for that, but when?",
    "list": "We talked about\n- the rota\n- the garden.",
    "two sentences": "Best of all was the garden. It was warm.",
    "sentences that begin with a name": "Tom Hale\nshowed me the ward, and I liked it.",
    "name that ends a wrapped sentence": "We met the matron and\nTom",
    "one long line": "With thanks to the people on the ward, who had so much to say about it.",
}


@pytest.mark.parametrize("text", BODIES.values(), ids=BODIES)
def test_the_last_paragraph_may_be_body(text: str) -> None:
    assert parts(f"Dear Ana,\n\n{BODY}\n\n{text}")[1:] == [("body", BODY), ("body", text)]


def test_a_name_below_a_finished_sentence_is_a_signature() -> None:
    assert parts(f"Dear Ana,\n{BODY}\nTom")[1:] == [("body", BODY), ("signature", "Tom")]


def test_a_farewell_at_the_end_of_a_paragraph_stays_in_it() -> None:
    text = f"{BODY}\nGod bless you all."
    assert parts(f"Dear Ana,\n\n{text}\n\nTom")[1:] == [("body", text), ("signature", "Tom")]


def test_no_blank_line_is_needed_above_a_closing() -> None:
    expected = [("body", BODY), ("closing", "Best,"), ("signature", "Tom")]
    assert parts(f"Dear Ana,\n{BODY}\nBest,\nTom")[1:] == expected


@pytest.mark.parametrize(("height", "last"), [(8, "signature"), (9, "body")])
def test_a_signature_can_only_be_so_long(height: int, last: str) -> None:
    lines = "\n".join(f"Line {number} of a list" for number in range(height))
    assert parts(f"{BODY}\n\nBest,\n{lines}")[-1][0] == last


QUOTES = {
    "reply below": (
        "Yes.\n\nBest,\nTom\n\nOn Monday Ana wrote:\n> When?",
        ["body", "closing", "signature", "quoted", "quoted"],
    ),
    "reply above": ("> When?\n\nIn May.\n\nBest,\nTom", ["quoted", "body", "closing", "signature"]),
    "answers between": (
        "> When?\nIn May.\n> Where?\nOn ward four.",
        ["quoted", "body", "quoted", "body"],
    ),
    "quote within a paragraph": ("It says\n> in May\nbut when?", ["body", "quoted", "body"]),
    "quote within a signature": (
        "Yes.\n\nBest,\nTom\n> When?\nNurse",
        ["body", "closing", "signature", "quoted", "signature"],
    ),
    "mail program within a paragraph": ("It is\nSent from my iPhone\nin May.", ["body", "body"]),
}


@pytest.mark.parametrize(("text", "expected"), QUOTES.values(), ids=QUOTES)
def test_quotes_are_never_the_writers(text: str, expected: list[str]) -> None:
    found = parts(text)
    assert [part for part, _ in found] == expected
    assert all((">" in value or "wrote" in value) == (part == "quoted") for part, value in found)


def test_a_forwarded_message_is_quoted_to_its_end() -> None:
    text = f"{BODY}\n\n---------- Forwarded message ---------\nFrom: Ana\n\nHi Tom,\n\nBest,\nAna"
    assert [value for part, value in parts(text) if part != "quoted"] == [BODY]


PLACES = {
    "subject, without headers": (Part.SUBJECT, "|Hi Ana,\n\nTea."),
    "subject, left empty": (Part.SUBJECT, "To: Ana\nSubject:|\n\nHi Ana,"),
    "greeting": (Part.GREETING, "To: Ana\n\n|Tea.\n\nBest,\nTom"),
    "greeting, without a body": (Part.GREETING, "To: Ana\n\n|Best,\nTom"),
    "greeting, above a postscript": (Part.GREETING, "|Best,\nTom\n\nP.S. More."),
    "greeting, in nothing": (Part.GREETING, "To: Ana\n|"),
    "body": (Part.BODY, "Hi Ana,|\n\nBest,\nTom"),
    "body, without a greeting": (Part.BODY, "To: Ana\n\n|Best,\nTom"),
    "closing": (Part.CLOSING, "Hi Ana,\n\nTea.|\n\n"),
    "closing, above a name": (Part.CLOSING, "Hi Ana,\n\nTea.\n\n|Tom\n\nP.S. More.\n\n--\nTom"),
    "signature": (Part.SIGNATURE, "Hi Ana,\n\nTea.\n\nBest,|\n"),
    "signature, without a closing": (Part.SIGNATURE, "Hi Ana,\n\nTea.|\n\nP.S. More."),
    "anything, in nothing": (Part.SIGNATURE, "|"),
}


@pytest.mark.parametrize(("part", "marked"), PLACES.values(), ids=PLACES)
def test_where_a_missing_part_should_stand(email_of: EmailOf, part: Part, marked: str) -> None:
    email = email_of(marked.replace("|", ""))
    at = marked.index("|")
    assert not email.has(part)
    assert email.where(part) == Span(at, at)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Kind: follow-up", Kind.FOLLOW_UP),
        ("kind:  Thank-You ", Kind.THANK_YOU),
        ("Kind: invoice", None),
        ("Kind:", None),
        ("Subject: follow-up", None),
    ],
)
def test_the_kind_that_a_draft_declares(
    email_of: EmailOf, line: str, expected: Kind | None
) -> None:
    assert email_of(f"{line}\n\nHi Ana,").declared_kind is expected


def test_a_fragment_of_the_body_has_paragraphs_and_nothing_else() -> None:
    text = "Dear Ana,\n \nBest,\nTom\n"
    assert read_fragment(Source("x", text), Part.BODY).blocks == (
        Block(Part.BODY, Span(0, 9)),
        Block(Part.BODY, Span(12, 21)),
    )


def test_a_fragment_of_another_part_is_one_block() -> None:
    text = " Subject: Tea\n\nand more\n"
    assert read_fragment(Source("x", text), Part.SUBJECT).blocks == (
        Block(Part.SUBJECT, Span(1, 23)),
    )


LINES = st.sampled_from(
    [
        "",
        " ",
        "Subject: Thank you",
        "Subject:",
        "Kind: follow-up",
        "  folded",
        "Dear Ana,",
        "Hi Ana, thank you.",
        "Good morning, Ana!",
        "Thank you for the tour.",
        "- the rota",
        "Best regards,",
        "Thanks again!",
        "Best, Tom",
        "Tom",
        "Tom Hale, Nurse",
        "--",
        "____",
        "P.S. One more.",
        "Sent from my iPhone",
        "> quoted",
        ">",
        "On Tue, 12 May 2026 at 10:02, Ana",
        "<ana@example.org> wrote:",
        "On Monday Ana wrote:",
        "From: Ana",
        "Sent: Monday",
        "-----Original Message-----",
        ":",
        ",",
        "\u2028x\x0c",
    ]
)
MAILS = st.tuples(st.lists(LINES, max_size=14), st.sampled_from(["\n", "\r\n", "\r"])).map(
    lambda drawn: drawn[1].join(drawn[0])
)


@given(st.one_of(MAILS, st.text(), st.lists(st.one_of(LINES, st.text())).map("\n".join)))
@example("a\n> b\nc")
def test_any_text_is_taken_apart_and_no_word_is_lost(text: str) -> None:
    email = read(Source("draft.txt", text))
    at, left = 0, []
    for block in email.blocks:
        assert at <= block.span.start
        left.append(text[at : block.span.start])
        at = block.span.end
    assert at <= len(text)
    left.append(text[at:])
    for line in "\n".join(left).replace("\r", "\n").split("\n"):
        assert not line.strip() or layout.is_device_line(line) or layout.is_signature_mark(line)


@given(st.one_of(MAILS, st.text()), st.sampled_from(Part))
def test_every_missing_part_has_a_place(text: str, part: Part) -> None:
    place = read(Source("draft.txt", text)).where(part)
    assert place.start == place.end <= len(text)


@given(st.one_of(MAILS, st.text()), st.sampled_from(Part))
def test_any_text_is_a_fragment(text: str, part: Part) -> None:
    blocks = read_fragment(Source("draft.txt", text), part).blocks
    assert {block.part for block in blocks} <= {part}
    assert "".join("".join(block.span.of(text) for block in blocks).split()) == "".join(
        text.split()
    )
