"""The labelled data is what its readers take it for.

Problems are named by file, line and id, never by text: who writes rules must not read the emails
that are only measured.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from followlint.mail import Kind

HERE = Path(__file__).parent
TONE_SENTENCES = HERE / "sentences-tone.jsonl"
SENTENCES = sorted(set(HERE.glob("sentences*.jsonl")) - {TONE_SENTENCES})
EMAILS = sorted(set(HERE.glob("*.jsonl")) - {*SENTENCES, TONE_SENTENCES})

KINDS = {kind.value for kind in Kind}
REFERENCES = {"topic", "interview", "none"}
LABELS = {
    "gratitude": bool,
    "reference": str,
    "interest": bool,
    "update_request": bool,
    "emoji": bool,
    "slang": bool,
    "jargon": bool,
    "desperate": bool,
    "pushy": bool,
    "placeholders": list,
    "typos": list,
    "words": int,
    "names": list,
}
EMAIL = {"id": str, "kind": str, "text": str, "expect": dict, "notes": str}
SENTENCE = {
    "kind": str,
    "before": str,
    "text": str,
    "gratitude": bool,
    "reference": str,
    "interest": bool,
    "ask": bool,
    "source": str,
    "note": str,
}
TONE_SENTENCE = {"id": str, "text": str, "desperate": bool, "pushy": bool, "notes": str}
#: Emails whose sentences are labelled one by one; whether the first of them is the subject line.
BY_SENTENCE = {"sentences": list, "subject": bool}
#: What a sentence does: thanks, a topic, which interview, wants the job, asks; or where its content
#: comes from instead; "-" for nothing of that.
MARKS = {*"gtrwa-", "own", "advert", "elsewhere", "future", "logistics"}
SOURCES = {"interview", "own-past", "advert", "elsewhere", "future", "logistics", "general", ""}

each_email_file = pytest.mark.parametrize("path", EMAILS, ids=lambda path: path.name)


def rows(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield what a line is called in a problem, and what it holds."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        row = json.loads(line)
        yield f"line {number} ({row.get('id', 'no id')})", row


def misfits(row: Mapping[str, Any], types: Mapping[str, type]) -> list[str]:
    """Return the fields that are missing, unknown or of another type."""
    odd = [field for field in types if type(row.get(field)) is not types[field]]
    return odd + sorted(row.keys() - types.keys())


def half(path: Path) -> str:
    """Return which half of the corpus a file is: development, or measured only."""
    return "test" if path.stem.split("-")[-1] == "test" else "dev"


def test_there_are_both_halves() -> None:
    assert {half(path) for path in EMAILS} == {"dev", "test"}
    assert SENTENCES


@each_email_file
def test_fields_and_types(path: Path) -> None:
    wrong = {}
    for name, row in rows(path):
        more = {"pair": str} if "pair" in row else {}
        more |= BY_SENTENCE if "sentences" in row else {}
        if odd := misfits(row, EMAIL | more) or misfits(row["expect"], LABELS):
            wrong[name] = odd
    assert wrong == {}


@each_email_file
def test_values(path: Path) -> None:
    wrong = {
        name: (row["kind"], row["expect"]["reference"], row["expect"]["words"])
        for name, row in rows(path)
        if row["kind"] not in KINDS
        or row["expect"]["reference"] not in REFERENCES
        or row["expect"]["words"] < 1
        or not row["id"]
        or not row["text"].strip()
        or not row["notes"].strip()
    }
    assert wrong == {}


@each_email_file
def test_slots_stand_in_the_text_exactly(path: Path) -> None:
    wrong = [
        name
        for name, row in rows(path)
        if not all(slot and slot in row["text"] for slot in row["expect"]["placeholders"])
    ]
    assert wrong == []


@each_email_file
def test_typos_stand_in_the_text_exactly(path: Path) -> None:
    wrong = [
        name
        for name, row in rows(path)
        for typo in row["expect"]["typos"]
        if misfits(typo, {"wrong": str, "right": str})
        or not typo["wrong"]
        or typo["wrong"] not in row["text"]
        or typo["wrong"] == typo["right"]
    ]
    assert wrong == []


@each_email_file
def test_names_are_words(path: Path) -> None:
    wrong = [
        name
        for name, row in rows(path)
        if not all(isinstance(word, str) and word.strip() for word in row["expect"]["names"])
    ]
    assert wrong == []


@each_email_file
def test_sentences_of_an_email_are_marked(path: Path) -> None:
    wrong = [
        name
        for name, row in rows(path)
        for sentence in row.get("sentences", [])
        for text, marks in [(sentence["text"], sentence["labels"]), *sentence.get("twins", [])]
        if not text.strip() or not marks.split() or not set(marks.split()) <= MARKS
    ]
    assert wrong == []


@each_email_file
def test_labels_follow_from_the_sentences(path: Path) -> None:
    moves = {"gratitude": "g", "interest": "w", "update_request": "a"}
    wrong = []
    for name, row in rows(path):
        if "sentences" in row:
            marks = {mark for sentence in row["sentences"] for mark in sentence["labels"].split()}
            said = {label: letter in marks for label, letter in moves.items()}
            said["reference"] = "topic" if "t" in marks else "interview" if "r" in marks else "none"
            if any(row["expect"][label] != value for label, value in said.items()):
                wrong.append(name)
            wrong += [name for s in row["sentences"] if s["text"] not in row["text"]]
    assert wrong == []


def test_ids_are_unique_across_files() -> None:
    ids = Counter(row["id"] for path in EMAILS for _, row in rows(path))
    assert [name for name, times in ids.items() if times > 1] == []


def test_a_pair_stays_in_one_file() -> None:
    # Twins differ in one sentence: with one of them in each half, the measure would be tuned to.
    files = defaultdict(set)
    for path in EMAILS:
        for _, row in rows(path):
            if "pair" in row:
                files[row["pair"]].add(path.name)
    assert {pair: names for pair, names in files.items() if len(names) > 1} == {}


@each_email_file
def test_a_pair_is_at_most_two_of_one_writer(path: Path) -> None:
    members = defaultdict(list)
    for _, row in rows(path):
        if "pair" in row:
            members[row["pair"]].append(row["id"])
    wrong = {
        pair: ids
        for pair, ids in members.items()
        if len(ids) > 2 or any(writer(name) != writer(pair) for name in ids)
    }
    assert wrong == {}


def writer(name: str) -> str:
    """Return who wrote it: "d1-003-a" and "d1p02" are d1's."""
    return name.split("-")[0].split("p")[0]


def test_no_writer_stands_in_both_halves() -> None:
    halves = defaultdict(set)
    for path in EMAILS:
        for _, row in rows(path):
            halves[writer(row["id"])].add(half(path))
    assert {name: both for name, both in halves.items() if len(both) > 1} == {}


@pytest.mark.parametrize("path", SENTENCES, ids=lambda path: path.name)
def test_sentences(path: Path) -> None:
    wrong = [
        name
        for name, row in rows(path)
        if misfits(row, SENTENCE)
        or row["kind"] not in KINDS
        or row["reference"] not in REFERENCES
        or row["source"] not in SOURCES
        or not row["text"].strip()
    ]
    assert wrong == []


def test_sentences_about_tone_have_their_labels_and_stand_once() -> None:
    listed = list(rows(TONE_SENTENCES))
    assert not [(where, odd) for where, row in listed if (odd := misfits(row, TONE_SENTENCE))]
    for field in ("id", "text"):
        counts = Counter(row[field] for _, row in listed)
        assert not [value for value, count in counts.items() if count > 1]
