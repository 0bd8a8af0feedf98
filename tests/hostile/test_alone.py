"""All commands, without a network and watched: nobody is asked, and no copy of a draft is left."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from followlint.cli import COMMANDS
from followlint.report import FORMATS as ALL_FORMATS

sys.path.insert(0, str(Path(__file__).parent))
from alone import DRAFT, FORMATS, REACHING, RUNS, SECRETS

PROGRAM = Path(__file__).with_name("alone.py")
#: How each run ends; what is not named here finds something in the draft, as it should.
QUIET = {"body": 0, "config": 0, "explain": 0, "ignore": 0, "init": 0, "inspect": 0, "rules": 0}
QUIET |= {"status": 0, "test": 0, "when": 0}
#: Where words of a draft may stand afterwards. (The report in a file is SARIF, without them.)
OWN = {"work/drafts/draft.txt", "work/drafts/other.txt"}


class Done(NamedTuple):
    """What came of all runs, and the folder that was the whole world to them."""

    world: Path
    lines: list[str]
    told: list[str]


def without_a_network() -> list[str]:
    """Return what runs a command in an empty network namespace, where that is allowed."""
    for prefix in (["unshare", "-rn"], ["unshare", "-n"]):
        if shutil.which("unshare"):
            done = subprocess.run([*prefix, "true"], capture_output=True)
            if not done.returncode:
                return prefix
    return []


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> Done:
    world = tmp_path_factory.mktemp("world")
    environment = {**os.environ, "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    for name in ("HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "FOLLOWLINT_CACHE_DIR"):
        environment[name] = str(world / name.lower())
    for name in ("work", "home", "tmpdir"):
        (world / name).mkdir()
    found = subprocess.run(
        [*without_a_network(), sys.executable, str(PROGRAM)],
        cwd=world / "work",
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
    )
    assert found.returncode == 0, found.stderr
    return Done(world, found.stdout.splitlines(), found.stderr.splitlines())


def test_every_command_is_run() -> None:
    assert {arguments[0] for arguments in RUNS} | REACHING == set(COMMANDS)
    assert set(FORMATS) == set(ALL_FORMATS)


def test_each_does_what_it_is_for(done: Done) -> None:
    names = [line.split()[0] for line in done.lines]
    assert names == [arguments[0] for arguments in RUNS]
    for line, arguments in zip(done.lines, RUNS, strict=True):
        name, status, length = line.split()
        known = {"--write-baseline", "--baseline"} & set(arguments)
        assert int(status) == (0 if known else QUIET.get(name, 1)), line
        assert int(length) or {"--baseline", "--output-file"} & set(arguments)


def test_nobody_is_asked(done: Done) -> None:
    assert [line for line in done.told if not line.startswith("wrote: ")] == []


def test_nothing_is_written_but_what_was_asked_for_and_the_cache(done: Done) -> None:
    cache, work = (done.world / name for name in ("followlint_cache_dir", "work"))
    places = {
        # The file is made by its name, and then opened by its number.
        str(Path(name).parent.resolve() if "/" in name else name)
        for name in (line.removeprefix("wrote: ").strip('"') for line in done.told)
        if not name.isdecimal() and not name.startswith(".github")
    }
    asked = {str(work), str(work / "drafts"), "followlint.toml", ".pre-commit-config.yaml"}
    assert places == asked | {str(cache / name) for name in ("rules", "results", "pages")}


def test_no_copy_of_a_draft_is_left(done: Done) -> None:
    files = [path for path in done.world.rglob("*") if path.is_file()]
    kept = [path for path in files if "followlint_cache_dir" in path.parts]
    assert len(kept) >= 3
    copies = set()
    for path in files:
        held = path.read_bytes() + str(path).encode()
        for word in SECRETS:
            assert word in DRAFT
            forms = (word.encode(), word.encode("utf-16-le"), word.lower().encode())
            if any(form in held for form in forms):
                copies.add(path.relative_to(done.world).as_posix())
    assert copies == OWN
    assert list((done.world / "tmpdir").iterdir()) == []


def test_whoever_asks_is_told_on(tmp_path: Path) -> None:
    code = f"""
import sys
sys.path.insert(0, {str(PROGRAM.parent)!r})
import alone, socket
sys.addaudithook(alone._told)
try:
    socket.create_connection(("127.0.0.1", 9), timeout=1)
except OSError as error:
    print(error)
open("made", "w").close()
"""
    command = [sys.executable, "-c", code]
    found = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path)
    assert found.stdout == "no network here\n"
    assert found.stderr.splitlines() == ["asked: socket.getaddrinfo", 'wrote: "made"']
