"""Configuration files: which one holds, what may stand in it, and what is refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from followlint.config import KEYS as NAMES
from followlint.config import Config, ConfigError, find_config, read_config
from followlint.mail import Kind

Write = Callable[[str, str], Path]
KEYS = ", ".join(NAMES)


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


class TestExtend:
    def test_what_is_given_goes_before(self, write: Write) -> None:
        base = write("base.toml", 'select = ["FL2"]\nignore = ["slang"]\nkind = "follow-up"\n')
        path = write("team/followlint.toml", 'extend = "../base.toml"\nselect = ["emoji"]\n')
        config = read_config(path)
        assert (config.select, config.ignore, config.kind) == (
            ("emoji",),
            ("slang",),
            Kind.FOLLOW_UP,
        )
        assert config.path == path
        assert config.origins["select"].path == path
        assert config.origins["ignore"].path.resolve() == base

    def test_what_is_given_goes_before_even_where_it_is_empty(self, write: Write) -> None:
        write("base.toml", 'ignore = ["slang"]\nforce-exclude = true\n')
        path = write(
            "followlint.toml", 'extend = "base.toml"\nignore = []\nforce-exclude = false\n'
        )
        config = read_config(path)
        assert (config.ignore, config.force_exclude) == ((), False)

    def test_tables_are_merged_key_by_key(self, write: Write) -> None:
        write(
            "base.toml",
            '[severity]\nemoji = "warning"\nslang = "warning"\n'
            '[context]\ncompany = "Alder Farm"\nrole = "Gardener"\n'
            '[rules]\nfolders = ["house"]\n[rules.too-long]\nmax = 1\nmin = 2\n',
        )
        path = write(
            "followlint.toml",
            'extend = "base.toml"\n[severity]\nslang = "error"\n'
            '[context]\nrole = "Cook"\n[rules.too-long]\nmax = 3\n[rules.emoji]\nx = 1\n',
        )
        config = read_config(path)
        assert {name: level.value for name, level in config.severity.items()} == {
            "emoji": "warning",
            "slang": "error",
        }
        assert config.context.company is not None and config.context.role is not None
        assert (config.context.company.value, config.context.role.value) == ("Alder Farm", "Cook")
        assert config.options == {"too-long": {"max": 3, "min": 2}, "emoji": {"x": 1}}
        assert config.rules == (path.parent / "house",)
        assert config.origins["rules.too-long.max"] == (path, 3)
        assert config.origins["rules.too-long.min"] == (path.parent / "base.toml", 2)

    def test_extend_select_adds(self, write: Write) -> None:
        write("base.toml", 'select = ["FL2"]\nextend-select = ["FL501"]\n')
        path = write("followlint.toml", 'extend = "base.toml"\nextend-select = ["FL502"]\n')
        config = read_config(path)
        assert (config.select, config.extend_select) == (("FL2",), ("FL501", "FL502"))

    def test_paths_and_patterns_stay_with_their_file(self, write: Write, tmp_path: Path) -> None:
        write("house/base.toml", 'rules = ["ours"]\nexclude = ["old/"]\naccept-files = ["w.txt"]\n')
        config = read_config(write("followlint.toml", 'extend = "house/base.toml"\n'))
        assert config.rules == (tmp_path / "house" / "ours",)
        assert config.accept_files == (tmp_path / "house" / "w.txt",)
        assert [glob.base for glob in config.exclude] == [(tmp_path / "house").resolve()]

    def test_through_many_and_a_pyproject(self, write: Write) -> None:
        write("pyproject.toml", '[tool.followlint]\nselect = ["emoji"]\n')
        write("middle.toml", 'extend = "pyproject.toml"\n')
        assert read_config(write("followlint.toml", 'extend = "middle.toml"\n')).select == (
            "emoji",
        )

    @pytest.mark.parametrize("name", ["followlint.toml", "other.toml"])
    def test_in_circles(self, name: str, write: Write) -> None:
        write("other.toml", 'extend = "followlint.toml"\n')
        path = write("followlint.toml", f'extend = "{name}"\n')
        with pytest.raises(ConfigError, match="'extend' leads back to"):
            read_config(path)

    def test_a_file_that_is_not_there(self, write: Write, tmp_path: Path) -> None:
        path = write("followlint.toml", 'extend = "base.toml"\n')
        with pytest.raises(ConfigError) as caught:
            read_config(path)
        assert str(caught.value) == (
            f"{path}: 'extend': {tmp_path / 'base.toml'}: cannot be read: No such file or directory"
        )

    def test_a_fault_is_told_of_its_own_file(self, write: Write) -> None:
        base = write("base.toml", "colour = 1\n")
        with pytest.raises(ConfigError) as caught:
            read_config(write("followlint.toml", 'extend = "base.toml"\n'))
        assert str(caught.value).startswith(f"{base}: unknown key 'colour'")

    @pytest.mark.parametrize("value", ["1", "[]"])
    def test_it_is_a_path(self, value: str, write: Write) -> None:
        path = write("followlint.toml", f"extend = {value}\n")
        with pytest.raises(ConfigError) as caught:
            read_config(path)
        assert str(caught.value) == f"{path}: 'extend' should be a string"


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
        pytest.param("rules = {a = 'b'}", "'rules.a' should be a table", id="no table of options"),
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


def test_as_an_editor_on_windows_writes_it(write: Write) -> None:
    path = write("followlint.toml", "")
    path.write_bytes(b'\xef\xbb\xbfkind = "thank-you"\r\nignore = ["slang"]\r\n')
    config = read_config(path)
    assert (config.kind, config.ignore) == (Kind.THANK_YOU, ("slang",))


@pytest.mark.parametrize("text", ["", "[tool.ruff]\n", "tool = 1\n"])
def test_a_pyproject_that_is_named_should_speak_of_us(text: str, write: Write) -> None:
    path = write("pyproject.toml", text)
    with pytest.raises(ConfigError) as caught:
        read_config(path)
    assert str(caught.value) == f"{path}: has no [tool.followlint]"
    base = write("followlint.toml", 'extend = "pyproject.toml"\n')
    with pytest.raises(ConfigError, match=r"pyproject\.toml: has no"):
        read_config(base)


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
