"""Odd layouts, read whole: what each line of an email is taken for."""

from __future__ import annotations

import pytest

from followlint.mail import read
from followlint.text import Source, fold

BODY = "It rained on the kiln."


def shape(text: str) -> str:
    """Return the parts of an email but its body, in the order of the text."""
    text = text.replace("{}", BODY)
    blocks = read(Source("draft.txt", text)).blocks
    named = [(block.part.value, fold(block.span.of(text))) for block in blocks]
    return " | ".join(f"{part}: {value}" for part, value in named if value and part != "body")


# What stands on the last lines above "Tom Hale" and closes.
CLOSINGS = [
    "With friendly greetings",
    "Your faithful",
    "A greeting",
    "My respects",
    "With the hand on the heart",
    "Cordial greetings from Aachen",
    "To your health",
    "Respectful salutations.",
    "Please accept, Chef, my respectful salutations.",
    "I send you a cordial greeting.",
    "With every good wish",
    "Hilsen",
    "Saludos",
    "Keep well,",
    "Break legs,",
    "Until we meet again",
    "In gratitude",
    "Yours in the service of the ward,",
    "Hoping to hear from you,",
    "Much obliged,",
    "Thanks and regards",
    "Thanking you in anticipation,",
    "I remain, dear Ana, your servant,",
    "Your",
    "Best,",
    "BEST REGARDS,",
    "kind regards",
    "Regads,",
    "Without ill will,",
]


@pytest.mark.parametrize("closing", CLOSINGS)
@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["together", "apart"])
def test_a_closing_above_a_name(closing: str, gap: str) -> None:
    text = f"Dear Ana,\n\n{{}}\n\n{closing}{gap}Tom Hale"
    assert shape(text) == f"greeting: Dear Ana, | closing: {closing} | signature: Tom Hale"


@pytest.mark.parametrize("closing", CLOSINGS)
def test_a_closing_above_a_name_and_a_postscript(closing: str) -> None:
    text = f"Dear Ana,\n\n{{}}\n\n{closing}\nTom Hale\n\nP.S. It dried."
    ending = f"closing: {closing} | signature: Tom Hale | postscript: P.S. It dried."
    assert shape(text) == f"greeting: Dear Ana, | {ending}"


LAYOUTS = {
    "to a committee": (
        "To the Committee,\n\n{}\n\nYours,\nTom",
        "greeting: To the Committee, | closing: Yours, | signature: Tom",
    ),
    "to a title": (
        "To Head Chef Okonjo\n\n{}\n\nYours,\nTom",
        "greeting: To Head Chef Okonjo | closing: Yours, | signature: Tom",
    ),
    "surname in -ly": (
        "Mr. Donnelly,\n\n{}\n\nYours,\nTom",
        "greeting: Mr. Donnelly, | closing: Yours, | signature: Tom",
    ),
    "abbreviated title": (
        "Dear Engr. Santos,\n\n{}\n\nYours,\nTom",
        "greeting: Dear Engr. Santos, | closing: Yours, | signature: Tom",
    ),
    "time of day alone": (
        "Morning!\n\n{}\n\nYours,\nTom",
        "greeting: Morning! | closing: Yours, | signature: Tom",
    ),
    "no comma, no blank line": (
        "Hi Ana\n{}\nYours\nTom",
        "greeting: Hi Ana | closing: Yours | signature: Tom",
    ),
    "greeting and text on a line": (
        "Hi Ana, {}\n\nYours,\nTom",
        "greeting: Hi Ana, | closing: Yours, | signature: Tom",
    ),
    "two lines": (
        "Hi Ana, {}\nBest, Tom",
        "greeting: Hi Ana, | closing: Best, | signature: Tom",
    ),
    "several people": (
        "Dear Ana, Tom, and Dr. van der Berg,\n\n{}\n\nYours,\nJo",
        "greeting: Dear Ana, Tom, and Dr. van der Berg, | closing: Yours, | signature: Jo",
    ),
    "Czech": (
        "Vážený pane Nováku,\n\n{}\n\nS pozdravem,\nJana",
        "greeting: Vážený pane Nováku, | closing: S pozdravem, | signature: Jana",
    ),
    "Danish": (
        "Kære fru Hansen\n\n{}\n\nMed venlig hilsen\nJens Holm",
        "greeting: Kære fru Hansen | closing: Med venlig hilsen | signature: Jens Holm",
    ),
    "Russian": (
        "Уважаемая Анна,\n\n{}\n\nС уважением,\nИван",
        "greeting: Уважаемая Анна, | closing: С уважением, | signature: Иван",
    ),
    "Chinese": (
        "尊敬的王女士，\n\n{}\n\nYours,\n李雷",
        "greeting: 尊敬的王女士， | closing: Yours, | signature: 李雷",
    ),
    "lower case throughout": (
        "ana,\n\n{}\n\nthanks,\ntom",
        "greeting: ana, | closing: thanks, | signature: tom",
    ),
    "a name that is a word": (
        "Dear Hope,\n\n{}\n\nYours,\nWill",
        "greeting: Dear Hope, | closing: Yours, | signature: Will",
    ),
    "a slot": (
        "Dear [Name],\n\n{}\n\nYours,\n[Your Name]",
        "greeting: Dear [Name], | closing: Yours, | signature: [Your Name]",
    ),
    "greeting with exclamation": (
        "Hello Ana and team!\n\n{}\n\nCheers\nTom",
        "greeting: Hello Ana and team! | closing: Cheers | signature: Tom",
    ),
    "space before the comma": (
        "Dear Ana ,\n\n{}\n\nYours ,\nTom",
        "greeting: Dear Ana , | closing: Yours , | signature: Tom",
    ),
    "name on the same line, no comma": (
        "Dear Ana,\n\n{}\n\nKind regards Tom Hale",
        "greeting: Dear Ana, | closing: Kind regards | signature: Tom Hale",
    ),
    "name and title on the same line": (
        "Dear Ana,\n\n{}\n\nBest, Tom Hale, RN",
        "greeting: Dear Ana, | closing: Best, | signature: Tom Hale, RN",
    ),
    "name behind a dash": (
        "Dear Ana,\n\n{}\n\nThanks - Tom",
        "greeting: Dear Ana, | closing: Thanks - | signature: Tom",
    ),
    "name behind a full stop": (
        "Dear Ana,\n\n{}\n\nMany thanks. Tom",
        "greeting: Dear Ana, | closing: Many thanks. | signature: Tom",
    ),
    "two signers": (
        "Dear Ana,\n\n{}\n\nBest,\nTom and Jo",
        "greeting: Dear Ana, | closing: Best, | signature: Tom and Jo",
    ),
    "two signers on the closing's line": (
        "Dear Ana,\n\n{}\n\nBest, Tom & Jo",
        "greeting: Dear Ana, | closing: Best, | signature: Tom & Jo",
    ),
    "blank line above the name": (
        "Dear Ana,\n\n{}\n\nTo your health\n\nTom Hale",
        "greeting: Dear Ana, | closing: To your health | signature: Tom Hale",
    ),
    "title below the name": (
        "Dear Ana,\n\n{}\n\nBest,\nTom Hale\nRegistered nurse\nWard Four",
        "greeting: Dear Ana, | closing: Best, | signature: Tom Hale Registered nurse Ward Four",
    ),
    "title in lower case, no closing": (
        "Dear Ana,\n\n{}\n\nTom Hale\nRegistered nurse\nWard Four",
        "greeting: Dear Ana, | signature: Tom Hale Registered nurse Ward Four",
    ),
    "town below the name": (
        "Dear Ana,\n\n{}\n\nTom Hale\nLerwick",
        "greeting: Dear Ana, | signature: Tom Hale Lerwick",
    ),
    "telephone below the name": (
        "Dear Ana,\n\n{}\n\nTom Hale\n020 7946 0000",
        "greeting: Dear Ana, | signature: Tom Hale 020 7946 0000",
    ),
    "emoji behind the name": (
        "Dear Ana,\n\n{}\n\nTom 😊",
        "greeting: Dear Ana, | signature: Tom 😊",
    ),
    "kisses behind the name": (
        "Dear Ana,\n\n{}\n\nTom xx",
        "greeting: Dear Ana, | signature: Tom xx",
    ),
    "name in brackets": (
        "Dear Ana,\n\n{}\n\nBest,\nTom Hale (he/him)",
        "greeting: Dear Ana, | closing: Best, | signature: Tom Hale (he/him)",
    ),
    "post-nominals": (
        "Dear Ana,\n\n{}\n\nTom Hale, B.Sc. (Hons.)",
        "greeting: Dear Ana, | signature: Tom Hale, B.Sc. (Hons.)",
    ),
    "sentence of leave": (
        "Dear Ana,\n\n{}\n\nTalk soon.\n\nTom",
        "greeting: Dear Ana, | closing: Talk soon. | signature: Tom",
    ),
    "have a good one": (
        "Dear Ana,\n\n{}\n\nHave a good one.\n\nTom",
        "greeting: Dear Ana, | closing: Have a good one. | signature: Tom",
    ),
    "P.S. after the name": (
        "Dear Ana,\n\n{}\n\nTo your health\nTom Hale\n\nP.S. It dried.",
        "greeting: Dear Ana, | closing: To your health | signature: Tom Hale | "
        "postscript: P.S. It dried.",
    ),
    "P.S. without a blank line": (
        "Dear Ana,\n\n{}\n\nBest,\nTom\nPS It dried.",
        "greeting: Dear Ana, | closing: Best, | signature: Tom | postscript: PS It dried.",
    ),
    "P.S. after a bare name": (
        "Dear Ana,\n\n{}\n\nTom\n\nP.S. It dried.",
        "greeting: Dear Ana, | signature: Tom | postscript: P.S. It dried.",
    ),
    "P.S. above the closing": (
        "Dear Ana,\n\n{}\n\nP.S. It dried.\n\nA greeting\nTom Hale",
        "greeting: Dear Ana, | postscript: P.S. It dried. | closing: A greeting | "
        "signature: Tom Hale",
    ),
    "postscriptum": (
        "Dear Ana,\n\n{}\n\nBest,\nTom\n\nPostscript: It dried.",
        "greeting: Dear Ana, | closing: Best, | signature: Tom | postscript: Postscript: It dried.",
    ),
    "German attribution": (
        "Dear Ana,\n\n{}\n\nBest,\nTom\n\nAm 3. Mai schrieb Ana:\n> Hallo",
        "greeting: Dear Ana, | closing: Best, | signature: Tom | "
        "quoted: Am 3. Mai schrieb Ana: | quoted: > Hallo",
    ),
    "French attribution": (
        "Dear Ana,\n\n{}\n\nBest,\nTom\n\nLe 3 mai 2026 à 10:02, Ana a écrit :\n\n> Salut",
        "greeting: Dear Ana, | closing: Best, | signature: Tom | "
        "quoted: Le 3 mai 2026 à 10:02, Ana a écrit : | quoted: > Salut",
    ),
    "German Outlook": (
        "Dear Ana,\n\n{}\n\nBest,\nTom\n\n"
        "Von: Ana <ana@example.org>\nGesendet: 3. Mai 2026\nAn: Tom\n\nHallo",
        "greeting: Dear Ana, | closing: Best, | signature: Tom | "
        "quoted: Von: Ana <ana@example.org> | quoted: Gesendet: 3. Mai 2026 | "
        "quoted: An: Tom | quoted: Hallo",
    ),
    "German telephone": (
        "Dear Ana,\n\n{}\n\nBest,\nTom\n\nVon meinem iPhone gesendet",
        "greeting: Dear Ana, | closing: Best, | signature: Tom",
    ),
    "greeting alone": (
        "Hi Ana,\n\n{}",
        "greeting: Hi Ana,",
    ),
    "no greeting": (
        "{}\n\nBest,\nTom",
        "closing: Best, | signature: Tom",
    ),
    "closing without a name": (
        "Dear Ana,\n\n{}\n\nWith friendly greetings",
        "greeting: Dear Ana, | closing: With friendly greetings",
    ),
    "sentence above a full stop closing": (
        "Dear Ana,\n\n{}\n\nI beg you to accept my best salutations.\n\nTom Hale",
        "greeting: Dear Ana, | closing: I beg you to accept my best salutations. | "
        "signature: Tom Hale",
    ),
    "list at the end": (
        "Dear Ana,\n\n{}\n\n- the kiln\n- the yard",
        "greeting: Dear Ana,",
    ),
    "a wrapped last line": (
        "Dear Ana,\n\n{} It was with the night team, and\nTom",
        "greeting: Dear Ana,",
    ),
    "a farewell in the middle": (
        "Dear Ana,\n\nWith best wishes\nit rained.\n\n{}\n{}\n\nBest,\nTom",
        "greeting: Dear Ana, | closing: Best, | signature: Tom",
    ),
    "two farewells": (
        "Dear Ana,\n\n{}\n\nThanks again!\nKind regards,\nTom",
        "greeting: Dear Ana, | closing: Thanks again! Kind regards, | signature: Tom",
    ),
    "signature mark": (
        "Dear Ana,\n\n{}\n\nBest,\nTom\n-- \nTom Hale\nThe Kiln",
        "greeting: Dear Ana, | closing: Best, | signature: Tom -- Tom Hale The Kiln",
    ),
    "windows line ends": (
        "Dear Ana,\r\n\r\n{}\r\n\r\nTo your health\r\nTom Hale",
        "greeting: Dear Ana, | closing: To your health | signature: Tom Hale",
    ),
}


@pytest.mark.parametrize(("text", "expected"), LAYOUTS.values(), ids=LAYOUTS)
def test_layouts(text: str, expected: str) -> None:
    assert shape(text) == expected
