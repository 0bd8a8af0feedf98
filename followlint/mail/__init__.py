"""Source -> Email: whose words stand where, and what the draft says about itself.

Named `mail` and not `email`, which the standard library has.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from followlint.mail.context import Context, Value
    from followlint.mail.dates import Moment
    from followlint.mail.dialects import Dialect
    from followlint.mail.email import Attachment, Block, Email, Part
    from followlint.mail.headers import Header, Headers, Problem
    from followlint.mail.kinds import Kind
    from followlint.mail.opening import oversize, read_bytes
    from followlint.mail.reader import read, read_fragment

__all__ = [
    "Attachment",
    "Block",
    "Context",
    "Dialect",
    "Email",
    "Header",
    "Headers",
    "Kind",
    "Moment",
    "Part",
    "Problem",
    "Value",
    "oversize",
    "read",
    "read_bytes",
    "read_fragment",
]

#: Where each name lives. A module is read when one of its names is first asked for: whoever only
#: wants to know the kinds of email need not wait for all that takes an email apart.
_HOMES = {
    "Attachment": "email",
    "Block": "email",
    "Context": "context",
    "Dialect": "dialects",
    "Email": "email",
    "Header": "headers",
    "Headers": "headers",
    "Kind": "kinds",
    "Moment": "dates",
    "Part": "email",
    "Problem": "headers",
    "Value": "context",
    "oversize": "opening",
    "read": "reader",
    "read_bytes": "opening",
    "read_fragment": "reader",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
