"""One thing, one name: across the templates of a repository, and against what is declared."""

from __future__ import annotations

from pathlib import Path

import pytest

from followlint.analysis.faults import SlotFault
from followlint.errors import FollowlintError
from followlint.template.declared import (
    Declared,
    declared_in,
    declared_names,
    find_declared,
    read_declared,
    read_values,
)
from followlint.template.naming import field_of
from followlint.template.sheet import House, problems_of, read_sheet, tally_of
from followlint.text import Source


def problems(
    *texts: str, declared: Declared | None = None, fault: SlotFault = SlotFault.INCONSISTENT
) -> list[tuple[str, str]]:
    """Return the slots of the last text with that fault, and what they should be."""
    known = declared or Declared()
    sources = [Source(f"{n}.txt", text) for n, text in enumerate(texts)]
    house = House(known, tally_of(sources, known))
    found = problems_of(read_sheet(sources[-1], known), house)[fault]
    assert all(problem.span.of(texts[-1]).split() == problem.written.split() for problem in found)
    return [(problem.written, problem.instead) for problem in found]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("[Position]", "[Position Title]"),
        ("[Company]", "[Company Name]"),
        ("[Company]", "{{company}}"),
        ("[Company]", "[COMPANY]"),
        ("[Role]", "[Job Title]"),
        ("[Interviewer Name]", "[Interviewer's Name]"),
        ("[Interviewer’s Name]", "[Interviewer's Name]"),
        ("[specific topic]", "[specific topic discussed]"),
        ("{interviewer_name}", "{interviewerName}"),
        ("[Company]", "[Compnay]"),
        ("[Company Name]", "[Compnay Name]"),
        ("[Interviewer Name]", "[Intreviewer Name]"),
    ],
)
def test_the_rarer_way_of_two_is_flagged_wherever_it_stands(one: str, other: str) -> None:
    assert problems(f"Dear Ana,\n\n{one} and {one}.", f"Dear Ana,\n\n{other}.") == [(other, one)]
    assert problems(f"Dear Ana,\n\n{one} and {one}, then {other}.") == [(other, one)]
    assert problems(f"Dear Ana,\n\n{other}.", f"Dear Ana,\n\n{one} and {one}.") == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("[Interviewer 1]", "[Interviewer 2]"),
        ("[First Name]", "[Last Name]"),
        ("[Interviewer Name]", "[Interviewer First Name]"),
        ("[Interviewer Name]", "[Recruiter Name]"),
        ("[Your Name]", "[Interviewer Name]"),
        ("[skill]", "[skills]"),
        ("[Interview]", "[Interviewer]"),
        ("[date]", "[data]"),
        ("[topic A]", "[topic B]"),
        ("[mention a project]", "[mention a topic]"),
        ("[the role / the team]", "[the role]"),
        ("{{company}}", "{{ company }}"),
        ("{{company}}", "{{ company | upper }}"),
    ],
)
def test_two_things_may_have_two_names(one: str, other: str) -> None:
    assert problems(f"Dear Ana,\n\n{one} and {one} and {other}.") == []


def test_of_two_as_frequent_it_is_always_the_same_one() -> None:
    one, other = "Dear Ana,\n\n[Role].", "Dear Ana,\n\n[Position]."
    assert problems(one, other) == [("[Position]", "[Role]")]
    assert problems(other, one) == []


def test_instructions_have_no_name() -> None:
    assert field_of("mention something that you talked about in the interview") == ""
    assert field_of("Job Title") == field_of("the position") == "role"


def test_a_file_that_is_not_on_the_disk_counts_too() -> None:
    source = Source("-", "Dear Ana,\n\n[Role] and [Role] and [Position].")
    house = House(Declared(), tally_of([], Declared()))
    [found] = problems_of(read_sheet(source, Declared()), house)[SlotFault.INCONSISTENT]
    assert found.instead == "[Role]"


def test_what_is_declared_is_the_model() -> None:
    declared = declared_names(["Company", "[Role]"], "here")
    text = "Dear Ana,\n\n[Company], {{Company}}, [Role], {Role}, [company name]."
    undeclared = problems(text, declared=declared, fault=SlotFault.UNDECLARED)
    assert undeclared == [("{Role}", "[Role]"), ("[company name]", "[Company]")]
    assert problems(text, declared=declared) == [("{{Company}}", "[Company]")]


def test_two_declared_names_are_two_things() -> None:
    declared = declared_names(["Role", "Position"], "here")
    assert problems("Dear Ana,\n\n[Role], [Role], [Position].", declared=declared) == []


def test_a_star_stands_for_anything() -> None:
    declared = declared_names(["mention *", "Name?"], "here")
    text = "Dear Ana,\n\n[mention the kiln], [Name?], [Names]."
    assert problems(text, declared=declared, fault=SlotFault.UNDECLARED) == [("[Names]", "[Name?]")]


def test_front_matter_declares_too() -> None:
    text = "---\nsubject: {{Role}}\nplaceholders: [Company, 'Your Name']\n---\nHi Ana,"
    assert set(declared_in(Source("a.md", text)).names) == {"Company", "Your Name"}
    text = '---\nplaceholders:\n  - Company\n  - "{{x}}"\n---\nHi Ana,'
    assert set(declared_in(Source("a.md", text)).names) == {"Company", "{{x}}"}
    assert not declared_in(Source("a.md", "Hi Ana,\nplaceholders: [Company]"))


def test_a_file_of_placeholders(tmp_path: Path) -> None:
    path = tmp_path / "placeholders.toml"
    path.write_text('placeholders = ["Company", "  Your   Name "]\n')
    assert dict(read_declared(path).names) == {"Company": "", "Your Name": ""}
    path.write_text('[placeholders]\nCompany = "Harrow Freight"\n"[Role]" = "Clerk"\n')
    assert dict(read_declared(path).samples) == {"Company": "Harrow Freight", "Role": "Clerk"}
    (tmp_path / "a" / "b").mkdir(parents=True)
    assert find_declared(tmp_path / "a" / "b") == path


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('placeholder = ["x"]', "unknown key 'placeholder'"),
        ("placeholders = 3", "list of names"),
        ("placeholders = [3]", "list of names"),
        ("[placeholders]\nCompany = 3", "list of names"),
        ("placeholders", "not TOML"),
    ],
)
def test_broken_files_of_placeholders_are_messages(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "placeholders.toml"
    path.write_text(text)
    with pytest.raises(FollowlintError, match=says) as error:
        read_declared(path)
    assert str(path) in str(error.value)


def test_values(tmp_path: Path) -> None:
    path = tmp_path / "values.toml"
    path.write_text('"[Company]" = "A"\nyears = 3\n[values]\nRole = "B"\n')
    assert dict(read_values(path)) == {"Company": "A", "years": "3", "Role": "B"}
    path.write_text("Company = [1]\n")
    with pytest.raises(FollowlintError, match="'Company' should be a value"):
        read_values(path)
    with pytest.raises(FollowlintError, match="cannot be read"):
        read_values(tmp_path / "gone.toml")
