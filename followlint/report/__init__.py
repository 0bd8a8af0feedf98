"""Reports: one short module a format. `FORMATS` is the whole registry."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from followlint.report import (
    full,
    github,
    gitlab,
    grouped,
    html,
    json,
    junit,
    rdjson,
    sarif,
    text,
)
from followlint.report.results import Checked, Results

__all__ = ["FORMATS", "Checked", "Format", "Results"]


@dataclass(frozen=True)
class Format:
    """How results become a report.

    `public` formats end up where others read them (a pull request, a pipeline's page), so words
    of the drafts are left out unless asked for. `excerpts` tells whether `--show-source` means
    anything, `coloured` whether colours do.
    """

    render: Callable[[Results], str]
    public: bool = False
    excerpts: bool = False
    coloured: bool = False


FORMATS: dict[str, Format] = {
    "text": Format(text.render, excerpts=True, coloured=True),
    "full": Format(full.render, excerpts=True, coloured=True),  # always with excerpts
    "grouped": Format(grouped.render, excerpts=True, coloured=True),
    "json": Format(json.render),
    "jsonl": Format(json.render_lines),
    "sarif": Format(sarif.render, public=True),
    "github": Format(github.render, public=True),
    "gitlab": Format(gitlab.render, public=True),
    "junit": Format(junit.render, public=True),
    "rdjson": Format(rdjson.render, public=True),
    "html": Format(html.render),
}
