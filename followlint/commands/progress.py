"""How far a long run is: one line on the terminal, which goes when the run is done."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Iterator
from typing import TextIO, TypeVar

T = TypeVar("T")

#: Seconds before anything is shown, for most runs are over by then, and between two pictures.
_PATIENCE, _PAUSE = 1.5, 0.1
_WIDTH = 24


def watched(items: Iterator[T], number: int) -> Iterator[T]:
    """Yield what comes of `number` drafts, and show on standard error how many are done.

    Nothing is shown of short runs, nor where standard error is no terminal.
    """
    stream = sys.stderr
    if number < 2 or not _shows(stream):
        yield from items
        return
    drawn, shown = time.monotonic() + _PATIENCE - _PAUSE, ""
    try:
        for done, item in enumerate(items, 1):
            if done < number and time.monotonic() - drawn >= _PAUSE:
                line = _picture(done, number)
                _put(stream, "\r" + line.ljust(len(shown)))
                drawn, shown = time.monotonic(), line
            yield item
    finally:
        if shown:
            _put(stream, "\r" + " " * len(shown) + "\r")


def _shows(stream: TextIO | None) -> bool:
    return stream is not None and stream.isatty() and os.environ.get("TERM") != "dumb"


def _picture(done: int, number: int) -> str:
    said = f"{done} of {number} drafts"
    filled = _WIDTH * done // number
    whole = f"[{'#' * filled}{'-' * (_WIDTH - filled)}] {said}"
    # A line that wraps could not be taken back.
    return whole if len(whole) < shutil.get_terminal_size().columns else said


def _put(stream: TextIO, text: str) -> None:
    stream.write(text)
    stream.flush()
