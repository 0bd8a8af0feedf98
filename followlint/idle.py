"""Which entries of a file of ignores are of no use any more, told when all drafts are checked.

Of a draft that is there it is a finding; where the draft is gone nobody can be found fault with.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from followlint.drafts import DraftFile, NoDraftError, find_drafts
from followlint.finding import Finding
from followlint.ignores import Ignore, Ignores
from followlint.keying import key_of, place_of
from followlint.mail import Context
from followlint.report import Checked
from followlint.report.paths import relative
from followlint.text import Span, UnreadableError


def judged(drafts: Sequence[Checked], holds: Callable[[Path], Ignores | None]) -> list[Checked]:
    """Return the drafts of a run with a finding for each entry made for one that ignores nothing.

    What was found since they were checked, by holding them against each other, is ignored, too.
    `holds` tells which file of ignores holds in a folder. An entry is of use where any draft of
    the run has its sentence; one whose rule was not run on its draft is not judged. The finding
    stands at the draft's beginning, in the words of the rule that judges ignores, if that was run.
    """
    stores = [_filtered(draft, holds(Path(draft.name).resolve().parent)) for draft in drafts]
    used = _used(stores)
    return [
        _with(draft, _idle(draft, store, used[store.path])) if store else draft
        for draft, store in stores
    ]


def orphaned(drafts: Sequence[Checked], holds: Callable[[Path], Ignores | None]) -> Iterator[str]:
    """Yield a line for each entry whose draft is gone and whose sentence no draft of the run has.

    Takes what `judged` returns, and `holds` as there.
    """
    stores = [(draft, holds(Path(draft.name).resolve().parent)) for draft in drafts]
    used = _used(stores)
    for store in {store.path: store for _, store in stores if store}.values():
        for entry in store.orphans():
            if entry.sentence not in used[store.path]:
                place = f"{relative(str(store.path))}:{store.row(entry)}"
                yield f"{place}: ignores {entry.rule} in {entry.file}, which is not there any more"


def _used(stores: Iterable[tuple[Checked, Ignores | None]]) -> dict[Path, set[str]]:
    """Return the keys of what was ignored, by file of ignores."""
    used: dict[Path, set[str]] = {}
    for draft, store in stores:
        if store:
            keys = (key_of(draft.report, f, store.folder) for f in draft.report.ignored)
            used.setdefault(store.path, set()).update(keys)
    return used


def _filtered(draft: Checked, store: Ignores | None) -> tuple[Checked, Ignores | None]:
    return (replace(draft, report=store.without(draft.report)) if store else draft), store


def _with(draft: Checked, more: Iterable[Finding]) -> Checked:
    found = tuple(more)
    if not found:
        return draft
    return replace(draft, report=replace(draft.report, findings=(*found, *draft.report.findings)))


def _idle(draft: Checked, store: Ignores, used: set[str]) -> Iterator[Finding]:
    place = place_of(draft.name, store.folder)
    entries = [e for e in store.entries if e.file == place and e.sentence not in used]
    if not entries or draft.report.failures:
        return
    # Most runs have nothing to say here, and load no check for it.
    from followlint.checks import Hit
    from followlint.checks.unused import Unused
    from followlint.linter import finding_of
    from followlint.suppression import unignored

    running = unignored(draft.rules, _context(draft))
    judges = [rule for rule in running if isinstance(rule.check, Unused)]
    for entry in entries:
        if any(rule.goes_by(entry.rule) for rule in running):
            for judge in judges:
                yield finding_of(judge, Hit(Span(0, 0), {"problem": _says(store, entry)}))


def _says(store: Ignores, entry: Ignore) -> str:
    return f"{relative(str(store.path))}:{store.row(entry)} ignores {entry.rule}, not found here"


def _context(draft: Checked) -> Context:
    """Return what a draft says of itself; a report has its text only, a message its headers."""
    from followlint.mail import read, read_bytes

    for file in find_drafts([draft.name]) if draft.source.original else ():
        if isinstance(file, DraftFile):
            try:
                email = read_bytes(file.name, file.read(), message=file.message)
            except (NoDraftError, UnreadableError):
                break
            return email.context
    return read(draft.source).context
