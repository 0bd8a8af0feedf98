"""Harper in process: no Java, no download, no network; the only importer of harper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from followlint.analysis.typos.engine import Slip, SlipKind
from followlint.errors import ToolError
from followlint.text import Span

#: Harper's kinds that we pass on, and ours for them.
_KINDS = {"Spelling": SlipKind.SPELLING, "Repetition": SlipKind.REPEATED_WORD}
#: Harper's rules that give hits of these kinds. The others stay off: a lint's time follows the
#: number of rules that run.
_RULES = {"SpellCheck", "RepeatedWords"}


#: A word is misspelt only where every English objects: a draft's region is not ours to guess.
_DIALECTS = ("AMERICAN", "BRITISH", "AUSTRALIAN", "INDIAN")


class Harper:
    """Harper in several Englishes at once."""

    def __init__(self) -> None:
        """Build the linters: most of a second for the dictionary, with the GIL released."""
        try:
            import harper
        except ImportError as error:  # pragma: no cover - Harper is a dependency
            raise ToolError(f"Harper cannot be imported: {error}") from error

        self._language = harper.Language.PLAINTEXT
        # The dictionary is shared: every further linter takes milliseconds.
        self._linters = [harper.Linter(getattr(harper.Dialect, name)) for name in _DIALECTS]
        for linter in self._linters:
            linter.set_lint_config({rule: rule in _RULES for rule in linter.get_lint_config()})

    def slips(self, text: str) -> Iterable[Slip]:
        """Yield the slips in `text`. Raises `ToolError` where Harper panics."""
        first, *others = self._linters
        lints = list(self._lints(first, text))
        agreed = {
            (lint.span.start, lint.span.end) for lint in lints if lint.lint_kind == "Spelling"
        }
        for linter in others:
            if agreed:
                agreed &= {(lint.span.start, lint.span.end) for lint in self._lints(linter, text)}
        for lint in lints:
            kind = _KINDS.get(lint.lint_kind)
            place = (lint.span.start, lint.span.end)
            if kind is None or (kind is SlipKind.SPELLING and place not in agreed):
                continue
            suggestions = tuple(s.replacement_text for s in lint.suggestions)
            yield Slip(Span(*place), kind, suggestions)

    def _lints(self, linter: Any, text: str) -> Iterator[Any]:
        try:
            lints = linter.lint(text, language=self._language)
        except BaseException as error:
            # A Rust panic reaches Python as pyo3's PanicException, which is no Exception.
            if isinstance(error, (KeyboardInterrupt, SystemExit, MemoryError)):
                raise
            raise ToolError(f"the typo engine Harper failed: {error}") from error
        return iter(lints)
