from __future__ import annotations

import pytest

from followlint.analysis.typos.grammar.inflection import bare, participle, with_s, without_s


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("fix", "fixes"), ("duty", "duties"), ("day", "days"), ("need", "needs"), ("do", "does"),
        ("have", "has"), ("house", "houses"), ("success", "successes"), ("wish", "wishes"),
    ],
)  # fmt: skip
def test_with_s_and_without(one: str, other: str) -> None:
    assert (with_s(one), without_s(other)) == (other, one)


@pytest.mark.parametrize(
    ("form", "base"),
    [
        ("serving", "serve"), ("begging", "beg"), ("answers", "answer"), ("went", "go"),
        ("tried", "try"), ("helped", "help"), ("is", "be"), ("understood", "understand"),
    ],
)  # fmt: skip
def test_the_bare_verb(form: str, base: str) -> None:
    assert bare(form) == base


@pytest.mark.parametrize(
    ("verb", "form"),
    [("pass", "passed"), ("bring", "brought"), ("apply", "applied"), ("plan", "planned"),
     ("receive", "received"), ("enjoy", "enjoyed")],
)  # fmt: skip
def test_what_follows_have(verb: str, form: str) -> None:
    assert participle(verb) == form
