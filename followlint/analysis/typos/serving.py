"""How LanguageTool's server is started and waited for: on a port of its own, and not for ever."""

from __future__ import annotations

import os
import socket
from typing import Any

#: How long a server may take to be ready, and to begin an answer, in seconds: a slow machine takes
#: ten, a long draft some ten. The library would wait for 300, and try 900 ports for hours.
_STARTING, _ANSWERING = 60, 120
#: What is on this machine is asked directly: a proxy would read the draft.
_HERE = ("localhost", "127.0.0.1", "::1")


def server_of(library: Any) -> Any:
    """Return the server of language_tool_python, bounded in its patience, on a port of its own."""

    class Server(library.LanguageTool):  # type: ignore[misc]
        _TIMEOUT = _ANSWERING

        def _start_server_on_free_port(self) -> None:
            # The library takes any port, and whoever answers there for its server: the draft
            # would go to a stranger.
            self._port = _free_port(self._host)
            self._url = f"http://{self._host}:{self._port}/v2/"
            try:
                self._start_local_server()
            except BaseException:
                if self._server_is_alive():
                    self._terminate_server()
                raise

        def _wait_for_server_ready(self, timeout: int = _STARTING) -> None:
            super()._wait_for_server_ready(timeout)

    return Server


def past_proxies() -> None:
    """Keep what is said on this machine from the proxies that the environment names."""
    told = os.environ.get("no_proxy") or os.environ.get("NO_PROXY") or ""
    if told.strip() != "*":
        os.environ["no_proxy"] = ",".join(filter(None, (told, *_HERE)))


def _free_port(host: str) -> int:
    with socket.socket() as probe:
        probe.bind((host, 0))
        return int(probe.getsockname()[1])
