"""`required-version`: which followlint a configuration was written for."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping

from followlint import __version__

_NUMBER = r"[0-9]+(?:\.[0-9]+)*"
_ONE = rf"\s*(?:>=|<=|==|!=|>|<)?\s*{_NUMBER}\s*"
#: What may stand there: comparisons with commas between them; a bare version is that very one.
SHAPE = rf"{_ONE}(?:,{_ONE})*"
_PIECE = re.compile(rf"(?P<sign>[<>=!]*)\s*(?P<version>{_NUMBER})")
_SIGNS: Mapping[str, Callable[[tuple[int, ...], tuple[int, ...]], bool]] = {
    ">=": operator.ge,
    "<=": operator.le,
    "==": operator.eq,
    "!=": operator.ne,
    ">": operator.gt,
    "<": operator.lt,
    "": operator.eq,
}


class VersionError(ValueError):
    """A requirement that cannot be read, or that this followlint does not meet."""


def must_suit(required: str, version: str = __version__) -> None:
    """Raise `VersionError` unless a version is what is required: ">=0.3,<1"."""
    if not re.fullmatch(SHAPE, required):
        raise VersionError(f"{required!r} is no comparison of versions such as '>=0.3,<1'")
    for piece in _PIECE.finditer(required):
        if not _SIGNS[piece["sign"]](_numbers(version), _numbers(piece["version"])):
            raise VersionError(f"{required!r} is asked for; this is followlint {version}")


def _numbers(version: str) -> tuple[int, ...]:
    """Return the numbers of a version that count: 0.3 is 0.3.0; what is behind them does not."""
    match = re.match(_NUMBER, version)
    numbers = [int(number) for number in match[0].split(".")] if match else []
    while numbers and not numbers[-1]:
        numbers.pop()
    return tuple(numbers)
