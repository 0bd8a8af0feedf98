"""Harper in process: no Java, no download, no network; the only importer of harper."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from followlint.analysis.typos.engine import Slip, SlipKind
from followlint.errors import ToolError
from followlint.text import Span, word_set

#: Harper's kinds of lint that we pass on, and ours for them.
_KINDS = {
    "Spelling": SlipKind.SPELLING,
    "BoundaryError": SlipKind.WRONG_WORD,
    "Repetition": SlipKind.REPEATED_WORD,
    "Typo": SlipKind.WRONG_WORD,
    "WordChoice": SlipKind.WRONG_WORD,
    "Malapropism": SlipKind.WRONG_WORD,
    "Eggcorn": SlipKind.WRONG_WORD,
    "Grammar": SlipKind.GRAMMAR,
    "Agreement": SlipKind.GRAMMAR,
    "Nonstandard": SlipKind.GRAMMAR,
    "Usage": SlipKind.GRAMMAR,
    "Miscellaneous": SlipKind.GRAMMAR,
}
#: Groups of Harper's rules that look for slips. The others are about style, or about capitals and
#: spaces, which rules of our own know better.
_GROUPS = {
    "Grammar and Agreement",
    "Pronouns and Possession",
    "Closed Compounds",
}
_SINGLE_RULES = {"SpellCheck", "RepeatedWords", "APart", "EverSince", "OpenCompounds"}
#: Rules of these groups that were right in fewer than nine of ten hits on the development half of
#: `tests/corpus`.
_TOO_NOISY = word_set(
    """
    AdjectiveOfA Everyone GoodAt InterestedIn ItsPossessive MassNouns MissingPreposition MissingTo
    MoreAdjective MultipleSequentialPronouns NounVerbConfusion NumericRangeEnDash OneOfTheSingular
    PossessiveNoun PossessiveYour ProgressiveNeedsBe PronounVerbAgreement
    QuantifierNumeralConflict SimplePastToPastParticiple ThatThan WhomSubjectOfVerb
    YourPredicateAdjective AvoidContractions SplitWords There ThereToTheir ModalBeAdjective
    ThereIsAgreement
    """
)
_SPELLING_KIND, _SPELLING_RULE = "Spelling", "SpellCheck"
#: A hit counts only where every English objects: a draft's region is not ours to guess.
_DIALECTS = ("AMERICAN", "BRITISH", "CANADIAN", "AUSTRALIAN", "INDIAN")


def begin() -> None:
    """Begin to read Harper's dictionary in the background, for whoever builds a `Harper` soon.

    That takes half a second without the GIL, in which the rules and spaCy can be read.
    """
    _reading()


def end_of_beginning() -> None:
    """Wait for what `begin` began: a process that is forked meanwhile would wait for ever."""
    if _reading.cache_info().currsize:
        _reading().join()


@cache
def _reading() -> threading.Thread:
    # No daemon: Rust does not survive that Python ends a thread under it.
    thread = threading.Thread(target=_read_dictionary, name="harper")
    thread.start()
    return thread


def _read_dictionary() -> None:
    import harper

    harper.Linter(harper.Dialect.AMERICAN)


class Harper:
    """Harper in several Englishes at once."""

    def __init__(self) -> None:
        """Build the linters: most of a second for the dictionary, with the GIL released."""
        import harper

        self._language = harper.Language.PLAINTEXT
        # The dictionary is shared: every further linter takes milliseconds.
        linters = [harper.Linter(getattr(harper.Dialect, name)) for name in _DIALECTS]
        wanted = set(_rules(linters[0].get_structured_lint_config()))
        for linter in linters:
            linter.set_lint_config({rule: rule in wanted for rule in linter.get_lint_config()})
        self._first, *self._others = linters
        # A lint's time follows its rules: whether a word is misspelt is asked of spelling alone.
        self._spellers = [harper.Linter(getattr(harper.Dialect, name)) for name in _DIALECTS[1:]]
        for linter in self._spellers:
            linter.set_lint_config(
                {rule: rule == _SPELLING_RULE for rule in linter.get_lint_config()}
            )

    def slips(self, text: str) -> Iterable[Slip]:
        """Yield the slips in `text`. Raises `ToolError` where Harper panics."""
        lints = [lint for lint in self._lints(self._first, text) if lint.lint_kind in _KINDS]
        spelling = self._agreed(
            [lint for lint in lints if lint.lint_kind == _SPELLING_KIND], self._spellers, text
        )
        others = self._agreed(
            [lint for lint in lints if lint.lint_kind != _SPELLING_KIND], self._others, text
        )
        for lint in sorted([*spelling, *others], key=_place):
            suggestions = tuple(s.replacement_text for s in lint.suggestions)
            kind = _KINDS[lint.lint_kind]
            yield Slip(Span(lint.span.start, lint.span.end), kind, suggestions)

    def _agreed(self, lints: list[Any], linters: Iterable[Any], text: str) -> list[Any]:
        """Return the lints at whose places the other Englishes object, too."""
        for linter in linters:
            if lints:
                places = {_place(lint) for lint in self._lints(linter, text)}
                lints = [lint for lint in lints if _place(lint) in places]
        return lints

    def _lints(self, linter: Any, text: str) -> Iterator[Any]:
        try:
            lints = linter.lint(text, language=self._language)
        except BaseException as error:
            # A Rust panic reaches Python as pyo3's PanicException, which is no Exception.
            if isinstance(error, (KeyboardInterrupt, SystemExit, MemoryError)):
                raise
            raise ToolError(f"the typo engine Harper failed: {error}") from error
        return iter(lints)


def _place(lint: Any) -> tuple[int, int, str]:
    return lint.span.start, lint.span.end, lint.lint_kind


def _rules(config: Any, group: str = "") -> Iterator[str]:
    """Yield the names of the rules to run out of Harper's own tree of groups."""
    for setting in config["settings"]:
        if inner := setting.get("Group"):
            yield from _rules(inner["child"], inner["label"])
        elif rule := setting.get("Bool"):
            name = rule["name"]
            if name in _SINGLE_RULES or (group in _GROUPS and name not in _TOO_NOISY):
                yield name
