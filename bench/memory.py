"""How much memory several processes hold together, as the kernel tells; elsewhere than on Linux
only the largest one is known."""

from __future__ import annotations

import threading
from pathlib import Path

#: Seconds between two looks at a family of processes. One process alone is not looked at: the
#: kernel itself remembers its peak.
_BETWEEN = 0.05
_PROC = Path("/proc")


def shared_out(rollup: str) -> int:
    """Return the KiB that a process holds, of memory shared with others its share.

    `rollup` is the text of its `smaps_rollup`.
    """
    return next((int(line.split()[1]) for line in rollup.splitlines() if "Pss:" in line), 0)


class Family:
    """Watches the descendants of a process for as long as the `with` lasts."""

    def __init__(self, pid: int) -> None:
        """Take the id of the process, which itself does not count."""
        self._pid = pid
        #: The most that all of them held at one time, in MiB; 0 where there was never but one.
        self.peak_mib = 0.0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Family:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._over.wait(_BETWEEN):
            members = descendants(self._pid)
            if len(members) > 1:
                held = sum(_held(pid) for pid in members)
                self.peak_mib = max(self.peak_mib, held / 1024)


def descendants(pid: int) -> list[int]:
    """Return the ids of a process's children, their children, and so on."""
    found: list[int] = []
    try:
        for task in (_PROC / str(pid) / "task").iterdir():
            for child in (task / "children").read_text().split():
                found += [int(child), *descendants(int(child))]
    except OSError:  # it has just ended, or this is no Linux
        pass
    return found


def _held(pid: int) -> int:
    try:
        return shared_out((_PROC / str(pid) / "smaps_rollup").read_text())
    except OSError:
        return 0
