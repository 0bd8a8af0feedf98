"""Which accepted words no draft of a run had any use for: behind `--unused-accepts`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from followlint.analysis.names import name_key
from followlint.config import Accepted
from followlint.report.paths import relative

_WORD = re.compile(r"[^\W\d_]+(?:['’‑-][^\W\d_]+)*")


class Tally:
    """Counts words of drafts against the entries that hold for them.

    An entry is of use where one of its words stands in the draft, in any case and anywhere in the
    file: whether a word would be taken for a misspelling without it depends on the engine.
    """

    def __init__(self) -> None:
        """Nothing has been seen yet."""
        self._used: dict[Accepted, bool] = {}

    def note(self, entries: Iterable[Accepted], text: str) -> None:
        """Count a draft; `entries` are those of its configuration."""
        words = _keys(text)
        for entry in entries:
            self._used[entry] = self._used.get(entry, False) or bool(_keys(entry.entry) & words)

    def notices(self) -> Iterator[str]:
        """Yield a line for each entry that was of no use, in their order."""
        for entry, used in self._used.items():
            if not used:
                place = relative(str(entry.path))
                yield f"{place}: accepts {entry.entry!r}, which stands in no draft of this run"


def _keys(text: str) -> set[str]:
    return {name_key(word) for word in _WORD.findall(text)}
