"""The slots of a template, in every style that templates come in, and what is wrong with them.

A draft is not to have any (see `analysis.slots`, which must not take a writer's own brackets for
one); in a template they are what it is made for, so that every bracket that can be one is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from followlint.analysis.labels import is_label
from followlint.analysis.slots import slots_in
from followlint.template.asks import Ask, ask_of
from followlint.template.broken import broken_in
from followlint.text import Span, fold

#: What stands in square brackets and is never a slot, whoever writes: footnotes, ticks, tickets.
_NO_SLOT = re.compile(
    r"\d+|\^[\w-]+|\.\.\.|…|[xX]|\s*|EXTERNAL|INTERNAL|[A-Z]{2,10}(?:-\d+)+"
    r"|(?i:sic|ed\.?|end of (?:email|draft|template|message))|[^\w]*"
)
_ABBREVIATION = re.compile(r"[A-Z]{2,5}")
#: Behind a bracket, these make it a link, and a definition of one.
_LINK = re.compile(r"\(|\[[^\[\]]*\]")
_BRACES = re.compile(
    r"""
      \{%(?P<tag>[^\n]*?)%\}                                # {% if … %}
    | \{\{\{?[-~]?(?P<double>[^\S\n]*[^{}\s][^{}\n]*?)[-~]?\}?\}\}   # {{ company | upper }}
    | \$\{(?P<dollar>[^\w{}\n]*\w[^{}\n]*)\}                  # ${roleTitle}
    | (?<![\w\\/=$])\{(?P<single>[^\W\d][\w .|'’/&-]{0,60})\}(?!/)   # {your_name}
    | <<(?P<chevrons>[^\w<>\n]*\w[^<>\n]*)>>                  # <<Name>>
    """,
    re.VERBOSE,
)
#: Handlebars and Jinja say with these what becomes of the text around them.
_CONTROL = re.compile(r"\s*(?:[#/!>^&]|else\b|end\w*\b)")
_VARIABLE_STYLES = ("double", "dollar", "single")
_CURLY = re.compile(r"[“”‘’]")
#: Slots from `slots_in` that a search and replace finds: <Name>, «Name», $name, %NAME%, *|NAME|*.
_NAMED = re.compile(r"<[^<>]+>|«[^«»]+»|\$\w+|%%?\w+%%?|[*_]\|\w+\|[*_]|-\w+-")
_NAMELESS = re.compile(r"[_.Xx\W]+|(?:XX|DD|MM)[\W\w]*|20XX")
_ENDS = " \t\r\n[]{}<>«»$%*_|-~()"


@dataclass(frozen=True)
class Slot:
    """A place to fill: where it stands, and its label, folded ("" where it has none).

    `written` is how it stands there, on one line. `fault` says what is wrong with its form.
    `control` is a template engine's own tag, which is filled with nothing.
    """

    span: Span
    label: str
    written: str
    fault: str = ""
    control: bool = False

    @property
    def way(self) -> str:
        """How it is written, but for what a template engine ignores: blanks, and its filters."""
        return f"{{{{{self.label}}}}}" if self.written.startswith("{{") else self.written


def slots_of(text: str, known: Callable[[str], bool] = lambda label: False) -> list[Slot]:
    """Return the slots of a text in order; none overlap, for what is nested is one slot.

    `known` says of a label whether it is one, whatever it looks like.
    """
    found: list[Slot] = []
    for slot in sorted(
        (*broken_slots(text), *_square(text, known), *_braces(text), *_others(text)),
        key=lambda slot: (slot.span.start, -slot.span.end, not slot.fault),
    ):
        if not found or slot.span.start >= found[-1].span.end:
            found.append(slot)
    return found


def broken_slots(text: str) -> Iterator[Slot]:
    """Yield what was meant for a slot and is none, for its marks do not match."""
    for span, fault in broken_in(text):
        yield _slot(text, span, span.of(text).strip(_ENDS), fault)


def _slot(text: str, span: Span, label: str, fault: str = "") -> Slot:
    return Slot(span, fold(label).strip(), fold(span.of(text)), fault)


def _square(text: str, known: Callable[[str], bool]) -> Iterator[Slot]:
    """Yield the outermost square brackets that are slots."""
    start, depth, nested = 0, 0, False
    for match in re.finditer(r"[\[\]]|\n[ \t]*\r?\n", text):
        if match[0] == "[":
            if depth == 0:
                start, nested = match.start(), False
            nested = nested or depth > 0
            depth += 1
        elif match[0] != "]":
            depth = 0  # no slot is longer than its paragraph
        elif depth:
            depth -= 1
            span = Span(start, match.end())
            if depth == 0 and _is_slot(text, span, known):
                fault = "holds another placeholder" if nested else ""
                yield _slot(text, span, span.of(text)[1:-1], fault)


def _is_slot(text: str, span: Span, known: Callable[[str], bool]) -> bool:
    before, content = text[: span.start], span.of(text)[1:-1]
    label = fold(content)
    if known(label):
        return True
    if _LINK.match(text, span.end) or before.endswith(("!", "]")) or before[-1:].isalnum():
        return False
    if before.rpartition("\n")[2].strip() == "" and text[span.end : span.end + 2] == ": ":
        return False  # "[1]: http…", or a label of the text's own
    if _NO_SLOT.fullmatch(content):
        return False
    if not _ABBREVIATION.fullmatch(content) or is_label(content, before):
        return True
    return ask_of(content) not in (Ask.TOPIC, Ask.PHRASE)  # "[DAY]", but not "[IBM]"


def _braces(text: str) -> Iterator[Slot]:
    for match in _BRACES.finditer(text):
        style = match.lastgroup or ""
        content, span = match[style], Span(*match.span())
        if style == "tag" or (style == "double" and _CONTROL.match(content)):
            yield replace(_slot(text, span, ""), control=True)
            continue
        fault = ""
        if style in _VARIABLE_STYLES and _CURLY.search(content):
            fault = "has a curly quotation mark in a variable's name"
        # A filter behind the name changes what is put in, not what is asked for.
        label = content.partition("|")[0] if style == "double" else content
        yield _slot(text, span, label, fault)


def _others(text: str) -> Iterator[Slot]:
    """Yield the slots of rarer styles, and those that nobody can search for."""
    for start, end in slots_in(text):
        span = Span(start, end)
        written = span.of(text)
        if written[0] in "[{" or written.startswith(("<<", "${")):
            continue
        if _NAMED.fullmatch(written):
            yield _slot(text, span, written.strip(_ENDS))
        elif _NAMELESS.fullmatch(written):
            yield _slot(text, span, "", "is a blank without a name")
        else:
            yield _slot(text, span, written.strip(_ENDS), "stands in no brackets")
