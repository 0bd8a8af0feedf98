"""The labelled sentences and emails of tests/corpus that may be learned from."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CORPUS = Path(__file__).parents[1] / "tests" / "corpus"
#: Emails labelled sentence by sentence; single labelled sentences; emails labelled as a whole.
BY_SENTENCE = ("moves-dev",)
SENTENCES = ("sentences-a", "sentences-b")
WHOLE = (
    "dev", "dev5", "dev6", "tone-dev", "tone-u3", "tone-u4", "tone-u5", "typos-dev", "ordinary",
    "chatty", "faults",
)  # fmt: skip
#: Whole emails from which only what fits where is learned. In `lookalike` every email makes every
#: move; learned from them, too, opinions grew so sure of topics that FL302 missed 27 more on the
#: measured-only sets, for its second opinion is weighed with the opinions as they were.
FOR_MISFITS = ("pairs", "lookalike", "everyday")
#: Writers whom the network that sees slips has not read: what it says is weighed on their emails.
UNREAD = ("l1", "o1", "o2", "k1", "m2", "m6", "m10", "m14", "u4", "y1", "y5", "e3", "e5")
#: Single sentences labelled by their tone alone.
TONE_SENTENCES = "sentences-tone"

MOVES = ("gratitude", "topic", "interview", "interest", "ask")
#: Tones that are learned as moves are.
TONES = ("desperate", "pushy")
#: Those of an email as a whole; of single sentences only the former are labelled.
ALL_TONES = (*TONES, "jargon", "slang")
KINDS = ("thank-you", "follow-up", "rejection-reply")
_LETTERS = dict(zip("gtrwa", MOVES, strict=True))
#: Where concrete content comes from when it is not this interview: a second thing to learn.
SOURCES = ("none", "own", "advert", "elsewhere", "future", "logistics")
_SOURCE_OF = {"own-past": "own"}


@dataclass(frozen=True)
class Sentence:
    """A sentence after the one before it, the moves it makes and where its content comes from.

    `email` is the id of the email it stands in; "" of a sentence that stands alone.
    """

    writer: str
    before: str
    text: str
    moves: tuple[bool, ...]
    source: int
    email: str = ""


@dataclass(frozen=True)
class Whole:
    """An email of which is known which moves it makes and which tones it has, not where."""

    writer: str
    sentences: tuple[tuple[str, str], ...]
    moves: tuple[bool | None, ...]
    tones: Mapping[str, bool]
    email: str


def rows(name: str) -> Iterator[dict[str, Any]]:
    """Yield the lines of a corpus file."""
    for line in (CORPUS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def in_context(texts: Sequence[str], subject: bool) -> Iterator[tuple[str, str]]:
    """Yield each sentence with the one before it; a subject line is nobody's context."""
    before = ""
    for number, text in enumerate(texts):
        yield before, text
        before = "" if subject and number == 0 else text


def sentences() -> list[Sentence]:
    """Return every labelled sentence, the twins among them."""
    found = []
    for name in BY_SENTENCE:
        for row in rows(name):
            texts = [s["text"] for s in row["sentences"]]
            for (before, text), own in zip(
                in_context(texts, row["subject"]), row["sentences"], strict=True
            ):
                told = [(text, own["labels"], row["id"])]
                told += [(twin, labels, "") for twin, labels in own.get("twins", [])]
                for words, labels, email in told:
                    marks = labels.split()
                    moves = tuple(letter in marks for letter in _LETTERS)
                    source = next((SOURCES.index(m) for m in marks if m in SOURCES), 0)
                    found.append(Sentence(writer(row["id"]), before, words, moves, source, email))
    for name in SENTENCES:
        for row in rows(name):
            reference = row["reference"]
            moves = (
                row["gratitude"],
                reference == "topic",
                reference == "interview",
                row["interest"],
                row["ask"],
            )
            source = _SOURCE_OF.get(row["source"], row["source"])
            number = SOURCES.index(source) if source in SOURCES else 0
            found.append(Sentence(name, row["before"], row["text"], moves, number))
    return found


def wholes() -> list[Whole]:
    """Return the emails labelled as a whole, cut into sentences as followlint does."""
    from followlint.linter import Linter
    from followlint.mail import Part, read
    from followlint.text import Source

    linter = Linter()
    found = []
    for name in WHOLE:
        for row in rows(name):
            draft = linter.draft(read(Source(row["id"], row["text"])))
            parts = [s for s in draft.prose if s.part is not Part.CLOSING]
            texts = [s.span.of(row["text"]) for s in parts]
            subject = bool(parts) and parts[0].part is Part.SUBJECT
            expect = row["expect"]
            # An email with a topic may name the interview besides; nobody said whether it does.
            named = {"topic": None, "interview": True, "none": False}[expect["reference"]]
            moves = (
                expect["gratitude"],
                expect["reference"] == "topic",
                named,
                expect["interest"],
                expect["update_request"],
            )
            pairs = tuple(in_context(texts, subject))
            found.append(Whole(writer(row["id"]), pairs, moves, _tones(row), row["id"]))
    return found


def toned() -> list[tuple[str, Mapping[str, bool]]]:
    """Return every single sentence whose tone is known.

    Those of an email that has not the tone have not, either; of one that has, nobody said which.
    """
    found = [(row["text"], _tones(row)) for row in rows(TONE_SENTENCES)]
    for name in BY_SENTENCE:
        for row in rows(name):
            without = {tone: False for tone, has in _tones(row).items() if not has}
            found += [(sentence["text"], without) for sentence in row["sentences"]]
    return found


def _tones(row: Mapping[str, Any]) -> Mapping[str, bool]:
    labels = row.get("expect", row)
    return {tone: labels[tone] for tone in TONES}


def writer(identity: str) -> str:
    """Return who wrote a case: the first part of its id."""
    return identity.split("-")[0]
