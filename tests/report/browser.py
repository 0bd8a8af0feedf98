"""A headless Chromium to look at pages with, spoken to through two pipes."""

from __future__ import annotations

import fcntl
import itertools
import json
import os
import subprocess
from pathlib import Path
from types import TracebackType
from typing import Any

_OPTIONS = [
    "--headless=new",
    "--no-sandbox",  # which a container without user namespaces does not give
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--remote-debugging-pipe",
]


class Browser:
    """One page. It knows what the DevTools protocol calls targets and sessions by itself."""

    def __init__(self, program: str, home: Path) -> None:
        """Start the program with a profile of its own below `home`."""
        there, self._out = os.pipe()
        self._in, here = os.pipe()
        # Chromium reads commands from 3 and answers on 4; no end of a pipe may stand there before.
        ends = [fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, 10) for end in (there, here)]
        self._process = subprocess.Popen(
            [program, *_OPTIONS, f"--user-data-dir={home}"],
            preexec_fn=lambda: [
                os.dup2(end, place) for end, place in zip(ends, (3, 4), strict=True)
            ],
            close_fds=False,  # the others close by themselves
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for end in (there, here, *ends):
            os.close(end)
        self._numbers = itertools.count(1)
        self._rest = b""
        self._session: str | None = None
        #: What the page complained of: errors, refused scripts, things it tried to fetch.
        self.complaints: list[str] = []

    def __enter__(self) -> Browser:
        """Open an empty page."""
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        found = self.ask("Target.attachToTarget", targetId=target, flatten=True)
        self._session = found["sessionId"]
        for domain in ("Page", "Log", "Runtime", "Network", "Accessibility"):
            self.ask(f"{domain}.enable")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._in)
        os.close(self._out)

    def ask(self, method: str, **given: Any) -> dict[str, Any]:
        """Ask something of the protocol, and return what it answers."""
        number = next(self._numbers)
        command = {"id": number, "method": method, "params": given}
        if self._session:
            command["sessionId"] = self._session
        os.write(self._out, json.dumps(command).encode() + b"\0")
        while True:
            message = self._message()
            if message.get("id") == number:
                assert "error" not in message, message
                answer: dict[str, Any] = message["result"]
                return answer

    def open(self, page: Path, width: int, **features: str) -> None:
        """Open a file on a screen of that width; features are those of CSS, - written as _."""
        self.ask(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=900,
            deviceScaleFactor=1,
            mobile=width < 600,
        )
        medium = features.pop("media", "screen")
        wanted = [{"name": n.replace("_", "-"), "value": v} for n, v in features.items()]
        self.ask("Emulation.setEmulatedMedia", media=medium, features=wanted)
        self.complaints.clear()
        self.ask("Page.navigate", url=page.as_uri())
        while self._message().get("method") != "Page.loadEventFired":
            pass

    def tell(self, script: str) -> Any:
        """Return what an expression of JavaScript is on the page."""
        answer = self.ask("Runtime.evaluate", expression=script, returnByValue=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def press(self, key: str, code: int) -> None:
        """Press a key and let it go."""
        text = {"text": "\r"} if key == "Enter" else {}
        for kind in ("keyDown", "keyUp"):
            self.ask(
                "Input.dispatchKeyEvent",
                type=kind,
                key=key,
                code=key,
                windowsVirtualKeyCode=code,
                **(text if kind == "keyDown" else {}),
            )

    def _message(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            piece = os.read(self._in, 1 << 16)
            assert piece, "the browser is gone"
            self._rest += piece
        first, _, self._rest = self._rest.partition(b"\0")
        message: dict[str, Any] = json.loads(first)
        said = message.get("params", {})
        if message.get("method") in ("Log.entryAdded", "Runtime.exceptionThrown"):
            self.complaints.append(str(said))
        if message.get("method") == "Network.requestWillBeSent":
            url = said["request"]["url"]
            if not url.startswith(("file:", "about:", "data:")):
                self.complaints.append(url)
        return message
