"""What commands print of the rules, kept between runs: to make it, all of them must be read."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256

from followlint.cache.folder import CacheFolder
from followlint.cache.stamp import digest

_FOLDER = "pages"
#: How much is kept: the reference some hundred times, or ten thousand other pages.
_MOST = 16 << 20
_DIGEST = 32


def kept_page(name: str, circumstances: str, make: Callable[[], str]) -> str:
    """Return a page as it was kept, or else what `make` returns, which is then kept.

    `circumstances` name all that it hangs on; where they are empty, nothing is looked up or kept.
    Raises what `make` raises.
    """
    folder = CacheFolder.of(_FOLDER) if circumstances else None
    if folder is None:
        return make()
    file = digest([circumstances.encode(), name.encode("utf-8", "surrogatepass")])
    data = folder.read(file) or b""
    if len(data) >= _DIGEST and sha256(data[_DIGEST:]).digest() == data[:_DIGEST]:
        folder.used(file)
        return data[_DIGEST:].decode("utf-8", "surrogatepass")
    page = make()
    body = page.encode("utf-8", "surrogatepass")
    if folder.write(file, sha256(body).digest() + body):
        folder.shrink(_MOST)
    return page
