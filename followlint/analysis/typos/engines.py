"""Which typo engine is asked, and how several are asked as one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from followlint.analysis.typos.engine import Engine, Slip

HARPER, LANGUAGETOOL, ALL = "harper", "languagetool", "all"
#: The engines by the names under which users ask for them.
ENGINES = (HARPER, LANGUAGETOOL, ALL)


@dataclass(frozen=True)
class EngineChoice:
    """Which engine, and where LanguageTool is asked: on this machine, or at the user's `url`."""

    name: str = HARPER
    url: str | None = None


def build(choice: EngineChoice) -> Engine:
    """Build the engine; raises `ToolError` where it is not to be had."""
    from followlint.analysis.typos.harper import Harper

    if choice.name == HARPER:
        return Harper()
    from followlint.analysis.typos.languagetool import LanguageTool

    deep = LanguageTool(choice.url)
    return deep if choice.name == LANGUAGETOOL else Together((Harper(), deep))


class Together:
    """Several engines as one: a place that more than one objects to is one slip."""

    def __init__(self, engines: Sequence[Engine]) -> None:
        """Take the engines; where they disagree on a kind, the earlier one is believed."""
        self._engines = engines

    def slips(self, text: str) -> Iterable[Slip]:
        """Yield the slips of all engines in the order of the text. Raises `ToolError`."""
        found: list[Slip] = []
        for engine in self._engines:
            for slip in engine.slips(text):
                at = next((n for n, o in enumerate(found) if o.span.overlaps(slip.span)), None)
                if at is None:
                    found.append(slip)
                else:
                    found[at] = _merged(found[at], slip)
        return sorted(found, key=lambda slip: slip.span)


def _merged(one: Slip, other: Slip) -> Slip:
    """Return one slip for two of one place: what both would put there comes first."""
    if one.span != other.span:
        return one
    shared = [guess for guess in one.suggestions if guess in other.suggestions]
    guesses = dict.fromkeys([*shared, *one.suggestions, *other.suggestions])
    return Slip(one.span, one.kind, tuple(guesses))
