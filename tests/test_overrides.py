"""`[[overrides]]`: what holds for the drafts of some paths only."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from followlint.cli import main
from followlint.config import ConfigError, overridden, read_config
from followlint.globs import placed
from followlint.mail import Kind

TEXT = "Subject: A\n\nDear Ana,\n\nThank you for the [topic]! It was fun 😀! Plz call.\n"
Found = Callable[..., list[str]]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(name: str, text: str = TEXT) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def found(capsys: pytest.CaptureFixture[str]) -> Found:
    def check(*arguments: str) -> list[str]:
        main(["check", *arguments])
        out, err = capsys.readouterr()
        assert err == ""
        return [f"{path} {rest.split()[0]}" for path, _, _, rest in map(_cut, out.splitlines())]

    return check


def _cut(line: str) -> list[str]:
    return line.split(":", 3)


HEAD = 'select = ["emoji", "placeholder", "exclamation"]\n'


@pytest.mark.parametrize(
    ("overrides", "inside"),
    [
        pytest.param('ignore = ["emoji"]', ["FL209", "FL501"], id="ignore"),
        pytest.param('select = ["emoji"]', ["FL201"], id="select"),
        pytest.param(
            'select = ["emoji"]\nextend-select = ["FL209"]', ["FL201", "FL209"], id="extend-select"
        ),
        pytest.param(
            "[overrides.rules.exclamation]\nmax = 5", ["FL201", "FL501"], id="options of a rule"
        ),
    ],
)
def test_holds_for_its_paths_only(overrides: str, inside: list[str], found: Found) -> None:
    write("followlint.toml", f'{HEAD}[[overrides]]\nfiles = ["deep/"]\n{overrides}\n')
    write("draft.txt")
    write("deep/er/draft.txt")
    assert sorted(found("draft.txt")) == [
        f"draft.txt {code}" for code in ("FL201", "FL209", "FL501")
    ]
    assert sorted(found("deep")) == [f"deep/er/draft.txt {code}" for code in inside]


def test_the_last_that_means_a_draft_goes_first(found: Found) -> None:
    write(
        "followlint.toml",
        f'{HEAD}[[overrides]]\nfiles = ["a/", "b/"]\nselect = ["emoji"]\n'
        '[[overrides]]\nfiles = ["b/*"]\nselect = ["placeholder"]\n',
    )
    for name in ("a", "b"):
        write(f"{name}/draft.txt")
    assert found("a", "b") == ["a/draft.txt FL201", "b/draft.txt FL501"]


def test_severities_go_before_those_above(tmp_path: Path, found: Found) -> None:
    write(
        "followlint.toml",
        f'{HEAD}[severity]\nFL2 = "error"\nFL201 = "error"\n'
        '[[overrides]]\nfiles = ["mild/"]\nseverity = {FL2 = "warning"}\n',
    )
    write("mild/draft.txt")
    config = overridden(read_config(Path("followlint.toml")), placed(Path("mild/draft.txt")))
    assert [(name, level.value) for name, level in config.severity.items()] == [
        ("FL201", "error"),
        ("FL2", "warning"),
    ]
    main(["--fail-on", "error", "--select", "emoji", "mild/draft.txt"])
    assert main(["--fail-on", "error", "--select", "emoji", "mild/draft.txt"]) == 0


def test_everything_that_is_about_drafts(tmp_path: Path) -> None:
    path = write(
        "followlint.toml",
        'accept = ["dbt"]\nkind = "thank-you"\n[context]\ncompany = "Alder Farm"\nrole = "Cook"\n'
        "[rules.too-long]\nmax = {thank-you = 100}\n"
        '[[overrides]]\nfiles = ["*.md"]\naccept = ["Klarna"]\naccept-files = ["w.txt"]\n'
        'kind = "follow-up"\ncontext = {role = "Gardener"}\n'
        "[overrides.rules.too-long]\nmax = {follow-up = 50}\n",
    )
    config = overridden(read_config(path), tmp_path / "a.md")
    assert (config.accept, config.kind) == (("Klarna",), Kind.FOLLOW_UP)
    assert config.accept_files == (Path("w.txt"),)
    assert config.context.company is not None and config.context.role is not None
    assert (config.context.company.value, config.context.role.value) == ("Alder Farm", "Gardener")
    assert config.options == {"too-long": {"max": {"follow-up": 50}}}
    assert config.path == path
    assert overridden(read_config(path), tmp_path / "a.txt").accept == ("dbt",)


def test_words_that_are_accepted_there(found: Found) -> None:
    text = "Subject: A\n\nDear Ana,\n\nI was glad to recieve it.\n"
    write(
        "followlint.toml",
        'select = ["FL401"]\n[[overrides]]\nfiles = ["a/"]\naccept = ["recieve"]\n',
    )
    for name in ("a", "b"):
        write(f"{name}/draft.txt", text)
    assert found("a", "b") == ["b/draft.txt FL401"]


def test_an_extended_file_s_come_first(found: Found) -> None:
    write("base/base.toml", '[[overrides]]\nfiles = ["*.txt"]\nselect = ["placeholder"]\n')
    write(
        "followlint.toml",
        f'extend = "base/base.toml"\n{HEAD}'
        '[[overrides]]\nfiles = ["draft.*"]\nselect = ["emoji"]\n',
    )
    write("draft.txt")
    write("other.txt")
    write("base/other.txt")
    # A pattern without a slash is about names wherever they stand.
    assert found("draft.txt", "other.txt") == ["draft.txt FL201", "other.txt FL501"]


def test_the_command_line_goes_before(found: Found) -> None:
    write("followlint.toml", '[[overrides]]\nfiles = ["*"]\nselect = ["emoji"]\n')
    write("draft.txt")
    assert found("--select", "placeholder", "draft.txt") == ["draft.txt FL501"]
    assert "draft.txt FL501" in found("--isolated", "draft.txt")


def test_standard_input_by_its_name(found: Found, monkeypatch: pytest.MonkeyPatch) -> None:
    write("followlint.toml", f'{HEAD}[[overrides]]\nfiles = ["a/"]\nselect = ["emoji"]\n')
    Path("a").mkdir()

    class Given:
        buffer = io.BytesIO(TEXT.encode())

    monkeypatch.setattr("sys.stdin", Given)
    assert found("--stdin-filename", "a/x.txt", "-") == ["a/x.txt FL201"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("overrides = 1", "'overrides' should be tables: [[overrides]]"),
        ("overrides = [1]", "'overrides' should be a table"),
        ("[[overrides]]\nignore = []", "an [[overrides]] lacks 'files', the paths it is about"),
        ("[[overrides]]\nfiles = []", "an [[overrides]] lacks 'files', the paths it is about"),
        ('[[overrides]]\nfiles = "a"', "'overrides.files' should be a list of strings"),
        (
            '[[overrides]]\nfiles = ["a"]\nselct = ["a"]',
            "unknown key 'overrides.selct'; did you mean 'select'?",
        ),
        (
            '[[overrides]]\nfile = ["a"]',
            "unknown key 'overrides.file'; did you mean 'files'?",
        ),
        (
            '[[overrides]]\nfiles = ["a"]\nselect = 1',
            "'overrides.select' should be a list of strings",
        ),
        (
            '[[overrides]]\nfiles = ["a"]\nrules = ["x"]',
            "'overrides.rules' should be a table",
        ),
        (
            '[[overrides]]\nfiles = ["a"]\nrules = {folders = ["x"]}',
            "'overrides.rules.folders': folders of rules hold for every draft",
        ),
    ],
)
def test_what_means_nothing(text: str, problem: str) -> None:
    path = write("followlint.toml", f"{text}\n")
    with pytest.raises(ConfigError) as caught:
        read_config(path)
    assert str(caught.value).startswith(f"{path}: {problem}")


@pytest.mark.parametrize("key", ["extend", "exclude", "per-file-ignores", "output-format", "typos"])
def test_what_is_not_about_drafts_is_unknown_there(key: str) -> None:
    path = write("followlint.toml", f'[[overrides]]\nfiles = ["a"]\n{key} = 1\n')
    with pytest.raises(ConfigError, match=f"unknown key 'overrides.{key}'"):
        read_config(path)


@pytest.mark.parametrize(
    "text",
    [
        'select = ["emojy"]',
        'ignore = ["emojy"]',
        'extend-select = ["emojy"]',
        'severity = {emojy = "error"}',
        "[overrides.rules.emojy]\nmax = 1",
        '[overrides.rules.exclamation]\nmax = "many"',
        "[overrides.rules.exclamation]\nmaxx = 1",
    ],
)
def test_a_slip_is_told_though_no_draft_is_meant(
    text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write("followlint.toml", f'[[overrides]]\nfiles = ["nowhere/"]\n{text}\n')
    write("draft.txt")
    assert main(["draft.txt"]) == 2
    err = capsys.readouterr().err
    assert "emojy" in err or "max" in err


def test_shown_with_the_paths(capsys: pytest.CaptureFixture[str]) -> None:
    write(
        "followlint.toml",
        f'{HEAD}[[overrides]]\nfiles = ["a/"]\nselect = ["emoji"]\n'
        "[overrides.rules.exclamation]\nmax = 5\n"
        '[[overrides]]\nfiles = ["b/"]\nignore = ["emoji"]\n',
    )
    write("a/draft.txt")
    assert main(["config", "--show", "a/draft.txt"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if not line.startswith("not chosen")] == [
        "configuration: followlint.toml",
        '  select = ["emoji"]  # followlint.toml, for ["a/"]',
        '  rules.exclamation.max = 5  # followlint.toml, for ["a/"]',
        '  overrides.files = ["a/"]  # followlint.toml, holds here',
        '  overrides.files = ["b/"]  # followlint.toml, does not hold here',
        "rules: FL201",
    ]
