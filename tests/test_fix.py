"""Mending drafts: what is put in, what never is, and how files are rewritten."""

from __future__ import annotations

import codecs
import json
import os
import re
import stat
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from followlint.finding import Applicability, Edit, Finding, Severity
from followlint.fix import ROUNDS, Fixed, NotWrittenError, applicable, fixed, put_in, write_back
from followlint.linter import Linter, Report
from followlint.mail import Kind
from followlint.rulebook import Rulebook
from followlint.text import Original, Source, Span, encoded_like

SAFE, UNSAFE = Applicability.SAFE, Applicability.UNSAFE
CORPUS = Path(__file__).parent / "corpus"

Lint = Callable[[Source], Report]


def finding(
    span: Span, content: str, place: Span | None = None, how: Applicability = SAFE
) -> Finding:
    """Return a finding at `span`, its edit there or at another `place`."""
    edit = Edit(span if place is None else place, content, how)
    return Finding(span, "TM001", "fault", Severity.WARNING, "a fault", edit=edit)


def report_of(text: str, *findings: Finding) -> Report:
    return Report(Source("draft.txt", text), Kind.THANK_YOU, findings)


def lint_by(*rules: tuple[str, str, Applicability]) -> Lint:
    """Return a linter of patterns, each with what is put in for a match and how surely."""

    def lint(source: Source) -> Report:
        found = [
            finding(Span(*match.span()), match.expand(content), how=how)
            for pattern, content, how in rules
            for match in re.finditer(pattern, source.text)
        ]
        return Report(source, Kind.THANK_YOU, tuple(sorted(found, key=lambda f: f.span)))

    return lint


def mend(text: str, lint: Lint, *, unsafe: bool = False) -> Fixed:
    return fixed(lint(Source("draft.txt", text)), lint, unsafe=unsafe)


class TestWhatIsPutIn:
    def test_only_safe_edits_unless_asked(self) -> None:
        lint = lint_by(("i", "I", SAFE), ("from", "form", UNSAFE))
        assert mend("i saw from", lint).text == "I saw from"
        assert mend("i saw from", lint, unsafe=True).text == "I saw form"

    def test_the_earlier_of_two_that_overlap(self) -> None:
        first, second = finding(Span(0, 4), "x"), finding(Span(3, 6), "y")
        assert applicable(report_of("abcdefgh", second, first)) == [first]

    def test_two_that_touch(self) -> None:
        both = [finding(Span(0, 3), "x"), finding(Span(3, 6), "y")]
        assert applicable(report_of("abcdefgh", *both)) == both

    @pytest.mark.parametrize(
        ("span", "place", "content"),
        [
            pytest.param(Span(4, 4), Span(4, 4), "Thank you.", id="where something is missing"),
            pytest.param(Span(4, 4), Span(4, 7), "x", id="beside where something is missing"),
            pytest.param(Span(4, 7), Span(4, 4), "x", id="added to what is there"),
            pytest.param(Span(4, 7), Span(2, 7), "x", id="over the left end"),
            pytest.param(Span(4, 7), Span(4, 9), "x", id="over the right end"),
            pytest.param(Span(4, 7), Span(3, 7), "x", id="a blank and more than a deletion"),
            pytest.param(Span(4, 7), Span(2, 7), "", id="a letter goes as well"),
            pytest.param(Span(4, 7), Span(8, 10), "", id="somewhere else"),
            pytest.param(Span(4, 7), Span(4, 7), "saw", id="no change"),
        ],
    )
    def test_what_never_is(self, span: Span, place: Span, content: str) -> None:
        text = "Ana saw the bay."
        assert applicable(report_of(text, finding(span, content, place)), unsafe=True) == []

    @pytest.mark.parametrize("place", [Span(3, 7), Span(4, 8), Span(3, 8), Span(5, 6)])
    def test_a_deletion_may_take_blanks_along(self, place: Span) -> None:
        report = report_of("Ana saw the bay.", finding(Span(4, 7), "", place))
        assert len(applicable(report)) == 1


class TestRounds:
    def test_an_edit_may_make_room_for_another(self) -> None:
        outcome = mend("aaaa", lint_by(("aa", "a", SAFE)))
        assert (outcome.text, len(outcome.mended)) == ("a", 3)
        assert outcome.after.findings == ()

    def test_what_cannot_be_mended_is_left(self) -> None:
        outcome = mend("i form", lint_by(("i", "I", SAFE), ("form", "from", UNSAFE)))
        assert [left.edit and left.edit.content for left in outcome.after.findings] == ["from"]
        assert [done.edit and done.edit.content for done in outcome.mended] == ["I"]

    def test_nothing_to_mend(self) -> None:
        outcome = mend("Thank you.", lint_by(("i", "I", SAFE)))
        assert (outcome.changed, outcome.diff(), outcome.mended) == (False, "", ())

    @pytest.mark.parametrize(
        "rules",
        [[("a", "b", SAFE), ("b", "a", SAFE)], [("a", "aa", SAFE)]],
        ids=["back and forth", "ever longer"],
    )
    def test_edits_that_do_not_settle_change_nothing(
        self, rules: Sequence[tuple[str, str, Applicability]]
    ) -> None:
        outcome = mend("a", lint_by(*rules))
        assert (outcome.text, outcome.changed, outcome.mended) == ("a", False, ())
        assert outcome.after.findings == outcome.before.findings
        assert outcome.after.failures == (
            f"not fixed: its edits do not settle after {ROUNDS} rounds",
        )

    def test_as_many_rounds_as_are_allowed(self) -> None:
        # One letter a round: the edits overlap.
        lint = lint_by((r"aa\w*", "", SAFE))

        def slowly(source: Source) -> Report:
            report = lint(source)
            shorter = tuple(
                replace(f, edit=Edit(f.span, source.text[:-1], SAFE)) for f in report.findings
            )
            return replace(report, findings=shorter)

        assert mend("a" * (ROUNDS + 1), slowly).text == "a"
        assert mend("a" * (ROUNDS + 2), slowly).after.failures

    def test_a_check_that_fails_on_the_way_changes_nothing(self) -> None:
        lint = lint_by(("a", "b", SAFE))

        def failing(source: Source) -> Report:
            return replace(lint(source), failures=("the engine failed",) * ("b" in source.text))

        outcome = mend("a", failing)
        assert (outcome.text, outcome.mended) == ("a", ())
        assert outcome.after.failures == ("not fixed: the engine failed",)

    def test_a_draft_that_could_not_be_checked_is_left_alone(self) -> None:
        report = replace(report_of("abc", finding(Span(0, 1), "x")), failures=("no pipeline",))
        assert fixed(report, lint_by()) == Fixed(report, report)

    def test_a_message_in_a_mailbox_is_refused_where_there_is_something_to_mend(self) -> None:
        source = Source("sent.eml", "i am", Original(b"i am"), range(5))
        lint = lint_by(("i", "I", SAFE))
        outcome = fixed(lint(source), lint)
        assert outcome.text == "i am"
        assert "a mailbox is left as it is" in outcome.after.failures[0]
        clean = lint(replace(source, text="I am"))
        assert fixed(clean, lint).after.failures == ()


class TestDiff:
    def test_a_diff(self) -> None:
        outcome = mend("Dear Ana,\n\ni am\nglad\n", lint_by(("i ", "I ", SAFE)))
        assert outcome.diff() == (
            "--- draft.txt\n+++ draft.txt\n@@ -1,4 +1,4 @@\n Dear Ana,\n \n-i am\n+I am\n glad\n"
        )

    def test_the_last_line_without_its_end(self) -> None:
        outcome = mend("i am", lint_by(("i", "I", SAFE)))
        end = "\\ No newline at end of file\n"
        assert outcome.diff().endswith(f"@@ -1 +1 @@\n-i am\n{end}+I am\n{end}")

    def test_only_a_line_feed_ends_a_line(self) -> None:
        outcome = mend("i\r\nam\u2028\x0cso\r\n", lint_by(("i", "I", SAFE)))
        assert outcome.diff().endswith("-i\r\n+I\r\n am\u2028\x0cso\r\n")

    def test_a_name_stays_on_its_line(self) -> None:
        lint = lint_by(("i", "I", SAFE))
        outcome = fixed(lint(Source("a\nb.txt", "i\n")), lint)
        assert outcome.diff().startswith("--- a\\nb.txt\n+++ a\\nb.txt\n")


MARKS = {
    "utf-8": b"",
    "utf-8 with a mark": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
    "utf-32-be": codecs.BOM_UTF32_BE,
}
LETTERS = st.characters(codec="utf-8", exclude_characters="\0")
TEXTS = st.text(st.one_of(st.sampled_from("aé😀\r\n\u2028 \ufeff"), LETTERS))


def bytes_of(text: str, encoding: str) -> bytes:
    return MARKS[encoding] + text.encode(encoding.removesuffix(" with a mark"))


class TestBytes:
    @given(TEXTS, TEXTS, TEXTS, st.sampled_from(sorted(MARKS)))
    def test_bytes_outside_an_edit_stay(
        self, before: str, behind: str, content: str, encoding: str
    ) -> None:
        if encoding == "utf-8" and before.startswith("\ufeff"):
            return  # that is a file with a mark
        text = f"{before}wrong{behind}"
        data = bytes_of(text, encoding)
        source = Source.decode("draft.txt", data)
        assert encoded_like(data, source.text) == data
        at = len(source.text) - len(behind) - 5
        new = put_in(source.text, [Edit(Span(at, at + 5), content)])
        assert encoded_like(data, new) == bytes_of(f"{before}{content}{behind}", encoding)

    @given(st.text("ab \n\r", max_size=30), st.data())
    def test_only_what_findings_point_at_changes(self, text: str, data: st.DataObject) -> None:
        places = st.integers(0, len(text))
        spans = st.tuples(places, places).map(lambda ends: Span(min(ends), max(ends)))
        findings = [
            finding(
                data.draw(spans),
                data.draw(st.text("xy ", max_size=3)),
                data.draw(spans),
                data.draw(st.sampled_from(Applicability)),
            )
            for _ in range(data.draw(st.integers(0, 6)))
        ]
        chosen = applicable(report_of(text, *findings), unsafe=data.draw(st.booleans()))
        new = put_in(text, [f.edit for f in chosen if f.edit])
        kept = list(text)
        for made in chosen:
            assert made.edit and len(made.span)
            for at in range(made.edit.span.start, made.edit.span.end):
                inside = made.span.start <= at < made.span.end
                assert inside or (not made.edit.content and text[at].isspace())
                kept[at] = ""
        pieces = "".join(kept)
        # What stood outside the edits still stands there, in the same order.
        rest = iter(new)
        assert all(char in rest for char in pieces)
        assert len(new) == len(pieces) + sum(len(f.edit.content) for f in chosen if f.edit)


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


class TestFiles:
    @pytest.fixture
    def draft(self, tmp_path: Path) -> Path:
        path = tmp_path / "draft.txt"
        path.write_bytes(b"old")
        return path

    def test_a_file_is_replaced(self, draft: Path) -> None:
        write_back(draft, b"old", b"new\r\n")
        assert draft.read_bytes() == b"new\r\n"
        assert names_in(draft.parent) == ["draft.txt"]

    @pytest.mark.skipif(os.name == "nt", reason="modes are of POSIX")
    @pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755])
    def test_the_mode_stays(self, draft: Path, mode: int) -> None:
        draft.chmod(mode)
        write_back(draft, b"old", b"new")
        assert stat.S_IMODE(draft.stat().st_mode) == mode

    @pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
    def test_a_link_stays_a_link(self, draft: Path, tmp_path: Path) -> None:
        (tmp_path / "far").mkdir()
        link = tmp_path / "far" / "link.txt"
        link.symlink_to(draft)
        write_back(link, b"old", b"new")
        assert link.is_symlink()
        assert draft.read_bytes() == b"new"

    def test_a_file_that_changed_meanwhile_is_left_alone(self, draft: Path) -> None:
        with pytest.raises(NotWrittenError, match="changed while"):
            write_back(draft, b"older", b"new")
        assert draft.read_bytes() == b"old"
        assert names_in(draft.parent) == ["draft.txt"]

    def test_a_read_only_file_is_left_alone(
        self, draft: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(
            os, "access", lambda path, mode: mode != os.W_OK
        )  # root may do anything
        with pytest.raises(NotWrittenError, match="read-only"):
            write_back(draft, b"old", b"new")
        assert draft.read_bytes() == b"old"

    def test_a_file_that_is_gone(self, draft: Path) -> None:
        draft.unlink()
        with pytest.raises(NotWrittenError, match="cannot be written: No such file"):
            write_back(draft, b"old", b"new")
        assert names_in(draft.parent) == []

    @pytest.mark.parametrize("step", ["fsync", "replace"])
    def test_a_disk_that_fails_leaves_the_old_file(
        self, draft: Path, monkeypatch: pytest.MonkeyPatch, step: str
    ) -> None:
        def full(*_: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(os if step == "fsync" else Path, step, full)
        with pytest.raises(NotWrittenError, match="No space left"):
            write_back(draft, b"old", b"new")
        assert draft.read_bytes() == b"old"
        assert names_in(draft.parent) == ["draft.txt"]


#: Pieces that the mending rules object to, and plain ones around them.
PIECES = st.sampled_from(
    [
        *"😀🎉❤:;)(.,!? \n",
        *("\r\n", "\n\n", ":)", ";-)", "<3", "the the ", "i am ", "monday ", "teh ", "please "),
        *("Thank you", "recieved ", "tour", " to ", "Please please ", "was ", "and "),
    ]
)
DRAFTS = st.lists(PIECES, max_size=25).map(
    lambda pieces: (
        f"Subject: a visit\n\nDear Ana,\n\n{''.join(pieces)}\n\nBest regards,\nTom Reed\n"
    )
)


@pytest.fixture(scope="module")
def mender(rulebook: Rulebook, linter: Linter) -> Linter:
    """A linter of the rules that can mend beyond doubt."""
    names = ("emoji", "emoticon", "misspelling", "repeated-word", "typography")
    return Linter(rulebook, rulebook.choose(names, ()), shared=linter)


class TestRules:
    @given(draft=DRAFTS)
    @settings(max_examples=60)
    def test_any_draft_settles(self, mender: Linter, draft: str) -> None:
        outcome = mend(draft, mender.lint)
        assert outcome.after.failures == ()
        assert not mend(outcome.text, mender.lint).changed
        assert outcome.after.findings == mender.lint(Source("draft.txt", outcome.text)).findings
        # Greeting, closing and line ends are nobody's findings.
        assert outcome.text.startswith("Subject: a visit\n\nDear Ana,\n")
        assert outcome.text.endswith("\n\nBest regards,\nTom Reed\n")

    @pytest.mark.parametrize("corpus", ["dev", "typos-dev"])
    def test_nothing_is_spoilt(self, corpus: str, linter: Linter) -> None:
        lines = (CORPUS / f"{corpus}.jsonl").read_text(encoding="utf-8").splitlines()
        emails = [json.loads(line) for line in lines]
        faulty = [e for e in emails if e["expect"]["typos"] or e["expect"]["emoji"]]
        mended = 0
        for email in faulty[:: len(faulty) // 20]:
            outcome = mend(email["text"], linter.lint)
            assert outcome.after.failures == ()
            before, after = (
                Counter(f.code for f in report.findings)
                for report in (outcome.before, outcome.after)
            )
            assert after <= before, email["id"]
            mended += len(outcome.mended)
            for done in outcome.mended:
                assert done.edit and done.edit.applicability is SAFE
        assert mended > 5
