"""Front matter with slots in it as header lines: "subject: {{role}}" is no YAML yet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from followlint.mail.headers import known_name
from followlint.mail.traced import Traced

_KEY = re.compile(r"(?P<key>[A-Za-z](?:[\w -]*[\w-])?)[ \t]*:[ \t]*(?P<value>.*?)[ \t]*")
_ITEM = re.compile(r"[ \t]+-[ \t]+(?P<value>.*?)[ \t]*|-[ \t]+(?P<bare>.*?)[ \t]*")
_QUOTED = re.compile(r"(?P<mark>[\"'])(?P<value>.*)(?P=mark)")
#: A row of values; one label in brackets is a slot.
_ROW = re.compile(r"\[(?P<row>[^\[\]]*)\]")
_LISTS = ("Followlint-Ignore", "Accept")
_ALIASES = {"ignore": "Followlint-Ignore"}


def heads_of(front: Traced) -> Iterator[Traced]:
    """Yield the keys of front matter that are ours as header lines, values without their quotes."""
    name = ""
    for line, _ in front.lines():
        if key := _KEY.fullmatch(line.text):
            written = key["key"].strip().replace("_", "-").replace(" ", "-")
            name = _ALIASES.get(written.lower()) or known_name(written) or ""
            value = line[slice(*key.span("value"))]
        elif item := _ITEM.fullmatch(line.text):
            value = line[slice(*item.span("bare" if item["value"] is None else "value"))]
        else:
            continue
        value = _bare(value, listed=name in _LISTS)
        if name and value:
            yield Traced.join([Traced.at(f"{name}: ", value.origins[0]), value])


def _bare(value: Traced, *, listed: bool) -> Traced:
    row = _ROW.fullmatch(value.text)
    if row and (listed or "," in row["row"]):
        return value[slice(*row.span("row"))]
    quoted = _QUOTED.fullmatch(value.text)
    return value[slice(*quoted.span("value"))] if quoted else value
