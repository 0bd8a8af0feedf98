"""How words are cut into the pieces that the network knows."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from followlint.analysis.neural.pieces import Vocabulary

VOCABULARY = Vocabulary()

# A text and its pieces, by their names in the vocabulary.
CUT = {
    "nothing": ("", []),
    "nothing but space": (" \n\t\u00a0", []),
    "words that are known": ("thank you", ["thank", "you"]),
    "a rare word": ("wrenches", ["wren", "##ches"]),
    "digits and letters": ("£40k", ["£", "40", "##k"]),
    "any case": ("Thank YOU", ["thank", "you"]),
    "accents": ("Café ÉCOLE", ["cafe", "ecole"]),
    "an accent of its own": ("cafe\u0301 tea", ["cafe", "tea"]),
    "an accent without a letter": ("\u0301", []),
    "a letter that is no accented one": ("Straße", ["st", "##raße"]),
    "punctuation": ("well-known?!", ["well", "-", "known", "?", "!"]),
    "apostrophes": ("don't don’t", ["don", "'", "t", "don", "’", "t"]),
    "an underscore": ("_my_case", ["_", "my", "_", "case"]),
    "an emoji": ("🙂🙂", ["[UNK]", "[UNK]"]),
    "unknown letters": ("漢字 tea", ["[UNK]", "tea"]),
    "an unknown rest": ("teaᏣ", ["[UNK]"]),
    "the longest word": ("a" * 100, ["aaa", *["##aa"] * 48, "##a"]),
    "a longer word": ("a" * 101, ["[UNK]"]),
    "the longest word without its accents": ("e\u0301" + "a" * 99, ["ea", *["##aa"] * 49]),
}


@pytest.mark.parametrize(("text", "pieces"), CUT.values(), ids=CUT)
def test_text_is_cut_into_the_pieces_that_are_known(text: str, pieces: list[str]) -> None:
    numbers = [VOCABULARY.number(piece) for piece in pieces]
    assert VOCABULARY.pieces(text) == numbers


def test_a_word_is_cut_alike_wherever_it_stands() -> None:
    assert VOCABULARY.pieces("wrenches wrenches") == 2 * VOCABULARY.pieces("wrenches")


def test_a_piece_that_is_unknown_has_no_number() -> None:
    with pytest.raises(KeyError):
        VOCABULARY.number("wrenches")


SMALL = ["[UNK]", "te", "tea", "##ad", "##pot", "##p", "##o"]
LONGEST_FIRST = {
    "whole": ("tea", ["tea"]),
    "the longest, not the first": ("teapot", ["tea", "##pot"]),
    "a shorter one where no longer one fits": ("tep", ["te", "##p"]),
    "a dead end, though a shorter one would do": ("tead", ["[UNK]"]),
    "nothing for the rest": ("teas", ["[UNK]"]),
    "what only stands inside": ("pot", ["[UNK]"]),
}


@pytest.mark.parametrize(("word", "pieces"), LONGEST_FIRST.values(), ids=LONGEST_FIRST)
def test_the_longest_piece_comes_first(tmp_path: Path, word: str, pieces: list[str]) -> None:
    path = tmp_path / "small.txt.gz"
    path.write_bytes(gzip.compress("\n".join(SMALL).encode()))
    small = Vocabulary(path)
    assert [SMALL[number] for number in small.pieces(word)] == pieces


def test_the_vocabulary_is_read_at_the_first_question(tmp_path: Path) -> None:
    vocabulary = Vocabulary(tmp_path / "missing.txt.gz")
    with pytest.raises(FileNotFoundError):
        vocabulary.pieces("tea")
