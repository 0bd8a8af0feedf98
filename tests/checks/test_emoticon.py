from __future__ import annotations

from collections.abc import Callable

import pytest

from followlint.analysis import Draft
from followlint.checks import Emoticon

DraftOf = Callable[..., Draft]

FACES = r"""
    :) :-) :)) :D :-D ;) ;-) :P :-P :p ;P :( :-( :'( :’( :/ :-/ :| :O :-O :3 :* :S >:(
    XD xD xDD =) =D =( =P (: (; (-: ^_^ ^^ ^.^ (^_^) -_- o_O O_o T_T >_< >.< \o/
    <3 <33 </3 *hugs* *smiles* (smile) (y) (n) (◕‿◕) (ಠ_ಠ) ¯\_(ツ)_/¯
    (^o^)/ (T_T) (-_-;) ٩(◕‿◕)۶ (´・ω・`) ʕ•ᴥ•ʔ (╯°□°)╯ orz =] :]
    :smile: :+1: :-1: :pray: :thumbs_up:
"""


@pytest.mark.parametrize("face", FACES.split())
@pytest.mark.parametrize(
    "around",
    ["See you soon {}", "See you soon {}.", "Great! {} See you", "{} See you", "Soon\n{}\nTom"],
    ids=["at the end", "before a full stop", "between", "at the start", "on its own line"],
)
def test_a_face_is_one_hit(draft_of: DraftOf, face: str, around: str) -> None:
    text = around.replace("{}", face)
    (hit,) = Emoticon().hits(draft_of(text))
    assert hit.span.of(text) == face
    assert hit.says == {"match": face}


@pytest.mark.parametrize("face", [":)", ":D", ";-)", "=)", ":(", "^_^"])
def test_a_face_may_stick_to_a_word(draft_of: DraftOf, face: str) -> None:
    text = f"thanks{face}"
    assert [hit.span.of(text) for hit in Emoticon().hits(draft_of(text))] == [face]


@pytest.mark.parametrize("face", ["B-)", "8-)"])
def test_a_face_in_glasses_is_told_from_a_list_mark(draft_of: DraftOf, face: str) -> None:
    assert [hit.span.start for hit in Emoticon().hits(draft_of(f"Cool {face}"))] == [5]
    assert not list(Emoticon().hits(draft_of(f"{face} the rota")))


INNOCENT = {
    "times": ["at 10:00 (or 3:00)", "(at 9:00)", "10:30:00", "Mon–Fri 9:00-17:00;"],
    "ratios": ["a ratio of 3:1 (see 4:3)", "(n=3)", "1:8)"],
    "addresses": ["http://x.org/:80", "mailto:x@y.z", "https://x.org/(a)"],
    "paths": [r"C:\ and C:\Users (D:\x)", "in C:/logs"],
    "subjects": ["Re: D is next", "Subject: P is first", "Dear Ana: thank you"],
    "list marks": ["8) the rota\n9) the garden", "B) the rota", "(b) first (c) second", "(A) 8"],
    "names of things": ["XP and xDSL", "a PO:D number", "We used Adobe XD. XD is fast."],
    "citations": ["as [3] says", "see [8]"],
    "symbols": ["™ © ® → • ✓ ° º", "a -> b"],
    "brackets": [
        "note: (see below)",
        "(the file: report:final)",
        "(see A;B)",
        "Agenda:(a) rota",
        "as follows :(a) rota",
        "(as in May:) yes",
        "(x =) y",
        "rows [1, :]",
    ],
    "telephones": ["+44 (0)20 7946"],
    "measures": [
        "45,000 an hour, <3 cracked per tray",
        "at pH <3, which is acid",
        "p <3.",
        "loads <3, >2 and ≤5",
    ],
    "quoted": ['the guest wrote "great :)" on it', "a “:D” on the board"],
    "in brackets": ["a score of (0-0)", "(0.0)", "(non)", "(oxo)", "(...)", "(___)", "(x-x)"],
    "less than": ["<3 years", "< 3 years", "<5 per cent", "<3 of them", "<3D", "a<3"],
    "code": [
        "f(x):(y)",
        "std::cout",
        "key=(a, b)",
        "the cost=D",
        "a:b:c",
        "x=3;",
        "x/(y)",
        "a ://b",
    ],
    "slashes": ["page 3/8", "Tuesday/Wednesday: and/or", "8/10"],
    "per cent": ["(up 8%)", "10%) of it", "100%/"],
    "words between colons": ["at 12:30:45", "see::this:", "a :b: c", "half a :smile"],
    "dashes": ["--", "___", "- -"],
}


@pytest.mark.parametrize("text", [text for group in INNOCENT.values() for text in group])
def test_an_innocent_neighbour(draft_of: DraftOf, text: str) -> None:
    assert not list(Emoticon().hits(draft_of(text)))


def test_every_part_is_looked_at_but_headers_and_quotes(draft_of: DraftOf) -> None:
    text = (
        "To: :)\nSubject: Hi :D\n\nHi Ana ;)\n\nIt rained :(\n\nBest :P,\nTom xD\n\n> See you :)\n"
    )
    assert [hit.span.of(text) for hit in Emoticon().hits(draft_of(text, None))] == [
        ":D",
        ";)",
        ":(",
        ":P",
        "xD",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See you soon :)", "See you soon"),
        ("See you soon:)", "See you soon"),
        ("What a tour! ;-) Thank you.", "What a tour! Thank you."),
        ("See you soon 😀 :-)", "See you soon 😀"),
        ("Thank you :pray:.", "Thank you."),
        ("I <3 your team", "I <3 your team"),
        ("I liked it (the tour :)", "I liked it (the tour :)"),
    ],
)
def test_a_face_that_can_go(draft_of: DraftOf, text: str, expected: str) -> None:
    (hit,) = Emoticon().hits(draft_of(text))
    if hit.edit:
        text = text[: hit.edit.span.start] + hit.edit.content + text[hit.edit.span.end :]
    assert text == expected
