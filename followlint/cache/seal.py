"""What only those can read who have the draft: entries sealed with the draft's own hash."""

from __future__ import annotations

import hashlib
import json
import os
from typing import Any

_NONCE = 16
_CHECK = 16
#: Entries are filled up to a multiple of this, so that a size tells nothing.
_STEP = 1024


def seal(secret: bytes, entry: Any) -> bytes:
    """Return an entry (as JSON knows them) in a form that is noise to whoever lacks `secret`.

    The secret is made of all the bytes of a draft: who has it has the draft.
    """
    plain = json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode(
        "utf-8", "surrogatepass"
    )
    plain += b" " * (-len(plain) % _STEP)
    nonce = os.urandom(_NONCE)
    return nonce + _mixed(secret + nonce, _check(secret, plain) + plain)


def unseal(secret: bytes, data: bytes) -> Any:
    """Return the entry; raises `ValueError` for what was not sealed with this secret."""
    nonce, mixed = data[:_NONCE], data[_NONCE:]
    found = _mixed(secret + nonce, mixed)
    check, plain = found[:_CHECK], found[_CHECK:]
    if check != _check(secret, plain):
        raise ValueError("damaged, or sealed with another secret")
    return json.loads(plain.decode("utf-8", "surrogatepass"))


def _mixed(key: bytes, data: bytes) -> bytes:
    """Return `data` exclusive-or an endless hash of the key; doing it twice undoes it."""
    stream = hashlib.shake_256(key).digest(len(data))
    mixed = int.from_bytes(data, "big") ^ int.from_bytes(stream, "big")
    return mixed.to_bytes(len(data), "big")


def _check(secret: bytes, plain: bytes) -> bytes:
    return hashlib.sha256(secret + plain).digest()[:_CHECK]
