"""Named alternatives that patterns share."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from followlint.pattern.engine import PatternError
from followlint.required import Required

SLOT = re.compile(r"\{([a-z][a-z0-9-]*)\}")
#: Characters of a lexicon with all that it refers to; the longest shipped one has some thousands.
_LONGEST = 200_000


@dataclass(frozen=True)
class Lexicons:
    """Named alternatives that patterns share: `{thank}` may stand for `thank|thanks|thanking`."""

    entries: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def expand(self, pattern: str) -> str:
        """Return the pattern with each `{name}` replaced; raises `PatternError` for an unknown."""
        return self._expand(pattern, ())

    @cached_property
    def required(self) -> Required:
        """What knows which words a pattern with these lexicons requires."""
        return Required(self.entries.__getitem__)

    @cached_property
    def _expanded(self) -> dict[str, str]:
        """The lexicons expanded so far: patterns share most of them."""
        return {}

    def _expand(self, pattern: str, within: tuple[str, ...]) -> str:
        return SLOT.sub(lambda match: self._lexicon(match[1], within), pattern)

    def _lexicon(self, name: str, within: tuple[str, ...]) -> str:
        if name in within:
            raise PatternError(f"lexicon {name} stands for itself")
        if name not in self.entries:
            raise PatternError(f"unknown lexicon {{{name}}}")
        if name not in self._expanded:
            entries = (self._expand(entry, (*within, name)) for entry in self.entries[name])
            expanded = f"(?:{'|'.join(entries)})"
            if len(expanded) > _LONGEST:  # ten lexicons of ten references each hold 10^10 entries
                raise PatternError(f"lexicon {name} holds too much with all it refers to")
            self._expanded[name] = expanded
        return self._expanded[name]
