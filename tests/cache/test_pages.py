"""Pages about the rules that are kept: as long as nothing they hang on has changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from followlint.cache.pages import kept_page

PAGE = "FL201  emoji “😀” \udc80\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FOLLOWLINT_CACHE_DIR", str(tmp_path))
    return tmp_path / "pages"


class Maker:
    """Counts how often a page is made."""

    def __init__(self, page: str = PAGE) -> None:
        self.page, self.made = page, 0

    def __call__(self) -> str:
        self.made += 1
        return self.page


def test_a_page_is_made_once() -> None:
    make = Maker()
    assert [kept_page("rules", "here", make) for _ in range(3)] == [PAGE] * 3
    assert make.made == 1


@pytest.mark.parametrize(("name", "circumstances"), [("explain", "here"), ("rules", "elsewhere")])
def test_another_page_is_another(name: str, circumstances: str) -> None:
    kept_page("rules", "here", Maker())
    assert kept_page(name, circumstances, Maker("other")) == "other"


def test_without_circumstances_nothing_is_kept(folder: Path) -> None:
    make = Maker()
    kept_page("rules", "", make)
    kept_page("rules", "", make)
    assert make.made == 2
    assert not folder.exists()


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda data: b"", id="empty"),
        pytest.param(lambda data: data[:20], id="cut short"),
        pytest.param(lambda data: data[:-1], id="its last byte lost"),
        pytest.param(lambda data: data[:40] + b"?" + data[41:], id="a byte changed"),
    ],
)
def test_a_damaged_page_is_made_again(folder: Path, damage: Callable[[bytes], bytes]) -> None:
    kept_page("rules", "here", Maker())
    (file,) = folder.iterdir()
    file.write_bytes(damage(file.read_bytes()))
    make = Maker()
    assert [kept_page("rules", "here", make) for _ in range(2)] == [PAGE] * 2
    assert make.made == 1


def test_what_fails_is_not_kept(folder: Path) -> None:
    def fail() -> str:
        raise ValueError("no such rule")

    with pytest.raises(ValueError, match="no such rule"):
        kept_page("explain FL999", "here", fail)
    assert not folder.exists()
