"""What the linter does with the hits of all rules together."""

from __future__ import annotations

import pickle
import threading
from collections.abc import Iterator

from followlint.finding import Report
from followlint.linter import Linter
from followlint.text import Source

DRAFT = "Subject: Interview\n\nDear Ana,\n\nIts a great team.\n\nKind regards,\nBo\n"


def test_two_rules_that_would_mend_a_place_alike_speak_once(linter: Linter) -> None:
    found = [f for f in linter.lint(Source("draft", DRAFT)).findings if f.edit]
    assert [(f.code, f.span.of(DRAFT)) for f in found] == [("FL402", "Its")]


def test_two_rules_that_would_mend_a_place_otherwise_speak_once(linter: Linter) -> None:
    text = DRAFT.replace("Its a great team.", "Thank you for seeing me an for walking me round.")
    found = [f for f in linter.lint(Source("draft", text)).findings if f.code.startswith("FL4")]
    assert [(f.code, f.span.of(text), f.edit and f.edit.content) for f in found] == [
        ("FL402", "an", "and")
    ]


def test_each_would_speak_on_its_own(linter: Linter) -> None:
    grammar = [rule for rule in linter.rules if rule.code == "FL403"]
    alone = Linter(rules=grammar, shared=linter)
    assert [f.span.of(DRAFT) for f in alone.lint(Source("draft", DRAFT)).findings] == ["Its"]


def test_many_drafts_are_taken_one_at_a_time(linter: Linter) -> None:
    taken: list[int] = []

    def sources() -> Iterator[Source]:
        for number in range(1000):
            taken.append(number)
            yield Source(f"draft {number}", DRAFT)

    reports = linter.lint_many(sources())
    assert taken == []
    assert [next(reports).source.name for _ in range(2)] == ["draft 0", "draft 1"]
    assert taken == [0, 1]


def test_a_report_goes_from_one_process_to_another(linter: Linter) -> None:
    report = linter.lint(Source("draft", DRAFT))
    assert report.findings
    there = pickle.loads(pickle.dumps(report))
    assert there == report
    assert there.facts == report.facts
    assert there.source.position(20) == report.source.position(20)


def test_many_threads_may_share_a_linter(linter: Linter) -> None:
    texts = [DRAFT.replace("Ana", name) for name in ("Ana", "Tom", "Ivy", "Lou")]
    alone = [linter.lint(Source("draft", text)) for text in texts]
    found: dict[int, Report] = {}

    def work(number: int) -> None:
        found[number] = linter.lint(Source("draft", texts[number % len(texts)]))

    threads = [threading.Thread(target=work, args=(number,)) for number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [found[number] for number in range(12)] == alone * 3


def test_only_what_hangs_on_the_day_is_dated(linter: Linter) -> None:
    assert linter.lint(Source("draft", f"Date: 2026-05-12\n{DRAFT}")).dated is False
    assert linter.lint(Source("draft", f"Interview-Date: 2026-05-12\n{DRAFT}")).dated is True
