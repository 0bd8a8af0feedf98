"""`followlint config --show`: what holds for a draft, and which file says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from followlint.cli import main

DRAFT = "Subject: Tuesday\nFollowlint-Ignore: slang\n\nDear Ana,\n\nThank you.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(name: str, text: str = DRAFT) -> str:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return name


def show(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    assert main(["config", "--show", *arguments]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out.splitlines()


def test_every_key_with_its_file(capsys: pytest.CaptureFixture[str]) -> None:
    write(
        "base.toml",
        'select = ["FL2"]\nignore = ["emoji"]\n[severity]\nslang = "error"\n'
        '[rules.too-long]\nmax = {thank-you = 100}\n[typos]\nengine = "harper"\n',
    )
    write(
        "team/followlint.toml",
        'extend = "../base.toml"\nignore = ["jargon"]\nselect = ["FL201", "FL203", "FL204"]\n'
        '[per-file-ignores]\n"old/*" = ["emoji"]\n',
    )
    lines = show(capsys, write("team/old/draft.txt"))
    assert lines.pop(-3).startswith("not chosen: FL101, ")
    assert lines == [
        "configuration: team/followlint.toml",
        '  select = ["FL201", "FL203", "FL204"]  # team/followlint.toml',
        '  ignore = ["jargon"]  # team/followlint.toml',
        '  severity.slang = "error"  # base.toml',
        '  rules.too-long.max = {"thank-you": 100}  # base.toml',
        '  typos.engine = "harper"  # base.toml',
        '  extend = "../base.toml"  # team/followlint.toml',
        '  per-file-ignores.old/* = ["emoji"]  # team/followlint.toml',
        "rules: none",
        "left out by path: FL201",
        "ignored in the draft: FL203",
    ]


def test_without_a_configuration(capsys: pytest.CaptureFixture[str]) -> None:
    lines = show(capsys, write("draft.txt"))
    assert lines[0] == "no configuration file: defaults hold"
    assert lines[1].startswith("rules: FL101, ")
    assert lines[2:] == ["ignored in the draft: FL203"]


def test_of_a_table_that_is_given_anew(capsys: pytest.CaptureFixture[str]) -> None:
    write("base.toml", '[typos.languagetool]\nurl = "http://localhost:8081"\n')
    write("followlint.toml", 'extend = "base.toml"\n[typos]\nengine = "harper"\n')
    lines = show(capsys, write("draft.txt"))
    assert [line for line in lines if "typos" in line] == [
        '  typos.engine = "harper"  # followlint.toml'
    ]


def test_isolated(capsys: pytest.CaptureFixture[str]) -> None:
    write("followlint.toml", "colour = 1\n")
    assert show(capsys, write("draft.txt"), "--isolated")[0].startswith("no configuration")


def test_another_file(capsys: pytest.CaptureFixture[str]) -> None:
    write("mine.toml", 'select = ["emoji"]\n')
    lines = show(capsys, write("draft.txt"), "--config", "mine.toml")
    assert lines[:3] == [
        "configuration: mine.toml",
        '  select = ["emoji"]  # mine.toml',
        "rules: FL201",
    ]


@pytest.mark.parametrize(
    ("text", "problem"), [("colour = 1\n", "unknown key"), ('select = ["emojy"]\n', "no rule")]
)
def test_what_is_wrong_with_it(text: str, problem: str, capsys: pytest.CaptureFixture[str]) -> None:
    write("followlint.toml", text)
    assert main(["config", "--show", write("draft.txt")]) == 2
    assert problem in capsys.readouterr().err


def test_a_draft_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["config", "--show", "draft.txt"]) == 2
    assert "no such file" in capsys.readouterr().err
