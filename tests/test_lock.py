"""The lock file for development and CI: all that is needed, with hashes, and no place named."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from followlint.toml import read_toml

ROOT = Path(__file__).parents[1]
LOCK = ROOT / "requirements-dev.lock"
PINNED = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==\S+(?: ; [^\n]*?)? \\$", re.MULTILINE)


def normal(requirement: str) -> str:
    """Return the name in a requirement, as packages are compared by it."""
    found = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert found
    return re.sub(r"[-_.]+", "-", found[0]).lower()


@pytest.fixture(scope="module")
def text() -> str:
    return LOCK.read_text(encoding="utf-8")


def test_everything_that_is_asked_for_is_pinned(text: str) -> None:
    project = read_toml(ROOT / "pyproject.toml")
    asked = [
        *project["project"]["dependencies"],
        *project["project"]["optional-dependencies"]["languagetool"],
        *(one for group in project["dependency-groups"].values() for one in group),
    ]
    names = {normal(one) for one in asked if isinstance(one, str)}
    pinned = {normal(match["name"]) for match in PINNED.finditer(text)}
    assert names - pinned == set()


def test_every_pin_has_hashes(text: str) -> None:
    pins = re.split(r"\n(?=[A-Za-z0-9])", text)[1:]
    assert pins
    for pin in pins:
        assert PINNED.match(pin), pin[:80]
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", pin), pin[:80]


def test_no_place_is_named(text: str) -> None:
    assert "://" not in text
    assert "--index" not in text
