"""The page for coaches as a browser shows it: nothing cut off, legible, by keyboard and by ear."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from followlint.finding import Finding, Severity
from followlint.report import FORMATS, Results
from followlint.text import Span

if sys.platform == "win32":
    pytest.skip("the browser is spoken to through pipes", allow_module_level=True)
sys.path.insert(0, str(Path(__file__).parent))

from browser import Browser

PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "chrome")
WIDE, NARROW = 1280, 390
TEXT = "Subject: Tuesday\n\nDear Ana,\n\nplz call me about the recieved plan.\n\nTom\n"
#: The contrast of each text with what is painted behind it, as WCAG 2 reckons it.
CONTRASTS = """
(() => {
  const parts = c => c.match(/[\\d.]+/g).map(Number);
  const light = c => parts(c).slice(0, 3).map(v => v / 255)
    .map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
  const behind = e => {
    for (; e; e = e.parentElement) {
      const c = getComputedStyle(e).backgroundColor;
      if (parts(c)[3] !== 0) return c;
    }
    return 'rgb(255, 255, 255)';
  };
  const found = {};
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const e = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim()) continue;
    const [a, b] = [light(getComputedStyle(e).color), light(behind(e))].sort((x, y) => y - x);
    found[e.tagName.toLowerCase() + '.' + e.className] = (a + .05) / (b + .05);
  }
  return found;
})()
"""


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if not program:
        pytest.skip("no Chromium here")
    with Browser(program, tmp_path_factory.mktemp("profile")) as started:
        yield started


@pytest.fixture
def page(tmp_path: Path, results: Results, results_of: Callable[..., Results]) -> Path:
    """A page about a class of twelve, some of them with long names and much to say."""

    def at(word: str, severity: Severity, code: str = "TM102") -> Finding:
        start = TEXT.index(word)
        said = f"“{word}” will not do"
        return Finding(Span(start, start + len(word)), code, "first", severity, said, "Do it.")

    drafts = [*results.drafts]
    for number in range(11):
        name = f"drafts/of-a-class-of-twelve/somebody-with-a-long-name-{number}.txt"
        found = (at("plz", Severity.ERROR), at("recieved", Severity.WARNING))[: number % 3]
        missing = Finding(Span(29, 29), "TM101", "first", Severity.ERROR, "no thanks")
        more = {"failures": ("no pipeline",)} if number == 7 else {}
        drafts += results_of(
            name, TEXT, *((missing, *found) if number % 2 else found), **more
        ).drafts
    path = tmp_path / "class.html"
    path.write_text(FORMATS["html"].render(Results(drafts)), encoding="ascii")
    return path


@pytest.mark.parametrize("width", [WIDE, NARROW, 320])
def test_nothing_is_cut_off(width: int, browser: Browser, page: Path) -> None:
    browser.open(page, width)
    assert browser.tell("document.documentElement.scrollWidth") <= width
    wide = "[...document.querySelectorAll('.wide')].map(e => e.scrollWidth - e.clientWidth)"
    if width >= NARROW:  # on less, tables may be moved below the finger
        assert browser.tell(wide) == [0, 0]
    # Marks and numbers stand under the heads of their columns, for the eye as for the tree.
    rows = "[...document.querySelectorAll('table')].map(t => [...t.rows].map(r => r.cells.length))"
    assert all(len(set(numbers)) == 1 for numbers in browser.tell(rows))


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_it_complains_of_nothing_and_fetches_nothing(
    width: int, browser: Browser, page: Path
) -> None:
    browser.open(page, width)
    browser.tell("document.title")
    assert browser.complaints == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_word_can_be_told_from_its_paper(scheme: str, browser: Browser, page: Path) -> None:
    browser.open(page, WIDE, prefers_color_scheme=scheme)
    contrasts = browser.tell(CONTRASTS)
    assert {"mark.error", "mark.warning", "p.key", "a.note error", "span.rule"} <= set(contrasts)
    assert {what: round(ratio, 2) for what, ratio in contrasts.items() if ratio < 4.5} == {}
    dark = browser.tell("getComputedStyle(document.body).backgroundColor") != "rgb(255, 255, 255)"
    assert dark is (scheme == "dark")


def test_by_keyboard(browser: Browser, page: Path) -> None:
    browser.open(page, WIDE)
    focused = "document.activeElement.textContent.trim().replace(/\\s+/g, ' ').slice(0, 40)"
    browser.press("Tab", 9)
    assert browser.tell(focused) == "Skip to the drafts"
    seen = "(r => r.left >= 0 && r.top >= 0)(document.activeElement.getBoundingClientRect())"
    assert browser.tell(seen)
    browser.press("Enter", 13)
    browser.press("Tab", 9)
    # The first thing in the drafts that can be gone to: the mark of the first finding.
    assert browser.tell("document.activeElement.id") == "d1-1-place"
    assert browser.tell("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    browser.press("Enter", 13)
    assert browser.tell("location.hash") == "#d1-1"
    stops = browser.tell("[...document.querySelectorAll('a[href], [tabindex=\"0\"]')].length")
    for _ in range(stops + 1):
        browser.press("Tab", 9)
    # Round and round, in the order of the page: nothing holds the focus.
    assert browser.tell("[...document.querySelectorAll('[tabindex]')].every(e => e.tabIndex < 1)")


def nodes(browser: Browser) -> list[dict[str, Any]]:
    """Return what a screen reader is told, node by node, without what is nothing to it."""
    found = browser.ask("Accessibility.getFullAXTree")["nodes"]
    return [node for node in found if not node["ignored"]]


def said(found: list[dict[str, Any]], role: str) -> list[str]:
    return [
        node.get("name", {}).get("value", "") for node in found if node["role"]["value"] == role
    ]


def test_by_ear(browser: Browser, page: Path) -> None:
    browser.open(page, WIDE)
    found = nodes(browser)
    assert len(said(found, "banner")) == len(said(found, "main")) == 1
    headings = said(found, "heading")
    assert headings[:3] == ["What followlint found", "All drafts", "What comes up most"]
    articles = said(found, "article")
    assert len(articles) == 12
    assert set(articles) < set(headings)
    columns = said(found, "columnheader")
    assert columns[:3] == ["Draft", "Kind", "Thanks"]
    assert len(said(found, "rowheader")) > 12
    # What is a sign to the eye is a word to the ear.
    cells = said(found, "cell") + said(found, "gridcell")
    assert {"made", "missing", "not asked of this email", "could not be checked"} <= set(cells)
    assert not {"✓", "✗", "–", "?"} & set(cells)
    assert all(said(found, "link"))


def test_on_paper(browser: Browser, page: Path) -> None:
    browser.open(page, WIDE, media="print", prefers_color_scheme="dark")
    style = "getComputedStyle(document.querySelector('{}')).{}"
    assert browser.tell(style.format("body", "backgroundColor")) == "rgb(255, 255, 255)"
    assert browser.tell(style.format(".draft", "breakBefore")) == "page"
    assert browser.tell(style.format(".back", "display")) == "none"
    contrasts = browser.tell(CONTRASTS)
    assert [what for what, ratio in contrasts.items() if ratio < 4.5] == []


def test_the_contrasts_are_measured(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "faint.html"
    path.write_text("<p class=a style='color: #999'>a<p class=b>b", encoding="ascii")
    browser.open(path, WIDE)
    contrasts = browser.tell(CONTRASTS)
    assert round(contrasts["p.a"], 2) == 2.85
    assert round(contrasts["p.b"], 2) == 21
