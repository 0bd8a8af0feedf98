"""`python -m bench.typos [CORPUS …]`: who finds which slips, and who cries wolf, side by side.

Every engine reads the same emails of tests/corpus (the measured-only half, unless named otherwise),
the new text of each and nothing else. A slip counts as found where a finding touches it; a finding
that touches none is a false alarm. Peers that are not on this machine are left out, by name:
codespell and hunspell as commands, LanguageTool where LTP_JAR_DIR_PATH says where it is.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from followlint.analysis.typos.engines import ALL, LANGUAGETOOL, EngineChoice
from followlint.analysis.typos.harper import Harper
from followlint.analysis.typos.lexicon import is_word
from followlint.linter import Linter
from followlint.mail import Part, read
from followlint.text import Source, Span

CORPUS = Path(__file__).parents[1] / "tests" / "corpus"
MEASURED_ONLY = ["typos-test", "test"]
TYPOS = "FL4"
NEW_TEXT = (Part.SUBJECT, Part.GREETING, Part.BODY, Part.POSTSCRIPT, Part.CLOSING, Part.SIGNATURE)
CLASSES = ("misspelling", "real word", "other")

Finder = Callable[[str], Iterable[Span]]


def kind_of(wrong: str, right: str) -> str:
    """Tell a misspelling (a word that is none) from a real word and from all other slips."""
    before, after = (re.findall(r"[\w’']+", text.lower()) for text in (wrong, right))
    changed = [(a, b) for a, b in zip(before, after, strict=False) if a != b]
    if len(before) != len(after) or len(changed) != 1:
        return "other"
    return "real word" if is_word(changed[0][0].replace("’", "'")) else "misspelling"


def followlint(engine: EngineChoice) -> Finder:
    linter = Linter(engine=engine)

    def find(text: str) -> Iterator[Span]:
        report = linter.lint(Source("<email>", text))
        if report.failures:  # an engine that failed found nothing, and must not seem quiet
            raise SystemExit("; ".join(report.failures))
        return (f.span for f in report.findings if f.code.startswith(TYPOS))

    return find


def harper_alone() -> Finder:
    engine = Harper()

    def find(text: str) -> Iterator[Span]:
        for block in read(Source("<email>", text)).of(*NEW_TEXT):
            for slip in engine.slips(block.span.of(text)):
                yield slip.span.shifted(block.span.start)

    return find


def languagetool_alone() -> Finder:
    from followlint.analysis.typos.languagetool import LanguageTool

    engine = LanguageTool()

    def find(text: str) -> Iterator[Span]:
        for block in read(Source("<email>", text)).of(*NEW_TEXT):
            for slip in engine.slips(block.span.of(text)):
                yield slip.span.shifted(block.span.start)

    return find


def word_list(command: list[str], words_of: Callable[[str], Iterable[str]]) -> Finder:
    """Ask a command-line checker for the words it objects to, and look where they stand."""

    def find(text: str) -> Iterator[Span]:
        for block in read(Source("<email>", text)).of(*NEW_TEXT):
            said = subprocess.run(
                command, input=block.span.of(text), capture_output=True, text=True
            ).stdout
            for word in set(words_of(said)):
                for hit in re.finditer(rf"\b{re.escape(word)}\b", block.span.of(text)):
                    yield Span(hit.start(), hit.end()).shifted(block.span.start)

    return find


def engines() -> Iterator[tuple[str, Finder]]:
    yield "followlint", followlint(EngineChoice())
    if os.environ.get("LTP_JAR_DIR_PATH"):
        yield "followlint, LanguageTool", followlint(EngineChoice(LANGUAGETOOL))
        yield "followlint, all engines", followlint(EngineChoice(ALL))
        yield "LanguageTool alone", languagetool_alone()
    yield "Harper alone", harper_alone()
    if shutil.which("hunspell"):
        yield "hunspell (US)", word_list(["hunspell", "-l", "-d", "en_US"], str.split)
    if shutil.which("codespell"):
        arrows = re.compile(r"^\d*:?\s*(\S+) ==>", re.MULTILINE)
        yield "codespell", word_list(["codespell", "-"], arrows.findall)


def measure(find: Finder, emails: list[dict[str, Any]]) -> str:
    due, found = Counter[str](), Counter[str]()
    clean = false = 0
    for email in emails:
        text, typos = email["text"], email["expect"]["typos"]
        hits = set(find(text))
        used: set[Span] = set()
        for typo in typos:
            kind = kind_of(typo["wrong"], typo["right"])
            due[kind] += 1
            places = [m.start() for m in re.finditer(re.escape(typo["wrong"]), text)]
            near = {
                hit
                for hit in hits
                for at in places
                if hit.start <= at + len(typo["wrong"]) and at <= max(hit.end, hit.start + 1)
            }
            found[kind] += bool(near)
            used |= near
        if not typos:
            clean += 1
            false += len(hits - used)
    shares = [f"{found[kind] / due[kind]:.2f} ({found[kind]}/{due[kind]})" for kind in CLASSES]
    total = f"{sum(found.values()) / sum(due.values()):.2f}"
    return " | ".join([*shares, total, f"{false / clean:.2f} ({false} in {clean})"])


def emails_of(name: str) -> list[dict[str, Any]]:
    """Read a corpus by its name or a file by its path; argparse says what is wrong with it."""
    path = Path(name) if name.endswith(".jsonl") else CORPUS / f"{name}.jsonl"
    try:
        emails = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        if not all("typos" in email["expect"] for email in emails):
            raise argparse.ArgumentTypeError(f"{path}: its emails do not say which slips they hold")
    except OSError as error:
        raise argparse.ArgumentTypeError(f"{path}: {error.strerror or error}") from None
    except (ValueError, KeyError, TypeError):
        raise argparse.ArgumentTypeError(f"{path}: no corpus of labelled emails") from None
    return emails


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(
        prog="python -m bench.typos",
        description="Who finds which slips in labelled emails, and who cries wolf, side by side.",
        epilog="LTP_JAR_DIR_PATH names the folder of LanguageTool; codespell and hunspell are "
        "asked where they are installed.",
    )
    parser.add_argument(
        "corpora",
        nargs="*",
        metavar="CORPUS",
        type=lambda name: (name, emails_of(name)),
        help="a corpus of tests/corpus, such as typos-dev, or the path of a .jsonl file "
        f"(default: {' and '.join(MEASURED_ONLY)})",
    )
    corpora = parser.parse_args(arguments).corpora
    corpora = corpora or [(name, emails_of(name)) for name in MEASURED_ONLY]
    emails = [email for _, some in corpora for email in some]
    print(f"{len(emails)} emails of {' and '.join(name for name, _ in corpora)}\n")
    print(f"| engine | {' | '.join(CLASSES)} | all | false alarms a clean email |")
    print("| --- |" + " --- |" * (len(CLASSES) + 2))
    for name, find in engines():
        print(f"| {name} | {measure(find, emails)} |", flush=True)


if __name__ == "__main__":
    main()
