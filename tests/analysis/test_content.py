from __future__ import annotations

import pytest

from followlint.analysis.content import Content
from followlint.analysis.names import Names
from followlint.analysis.parse import Token
from followlint.pattern import Lexicons, Pattern
from followlint.view import words_of

NOBODY = Names(frozenset(), frozenset())
CONTENT = Content(
    frozenset({"role", "great", "would"}), [Pattern.of("all the (very )?best", Lexicons())]
)


def found(tagged: str, names: Names = NOBODY, content: Content = CONTENT) -> str:
    """Return the content words of a text that is written as word/TAG word/TAG."""
    pairs = [pair.rsplit("/", 1) for pair in tagged.split()]
    words = words_of(" ".join(word for word, _ in pairs))
    tags = [tag for _, tag in pairs]
    tokens = [Token(word.text, word.span, tag) for word, tag in zip(words, tags, strict=True)]
    return " ".join(tokens[number].text for number in content.words(tokens, names))


@pytest.mark.parametrize(
    ("tagged", "expected"),
    [
        ("the/DT torque/NN wrenches/NNS", "torque wrenches"),
        ("I/PRP quickly/RB welded/VBD it/PRP", "welded"),
        ("5/CD red/JJ boats/NNS", "5 red boats"),
        ("a/DT great/JJ Role/NN", ""),
        ("I/PRP ’d/NN go/VB", "go"),
        ("all/DT the/DT very/RB best/JJS wishes/NNS", "wishes"),
        ("the/DT best/JJS", "best"),
        ("–/NN ./NN", ""),
        ("", ""),
    ],
    ids=[
        "nouns",
        "verbs, no adverbs",
        "numbers and adjectives",
        "generic in any case",
        "generic when opened",
        "a noisy phrase",
        "a piece of one",
        "marks",
        "nothing",
    ],
)  # fmt: skip
def test_content_words(tagged: str, expected: str) -> None:
    assert found(tagged) == expected


def test_names_are_no_content_where_they_are_written_as_names() -> None:
    names = Names(frozenset({"mark", "okafor"}), frozenset())
    assert found("Mark/NNP and/CC Okafor/NNP mark/VB boats/NNS", names) == "mark boats"


def test_without_data_every_such_word_is_content() -> None:
    assert found("a/DT great/JJ role/NN", content=Content()) == "great role"
