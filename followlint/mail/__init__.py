"""Source -> Email: whose words stand where, and what the draft says about itself.

Named `mail` and not `email`, which the standard library has.
"""

from followlint.mail.email import Block, Email, Kind, Part
from followlint.mail.headers import Header, Headers
from followlint.mail.reader import read, read_fragment

__all__ = ["Block", "Email", "Header", "Headers", "Kind", "Part", "read", "read_fragment"]
