"""Precision, recall and F1 of the content rules on the labelled emails: `make accuracy`.

usage: python tests/corpus/accuracy.py [--half dev|test] [--rule CODE] [--errors] [--sentences]

The errors of the measured-only half are listed by id, not by text: who writes rules must not read
it. `--sentences` measures the moves on single labelled sentences (development data).
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from followlint import mail
from followlint.checks.expression import Trace
from followlint.checks.move import Move
from followlint.finding import Finding
from followlint.linter import Linter
from followlint.mail import Kind, Part
from followlint.text import Source

HERE = Path(__file__).parent
#: The label that makes a finding of the rule due, and the kinds in which it is asked for.
MISSING = {
    "FL301": ("gratitude", set(Kind)),
    "FL303": ("interest", {Kind.THANK_YOU, Kind.FOLLOW_UP}),
    "FL304": ("update_request", {Kind.FOLLOW_UP}),
}
PRESENT = {
    "FL201": "emoji", "FL203": "slang", "FL204": "jargon", "FL205": "desperate", "FL206": "pushy",
    "FL501": "placeholders",
}  # fmt: skip
#: Emoji and emoticons are one label.
SAME = {"FL202": "FL201"}
#: Findings that labels say nothing about are no false alarms either way.
TYPOS = "FL4"


def cases(*names: str) -> list[dict[str, Any]]:
    return [
        json.loads(line)
        for name in names
        for line in (HERE / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    ]


def due(case: Mapping[str, Any]) -> dict[str, bool]:
    """Return which document-level findings are due on a case."""
    expect, kind = case["expect"], Kind(case["kind"])
    verdicts = {
        code: kind in kinds and not expect[label] for code, (label, kinds) in MISSING.items()
    }
    verdicts["FL302"] = (kind is Kind.THANK_YOU and expect["reference"] != "topic") or (
        kind is Kind.FOLLOW_UP and expect["reference"] == "none"
    )
    return verdicts | {code: bool(expect[label]) for code, label in PRESENT.items()}


class Tally(Counter[str]):
    """Counts of hits, misses and false findings, and the figures made of them."""

    @property
    def precision(self) -> float:
        return self["hit"] / (self["hit"] + self["false"]) if self["hit"] + self["false"] else 1.0

    @property
    def recall(self) -> float:
        return self["hit"] / (self["hit"] + self["missed"]) if self["hit"] + self["missed"] else 1.0

    @property
    def f1(self) -> float:
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0


def is_clean(case: Mapping[str, Any]) -> bool:
    return not any(due(case).values()) and not case["expect"]["typos"]


def overlaps(case: Mapping[str, Any], finding: Finding, wrong: str) -> bool:
    at = case["text"].find(wrong)
    while at >= 0:
        if finding.span.start <= at + len(wrong) and at <= max(
            finding.span.end, finding.span.start + 1
        ):
            return True
        at = case["text"].find(wrong, at + 1)
    return False


def measure(name: str, linter: Linter, codes: set[str], errors: bool) -> None:
    tallies: dict[str, Tally] = defaultdict(Tally)
    kinds = Counter[bool]()
    wrongs: list[str] = []
    clean = noise = 0
    chosen = {SAME.get(rule.code, rule.code) for rule in linter.rules}
    for case in cases(*name.split("+")):
        report = linter.lint(Source(case["id"], case["text"]))
        kinds[report.kind.value == case["kind"]] += 1
        if report.kind.value != case["kind"]:
            wrongs.append(f"kind   {case['id']}: taken for {report.kind.value}")
        found = {SAME.get(f.code, f.code) for f in report.findings}
        for code, wanted in due(case).items():
            if code not in chosen or (codes and code not in codes):
                continue
            outcome = {(1, 1): "hit", (1, 0): "missed", (0, 1): "false"}.get(
                (wanted, code in found)
            )
            if outcome:
                tallies[code][outcome] += 1
            if outcome in ("missed", "false"):
                notes = case["notes"] if "test" not in name else ""
                wrongs.append(f"{code} {outcome:<6} {case['id']}: {notes}")
        _typos(case, report.findings, tallies[TYPOS], wrongs if "test" not in name else [])
        if is_clean(case):
            clean += 1
            noise += len(report.findings)
            wrongs += [
                f"clean  {case['id']}: {f.code} {f.message}"
                for f in report.findings
                if "test" not in name
            ]
    print(f"\n{name}: {sum(kinds.values())} emails")
    print(f"{'':8}{'due':>5}{'found':>7}{'missed':>8}{'false':>7}{'P':>8}{'R':>7}{'F1':>7}")
    for code, tally in sorted(tallies.items()):
        if code == TYPOS and codes:
            continue
        counts = f"{tally['hit']:7}{tally['missed']:8}{tally['false']:7}"
        figures = f"{tally.precision:8.3f}{tally.recall:7.3f}{tally.f1:7.3f}"
        print(f"{code:8}{tally['hit'] + tally['missed']:5}{counts}{figures}")
    print(f"kind right: {kinds[True] / max(1, sum(kinds.values())):.3f}")
    print(f"findings per clean email: {noise / max(1, clean):.3f} ({noise} in {clean})")
    if errors:
        print("\n".join(wrongs))


def _typos(
    case: Mapping[str, Any], findings: Iterable[Finding], tally: Tally, wrongs: list[str]
) -> None:
    hits = [finding for finding in findings if finding.code.startswith(TYPOS)]
    used: set[int] = set()
    for typo in case["expect"]["typos"]:
        near = {n for n, finding in enumerate(hits) if overlaps(case, finding, typo["wrong"])}
        used |= near
        tally["hit" if near else "missed"] += 1
        if not near:
            wrongs.append(f"FL4 missed {case['id']}: {typo['wrong']} -> {typo['right']}")
    for n, finding in enumerate(hits):
        if n not in used:
            tally["false"] += 1
            wrongs.append(f"FL4 false  {case['id']}: {finding.code} {finding.message}")


LABELS = {"gratitude": "gratitude", "interest": "interest", "ask": "ask", "reference": "reference"}


def sentence_rows() -> Iterator[dict[str, Any]]:
    for path in sorted(HERE.glob("sentences*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)


def _counts(trace: Trace, start: int) -> bool:
    return trace.counts and trace.span.start >= start


def measure_sentences(linter: Linter, codes: set[str], errors: bool) -> None:
    """Measure each move on single sentences: is the move made here?"""
    for rule in linter.rules:
        move = rule.check
        if not isinstance(move, Move) or (codes and rule.code not in codes):
            continue
        tally = Tally()
        wrongs = []
        for row in sentence_rows():
            source = Source(
                "<sentence>", (row["before"] + "\n" if row["before"] else "") + row["text"]
            )
            start = len(source.text) - len(row["text"])
            draft = linter.draft(mail.read_fragment(source, Part.BODY), kind=Kind(row["kind"]))
            levels = [t.expression.level for t in move.traces(draft) if _counts(t, start)]
            best = max(levels, key=move.levels.index, default=None)
            made = best is not None and best in (move.levels[-1], "")
            label = row[move.move]
            wanted = label == "topic" if move.move == "reference" else label
            outcome = {(1, 1): "hit", (1, 0): "missed", (0, 1): "false"}.get((wanted, made))
            if outcome:
                tally[outcome] += 1
            if outcome in ("missed", "false"):
                wrongs.append(f"{outcome:<6} [{row['kind']}] {row['text']}   # {row['note']}")
        figures = f"P {tally.precision:.3f} R {tally.recall:.3f} F1 {tally.f1:.3f}"
        print(f"\n{rule.code} {move.move} by sentence: {figures}  {dict(tally)}")
        if errors:
            print("\n".join(wrongs))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--half", default="dev,test", help="dev, test, or both")
    parser.add_argument("--rule", default="", help="codes, comma-separated")
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--sentences", action="store_true")
    options = parser.parse_args()
    codes = {code for code in options.rule.split(",") if code}
    linter = Linter()
    if options.sentences:
        measure_sentences(linter, codes, options.errors)
        return
    for half in options.half.split(","):
        measure(half, linter, codes, options.errors)


if __name__ == "__main__":
    main()
