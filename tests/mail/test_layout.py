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
    "abbreviated title": "Dear Engr. Santos,|",
    "two abbreviated titles": "Dear Lt. Cmdr. Adjei,|",
    "title in brackets": "Dear Dr (Mrs) Adeniran,|",
    "title behind the name": "Dear Rashid bhai,|",
    "surname in -ly": "Mr. Donnelly,|",
    "given name in -ly": "Emily,| thank you for the tour.",
    "full stop behind a name": "Dear Tom.| Thank you for the tour.",
    "full stop, then a day": "Hi Ana.| Yesterday, we met.",
    "a name that begins sentences": "Hi Hope,| thank you for the tour.",
    "a whole name that begins sentences": "Dear Will Smith,|",
    "a sentence in lower case": "Hi| hope you are well.",
    "a question without a comma": "Hello Priya| how are you?",
    "a remark without a comma": "Hi Priya| quick question about Tuesday.",
    "a role in lower case": "Dear hiring manager| I enjoyed it.",
    "a team": "Dear Priya and the hiring team,|",
    "nine people": "Dear Ana, Tom, Priya, Joe, Sue, Al, Lee, Ann and Ben,|",
    "to a committee": "To the Committee,|",
    "to a title": "To Head Chef Okonjo|",
    "to two people": "To Ana and Tom,|",
    "attention": "Attn: Ms Okafor|",
    "half a time of day": "Morning Paolo,|",
    "half a time of day alone": "Morning!|",
    "a word, then a name": "Well, Courtney,|",
    "lower case": "ana and tom,|",
    "a form of address alone": "Ladies and gentlemen,|",
    "Czech": "Vážený pane Nováku,|",
    "Polish": "Szanowni Państwo,|",
    "Danish": "Kære fru Hansen|",
    "Finnish": "Hyvä rouva Virtanen|",
    "Dutch": "Goedemiddag mevrouw de Vries,|",
    "Dutch by shape": "Beste Anna,|",
    "Russian": "Добрый день, Анна,|",
    "Chinese": "尊敬的王女士，|",
    "Japanese": "田中様、|",
    "space before the comma": "Dear Priya ,|",
    "two commas": "Dear Priya,,|",
    "slot": "Dear [Interviewer's Name],|",
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
        "Unfortunately,",
        "Sure, here is the plan:",
        "Lerwick, 12 May 2026",
        "Morning rounds were a joy, all of them.",
        "Day one was great.",
        "To be honest, I liked it.",
        "To Boston",
        "To the point, then: yes.",
        "A quick note,",
        "Quick question:",
        "My notes:",
        "It rained,",
        "In Boston,",
        "Ana Berg",
        "Care home visits were a joy.",
        "Caroline was kind.",
        "ana@example.org,",
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
        "Mit besten Grüßen",
        "S pozdravem",
        "Le meas,",
        "Lugupidamisega",
        "Pagarbiai",
        "Un saludo",
        "Cordiali saluti",
        "Med vennlig hilsen",
        "Regrads,",
        "Hilsen",
        "Groetjes,",
        "Friendly greetings",
        "Cordial greetings",
        "Greetings",
        "With affection",
        "Nāku noa, nā",
        "KIND REGARDS",
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
        "A",
        "Your",
        "Good",
        "In",
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


# What closes where a name stands below it, although it is in no list.
LEANING = [
    "Keep well,",
    "With friendly greetings",
    "With friendly greetings and regret",
    "Your faithful",
    "Your",
    "A greeting",
    "My respects",
    "With the hand on the heart",
    "Cordial greetings from Aachen",
    "To your health",
    "Until we meet again",
    "Respectful salutations.",
    "Please accept, Chef, my respectful salutations.",
    "I send you a cordial greeting.",
    "A kiss and a hug!",
    "С уважением,",
]


@pytest.mark.parametrize("line", LEANING)
def test_what_leans_on_a_name(line: str) -> None:
    assert layout.is_leaning_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Tom Hale",
        "Registered nurse",
        "Lerwick",
        "The Old Kiln, 12 High Street",
        "With 12 rooms",
        "To Ana Berg",
        "In Lerwick",
        "- the garden,",
        "To the point:",
        "With what?",
        "Thank you for the tour.",
        "It rained on the kiln.",
        "One, two, three, four, five, six, seven, eight, nine, ten,",
        "You sent regards to the whole of the night team on the ward that day.",
        "The greetings of the night team came late to us.",
        "With the kiln it was a joy.",
        "It rained. A kiss to all.",
    ],
)
def test_what_does_not_lean(line: str) -> None:
    assert not layout.is_leaning_line(line)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Talk soon.", True),
        ("Have a good one.", True),
        ("Here's wishing you a mild winter.", True),
        ("Hope to hear from you soon!", True),
        ("A kiss to all.", True),
        ("See you then?", False),
        ("Have you seen it.", False),
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
        ("Best, Anna Berg, RN", ("Best,", "Anna Berg, RN")),
        ("Best, Anna & Tom", ("Best,", "Anna & Tom")),
        ("Best, Anna 😊", ("Best,", "Anna 😊")),
        ("Thanks - Tom", ("Thanks -", "Tom")),
        ("Many thanks. Tom", ("Many thanks.", "Tom")),
        ("Thanks! Tom", ("Thanks!", "Tom")),
        ("Kind regards Tom Hale", ("Kind regards", "Tom Hale")),
        ("Thanks and regards Tom", ("Thanks and regards", "Tom")),
        ("Best Western", None),
        ("Thank you Ana", None),
        ("Kind regards to you", None),
        ("Thank you. Best wishes", None),
        ("Nāku noa, nā", None),
        ("Thanks, but when", None),
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
        "Tom 😊",
        "Tom xx",
        "Tom and Ana",
        "Tom & Ana",
        "Tom Hale, B.Sc. (Hons.)",
        "Lt. Cmdr. Mercy Adjei (ret.)",
        "Tom Hale / Nurse",
        "~Tom",
        "Will May",
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
        "On ward four.",
        "It was a joy",
        "What a day!",
        "and Tom",
        "Tom and",
        "To your health",
        "Here is the plan",
    ],
)
def test_no_names(line: str) -> None:
    assert not layout.is_name(line)


@pytest.mark.parametrize(
    "line",
    [
        "P.S. One more",
        "PS: one",
        "p.s. – one",
        "P. S. One",
        "PPS one",
        "P.-S. Un",
        "Postscript: one",
    ],
)
def test_postscripts(line: str) -> None:
    assert layout.is_postscript(line)


@pytest.mark.parametrize(
    "line", ["PSA is a test.", "Pseudo", "psalm", "See P.S. below", "PSs", "Postscript files"]
)
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
        ("Von meinem iPhone gesendet", True),
        ("Envoyé de mon iPad", True),
        ("Enviado desde Outlook para Android", True),
        ("Skickat från min iPhone", True),
        ("Inviato dal mio bel Galaxy", True),
        ("The iPhone that I was sent is gesendet.", False),
        ("My iPhone broke", False),
    ],
)
def test_lines_of_the_mail_program(line: str, expected: bool) -> None:
    assert layout.is_device_line(line) is expected
