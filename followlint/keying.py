"""By what a finding is known again in another run, without a word of the draft being kept.

It is its rule and its sentence, of which only a hash is kept: it survives when text is added or
moved, and is forgotten when the sentence changes. Where something is missing there is no sentence;
the draft's path stands for it.
"""

from __future__ import annotations

import bisect
import hashlib
import os
import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from followlint.finding import Finding, Report
from followlint.text import Span, fold

#: Where a sentence ends, near enough: the parse of a draft is dear, and may change with its model.
_END = re.compile(r"[.!?…][\"'”’)]*\s+|\n[ \t\r]*\n")
#: What is further away in a sentence than so many characters is not looked at.
_FAR = 2_000


def key_of(report: Report, finding: Finding, folder: Path) -> str:
    """Return the key of a finding, 64 hexadecimal digits; `folder` is where it will be kept."""
    if len(finding.span):
        said = "sentence\0" + _sentence(report.source.text, finding.span)
    else:
        said = "draft\0" + place_of(report.source.name, folder)
    key = f"{finding.code}\0{said}".encode("utf-8", "surrogatepass")
    return hashlib.sha256(key).hexdigest()


def place_of(name: str, folder: Path) -> str:
    """Return a draft's name as it goes by in a file in `folder`: the way there, with slashes."""
    return Path(os.path.relpath(Path(name).resolve(), folder.resolve())).as_posix()


def _sentence(text: str, span: Span) -> str:
    """Return the sentence around a span on one line, or several where it reaches over an end."""
    ends = _ends(text)
    start = max(ends[bisect.bisect_right(ends, span.start) - 1], span.start - _FAR)
    end = min(ends[bisect.bisect_left(ends, span.end)], span.end + _FAR)
    return fold(text[max(start, 0) : end])


@lru_cache(maxsize=1)
def _ends(text: str) -> Sequence[int]:
    """Return where the sentences of a text end, its own two ends among them."""
    return [0, *(match.end() for match in _END.finditer(text)), len(text)]
