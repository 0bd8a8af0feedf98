"""Configuration files: which one holds, what may stand in it, and what is refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import pytest

from followlint.config import Config, ConfigError, find_config, read_config
from followlint.mail import Kind

Write = Callable[[str, str], Path]
KEYS = ", ".join(f.name.replace("_", "-") for f in fields(Config) if f.name != "path")


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def put(name: str, text: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return put


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("followlint.toml", ""),
        (".followlint.toml", ""),
        ("pyproject.toml", "[tool.followlint]\n"),
    ],
)
@pytest.mark.parametrize("below", ["", "drafts", "drafts/2026/may"])
def test_found_in_the_folder_or_above(
    name: str, text: str, below: str, write: Write, tmp_path: Path
) -> None:
    path = write(name, text)
    folder = tmp_path / below
    folder.mkdir(parents=True, exist_ok=True)
    assert find_config(folder) == path


def test_the_nearest_holds(write: Write, tmp_path: Path) -> None:
    write("followlint.toml", "")
    near = write("drafts/.followlint.toml", "")
    assert find_config(tmp_path / "drafts") == near


def test_in_one_folder_the_plain_name_comes_first(write: Write, tmp_path: Path) -> None:
    write("pyproject.toml", "[tool.followlint]\n")
    write(".followlint.toml", "")
    plain = write("followlint.toml", "")
    assert find_config(tmp_path) == plain
    plain.unlink()
    assert find_config(tmp_path) == tmp_path / ".followlint.toml"


def test_a_pyproject_that_speaks_of_others_is_passed_over(write: Write, tmp_path: Path) -> None:
    far = write("followlint.toml", "")
    write("drafts/pyproject.toml", '[tool.ruff]\n[project]\nname = "x"\n')
    assert find_config(tmp_path / "drafts") == far


@pytest.mark.parametrize("text", ["tool = 3\n", "[[tool]]\na = 1\n"])
def test_a_pyproject_whose_tool_is_no_table_is_passed_over(
    text: str, write: Write, tmp_path: Path
) -> None:
    far = write("followlint.toml", "")
    write("drafts/pyproject.toml", text)
    assert find_config(tmp_path / "drafts") == far


def test_a_folder_of_that_name_is_no_configuration(write: Write, tmp_path: Path) -> None:
    far = write("followlint.toml", "")
    (tmp_path / "drafts" / "followlint.toml").mkdir(parents=True)
    assert find_config(tmp_path / "drafts") == far


def test_nothing_is_merged(write: Write, tmp_path: Path) -> None:
    write("followlint.toml", 'ignore = ["emoji"]\naccept = ["Klarna"]\n')
    near = write("drafts/followlint.toml", 'select = ["slang"]\n')
    found = find_config(tmp_path / "drafts")
    assert found is not None
    assert read_config(found) == Config(select=("slang",), path=near)


@pytest.mark.parametrize(
    ("name", "head"),
    [("followlint.toml", ""), (".followlint.toml", ""), ("pyproject.toml", "[tool.followlint]\n")],
)
def test_everything_that_can_be_said(name: str, head: str, write: Write, tmp_path: Path) -> None:
    path = write(
        name,
        head + 'select = ["FL2", "misspelling"]\n'
        'ignore = ["emoji"]\n'
        'accept = ["dbt", "Klarna"]\n'
        'rules = ["team-rules", "../house"]\n'
        'kind = "follow-up"\n'
        'spacy-model = "en_core_web_md"\n',
    )
    assert read_config(path) == Config(
        select=("FL2", "misspelling"),
        ignore=("emoji",),
        accept=("dbt", "Klarna"),
        rules=(tmp_path / "team-rules", tmp_path / "../house"),
        kind=Kind.FOLLOW_UP,
        spacy_model="en_core_web_md",
        path=path,
    )


def test_an_empty_file_says_nothing(write: Write) -> None:
    path = write("followlint.toml", "")
    assert read_config(path) == Config(path=path)


def test_an_absolute_folder_of_rules_stays(write: Write, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    path = write("drafts/followlint.toml", f"rules = ['{elsewhere}']\n")
    assert read_config(path).rules == (elsewhere,)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        pytest.param(
            'selct = ["emoji"]', "unknown key 'selct'; did you mean 'select'?", id="near a key"
        ),
        pytest.param(
            'spacy_model = "x"',
            "unknown key 'spacy_model'; did you mean 'spacy-model'?",
            id="underscore",
        ),
        pytest.param(
            "colour = 1",
            f"unknown key 'colour'; known are: {KEYS}",
            id="near no key",
        ),
        pytest.param(
            'path = "x"',
            f"unknown key 'path'; known are: {KEYS}",
            id="field that is no key",
        ),
        pytest.param(
            'select = "emoji"', "'select' should be a list of strings", id="string for a list"
        ),
        pytest.param("ignore = [1]", "'ignore' should be a list of strings", id="list of numbers"),
        pytest.param("accept = true", "'accept' should be a list of strings", id="boolean"),
        pytest.param(
            "rules = {a = 'b'}", "'rules' should be a list of strings", id="table for a list"
        ),
        pytest.param("kind = 1", "'kind' should be a string", id="number for a kind"),
        pytest.param("spacy-model = []", "'spacy-model' should be a string", id="list for a name"),
        pytest.param(
            'kind = "thankyou"',
            "'kind' is 'thankyou', not one of: thank-you, follow-up, rejection-reply",
            id="no such kind",
        ),
    ],
)
@pytest.mark.parametrize(
    ("name", "head"), [("followlint.toml", ""), ("pyproject.toml", "[tool.followlint]\n")]
)
def test_what_means_nothing_is_refused(
    name: str, head: str, text: str, problem: str, write: Write
) -> None:
    path = write(name, f"{head}{text}\n")
    with pytest.raises(ConfigError) as caught:
        read_config(path)
    assert str(caught.value) == f"{path}: {problem}"


def test_the_section_should_be_a_table(write: Write, tmp_path: Path) -> None:
    path = write("pyproject.toml", "[tool]\nfollowlint = 1\n")
    with pytest.raises(ConfigError) as caught:
        find_config(tmp_path)
    assert str(caught.value) == f"{path}: [tool.followlint] should be a table"


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"select = [\n", id="list not closed"),
        pytest.param(b"select = []\nselect = []\n", id="key given twice"),
        pytest.param(b'kind = "\xff"\n', id="no UTF-8"),
    ],
)
def test_broken_toml(data: bytes, write: Write) -> None:
    path = write("followlint.toml", "")
    path.write_bytes(data)
    with pytest.raises(ConfigError) as caught:
        read_config(path)
    assert str(caught.value).startswith(f"{path}: not TOML: ")
    assert "\n" not in str(caught.value)


def test_a_broken_pyproject_on_the_way_is_an_error(write: Write, tmp_path: Path) -> None:
    # It may hold our section: passing it over could switch rules off behind the user's back.
    path = write("pyproject.toml", "[tool\n")
    with pytest.raises(ConfigError) as caught:
        find_config(tmp_path)
    assert str(caught.value).startswith(f"{path}: not TOML: ")


def test_a_file_that_will_not_open(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        read_config(tmp_path / "followlint.toml")
    assert str(caught.value) == (
        f"{tmp_path / 'followlint.toml'}: cannot be read: No such file or directory"
    )
