"""What is left out, and where: by a draft's own headers, by path, by name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from followlint.cli import main

#: One emoji in row 6, one placeholder in row 5; nothing that needs the English pipeline.
TEXT = "Dear Ana,\n\nThank you for the [topic].\nIt was fun 😀.\n\nBest regards,\nTom Reed\n"
SELECT = ("--select", "emoji,placeholder,unused-suppression")


class Outcome(NamedTuple):
    status: int
    out: str
    err: str

    @property
    def places(self) -> list[str]:
        """`path CODE` of every finding."""
        lines = (line.split(":") for line in self.out.splitlines())
        return [f"{path} {rest.split()[0]}" for path, _, _, rest, *_ in lines]

    @property
    def codes(self) -> list[str]:
        return [place.split()[1] for place in self.places]


Run = Callable[..., Outcome]


@pytest.fixture(autouse=True)
def here(folder: Path) -> None:
    """Every test works in a folder of its own."""


@pytest.fixture
def run(invoke: Run) -> Run:
    return lambda *arguments: Outcome(*invoke(*SELECT, *arguments))


def write(name: str, text: str = TEXT) -> str:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return name


def ignoring(names: str) -> str:
    return write("draft.txt", f"Subject: Tuesday\nFollowlint-Ignore: {names}\n\n{TEXT}")


class TestInTheDraft:
    @pytest.mark.parametrize(
        ("names", "codes"),
        [
            pytest.param("emoji", ["FL501"], id="slug"),
            pytest.param("FL201", ["FL501"], id="code"),
            pytest.param("fl201", ["FL501"], id="code in small letters"),
            pytest.param("FL50", ["FL201"], id="beginning of a code"),
            pytest.param("emoji, placeholder", [], id="two"),
            pytest.param("emoji; FL501", [], id="semicolon"),
            pytest.param("", ["FL501", "FL201"], id="none"),
        ],
    )
    def test_takes_rules_out(self, names: str, codes: list[str], run: Run) -> None:
        assert run(ignoring(names)).codes == codes

    def test_only_of_that_draft(self, run: Run) -> None:
        write("other.txt")
        assert run(ignoring("emoji,placeholder"), "other.txt").places == [
            "other.txt FL501",
            "other.txt FL201",
        ]

    def test_in_front_matter(self, run: Run) -> None:
        draft = write("a.md", f"---\nfollowlint-ignore: [emoji, placeholder]\n---\n\n{TEXT}")
        assert run(draft) == (0, "", "")

    def test_in_mail(self, run: Run) -> None:
        draft = write("a.eml", f"X-Followlint-Ignore: emoji, FL5\nSubject: Tuesday\n\n{TEXT}")
        assert run(draft) == (0, "", "")

    def test_is_no_word_of_the_body(self, run: Run) -> None:
        draft = write("a.txt", f"{TEXT}\nFollowlint-Ignore: emoji\n")
        assert "FL201" in run(draft).codes

    def test_a_slip_in_a_name(self, run: Run) -> None:
        assert run(ignoring("emojy, FL501")).out == (
            "draft.txt:2:20: FL902 no rule is called 'emojy'; did you mean emoji?\n"
            "draft.txt:7:12: FL201 emoji “grinning face”\n"
        )

    def test_what_ignores_nothing(self, run: Run) -> None:
        draft = write("a.txt", "Subject: Tuesday\nFollowlint-Ignore: emoji\n\nDear Ana,\n")
        expected = "a.txt:2:20: FL902 “emoji” ignores nothing here\n"
        assert run(draft) == (1, expected, "")

    def test_a_rule_that_is_not_run_is_not_judged(self, run: Run) -> None:
        # Its entry may be needed whenever all rules are run.
        draft = write("a.txt", "Subject: Tuesday\nFollowlint-Ignore: emoticon, FL2\n\nDear Ana,\n")
        assert run(draft) == (0, "", "")

    def test_the_judge_may_be_ignored(self, run: Run) -> None:
        draft = write("a.txt", "Followlint-Ignore: emoji, FL902\nSubject: x\n\nDear Ana,\n")
        assert run(draft) == (0, "", "")

    def test_nothing_is_mended_that_is_ignored(self, run: Run) -> None:
        draft = ignoring("emoji,placeholder")
        before = Path(draft).read_bytes()
        assert run("--fix", draft) == (0, "", "")
        assert Path(draft).read_bytes() == before


class TestByPath:
    def test_on_the_command_line(self, run: Run) -> None:
        write("templates/a.txt")
        write("a.txt")
        found = run("--per-file-ignores", "templates/*:FL501", "a.txt", "templates")
        assert found.places == ["a.txt FL501", "a.txt FL201", "templates/a.txt FL201"]

    def test_many_in_one(self, run: Run) -> None:
        write("a.txt")
        write("b.md")
        option = "a.txt:FL501,emoji,*.md:FL5"
        assert run("--per-file-ignores", option, ".").places == ["b.md FL201"]

    def test_in_the_configuration(self, run: Run) -> None:
        write("team/followlint.toml", '[per-file-ignores]\n"templates/*" = ["FL501", "emoji"]\n')
        for name in ("team/templates/a.txt", "team/a.txt", "templates/a.txt"):
            write(name)
        places = {place.split()[0] for place in run(".").places}
        assert places == {"team/a.txt", "templates/a.txt"}

    def test_the_command_line_adds(self, run: Run) -> None:
        write("followlint.toml", '[per-file-ignores]\n"a.txt" = ["FL501"]\n')
        assert run("--per-file-ignores", "*.txt:emoji", write("a.txt")) == (0, "", "")

    def test_standard_input_goes_by_its_name(
        self, run: Run, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        given("Hello 😀", monkeypatch)
        options = ("--per-file-ignores", "sent/*:emoji", "--stdin-filename", "sent/a.txt")
        assert run(*options, "-") == (0, "", "")

    @pytest.mark.parametrize("where", ["option", "configuration"])
    def test_an_unknown_rule_is_an_error_wherever_it_holds(self, where: str, run: Run) -> None:
        options = ("--per-file-ignores", "nowhere/*:emojy") if where == "option" else ()
        if not options:
            write("followlint.toml", '[per-file-ignores]\n"nowhere/*" = ["emojy"]\n')
        status, out, err = run(*options, write("a.txt"))
        assert (status, out) == (2, "")
        place = (
            "" if options else f"{Path.cwd() / 'followlint.toml'}: 'per-file-ignores.nowhere/*': "
        )
        assert err.startswith(f"followlint: {place}no rule is called 'emojy'")

    @pytest.mark.parametrize("option", ["FL501", "templates/*:", ":FL501"])
    def test_what_is_no_pair(self, option: str, run: Run) -> None:
        status, out, err = run("--per-file-ignores", option, write("a.txt"))
        assert (status, out) == (2, "")
        assert "is not GLOB:RULES" in err

    def test_may_leave_no_rule(self, run: Run) -> None:
        assert run("--per-file-ignores", "*:FL", write("a.txt")) == (0, "", "")


class TestExtendSelect:
    def test_adds_to_the_option(self, run: Run) -> None:
        draft = write("a.txt")
        found = run("--select", "emoji", "--extend-select", "missing-subject", draft)
        assert "FL502" in found.codes

    def test_adds_to_the_configuration(self, capsys: pytest.CaptureFixture[str]) -> None:
        write("followlint.toml", 'select = ["emoji"]\nextend-select = ["FL501"]\n')
        main([write("a.txt"), "--extend-select", "FL502"])
        codes = [line.split()[1] for line in capsys.readouterr().out.splitlines()]
        assert codes == ["FL502", "FL501", "FL201"]

    def test_an_unknown_rule(self, run: Run) -> None:
        assert run("--extend-select", "emojy", write("a.txt")).status == 2


class TestExclude:
    @pytest.fixture(autouse=True)
    def drafts(self) -> None:
        for name in ("a.txt", "sent/b.txt", "node_modules/c.txt", "deep/sent/d.txt"):
            write(name, "Hello 😀")

    def found(self, outcome: Outcome) -> set[str]:
        return {place.split()[0] for place in outcome.places}

    def test_folders_of_others(self, run: Run) -> None:
        assert self.found(run(".")) == {"a.txt", "sent/b.txt", "deep/sent/d.txt"}

    @pytest.mark.parametrize(
        ("option", "left"),
        [
            ("sent/", {"a.txt"}),
            ("/sent", {"a.txt", "deep/sent/d.txt"}),
            ("sent/b.txt,a.txt", {"deep/sent/d.txt"}),
            ("**/sent/*", {"a.txt"}),
        ],
    )
    def test_on_the_command_line(self, option: str, left: set[str], run: Run) -> None:
        assert self.found(run("--exclude", option, ".")) == left

    def test_in_the_configuration(self, run: Run) -> None:
        write("deep/followlint.toml", 'exclude = ["sent/"]\n')
        assert self.found(run(".")) == {"a.txt", "sent/b.txt"}

    def test_what_is_named_is_checked(self, run: Run) -> None:
        named = ("node_modules", "sent/b.txt", "deep/sent")
        assert self.found(run("--exclude", "sent/", *named)) == {
            "node_modules/c.txt",
            "sent/b.txt",
            "deep/sent/d.txt",
        }

    def test_but_not_by_force(self, run: Run) -> None:
        named = ("a.txt", "node_modules/c.txt", "sent/b.txt", "deep/sent")
        found = run("--exclude", "sent/", "--force-exclude", *named)
        assert self.found(found) == {"a.txt"}
        write("followlint.toml", 'exclude = ["sent/"]\nforce-exclude = true\n')
        assert self.found(run(*named)) == {"a.txt"}

    def test_the_folder_one_works_in_is_ones_own(
        self, run: Run, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        # A repository that lies below somebody's node_modules is checked like any other.
        monkeypatch.chdir("node_modules")
        assert self.found(run("--force-exclude", "c.txt")) == {"c.txt"}

    def test_nothing_left_by_force_is_no_fault(self, run: Run) -> None:
        # A commit hook names whatever was changed.
        outcome = run("--exclude", "sent", "--force-exclude", "sent/b.txt")
        assert outcome == (0, "", "")

    def test_a_folder_of_which_nothing_is_left_is_one(self, run: Run) -> None:
        assert run("--exclude", "*.txt", "sent").status == 2

    @pytest.mark.parametrize("mending", [(), ("--fix",)])
    def test_standard_input(
        self, mending: tuple[str, ...], run: Run, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        given("Hello 😀", monkeypatch)
        options = ("--exclude", "sent/", "--force-exclude", "--stdin-filename", "sent/x.txt")
        assert run(*options, *mending, "-") == (0, "Hello 😀" if mending else "", "")

    def test_a_broken_configuration_is_still_told(self, run: Run) -> None:
        write("deep/followlint.toml", "colour = 1\n")
        outcome = run(".")
        assert outcome.status == 2
        assert outcome.err.count("unknown key 'colour'") == 1


def given(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let `text` come in."""
    monkeypatch.setattr("followlint.commands.checking.standard_input", lambda: text.encode())
