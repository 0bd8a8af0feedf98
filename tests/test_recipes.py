"""The recipes of the README, run as they stand: GitLab's, a plain shell's, and every command.

Only where things come from is different: followlint from a clone of this checkout, as it stands,
and its dependencies from the environment that runs the tests, so that no index is asked.
"""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from followlint import __version__
from followlint.cli import COMMANDS, cli

CHECKOUT = Path(__file__).resolve().parents[1]
README = (CHECKOUT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
REPOSITORY = "<this repository>"
GOOD = (CHECKOUT / "examples" / "thank-you-good.txt").read_text(encoding="utf-8")
BAD = GOOD.replace("Brightwater Foods", "[Company]")


def block(language: str, mark: str) -> str:
    """Return the one block of code in the README that holds a mark."""
    [found] = [text for kind, text in BLOCKS if kind == language and mark in text]
    return found


GITLAB: dict[str, Any] = yaml.safe_load(block("yaml", "codequality:"))
REPORT: str = GITLAB["followlint"]["artifacts"]["reports"]["codequality"]
SHELL = block("console", 'python3 -m venv .venv && .venv/bin/pip install -q "followlint @')

Do = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="module")
def surroundings(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """Variables: a home of its own, and dependencies without an index."""
    there = shutil.which("git"), shutil.which("bash"), importlib.util.find_spec("hatchling")
    if os.name == "nt" or not all(there) or not (CHECKOUT / ".git").exists():
        pytest.skip("needs git, bash, hatchling, links and a git checkout")
    home, borrowed = tmp_path_factory.mktemp("home"), tmp_path_factory.mktemp("borrowed")
    who = "[user]\n    name = Tester\n    email = tester@example.com\n[safe]\n    directory = *\n"
    (home / ".gitconfig").write_text(who, encoding="utf-8")
    ours = sysconfig.get_paths()
    for folder in dict.fromkeys([ours["purelib"], ours["platlib"]]):
        for entry in Path(folder).iterdir():
            # All but our own package, which is to come from the clone, and the installer.
            if not entry.name.startswith(("followlint", "pip", "setuptools", "__pycache__")):
                (borrowed / entry.name).symlink_to(entry)
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("GIT_", "PIP_", "PYTHON", "VIRTUAL", "XDG_"))
    }
    return kept | {
        "HOME": str(home),
        "PYTHONPATH": str(borrowed),
        "PIP_NO_INDEX": "1",
        "PIP_NO_BUILD_ISOLATION": "0",  # pip takes it for the value of "build isolation"
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    }


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory, surroundings: Mapping[str, str]) -> str:
    """The address of a repository that holds the checkout as it stands, with this version's tag."""
    folder = tmp_path_factory.mktemp("repository")

    def git(*arguments: str, at: Path = folder) -> str:
        return subprocess.check_output(["git", *arguments], cwd=at, env=surroundings, text=True)

    listed = git("ls-files", "-z", "--cached", "--others", "--exclude-standard", at=CHECKOUT)
    for name in filter(None, listed.split("\0")):
        if (CHECKOUT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(CHECKOUT / name, folder / name)
    git("init", "--quiet")
    git("add", "--all")
    git("commit", "--quiet", "--message", "As it stands")
    git("tag", f"v{__version__}")
    # An address as people have one: pip takes none without a host, and git knows where it leads.
    address = "https://git.example/followlint"
    git("config", "--global", f"url.{folder.as_uri()}.insteadOf", address)
    return address


def do(
    script: str, folder: Path, environment: Mapping[str, str]
) -> subprocess.CompletedProcess[str]:
    """Run a script as a pipeline does: the first line that fails ends it."""
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


def write(folder: Path, **texts: str) -> None:
    (folder / "drafts").mkdir(parents=True)
    for name, text in texts.items():
        (folder / "drafts" / f"{name}.txt").write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def job(
    tmp_path_factory: pytest.TempPathFactory,
    repository: str,
    surroundings: Mapping[str, str],
) -> Do:
    """(folder) -> what the lines of the script do there; the first one is run once for all."""
    image = tmp_path_factory.mktemp("image") / "venv"
    subprocess.run([sys.executable, "-m", "venv", image], check=True)
    own = {**surroundings, "PATH": f"{image / 'bin'}{os.pathsep}{surroundings['PATH']}"}
    install, *rest = (
        line.replace(REPOSITORY, repository) for line in GITLAB["followlint"]["script"]
    )
    done = do(install, image, own)
    assert done.returncode == 0, done.stdout + done.stderr
    return lambda folder: do("\n".join(rest), folder, own)


class TestGitlab:
    def test_good_drafts_pass_with_an_empty_report(self, job: Do, tmp_path: Path) -> None:
        write(tmp_path, good=GOOD)
        done = job(tmp_path)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
        assert json.loads((tmp_path / REPORT).read_text("utf-8")) == []

    def test_a_bad_draft_fails_and_is_reported_without_its_words(
        self, job: Do, tmp_path: Path
    ) -> None:
        write(tmp_path, good=GOOD, bad=BAD)
        done = job(tmp_path)
        assert (done.returncode, done.stdout, done.stderr) == (1, "", "")
        [issue] = json.loads((tmp_path / REPORT).read_text("utf-8"))
        assert (issue["check_name"], issue["location"]["path"]) == ("placeholder", "drafts/bad.txt")
        assert "Company" not in str(issue)
        # Else GitLab would not take the report of a job that failed.
        assert GITLAB["followlint"]["artifacts"]["when"] == "always"

    def test_the_image_is_new_enough(self) -> None:
        oldest = re.search(
            r'requires-python = ">=3\.(\d+)"', (CHECKOUT / "pyproject.toml").read_text("utf-8")
        )
        image = re.fullmatch(r"python:3\.(\d+)", GITLAB["followlint"]["image"])
        assert oldest and image
        assert int(image[1]) >= int(oldest[1])


def test_a_plain_shell(tmp_path: Path, repository: str, surroundings: Mapping[str, str]) -> None:
    setup, check = SHELL.replace(REPOSITORY, repository).splitlines()
    python = Path(sys.executable).with_name("python3")
    if not python.exists():
        pytest.skip("needs a python3 beside the interpreter")
    own = {**surroundings, "PATH": f"{python.parent}{os.pathsep}{surroundings['PATH']}"}
    done = do(setup, tmp_path, own)
    assert done.returncode == 0, done.stdout + done.stderr
    assert do(check, tmp_path, own).returncode == 2  # there is no such folder yet
    write(tmp_path, good=GOOD)
    assert (do(check, tmp_path, own).returncode, do(check, tmp_path, own).stdout) == (0, "")
    (tmp_path / "drafts" / "bad.txt").write_text(BAD, encoding="utf-8")
    failed = do(check, tmp_path, own)
    assert failed.returncode == 1
    assert failed.stdout.startswith("drafts/bad.txt:5:")
    assert check.partition("#")[2].split(",")[0].strip() == "0 clean"


def commands() -> list[list[str]]:
    """Return the words of every command of ours in the README's blocks."""
    lines = [
        line.strip().removeprefix("$ ").removeprefix(".venv/bin/")
        for kind, text in BLOCKS
        if kind == "console"
        for line in text.splitlines()
    ]
    typed = [re.split(r"\s{2,}#|\s[<>]\s", line)[0] for line in lines]
    return [shlex.split(line)[1:] for line in typed if re.match(r"followlint (?!.*: FL)", line)]


@pytest.mark.parametrize("words", commands(), ids=" ".join)
def test_every_command_of_the_readme_is_one(words: list[str], folder: Path) -> None:
    called = words if words[0] in COMMANDS else ["check", *words]
    command = cli.get_command(click.Context(cli), called[0])
    assert command
    command.make_context(called[0], called[1:])


def test_there_are_enough_of_them() -> None:
    assert len(commands()) > 15


def test_the_first_run_of_the_readme(invoke: Do, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(CHECKOUT)
    typed, _, printed = block("console", "$ followlint ").partition("\n")
    status, out, err = invoke(*shlex.split(typed)[2:])
    assert (status, err) == (1, "")
    assert out == printed
