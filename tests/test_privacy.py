"""A draft stays on the machine: a default run needs no network and asks for none."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

DRAFT = """\
Subject: our meeting

Hi Monica,

It was so nice to sit down with you 😀 and I am gonna rember the the tour.

Kayla
"""
#: Puts sockets out of reach. One that is only made (urllib3 does, to learn whether there is IPv6)
#: fails as it would without a network; whoever looks for a host is told on at the end.
REFUSE = """
import socket, sys

asked = []

def refuse(*arguments, **more):
    raise OSError("no network here")

def tell(*arguments, **more):
    asked.append(arguments)
    refuse()

class Refused(socket.socket):
    __init__ = refuse

socket.socket = Refused
socket.create_connection = socket.getaddrinfo = socket.gethostbyname = tell
"""
RUN = """
from followlint.cli import main

status = main(sys.argv[1:])
"""
LOOK_AROUND = """
try:
    socket.getaddrinfo("localhost", 80)
except OSError:
    status = 0
"""
TELL = """
raise SystemExit(f"looked for {asked}" if asked else status)
"""


class Outcome(NamedTuple):
    status: int
    out: bytes
    err: bytes


def outcome(*command: str, folder: Path) -> Outcome:
    environment = {**os.environ, "PYTHONUTF8": "1"}
    done = subprocess.run(command, cwd=folder, capture_output=True, env=environment)
    return Outcome(done.returncode, done.stdout, done.stderr)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("privacy")
    (path / "draft.txt").write_text(DRAFT, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def usual(folder: Path) -> Outcome:
    """What a default run says with the network there."""
    found = outcome(sys.executable, "-m", "followlint", "draft.txt", folder=folder)
    assert (found.status, found.err) == (1, b"")
    # The pipeline and the typo engine were both at work.
    assert b"FL301" in found.out
    assert b"FL401" in found.out
    return found


def test_with_sockets_refused(usual: Outcome, folder: Path) -> None:
    code = REFUSE + RUN + TELL
    assert outcome(sys.executable, "-c", code, "draft.txt", folder=folder) == usual


def test_several_processes_with_sockets_refused(folder: Path) -> None:
    """Their pipes are none: not even a socket within the machine is opened."""
    arguments = ("check", "--jobs", "2", "draft.txt", "again.txt")
    text = (folder / "draft.txt").read_text(encoding="utf-8")
    (folder / "again.txt").write_text(text.replace("Subject:", "Subject: again", 1))
    found = outcome(sys.executable, "-c", REFUSE + RUN + TELL, *arguments, folder=folder)
    assert (found.status, found.err) == (1, b"")
    assert b"again.txt:" in found.out


def test_whoever_looks_for_a_host_is_told_on(folder: Path) -> None:
    found = outcome(sys.executable, "-c", REFUSE + LOOK_AROUND + TELL, folder=folder)
    assert found.status == 1
    assert found.err.startswith(b"looked for [('localhost', 80)]")


def without_a_network() -> list[str] | None:
    """Return a command that runs another in an empty network namespace, where that is allowed."""
    if not shutil.which("unshare"):
        return None
    commands = (["unshare", "-rn"], ["unshare", "-n"])
    allowed = (
        command
        for command in commands
        if subprocess.run([*command, "true"], capture_output=True).returncode == 0
    )
    return next(allowed, None)


def test_in_an_empty_network_namespace(usual: Outcome, folder: Path) -> None:
    prefix = without_a_network()
    if prefix is None:
        pytest.skip("`unshare -rn` and `unshare -n` are not there or not allowed here")
    assert outcome(*prefix, sys.executable, "-m", "followlint", "draft.txt", folder=folder) == usual
