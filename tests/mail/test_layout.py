from __future__ import annotations

import pytest

from followlint.mail import layout

# The bar shows where the greeting ends.
GREETINGS = {
    "name and comma": "Dear Ana,|",
    "title and colon": "Dear Ms. Okafor:|",
    "particles": "Dear Dr. van der Berg,|",
    "initials": "Dear Prof. J. R. Smith,|",
    "no comma at all": "Dear Hiring Manager|",
    "several people": "Hi Priya, Tom and all,|",
    "hyphens and accents": "Dear José Luis and María-Ángeles,|",
    "another script": "Dear 田中様,|",
    "nobody": "Hello!|",
    "capitals": "HI PRIYA,|",
    "dash": "Hey there –|",
    "to whom it may concern": "To whom it may concern:|",
    "apostrophe": "G’day Bruce,|",
    "German": "Sehr geehrte Frau Dr. Weiß,|",
    "French": "Bonjour Mme Lefèvre,|",
    "Spanish": "Estimada Dra. Núñez,|",
    "Italian": "Buongiorno dott. Rossi,|",
    "Portuguese": "Olá João,|",
    "Māori": "Kia ora Hēmi,|",
    "time of day, then a name": "Good morning, Siobhán.|",
    "comma, then a title": "Hello, Dr. Berg:|",
    "by name": "Priya,|",
    "by title and name": "Ms. Okafor:|",
    "by name and dash": "Priya –| thank you for the tour.",
    "two by name": "Tom and Ana,|",
    "three by name": "Ana, Tom, and Priya,|",
    "text behind a comma": "Hi Priya,| thank you for the tour.",
    "text without a comma": "Hi Priya| thank you for the tour.",
    "text with a capital, without a comma": "Hi Priya| Thank you for the tour.",
    "text that begins with another word": "Hi Priya,| hearing of the ward was a joy.",
    "text behind a colon": "Dear Ana:| it was good to meet you, Tom and Ben.",
    "text behind a full stop": "Good morning.| I wanted to say thanks.",
    "text behind a dash": "Hi Priya -| thanks a lot.",
    "text behind a name behind a comma": "Good morning, Siobhán,| thank you.",
    "question behind the greeting": "Hello,| are you well?",
    "text behind a name": "Priya,| thank you for the tour.",
}


@pytest.mark.parametrize("marked", GREETINGS.values(), ids=GREETINGS)
def test_a_greeting_ends(marked: str) -> None:
    assert layout.greeting_end(marked.replace("|", "")) == marked.index("|")


@pytest.mark.parametrize(
    "line",
    [
        "Thank you, Priya, for the tour.",
        "Yesterday, we met.",
        "In Boston, we met.",
        "On Tuesday, we met.",
        "Unfortunately, I lost my notes.",
        "First and foremost, thank you.",
        "Dearborn was a joy.",
        "Hidden costs matter to me.",
        "Highlights of the talk:",
        "Hello? Is anybody there?",
        "and Tom,",
        "2 May, ward four",
        "Ward4, then the garden",
        "",
        " ",
    ],
)
def test_a_sentence_is_no_greeting(line: str) -> None:
    assert layout.greeting_end(line) == 0


@pytest.mark.parametrize(
    "line",
    [
        "Best regards,",
        "kind regards",
        "Sincerely yours,",
        "Thanks again!",
        "Many thanks and best wishes,",
        "Thank you so much.",
        "With gratitude,",
        "Until then,",
        "All my love",
        "xoxo",
        "Ngā mihi,",
        "Mit freundlichen Grüßen",
        "Cordialement",
        "Un saludo",
        "Cordiali saluti",
        "Med vennlig hilsen",
        "Regrads,",
    ],
)
def test_closings(line: str) -> None:
    assert layout.is_closing(line)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Tom",
        "Best practices in wound care",
        "Thank you for the tour,",
        "Thank you for the tour of the ward and the long talk about the rota.",
        "Regards to Ana",
        "See you then?",
        "Warm weather",
    ],
)
def test_no_closings(line: str) -> None:
    assert not layout.is_closing(line)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Looking forward to hearing from you,", True),
        ("Thank you for the tour of the ward,", True),
        ("Looking forward to hearing from you.", False),
        ("I look forward to May,", True),
        ("We talked about May,", False),
    ],
)
def test_a_clause_that_leans_on_the_name(line: str, expected: bool) -> None:
    assert layout.is_sentence_closing(line) is expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("God bless you.", True),
        ("Have a great weekend!", True),
        ("Thank you again for your time.", True),
        ("Good luck with the search for a new matron", True),
        ("The tour was a joy.", False),
        ("Thank you for the tour, and for the long talk about the rota, the ward and all.", False),
    ],
)
def test_a_sentence_that_takes_leave(line: str, expected: bool) -> None:
    assert layout.is_farewell_sentence(line) is expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("I like the ward.", True),
        ("Do you like it? ", True),
        ("Tom Hale, R.N.", False),
        ("Head of the Night Ward", False),
        ("Yes, I do.", False),
        ("", False),
    ],
)
def test_a_line_that_reads_as_a_sentence(line: str, expected: bool) -> None:
    assert layout.is_sentence(line) is expected


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("Best, Anna", ("Best,", "Anna")),
        ("  Kind regards, Tom O’Neill ", ("  Kind regards,", "Tom O’Neill ")),
        ("Cheers,Tom", ("Cheers,", "Tom")),
        ("Hello, Anna", None),
        ("Best regards,", None),
        ("Best, and thank you for all that you did", None),
    ],
)
def test_closing_and_name_on_one_line(line: str, parts: tuple[str, str] | None) -> None:
    split = layout.inline_closing(line)
    assert (split and (line[: split[0]], line[split[1] :])) == parts


@pytest.mark.parametrize(
    "line",
    [
        "Tom",
        "tom",
        "tom.",
        "Tom Hale",
        "Siobhán O’Neill-Byrne",
        "J. R. Smith",
        "Ana María de la Cruz",
        "Tom Hale, RN",
        "Tom Hale | Nurse | 555 0100",
        "Tom Hale (he/him)",
        "- Tom",
        "— Tom Hale",
        "田中 太郎",
    ],
)
def test_names(line: str) -> None:
    assert layout.is_name(line)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Thank you",
        "I am here",
        "the ward",
        "12 May",
        "Was it a joy?",
        "Yes",
        "+44 20 7946 0000",
    ],
)
def test_no_names(line: str) -> None:
    assert not layout.is_name(line)


@pytest.mark.parametrize("line", ["P.S. One more", "PS: one", "p.s. – one", "P. S. One", "PPS one"])
def test_postscripts(line: str) -> None:
    assert layout.is_postscript(line)


@pytest.mark.parametrize("line", ["PSA is a test.", "Pseudo", "psalm", "See P.S. below", "PSs"])
def test_no_postscripts(line: str) -> None:
    assert not layout.is_postscript(line)


@pytest.mark.parametrize(
    ("line", "expected"),
    [("-- ", True), ("--", True), ("____", True), ("——", True), ("-", False), ("-- Tom", False)],
)
def test_signature_marks(line: str, expected: bool) -> None:
    assert layout.is_signature_mark(line) is expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Sent from my iPhone", True),
        ("Get Outlook for iOS", True),
        ("Sent via Proton", True),
        ("I sent from my phone", False),
        ("Sent to the ward", False),
    ],
)
def test_lines_of_the_mail_program(line: str, expected: bool) -> None:
    assert layout.is_device_line(line) is expected
