from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followlint.analysis.clauses import Clause, clauses
from followlint.analysis.parse import Sentence, Token
from followlint.mail import Part
from followlint.view import words_of


def sentence_of(text: str) -> Sentence:
    """Return a sentence without the parse: a clause asks for words only."""
    return Sentence(Part.BODY, tuple(Token(word.text, word.span, "") for word in words_of(text)))


# The bar shows where one clause ends and the next begins.
CUTS = {
    "one clause": "Thank you for the tour and the talk.",
    "a new subject behind and": "Thank you for the tour, | and I enjoyed it.",
    "a new subject behind but": "We met in May | but my notes are lost.",
    "thanks as a subject": "I enjoyed it | and thanks for the tea.",
    "please as a subject": "My notes are lost | so please send them.",
    "while": "I took notes | while you spoke.",
    "and before a noun": "I met the matron and nurses.",
    "because keeps its reason": "I am glad because I like the ward.",
    "which keeps its clause": "I liked the ward, which you showed me.",
    "semicolon": "It was warm; | very warm.",
    "colon": "We spoke of this: | rotas.",
    "brackets": "It was ( | so they said) | very warm.",
    "dash with spaces": "It was warm – | very warm.",
    "two hyphens": "It was warm--| very warm.",
    "hyphen in a compound": "I like the take-home task.",
    "dash without spaces": "It was long—overdue.",
    "too little on the left": "Yes, and I was glad.",
    "too little on the left of a colon": "Note: I was glad.",
    "too little on the left of a bracket": "Nurse (nights)",
    "two cuts": "Tom spoke, | and I listened, | but you left.",
}


@pytest.mark.parametrize("marked", CUTS.values(), ids=CUTS)
def test_a_sentence_is_cut(marked: str) -> None:
    text = "".join(marked.split("|")).replace("  ", " ")
    pieces = [clause.span.of(text) for clause in clauses(sentence_of(text))]
    assert pieces == [piece.strip() for piece in marked.split("|")]


def test_a_clause_knows_its_tokens_and_its_view() -> None:
    text = "We met, but I’d lost my notes."
    first, second = clauses(sentence_of(text))
    assert [token.text for token in first.tokens] == ["We", "met", ","]
    assert second.view.text == " but i would lost my notes . "
    assert (second.first, second.behind) == (3, 10)


WORDS = st.sampled_from(
    ["we", "I", "and", "but", "thanks", "tour", ";", ":", " – ", "-", "--", "(", ")", "…", "it’s"]
)


@given(st.lists(WORDS, min_size=1), st.sampled_from(["", " "]))
def test_clauses_are_the_whole_sentence_in_order(words: list[str], between: str) -> None:
    sentence = sentence_of(between.join(words))
    found: list[Clause] = list(clauses(sentence))
    assert [token for clause in found for token in clause.tokens] == list(sentence.tokens)
    assert all(clause.tokens for clause in found)
    assert (found[0].span.start, found[-1].span.end) == (sentence.span.start, sentence.span.end)
