"""How the standard library reads the header fields of a message and of its parts.

Its parser takes time with the square of a field's length, and reads a field anew whenever it is
asked for. So no field is longer than any honest one, and each is read once.
"""

from __future__ import annotations

from email.policy import EmailPolicy
from functools import lru_cache
from typing import Any

#: Characters of a field that are read: a file name may take 255 bytes, each in nine characters.
_LONGEST = 2_500
_PLAIN = EmailPolicy()


class Bounded(EmailPolicy):
    """The library's policy for modern mail, with bounds."""

    def header_fetch_parse(self, name: str, value: str) -> Any:
        """Return a field as the library reads it; of one that is too long, its beginning."""
        return _read(name, value[:_LONGEST])


@lru_cache(maxsize=256)
def _read(name: str, value: str) -> Any:
    return _PLAIN.header_fetch_parse(name, value)
