"""Reports of the files that declare placeholders, once the templates below them were checked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from followlint.homes import Homes
from followlint.report import Checked
from followlint.report.paths import relative
from followlint.text import Source

if TYPE_CHECKING:
    from followlint.linters import Linters


def declarations(
    drafts: Iterable[Checked], homes: Homes, linters: Callable[[], Linters]
) -> list[Checked]:
    """Return a report of each file that declares names which no template below it uses.

    It is the rules of one of its templates among the `drafts` that judge it; without a template
    among them there is nothing to report, and nobody asks for `linters`.
    """
    seen: set[Path] = set()
    return [found for draft in drafts for found in _of(draft, homes, linters, seen)]


def _of(
    draft: Checked, homes: Homes, linters: Callable[[], Linters], seen: set[Path]
) -> Iterator[Checked]:
    path = Path(draft.name)
    if draft.report.failures or not path.is_file():  # standard input, a message of a mailbox
        return
    config = homes.config_for(path)
    if not homes.is_template(path, config):
        return
    from followlint.template.linting import TemplateLinter

    for declaring in linters().templating.declaring(path.resolve().parent):
        if declaring.path in seen:
            continue
        seen.add(declaring.path)
        linter = linters().linter(config, path=path)
        problems = list(declaring.unused())
        if problems and isinstance(linter, TemplateLinter):
            source = Source(relative(str(declaring.path)), declaring.text)
            report = linter.lint_declaration(source, problems)
            if report.findings:
                yield Checked(report, linter.rules)
