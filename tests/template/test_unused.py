"""Placeholders that are declared and stand in no template."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from followlint.analysis.faults import SlotFault
from followlint.template.declared import Declared
from followlint.template.sheet import House, problems_of, read_sheet, tally_of
from followlint.template.unused import names_used
from followlint.text import Source

Invoke = Callable[..., Any]
EMAIL = """\
Subject: Thank you for the {role} talk

Dear [Reader],

Thank you for the walk through the hothouse at [Firm]; {topic} stayed with me.

Best regards,
[Your Name]
"""


@pytest.fixture
def said(folder: Path, invoke: Invoke) -> Callable[..., list[str]]:
    """Write files, and return what is found about declared names: "file:row:column name"."""

    def check(files: dict[str, str], *arguments: str) -> list[str]:
        for name, text in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
        _, out, err = invoke("check", "--no-cache", "--select", "FL705", *arguments)
        assert err == ""
        lines = [line.split(" ", 2) for line in out.splitlines()]
        return [f"{place[:-1]} {rest.split('”')[0].strip('“')}" for place, _, rest in lines]

    return check


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Firm", "at [Firm]"),
        ("[Firm]", "at [Firm]"),
        ("{{firm}}", "at {{ firm | upper }}"),
        ("firm", "at {firm}, at {{firm}}"),
        ("mention *", "and [mention the hothouse]"),
        # these two are said to be slips
        ("Firm", "at [Frim]"),
        ("[Firm]", "at {{Firm}}"),
        ("Job Title", "the [Job  Title]"),
        ("your $hare", "[your $hare]"),
    ],
)
def test_used(name: str, text: str) -> None:
    assert names_used([Source("a.md", text)], Declared({name: ""})) >= {name}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Firm", "at the Firm"),
        ("mention *", "[describe the hothouse]"),
        ("Firm", "---\nplaceholders: [Firm]\n---\nDear Ana,\n\nThank you."),
        ("Firm", "---\nplaceholders:\n  - '[Firm]'\n---\nDear Ana,\n\nThank you."),
    ],
)
def test_not_used(name: str, text: str) -> None:
    assert not names_used([Source("a.md", text)], Declared({name: ""})) & {name}


@pytest.mark.parametrize(
    ("head", "row"),
    [("placeholders: [Firm, Reader, Plot]", 2), ("placeholders:\n  - Firm\n  - 'Plot'\n", 4)],
)
def test_of_front_matter_each_file_is_judged_alone(head: str, row: int) -> None:
    text = f"---\n{head}\n---\nDear [Reader],\n\nThank you for the tour of [Firm]."
    sources = [Source("a.md", text), Source("b.md", "Dear [Plot],\n\nThank you.")]
    house = House(Declared(), tally_of(sources, Declared()))
    found = problems_of(read_sheet(sources[0], Declared()), house)[SlotFault.UNUSED]
    assert [(p.span.of(text), sources[0].position(p.span.start).row) for p in found] == [
        ("Plot", row)
    ]


DECLARED = '[placeholders]\nReader = "Ana"\n"{role}" = ""\nPlot = ""\nFirm = ""\n"Your Name" = ""\n'
REST = '"topic" = "the ferns"\n'


def test_a_file_of_declarations_is_judged_once(said: Callable[..., list[str]]) -> None:
    files = {
        "t/a.txt": EMAIL.format(role="{role}", topic="[topic]"),
        "t/b.txt": EMAIL.format(role="kiln", topic="the kiln"),
        "placeholders.toml": DECLARED + REST,
    }
    assert said(files, "--template", ".") == ["placeholders.toml:4:1 Plot"]
    # One file that was changed is enough, and what the others use is known.
    assert said({}, "--template", "t/b.txt") == ["placeholders.toml:4:1 Plot"]
    # Whoever checks drafts has no templates.
    assert said({}, ".") == []
    assert said({"t/c.md": "> **Subject:** The [Plot]\n\nDear Ana,\n"}, "--template", ".") == []


def test_a_configuration_is_judged_as_well(said: Callable[..., list[str]]) -> None:
    files = {
        "t/a.txt": EMAIL.format(role="{role}", topic="[topic]"),
        "drafts/b.txt": "Dear Ana,\n\nThank you for the [Plot].\n",
        "followlint.toml": 'templates = ["t/"]\n[template]\nplaceholders = ["Plot", "Reader"]\n',
    }
    # What another declares is its business; what stands in a draft is no use of a placeholder.
    assert said(files, ".") == ["followlint.toml:3:18 Plot"]
    assert said({}, "drafts") == []
    table = 'templates = ["t/"]\n[template.placeholders]\nReader = "Ana"\nPlot = "a plot"\n'
    assert said({"followlint.toml": table}, ".") == ["followlint.toml:4:1 Plot"]


def test_a_list_for_many_repositories_is_not_judged(said: Callable[..., list[str]]) -> None:
    files = {
        "house.toml": '[template]\nplaceholders = ["Reader", "Plot", "Firm"]\n',
        "here/followlint.toml": 'extend = "../house.toml"\ntemplates = ["*.txt"]\n',
        "here/a.txt": EMAIL.format(role="kiln", topic="the kiln"),
    }
    assert said(files, "here") == []
    # Nor is one that lies elsewhere, and was named.
    assert said({}, "--template", "--config", "house.toml", "here") == ["house.toml:2:28 Plot"]
    elsewhere = {"other/house.toml": files["house.toml"]}
    assert said(elsewhere, "--template", "--config", "other/house.toml", "here") == []


def test_a_name_that_is_written_with_escapes_has_no_place(said: Callable[..., list[str]]) -> None:
    files = {
        "a.txt": EMAIL.format(role="kiln", topic="the kiln"),
        "placeholders.toml": '[placeholders]\n"Pl\\u006ft" = ""\n',
    }
    (found,) = said(files, "--template", "a.txt")
    assert found == "placeholders.toml:1:2 Plot"
