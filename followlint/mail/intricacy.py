"""Whether the standard library could read a message in bearable time and memory.

It keeps every line of a header, makes an object of every part, and asks of each line whether it
ends any of the parts around it. All of this is counted here before it begins.
"""

from __future__ import annotations

import re

from followlint.limits import beyond

_HEAD_ENDS = re.compile(rb"\n\r?\n|\r\r")
#: 40 MB of base64 have half a million lines.
_MOST_LINES = 1_000_000
_MOST_HEAD = 1_000_000
_MOST_PARTS = 50_000
_MOST_ASKED = 50_000_000


def intricacy(data: bytes) -> str:
    """Return what is wrong with a message that no mail program writes, else nothing."""
    lines = max(data.count(b"\n"), data.count(b"\r"))
    ends = _HEAD_ENDS.search(data)
    dashes = data.count(b"\n--") + data.count(b"\r--")
    if lines * data.lower().count(b"boundary") > _MOST_ASKED:
        return "its parts are nested too deeply for their length"
    return (
        beyond(lines, _MOST_LINES, "lines")
        or beyond(ends.start() if ends else len(data), _MOST_HEAD, "bytes of headers")
        or beyond(dashes, _MOST_PARTS, "lines that may part it")
    )
