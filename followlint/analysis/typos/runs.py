"""Words that stand together, as a model of word sequences sees them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from followlint.analysis.parse import Sentence, Token
from followlint.analysis.typos.ngrams import END, START
from followlint.mail import Part
from followlint.text import Span

#: The two words on either side of a word.
Around = tuple[str, str, str, str]
_ENDING = re.compile(r"'?[A-Za-z']+")
#: Marks that do not part the words on either side.
_PASSED_OVER = set(",'\"“”‘’")
#: A word that touches one of these is part of something longer: "sign-off", "and/or".
_JOINTS = set("-–/@_'’\\&+#")


@dataclass
class Place:
    """A word of the text in its run: what stands between two marks."""

    text: str
    span: Span
    tag: str
    part: Part
    joined: bool = False
    #: Whether a comma or a quotation mark stands right before it, or right behind.
    mark_before: bool = False
    mark_behind: bool = False

    @property
    def word(self) -> str:
        """The word as the model knows it."""
        return self.text.lower()


def runs_of(sentences: Iterable[Sentence]) -> Iterator[list[Place]]:
    """Yield the words that stand together with no mark but commas and quotes between them."""
    for sentence in sentences:
        run: list[Place] = []
        previous: Token | None = None
        marked = False
        for token in sentence.tokens:
            text = token.text.replace("’", "'")
            touches = previous is not None and previous.span.end == token.span.start
            if run and touches and previous and _completes(run[-1], previous, text):
                last = run[-1]
                last.text += text
                last.span = Span(last.span.start, token.span.end)
            elif any(char.isalnum() for char in text):
                joined = touches and previous is not None and previous.text in _JOINTS
                place = Place(text, token.span, token.tag, sentence.part, joined, marked)
                run.append(place)
                marked = False
            else:
                if touches and run and text in _JOINTS:
                    run[-1].joined = True
                marked = text in _PASSED_OVER
                if marked and run:
                    run[-1].mark_behind = True
                elif not marked:
                    if run:
                        yield run
                    run = []
            previous = token
        if run:
            yield run


def surroundings(run: Sequence[Place]) -> Iterator[tuple[Place, Around]]:
    """Yield each word of a run with the two words on either side."""
    words = [START, START, *(place.word for place in run), END, END]
    for at, place in enumerate(run):
        yield place, (words[at], words[at + 1], words[at + 3], words[at + 4])


def _completes(place: Place, previous: Token, text: str) -> bool:
    """Tell whether what follows a word at once is the rest of a contraction: "n't", "'s"."""
    return (
        place.span.end == previous.span.end
        and (text.startswith("'") or text.lower() == "n't")
        and bool(_ENDING.fullmatch(text))
    )
