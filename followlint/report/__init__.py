"""Reports: one short module a format. `FORMATS` is the whole registry."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

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


def _of(module: str, function: str = "render") -> Callable[[Results], str]:
    """Return what renders a format. Its module is read when it is first used, and no other."""

    def render(results: Results) -> str:
        made: str = getattr(import_module(f"{__name__}.{module}"), function)(results)
        return made

    return render


FORMATS: dict[str, Format] = {
    "text": Format(_of("text"), excerpts=True, coloured=True),
    "full": Format(_of("full"), excerpts=True, coloured=True),  # always with excerpts
    "grouped": Format(_of("grouped"), excerpts=True, coloured=True),
    "json": Format(_of("json")),
    "jsonl": Format(_of("json", "render_lines")),
    "sarif": Format(_of("sarif"), public=True),
    "github": Format(_of("github"), public=True),
    "gitlab": Format(_of("gitlab"), public=True),
    "junit": Format(_of("junit"), public=True),
    "rdjson": Format(_of("rdjson"), public=True),
    "html": Format(_of("html")),
}
