"""How much a draft may be. What is larger is no email, and is reported instead of read.

The sizes below are far from anything that people write by hand; they are there so that time and
memory have a bound whatever comes in.
"""

from __future__ import annotations

#: Bytes of a draft's file, or of one message of a mailbox. Mail servers take 20 to 36 MB with all
#: attachments (Gmail 25 MB, Exchange Online at most 150 MB and by default 36 MB).
MOST_BYTES = 40_000_000
#: Characters of its text, quoted messages included.
MOST_TEXT = 1_000_000
#: Characters of the writer's own new text: some thirty thousand words.
MOST_WRITTEN = 200_000

#: Characters of a paragraph (or any other part) that are looked at together; what is longer is
#: judged in pieces. The work within a piece may grow with its square, that of a draft must not.
LONGEST_PIECE = 5_000


def beyond(number: int, most: int, of: str) -> str:
    """Return what is wrong where there are more than `most` of something, else nothing."""
    return f"larger than any email: more than {most:,} {of}" if number > most else ""
