"""Words that are right here: word lists of the configuration, and which of them are of use."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from followlint.cli import main
from followlint.config import Accepted, ConfigError, accepted, read_config

Write = Callable[[str, str], Path]
DRAFT = "Subject: Tuesday\n\nDear Ana,\n\nI liked how Frobnik sorts mail.\n\nTom Reed\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(name: str, text: str) -> Path:
    path = Path(name).absolute()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_word_list_has_a_word_a_line(folder: Path) -> None:
    words = write("team/words.txt", "\ufeffdbt\n\n# tools\n  data build tool  # as in dbt\r\n#\n")
    config = read_config(write("team/followlint.toml", 'accept-files = ["words.txt"]\n'))
    assert accepted(config) == (Accepted("dbt", words), Accepted("data build tool", words))


def test_it_stands_beside_words_of_the_configuration() -> None:
    words = write("words.txt", "dbt\ndbt\n")
    path = write("followlint.toml", 'accept = ["dbt", "Klarna"]\naccept-files = ["words.txt"]\n')
    assert accepted(read_config(path)) == (
        Accepted("dbt", path),
        Accepted("Klarna", path),
        Accepted("dbt", words),
    )


@pytest.mark.parametrize(
    ("data", "problem"),
    [(None, "cannot be read: No such file"), (b"\xff\n", "no word list: not UTF-8 text")],
)
def test_a_list_that_cannot_be_read(data: bytes | None, problem: str) -> None:
    path = write("followlint.toml", 'accept-files = ["words.txt"]\n')
    words = path.parent / "words.txt"
    if data is not None:
        words.write_bytes(data)
    with pytest.raises(ConfigError) as caught:
        accepted(read_config(path))
    assert str(caught.value).startswith(f"{words}: {problem}")


def test_a_list_that_is_not_there_is_an_error_of_the_run(
    capsys: pytest.CaptureFixture[str],
) -> None:
    write("followlint.toml", 'accept-files = ["words.txt"]\n')
    write("draft.txt", DRAFT)
    assert main(["--select", "emoji", "draft.txt"]) == 2
    assert "words.txt: cannot be read" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("word", "flagged"),
    [
        pytest.param("recieved", False, id="as it stands"),
        pytest.param("RECIEVED", False, id="in capitals"),
        pytest.param("reciev", True, id="no whole word"),
        pytest.param("# recieved", True, id="a comment"),
    ],
)
def test_listed_words_are_never_misspelt(
    word: str, flagged: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    write("words.txt", f"{word}\n")
    write("followlint.toml", 'accept-files = ["words.txt"]\n')
    write("draft.txt", DRAFT.replace("liked", "recieved"))
    main(["--select", "misspelling", "draft.txt"])
    assert ("recieved" in capsys.readouterr().out) == flagged


class TestUnused:
    def run(self, capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
        assert main(["--select", "emoji", *arguments]) == 0
        return capsys.readouterr().err

    def test_words_that_stand_in_no_draft(self, capsys: pytest.CaptureFixture[str]) -> None:
        write("words.txt", "FROBNIK\nWidgetry\nnothing here\n")
        write("followlint.toml", 'accept = ["dbt", "Tom"]\naccept-files = ["words.txt"]\n')
        write("a.txt", DRAFT)
        write("b.txt", DRAFT.replace("mail", "here"))
        says = "stands in no draft of this run"
        assert self.run(capsys, "--unused-accepts", "a.txt", "b.txt") == (
            f"followlint: followlint.toml: accepts 'dbt', which {says}\n"
            f"followlint: words.txt: accepts 'Widgetry', which {says}\n"
        )

    def test_nothing_is_said_unasked(self, capsys: pytest.CaptureFixture[str]) -> None:
        write("followlint.toml", 'accept = ["dbt"]\n')
        write("a.txt", DRAFT)
        assert self.run(capsys, "a.txt") == ""

    def test_each_configuration_answers_for_its_own_drafts(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        for name in ("x", "y"):
            write(f"{name}/followlint.toml", 'accept = ["Frobnik"]\n')
        write("x/a.txt", DRAFT)
        write("y/a.txt", DRAFT.replace("Frobnik", "Ana"))
        err = self.run(capsys, "--unused-accepts", ".")
        assert err.startswith("followlint: y/followlint.toml: accepts 'Frobnik'")
        assert err.count("\n") == 1

    def test_a_part_of_a_word_is_not_it(self, capsys: pytest.CaptureFixture[str]) -> None:
        write("followlint.toml", 'accept = ["Frob"]\n')
        write("a.txt", DRAFT)
        assert "accepts 'Frob'" in self.run(capsys, "--unused-accepts", "a.txt")
