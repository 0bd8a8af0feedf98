"""`--template`, the configuration by path, and `followlint fill`, as users call them."""

from __future__ import annotations

from pathlib import Path

import pytest

from followlint.cli import main

GOOD = """\
Subject: Thank you for the [Role] interview

Dear [Interviewer Name],

Thank you for meeting me on [Day] to talk about the [Role] role at [Company]. I enjoyed hearing
about [specific topic], and I am very interested in joining you.

Best regards,
[Your Name]
"""
OTHER = GOOD.replace("[Role]", "[Job Title]")
VALUES = """\
Role = "Stock Planner"
"Interviewer Name" = "Ana Berg"
Day = "Monday"
Company = "Harrow Freight"
"specific topic" = "the new loading bays"
"Your Name" = "Tom Hale"
"""


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two templates, one of which is called by another name; we stand in it."""
    (tmp_path / ".git").mkdir()
    for name, text in {"a.txt": GOOD, "b.txt": GOOD, "deep/c.txt": OTHER}.items():
        path = tmp_path / "templates" / name
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_text(text, encoding="utf-8")
    (tmp_path / "draft.txt").write_text(GOOD, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


#: These need no English pipeline, which takes a second to load.
LIGHT = ["check", "--select", "FL501,FL7"]


def run(capsys: pytest.CaptureFixture[str], *arguments: str, status: int = 0) -> list[str]:
    """Return what is printed, a line each; what is said in passing goes last."""
    assert main(arguments) == status
    output = capsys.readouterr()
    return [*output.out.splitlines(), *output.err.splitlines()]


def test_a_template_is_a_bad_draft_and_a_good_template(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = run(capsys, "check", "--isolated", "templates/a.txt", status=1)
    assert "FL501" in {line.split()[1] for line in found}
    assert run(capsys, "check", "--isolated", "--template", "templates/a.txt") == []


def test_the_whole_repository_is_asked_even_where_one_file_is_named(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = [*LIGHT, "--isolated", "--template", "--no-cache"]
    [one, two] = run(capsys, *arguments, "templates/deep/c.txt", status=1)
    assert one == ("templates/deep/c.txt:1:28: FL703 “[Job Title]” is written “[Role]” elsewhere")
    assert two.startswith("templates/deep/c.txt:5:53: FL703 ")
    # The others have changed: nothing that was kept may be said again.
    (repository / "templates" / "a.txt").write_text(OTHER, encoding="utf-8")
    (repository / "templates" / "b.txt").write_text(OTHER, encoding="utf-8")
    (repository / "draft.txt").unlink()
    assert run(capsys, *arguments, "templates/deep/c.txt") == []


def test_what_is_kept_from_another_run_is_not_said_of_a_template(
    repository: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOLLOWLINT_CACHE_DIR", str(repository / "cache"))
    arguments = [*LIGHT, "--isolated", "--template", "templates/deep/c.txt"]
    assert len(run(capsys, *arguments, status=1)) == 2
    assert len(run(capsys, *arguments, status=1)) == 2
    for name in ("templates/a.txt", "templates/b.txt", "draft.txt"):
        (repository / name).write_text(OTHER, encoding="utf-8")
    assert run(capsys, *arguments) == []


def test_paths_of_the_configuration_are_templates(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (repository / "followlint.toml").write_text('templates = ["templates/**"]\n')
    found = run(capsys, *LIGHT, ".", status=1)
    codes = {(line.split(":")[0], line.split()[1]) for line in found}
    assert codes == {("draft.txt", "FL501"), ("templates/deep/c.txt", "FL703")}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("templates/placeholders.toml", "placeholders = {}\n"),
        ("followlint.toml", 'templates = ["templates/"]\n[template]\nplaceholders = {}\n'),
    ],
)
@pytest.mark.parametrize(
    "names",
    [
        '["Role", "Interviewer Name", "Day", "specific topic", "Your Name", "Compnay"]',
        '{Role = "", "Interviewer Name" = "", Day = "", "specific *" = "", "Your Name" = "",'
        ' Compnay = "Harrow Freight"}',
    ],
    ids=["list", "table"],
)
def test_declared_placeholders(
    name: str, text: str, names: str, repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (repository / name).write_text(text.replace("{}", names), encoding="utf-8")
    found = run(capsys, *LIGHT, "--template", "templates/a.txt", status=1)
    assert found == [
        "templates/a.txt:5:68: FL702 “[Company]” is not among the declared placeholders; "
        "did you mean “Compnay”?"
    ]


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("placeholders.toml", "placeholders = 3", "placeholders.toml: 'placeholders' should be"),
        ("followlint.toml", "[template]\nplaceholders = 3", "'template.placeholders' should be"),
        ("followlint.toml", "[template]\nplaceholder = []", "did you mean 'placeholders'?"),
        ("followlint.toml", 'templates = "x"', "'templates' should be a list"),
        ("followlint.toml", "template = []", "'template' should be a table"),
    ],
)
def test_broken_declarations_are_messages(
    name: str, text: str, says: str, repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (repository / name).write_text(text + "\n", encoding="utf-8")
    [line] = run(capsys, *LIGHT, "--template", "templates/a.txt", status=2)
    assert says in line


def test_standard_input(
    repository: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    import io
    import sys

    def given(text: str) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))

    given(GOOD)
    assert run(capsys, *LIGHT, "--isolated", "--template", "-") == []
    given(GOOD.replace("[Company]", "[Company Name]"))
    found = run(
        capsys,
        *LIGHT,
        "--isolated",
        "--template",
        "--stdin-filename",
        "templates/n.txt",
        "-",
        status=1,
    )
    assert [line.split()[1] for line in found] == ["FL703"]


def test_fill_prints_the_email(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (repository / "values.toml").write_text(VALUES, encoding="utf-8")
    found = run(capsys, "fill", "--isolated", "--values", "values.toml", "templates/a.txt")
    assert found == [
        "Subject: Thank you for the Stock Planner interview",
        "",
        "Dear Ana Berg,",
        "",
        "Thank you for meeting me on Monday to talk about the Stock Planner role at Harrow Freight."
        " I enjoyed hearing",
        "about the new loading bays, and I am very interested in joining you.",
        "",
        "Best regards,",
        "Tom Hale",
    ]


def test_fill_says_which_values_do_not_fit(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (repository / "values.toml").write_text('Role = "Clerk"\nrule = "x"\n', encoding="utf-8")
    found = run(capsys, "fill", "--isolated", "--values", "values.toml", "templates/a.txt")
    assert "followlint: no value for [Company]; a sample is put in" in found
    assert "followlint: the value for 'rule' is put in nowhere" in found
    assert not any("[" in line for line in found if not line.startswith("followlint:"))


def test_fill_parts_several_emails(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = f"# One\n\n```\n{GOOD}```\n\n# Two\n\n```\n{GOOD}```\n"
    (repository / "two.md").write_text(text, encoding="utf-8")
    found = run(capsys, "fill", "--isolated", "two.md")
    assert [line for line in found if line.startswith("---")] == ["-" * 72]
    assert sum(line.startswith("Subject:") for line in found) == 2


def test_the_fill_test(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "fill", "--isolated", "--check", "templates/a.txt") == []
    text = GOOD.replace("in joining you", "in working as a [Role]")
    (repository / "article.txt").write_text(text, encoding="utf-8")
    assert run(capsys, "check", "--isolated", "--template", "article.txt") == []
    found = run(capsys, "fill", "--isolated", "--check", "article.txt", status=1)
    assert found == ["article.txt:6:64: FL403 “a” should be “an”"]
    (repository / "values.toml").write_text(VALUES, encoding="utf-8")
    arguments = ["fill", "--isolated", "--check", "--values", "values.toml", "article.txt"]
    assert run(capsys, *arguments) == []
    (repository / "values.toml").write_text(VALUES.replace("the new", "teh new"), encoding="utf-8")
    found = run(capsys, *arguments, status=1)
    assert [line.split(":")[1] for line in found] == ["6"]
    assert "FL401" in found[0]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["gone.txt"], "no such file"),
        (["--values", "gone.toml", "templates/a.txt"], "gone.toml: cannot be read"),
        (["templates"], "holds 3 drafts"),
    ],
)
def test_what_cannot_be_filled_is_a_message(
    arguments: list[str], says: str, repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    [line] = run(capsys, "fill", "--isolated", *arguments, status=2)
    assert says in line
