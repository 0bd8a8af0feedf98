"""The text that a reader sees of a message in HTML; the only importer of html.parser.

Blocks become lines, paragraphs are parted by a blank line, quoted blocks get quote marks, so that
what reads plain text reads this, too. Nothing is fetched or run.
"""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from typing import TYPE_CHECKING

from followlint.mail.traced import Traced
from followlint.text import word_set

if TYPE_CHECKING:
    from html.parser import HTMLParser

_HIDDEN = word_set("head title style script template noscript object svg select textarea")
_VOID = word_set("area base br col embed hr img input link meta param source track wbr")
_LINES = word_set(
    """
    address article aside blockquote body center dd div dl dt fieldset footer form header html li
    main nav ol pre section table tbody td th thead tr ul
    """
)
_PARAGRAPHS = word_set("p h1 h2 h3 h4 h5 h6 blockquote ul ol table")
#: Outlook's `<![if …]>`: no HTML, and more than the parser is sure to bear.
_CONDITION = re.compile(r"<!\[[^\]>]*\]?>?")
_NOT_SHOWN = re.compile(r"display:none|mso-hide:all|visibility:hidden", re.IGNORECASE)
_NO_QUOTE = re.compile(r"border(?:-left)?:none", re.IGNORECASE)
_UNENDED = re.compile(r"<(?=[^<>]*(?:<|\Z))")
_MOST_UNENDED = 200
_SPACE = re.compile(r"\s+")
_BULLET = "- "
#: How many quotes within one another are told apart; a thread so long is quoted all the same.
_DEEPEST = 30


def text_of_html(markup: Traced) -> Traced:
    """Return what an HTML document shows as plain text."""
    from html.parser import HTMLParser

    blanked = _bearable(markup.text)
    page = _Page(Traced(blanked, markup.origins))

    class Parser(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            page.open(tag, {name: value or "" for name, value in attrs}, _place(self))

        def handle_endtag(self, tag: str) -> None:
            page.close(tag, _place(self))

        def handle_data(self, data: str) -> None:
            page.add(data, _place(self))

        def handle_entityref(self, name: str) -> None:
            page.add_sign(unescape(f"&{name};"), _place(self))

        def handle_charref(self, name: str) -> None:
            page.add_sign(unescape(f"&#{name};"), _place(self))

    parser = Parser(convert_charrefs=False)
    parser.feed(blanked)
    parser.close()
    return page.text()


def _bearable(markup: str) -> str:
    """Return markup of the same length without what the parser stumbles over or takes long for."""
    pieces, at = list[str](), 0
    while (begun := markup.find("<!--", at)) >= 0 and (ended := markup.find("-->", begun)) >= 0:
        pieces += [markup[at:begun], " " * (ended + 3 - begun)]
        at = ended + 3
    rest = markup[at:]
    whole = "".join([*pieces, rest if begun < 0 else rest.replace("<!--", "    ")])
    whole = _CONDITION.sub(lambda match: " " * len(match[0]), whole)
    # The parser looks for the end of each, to the end of the text.
    return _UNENDED.sub(" ", whole) if len(_UNENDED.findall(whole)) > _MOST_UNENDED else whole


def _place(parser: HTMLParser) -> tuple[int, int]:
    return parser.getpos()


class _Page:
    """Gathers lines: each a list of pieces, and the depth of the quotes it stands in."""

    def __init__(self, markup: Traced) -> None:
        self._markup = markup
        self._starts = [0, *(m.end() for m in re.finditer("\n", markup.text))]
        self._open: list[tuple[str, bool, bool]] = []  # tag, hidden, quotes
        # How many of each are open, so that no depth of nesting takes long.
        self._tags, self._hidden, self._depth = Counter[str](), 0, 0
        self._lines: list[tuple[int, list[Traced]]] = []
        self._line: list[Traced] = []

    def open(self, tag: str, attributes: dict[str, str], place: tuple[int, int]) -> None:
        style = re.sub(r"\s", "", attributes.get("style", ""))
        hidden = tag in _HIDDEN or bool(_NOT_SHOWN.search(style)) or "hidden" in attributes
        if not (self._line and self._line[-1].text == _BULLET):
            self._end_line(tag)  # a paragraph in a list's item begins beside its mark
        if tag in ("p", "li", "td", "tr") and self._open and self._open[-1][0] == tag:
            self._close_last()  # its end may be left out
        if tag not in _VOID:
            quotes = tag == "blockquote" and _quotes(attributes, style)
            self._open.append((tag, hidden, quotes))
            self._tags[tag] += 1
            self._hidden += hidden
            self._depth += quotes
        origin = self._origin(place)
        if self._hidden or hidden:
            return
        if tag == "li":
            self._line.append(Traced.at(_BULLET, origin))
        elif tag == "img" and _is_emoji(attributes):
            self._line.append(Traced.at(attributes.get("alt", ""), origin))
        elif tag == "br":
            self._break()

    def close(self, tag: str, place: tuple[int, int]) -> None:
        self._end_line(tag)
        if self._tags[tag]:
            while self._close_last() != tag:
                pass

    def _close_last(self) -> str:
        tag, hidden, quotes = self._open.pop()
        self._tags[tag] -= 1
        self._hidden -= hidden
        self._depth -= quotes
        return tag

    def add(self, data: str, place: tuple[int, int]) -> None:
        if self._hidden:
            return
        at = self._offset(place)
        written = self._markup[slice(at, at + len(data))]
        if not self._tags["pre"]:
            self._line.append(written)
            return
        for line, ending in written.lines():
            self._line.append(line)
            if ending:
                self._break()

    def add_sign(self, sign: str, place: tuple[int, int]) -> None:
        if not self._hidden:
            self._line.append(Traced.at(sign, self._origin(place)))

    def text(self) -> Traced:
        self._end_line("body")
        while self._lines and not self._lines[-1][1]:
            self._lines.pop()
        pieces: list[Traced] = []
        blank = True  # above: no text begins with a blank line, and one is enough
        for depth, line in self._lines:
            if not line and blank:
                continue
            blank = not line
            origin = next((piece.origins[0] for piece in line if piece), None)
            if pieces and origin is None:
                origin = pieces[-1].origins[0]
            if depth:
                pieces.append(Traced.at("> " * min(depth, _DEEPEST), origin or 0))
            pieces += [*line, Traced.at("\n", line[-1].origins[-1] + 1 if line else origin or 0)]
        return Traced.join(pieces)

    def _end_line(self, tag: str) -> None:
        if tag in _LINES or tag in _PARAGRAPHS:
            if _folded(self._line):
                self._break()
            self._line = []
        # The list's own lines need no space between them, a paragraph does.
        if tag in _PARAGRAPHS and not self._tags["li"]:
            self._lines.append((self._depth, []))

    def _break(self) -> None:
        self._lines.append((self._depth, _folded(self._line)))
        self._line = []

    def _offset(self, place: tuple[int, int]) -> int:
        row, column = place
        return self._starts[row - 1] + column

    def _origin(self, place: tuple[int, int]) -> int:
        at = min(self._offset(place), len(self._markup) - 1)
        return self._markup.origins[at]


def _quotes(attributes: dict[str, str], style: str) -> bool:
    """Tell a quotation from a block that is only indented, as mail programs do it."""
    marked = attributes.get("type") == "cite" or "quote" in attributes.get("class", "")
    return marked or not _NO_QUOTE.search(style)


def _is_emoji(attributes: dict[str, str]) -> bool:
    described = " ".join((*attributes, *attributes.values())).lower()
    return "emoji" in described or "goomoji" in described


def _folded(line: list[Traced]) -> list[Traced]:
    """Return a line with one space for each run of white space, none at its ends."""
    whole = Traced.join(line)
    pieces: list[Traced] = []
    at = 0
    for match in _SPACE.finditer(whole.text):
        pieces.append(whole[slice(at, match.start())])
        if match.start() and match.end() < len(whole):
            pieces.append(Traced(" ", whole.origins[match.start() : match.start() + 1]))
        at = match.end()
    pieces.append(whole[slice(at, None)])
    return [piece for piece in pieces if piece]
