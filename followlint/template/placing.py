"""Findings in filled templates, as they stand in the file; those about sample values told apart."""

from __future__ import annotations

import re
from dataclasses import replace

from followlint.finding import Edit, Finding
from followlint.template.filling import Filled
from followlint.text import Source

#: What may stand before a slot and fits only to what is put in: the fill test's concern.
_ARTICLE = re.compile(r"\s*an?\s*", re.IGNORECASE)


def is_about_values(finding: Finding, filled: Filled) -> bool:
    """Tell whether a finding is about what was put into slots and not about the template."""
    touched = filled.touched(finding.span)
    if not len(finding.span):
        return False
    rest, at = [], finding.span.start
    for filling in touched:
        rest.append(filled.text.text[at : max(at, filling.span.start)])
        at = max(at, filling.span.end)
    own = "".join([*rest, filled.text.text[at : finding.span.end]])
    if touched:
        return not re.search(r"\w", own) or bool(_ARTICLE.fullmatch(own))
    behind = next((f for f in filled.fillings if f.span.start >= finding.span.end), None)
    between = filled.text.text[finding.span.end : behind.span.start] if behind else "."
    return bool(_ARTICLE.fullmatch(own)) and not between.strip()


def placed(finding: Finding, filled: Filled, source: Source) -> Finding:
    """Return a finding as it stands in the file, with its edit where that can be made there."""
    return replace(
        finding,
        span=filled.place(finding.span),
        edit=_placed_edit(finding.edit, filled, source) if finding.edit else None,
    )


def _placed_edit(edit: Edit, filled: Filled, source: Source) -> Edit | None:
    place = filled.place(edit.span)
    same = place.of(source.text) == edit.span.of(filled.text.text)
    return replace(edit, span=place) if same and not filled.touched(edit.span) else None
