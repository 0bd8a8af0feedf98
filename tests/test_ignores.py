"""`followlint ignore`: a finding is right as it stands, until its sentence changes."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from followlint.ignores import NAME, Ignore, Ignores, IgnoresError
from followlint.toml import loads, quoted

DRAFT = """\
Subject: Tuesday

Dear Ana,

Thank you 😀 for the hour. I liked the yard 😀 too.

It was a good tour 😀 of the works.

Best regards,
Tom Reed
"""
SELECT = ("--select", "emoji,missing-subject,placeholder,unused-suppression", "--no-cache")


class Outcome(NamedTuple):
    status: int
    out: str
    err: str

    @property
    def places(self) -> list[str]:
        """`path:row CODE` of every finding."""
        lines = [line.split(":") for line in self.out.splitlines()]
        return [f"{line[0]}:{line[1]} {line[3].split()[0]}" for line in lines]


Run = Callable[..., Outcome]


@pytest.fixture(autouse=True)
def here(folder: Path) -> None:
    """Every test works in a folder of its own."""


@pytest.fixture
def run(invoke: Run) -> Run:
    return lambda *arguments: Outcome(*invoke(*arguments))


@pytest.fixture
def check(run: Run) -> Run:
    return lambda *arguments: run(*SELECT, *arguments)


def write(name: str, text: str = DRAFT) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def draft(run: Run) -> Path:
    """A draft with smiles in rows 5 (two) and 7, of which the one in row 7 is ignored."""
    path = write("draft.txt")
    done = run("ignore", "draft.txt:7", "emoji", "--reason", 'Ana began: "smile", she said.')
    assert done == (0, "", f"followlint: {Path(NAME).absolute()}: 1 entry added\n")
    return path


class TestWhatIsIgnored:
    def test_the_finding_and_no_other(self, draft: Path, check: Run) -> None:
        assert check("draft.txt").places == ["draft.txt:5 FL201", "draft.txt:5 FL201"]

    @pytest.mark.parametrize(
        ("old", "new", "places"),
        [
            pytest.param(
                "of the works.", "of the\nworks.", ["draft.txt:5 FL201"] * 2, id="wrapped"
            ),
            pytest.param(
                "Dear Ana,\n",
                "Dear Ana,\n\nHow are you?\n",
                ["draft.txt:7 FL201"] * 2,
                id="text above",
            ),
            pytest.param(
                "of the works",
                "of the plant",
                ["draft.txt:1 FL902", *["draft.txt:5 FL201"] * 2, "draft.txt:7 FL201"],
                id="another sentence",
            ),
        ],
    )
    def test_until_the_sentence_changes(
        self, old: str, new: str, places: list[str], draft: Path, check: Run
    ) -> None:
        assert old in DRAFT
        draft.write_text(DRAFT.replace(old, new), encoding="utf-8")
        assert check("draft.txt").places == places

    def test_the_same_sentence_of_another_draft(self, draft: Path, check: Run) -> None:
        write("deep/other.txt", "Subject: A\n\nIt was a good tour 😀 of the works.\n")
        assert check("deep/other.txt") == (0, "", "")

    def test_a_place_by_its_column(self, run: Run, check: Run) -> None:
        write("draft.txt")
        assert run("ignore", "draft.txt:5:11", "FL201", "--reason", "so").status == 0
        found = check("draft.txt").out
        assert "draft.txt:5:11:" not in found
        assert "draft.txt:5:44:" in found

    def test_all_in_a_row(self, run: Run, check: Run) -> None:
        write("draft.txt")
        assert "2 entries added" in run("ignore", "draft.txt:5", "emoji", "--reason", "so").err
        assert check("draft.txt").places == ["draft.txt:7 FL201"]

    def test_what_is_missing_in_that_draft_only(self, run: Run, check: Run) -> None:
        write("draft.txt", "Dear Ana,\n")
        write("other.txt", "Dear Ana,\n")
        assert run("ignore", "draft.txt:1", "FL502", "--reason", "it is a reply").status == 0
        assert check("draft.txt", "other.txt").places == ["other.txt:1 FL502"]

    def test_it_is_not_mended(self, run: Run) -> None:
        path = write("draft.txt", "Subject: A\n\nIt was a good tour 😀.\n\nA day 😀.\n")
        assert run("ignore", "draft.txt:3", "emoji", "--reason", "so").status == 0
        run("--select", "emoji", "--fix", "draft.txt")
        text = path.read_text(encoding="utf-8")
        assert "tour 😀." in text
        assert "day." in text

    def test_a_message_of_a_mailbox(self, run: Run, check: Run) -> None:
        head = "From a@b.example Tue May 12 10:00:00 2026\nFrom: a@b.example\nTo: c@d.example\n"
        write("sent.mbox", "".join(f"{head}Subject: {n}\n\nA {n} tour 😀.\n\n" for n in (1, 2)))
        first, second = (line.split(": ")[0] for line in check("sent.mbox").out.splitlines())
        assert first.startswith("sent.mbox:1:")
        assert run("ignore", second, "emoji", "--reason", "so").status == 0
        assert [line.split(": ")[0] for line in check("sent.mbox").out.splitlines()] == [first]

    def test_standard_input_by_its_name(
        self, draft: Path, check: Run, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        class Given:
            buffer = io.BytesIO(draft.read_bytes())

        monkeypatch.setattr("sys.stdin", Given)
        assert check("--stdin-filename", "draft.txt", "-").places == ["draft.txt:5 FL201"] * 2

    def test_isolated(self, draft: Path, check: Run) -> None:
        assert "draft.txt:7 FL201" in check("--isolated", "draft.txt").places

    def test_kept_results_do_not_bring_it_back(self, run: Run, tmp_path: Path) -> None:
        write("draft.txt")
        found = ("--select", "emoji", "draft.txt")
        assert run(*found).out.count("FL201") == 3
        run("ignore", "draft.txt:7", "emoji", "--reason", "so")
        assert run(*found).out.count("FL201") == 2
        Path(NAME).unlink()
        assert run(*found).out.count("FL201") == 3

    def test_a_baseline_holds_the_others(self, draft: Path, check: Run) -> None:
        assert "2 findings" in check("--write-baseline", "b.json", "draft.txt").err
        assert check("--baseline", "b.json", "draft.txt") == (0, "", "")


class TestTheFile:
    def test_rule_draft_and_reason_and_no_word_of_the_draft(self, draft: Path) -> None:
        text = Path(NAME).read_text(encoding="utf-8")
        (entry,) = loads(text)["ignore"]
        assert len(entry.pop("sentence")) == 64
        assert entry == {
            "rule": "FL201",
            "file": "draft.txt",
            "reason": 'Ana began: "smile", she said.',
        }
        for word in ("good", "tour", "works", "😀"):
            assert word not in text

    def test_a_further_entry_leaves_the_rest_alone(self, draft: Path, run: Run) -> None:
        before = Path(NAME).read_text(encoding="utf-8") + "# my own remark\n"
        Path(NAME).write_text(before, encoding="utf-8")
        run("ignore", "draft.txt:5", "emoji", "--reason", "so")
        after = Path(NAME).read_text(encoding="utf-8")
        assert after.startswith(before)
        assert len(Ignores.read(Path(NAME)).entries) == 3

    def test_twice(self, draft: Path, run: Run) -> None:
        before = Path(NAME).read_bytes()
        done = run("ignore", "draft.txt:7", "emoji", "--reason", "again")
        assert done == (0, "", "followlint: draft.txt:7: FL201 is ignored there already\n")
        assert Path(NAME).read_bytes() == before

    @pytest.mark.parametrize(
        ("config", "draft", "place"),
        [
            pytest.param("followlint.toml", "a/b/draft.txt", ".", id="beside the configuration"),
            pytest.param("a/followlint.toml", "a/b/draft.txt", "a", id="a nearer configuration"),
            pytest.param(None, "a/b/draft.txt", ".", id="without one, in the working directory"),
        ],
    )
    def test_its_place(self, config: str | None, draft: str, place: str, run: Run) -> None:
        if config:
            write(config, "")
        write(draft)
        assert run("ignore", f"{draft}:7", "emoji", "--reason", "so").status == 0
        assert [path.parent for path in Path().rglob(NAME)] == [Path(place)]

    def test_a_draft_elsewhere(self, run: Run, check: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        write("drafts/draft.txt")
        Path("here").mkdir()
        monkeypatch.chdir("here")
        assert run("ignore", "../drafts/draft.txt:7", "emoji", "--reason", "so").status == 0
        assert Path("../drafts", NAME).is_file()
        assert len(check("../drafts/draft.txt").places) == 2

    @pytest.mark.parametrize(
        ("text", "problem"),
        [
            ("[[ignored]]\n", "unknown key 'ignored'; did you mean 'ignore'?"),
            ("ignore = 1\n", "'ignore' should be tables: [[ignore]]"),
            ("[[ignore]]\nrule = 'FL201'\n", "an [[ignore]] lacks 'file'"),
            ("[[ignore]]\nresaon = ''\n", "unknown key 'resaon'; did you mean 'reason'?"),
            ("[[ignore]]\nreason = ' '\n", "'ignore.reason' should be a string, not empty"),
            ("[[ignore]]\nrule = 1\n", "'ignore.rule' should be a string, not empty"),
            ("[[ignore\n", "not TOML: "),
        ],
    )
    def test_what_means_nothing(self, text: str, problem: str, check: Run) -> None:
        path = write(NAME, text).absolute()
        write("draft.txt")
        outcome = check("draft.txt")
        assert (outcome.status, outcome.out) == (2, "")
        assert outcome.err.startswith(f"followlint: {path}: {problem}")
        with pytest.raises(IgnoresError):
            Ignores.read(path)

    def test_with_the_mark_that_windows_puts_on_top(self, draft: Path, check: Run) -> None:
        path = Path(NAME)
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
        assert "7 FL201" not in str(check("draft.txt").places)
        assert len(check("draft.txt").places) == 2

    @pytest.mark.parametrize(
        "text", ['"', "\\", "a\nb", "\t", "\x7f", "\x00", "’😀", "\udc80", "'''", "# no"]
    )
    def test_any_reason_is_written_as_toml(self, text: str) -> None:
        safe = text.replace("\x7f", "\ufffd").replace("\udc80", "\ufffd")
        assert loads(f"a = {quoted(text)}") == {"a": safe}


class TestWhatIsIdle:
    def test_says_where_the_entry_stands(self, draft: Path, check: Run) -> None:
        draft.write_text(DRAFT.replace("a good tour", "a tour"), encoding="utf-8")
        row = Path(NAME).read_text(encoding="utf-8").splitlines().index("[[ignore]]") + 1 + 3
        first = check("draft.txt").out.splitlines()[0]
        assert first == f"draft.txt:1:1: FL902 {NAME}:{row} ignores FL201, not found here"

    def test_in_a_run_without_its_draft(self, draft: Path, check: Run) -> None:
        write("other.txt", "Subject: A\n\nThe tour.\n")
        assert check("other.txt") == (0, "", "")

    def test_a_draft_that_is_gone(self, draft: Path, check: Run) -> None:
        row = Path(NAME).read_text(encoding="utf-8").splitlines().index("[[ignore]]") + 1 + 3
        draft.unlink()
        write("other.txt", "Subject: A\n\nThe tour.\n")
        said = f"{NAME}:{row}: ignores FL201 in draft.txt, which is not there any more"
        assert check("other.txt") == (0, "", f"followlint: {said}\n")
        assert check("--quiet", "other.txt") == (0, "", "")

    def test_a_draft_that_goes_by_another_name_now(self, draft: Path, check: Run) -> None:
        draft.rename("renamed.txt")
        assert check("renamed.txt").err == ""

    def test_a_mailbox_that_is_there(self, tmp_path: Path) -> None:
        write("sent.mbox", "")
        entries = tuple(Ignore("FL201", f"{name}.mbox:3", name, "why") for name in ("sent", "gone"))
        assert Ignores(tmp_path / NAME, "", entries).orphans() == [entries[1]]

    def test_where_another_draft_of_the_run_has_the_sentence(self, draft: Path, check: Run) -> None:
        draft.write_text("Subject: A\n\nThe tour.\n", encoding="utf-8")
        write("other.txt")
        assert "FL902" in check("draft.txt").out
        assert "FL902" not in check("draft.txt", "other.txt").out

    @pytest.mark.parametrize(
        "options",
        [
            pytest.param(["--select", "placeholder,FL902"], id="its rule is not run"),
            pytest.param(["--select", "FL201"], id="nobody asks"),
            pytest.param(["--select", "FL201,FL902", "--ignore", "FL902"], id="nobody is to ask"),
        ],
    )
    def test_where_nobody_can_know(self, options: list[str], draft: Path, run: Run) -> None:
        draft.write_text("Subject: A\n\nThe tour.\n", encoding="utf-8")
        assert run(*options, "draft.txt") == (0, "", "")

    @pytest.mark.parametrize("name", ["emoji", "FL902"])
    def test_where_the_draft_ignores_the_rule_itself(
        self, name: str, draft: Path, run: Run
    ) -> None:
        draft.write_text(f"Subject: A\nFollowlint-Ignore: {name}\n\nThe 😀.\n", encoding="utf-8")
        assert "ignores FL201, not" not in run("--select", "FL201,FL902", "draft.txt").out

    def test_a_message_that_ignores_the_rule_itself(self, run: Run) -> None:
        text = "X-Followlint-Ignore: {}\nFrom: a@example.com\nSubject: A\n\nThe tour 😀.\n"
        write("a.eml", text.format("FL5"))
        assert run("ignore", "a.eml:5", "emoji", "--reason", "so").status == 0
        write("a.eml", text.format("emoji").replace("tour", "day"))
        assert run("--select", "FL201,FL902", "a.eml").out == ""
        write("a.eml", text.format("").replace("tour 😀", "day"))
        assert "FL902" in run("--select", "FL201,FL902", "a.eml").out


class TestTheCommand:
    @pytest.mark.parametrize(
        ("arguments", "problem"),
        [
            (["draft.txt", "emoji"], "'draft.txt' names no row, as draft.txt:5 does"),
            (["draft.txt:x", "emoji"], "'draft.txt:x' names no row"),
            (["nowhere.txt:5", "emoji"], "nowhere.txt: no such file"),
            (["draft.txt:7", "emojy"], "no rule is called 'emojy'; did you mean emoji?"),
            (["draft.txt:7", "FL2"], "no rule is called 'FL2'"),
            (
                ["draft.txt:3", "emoji"],
                ":3: FL201 finds nothing there; it does in row 5, 7",
            ),
            (["draft.txt:7:1", "emoji"], "FL201 finds nothing there; it does in row 5, 7"),
            (["draft.txt:3", "FL501"], "FL501 finds nothing there, nor anywhere else in the draft"),
        ],
    )
    def test_what_cannot_be_ignored(self, arguments: list[str], problem: str, run: Run) -> None:
        write("draft.txt")
        outcome = run("ignore", *arguments, "--reason", "so")
        assert (outcome.status, outcome.out) == (2, "")
        assert problem in outcome.err
        assert not Path(NAME).exists()

    @pytest.mark.parametrize("reason", [[], ["--reason", " "]])
    def test_without_a_reason(self, reason: list[str], run: Run) -> None:
        write("draft.txt")
        outcome = run("ignore", "draft.txt:7", "emoji", *reason)
        assert outcome.status == 2
        assert "--reason" in outcome.err
        assert not Path(NAME).exists()

    def test_a_name_with_a_colon_and_a_number(self, run: Run) -> None:
        write("at 10:30")
        assert run("ignore", "at 10:30:7", "emoji", "--reason", "so").status == 0
        assert Ignores.read(Path(NAME)).entries[0].file == "at 10:30"
