"""Where a report goes when it goes to a file: whole or not at all."""

from __future__ import annotations

from pathlib import Path

from followlint.errors import FollowlintError
from followlint.replace import replace


class OutputError(FollowlintError):
    """A file that a report cannot be written to."""


def write(path: Path, text: str) -> None:
    """Put `text` into a file, in UTF-8. Raises `OutputError`.

    Nobody ever reads half a report, see `replace`. A device or pipe is written to as it is.
    """
    data = text.encode("utf-8", "backslashreplace")
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(data)
        else:
            replace(path, data)
    except OSError as error:
        raise OutputError(f"{path}: cannot be written: {error.strerror or error}") from None
