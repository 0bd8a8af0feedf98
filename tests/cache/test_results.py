"""Reports that are kept: found again by all that they hang on, and noise to everybody else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from followlint.cache.results import ResultCache
from followlint.cache.seal import seal, unseal
from followlint.finding import Applicability, Edit, Finding, Report, Severity
from followlint.mail import Kind
from followlint.text import Source, Span

TODAY = date(2026, 5, 12)
DRAFT = b"Dear Siobhan, thank you for the tuor."
REPORT = Report(
    Source("", ""),
    Kind.FOLLOW_UP,
    (
        Finding(Span(0, 0), "TM001", "fruit", Severity.WARNING, "no “fruit” 😀 \udc80"),
        Finding(
            Span(3, 7),
            "TM002",
            "tour",
            Severity.ERROR,
            "“tuor”; did you mean “tour”?",
            "Write it right.",
            Edit(Span(3, 7), "tour", Applicability.SAFE),
        ),
    ),
    facts={"letter": {"to": "Siobhan"}, "notes": {"TM002": [1, None]}},
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FOLLOWLINT_CACHE_DIR", str(tmp_path))
    return tmp_path / "results"


def kept(report: Report = REPORT, today: date = TODAY) -> None:
    cache = ResultCache("code", today)
    slot = cache.slot(DRAFT, "rules")
    assert slot
    cache.keep(slot, report)
    cache.close()


def found(
    code: str = "code", data: bytes = DRAFT, rules: str = "rules", today: date = TODAY
) -> Report | None:
    cache = ResultCache(code, today)
    slot = cache.slot(data, rules)
    assert slot
    return cache.find(slot)


def test_a_report_comes_back_as_it_was() -> None:
    kept()
    back = found()
    assert back == REPORT
    assert back.facts == REPORT.facts


def test_whatever_it_hangs_on_is_told_apart() -> None:
    kept()
    assert found(code="other code") is None
    assert found(data=DRAFT + b" ") is None
    assert found(rules="other rules") is None
    # No two parts run into one another.
    assert found(data=b"s" + DRAFT, rules="rule") is None


def test_a_report_that_hangs_on_the_day_holds_for_that_day() -> None:
    kept(replace(REPORT, dated=True))
    assert found()
    assert found(today=date(2026, 5, 13)) is None


def test_another_report_holds_for_every_day() -> None:
    kept()
    assert found(today=date(2027, 1, 1))


def test_a_failure_is_not_kept(folder: Path) -> None:
    kept(replace(REPORT, failures=("the engine failed",)))
    assert found() is None
    assert not folder.exists()


def test_not_a_word_can_be_read(folder: Path) -> None:
    kept()
    (file,) = folder.iterdir()
    written = file.read_bytes() + file.name.encode()
    for word in (b"Siobhan", b"tuor", b"tour", b"TM00", b"fruit", b"follow-up", b"warning"):
        assert word not in written


def test_the_size_tells_nothing_of_a_few_findings(folder: Path) -> None:
    kept()
    (file,) = folder.iterdir()
    size = file.stat().st_size
    kept(replace(REPORT, findings=(), facts={}))
    assert file.stat().st_size == size


def test_a_damaged_entry_is_none(folder: Path) -> None:
    kept()
    (file,) = folder.iterdir()
    whole = file.read_bytes()
    # Sealed bytes are as good as random: whichever stands there, this one is another.
    other = whole[:90] + bytes([whole[90] ^ 1]) + whole[91:]
    for damaged in (b"", b"x", whole[:-1], whole[:40], other):
        file.write_bytes(damaged)
        assert found() is None


def test_another_secret_opens_nothing() -> None:
    sealed = seal(b"one", {"a": "word"})
    assert unseal(b"one", sealed) == {"a": "word"}
    with pytest.raises(ValueError, match="damaged"):
        unseal(b"two", sealed)
    # The same twice is not the same: what changes from day to day cannot be held side by side.
    assert sealed != seal(b"one", {"a": "word"})


@pytest.mark.parametrize(
    "entry", [[], {}, {"today": None}, "text", None, {"today": None, "kind": 1}]
)
def test_a_sealed_entry_of_another_form_is_none(entry: object) -> None:
    cache = ResultCache("code", TODAY)
    slot = cache.slot(DRAFT, "rules")
    assert slot
    slot.folder.write(slot.name, seal(slot.secret, entry))
    assert cache.find(slot) is None
