"""Source -> Email: whose words stand where, and what the draft says about itself.

Named `mail` and not `email`, which the standard library has.
"""

from followlint.mail.context import Context, Value
from followlint.mail.dates import Moment
from followlint.mail.email import Attachment, Block, Email, Kind, Part
from followlint.mail.headers import Header, Headers, Problem
from followlint.mail.opening import read_bytes
from followlint.mail.reader import read, read_fragment

__all__ = [
    "Attachment",
    "Block",
    "Context",
    "Email",
    "Header",
    "Headers",
    "Kind",
    "Moment",
    "Part",
    "Problem",
    "Value",
    "read",
    "read_bytes",
    "read_fragment",
]
