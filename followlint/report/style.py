"""Colours of the reports that people read in a terminal."""

from __future__ import annotations

from followlint.finding import Severity

#: By name, as flake8's templates know them.
SEQUENCES = {
    "bold": "\x1b[1m",
    "black": "\x1b[30m",
    "red": "\x1b[31m",
    "green": "\x1b[32m",
    "yellow": "\x1b[33m",
    "blue": "\x1b[34m",
    "purple": "\x1b[35m",
    "cyan": "\x1b[36m",
    "white": "\x1b[37m",
    "reset": "\x1b[m",
}
_OF_SEVERITY = {Severity.ERROR: "red", Severity.WARNING: "yellow"}


def styled(text: str, *names: str, colour: bool) -> str:
    """Return `text` in styles of `SEQUENCES`, or as it is without colour."""
    if not colour or not text:
        return text
    return "".join(SEQUENCES[name] for name in names) + text + SEQUENCES["reset"]


def graded(text: str, severity: Severity, *, colour: bool) -> str:
    """Return `text` in the colour of a severity."""
    return styled(text, "bold", _OF_SEVERITY[severity], colour=colour)
