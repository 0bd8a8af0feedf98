"""The hook as its users get it: the real pre-commit, a clone of this repository, real commits.

pre-commit installs the hook from the clone as it always does, into an environment of its own. Only
where pip finds the dependencies is different: in the environment that runs the tests, through
PYTHONPATH, so that no index is asked. Sockets are out of reach from the installation on.
"""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from followlint.drafts import SUFFIXES

CHECKOUT = Path(__file__).resolve().parents[1]
MANIFEST = CHECKOUT / ".pre-commit-hooks.yaml"
GOOD = (CHECKOUT / "examples" / "thank-you-good.txt").read_text(encoding="utf-8")
BAD = GOOD.replace("Brightwater Foods", "[Company]")
#: What is said of BAD, behind the file's name.
COLUMN = BAD.splitlines()[4].index("[Company]") + 1
UNFILLED = f":5:{COLUMN}: FL501 “[Company]” was not filled in"
MESSAGE = """\
From: Daniel Kowalczyk <daniel@example.com>
To: Ms. Whitfield <whitfield@example.com>
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit
"""
GIT_CONFIG = """\
[user]
    name = Tester
    email = tester@example.com
[init]
    defaultBranch = main
[safe]
    directory = *
"""
#: Python imports this before anything else: pre-commit, pip and the hook all meet it.
NO_NETWORK = """\
import socket

def refuse(*arguments, **more):
    raise OSError("no network here")

class Refused(socket.socket):
    __init__ = refuse

socket.socket = Refused
socket.create_connection = socket.getaddrinfo = socket.gethostbyname = refuse
"""
#: What in the tester's own environment would make the runs differ.
OWN = ("GIT_", "PIP_", "PRE_COMMIT", "PYTHON", "VIRTUAL", "XDG_", "SKIP")


def run(
    *command: str | Path, folder: Path, environment: Mapping[str, str], status: int | None = 0
) -> str:
    """Return what a command prints, on either stream; `status` None takes any."""
    done = subprocess.run(
        command,
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    )
    assert status in (None, done.returncode), done.stdout
    return done.stdout


@pytest.fixture(scope="module", autouse=True)
def tools_at_hand() -> None:
    there = {
        "git": shutil.which("git"),
        "pre-commit": importlib.util.find_spec("pre_commit"),
        "hatchling": importlib.util.find_spec("hatchling"),
        "links": os.name != "nt",
        "a git checkout": (CHECKOUT / ".git").exists(),
    }
    if not all(there.values()):
        reason = f"not here: {', '.join(name for name, found in there.items() if not found)}"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Variables: a home of its own, dependencies without an index, no network."""
    home = tmp_path_factory.mktemp("home")
    (home / ".gitconfig").write_text(GIT_CONFIG, encoding="utf-8")
    borrowed = tmp_path_factory.mktemp("borrowed")
    (borrowed / "sitecustomize.py").write_text(NO_NETWORK, encoding="utf-8")
    ours = sysconfig.get_paths()
    for folder in dict.fromkeys([ours["purelib"], ours["platlib"]]):
        for entry in Path(folder).iterdir():
            # All but our own package, which is to come from the clone, and the installer.
            if not entry.name.startswith(("followlint", "pip", "setuptools", "__pycache__")):
                (borrowed / entry.name).symlink_to(entry)
    kept = {name: value for name, value in os.environ.items() if not name.startswith(OWN)}
    return kept | {
        "HOME": str(home),
        "USERPROFILE": str(home),
        "PRE_COMMIT_HOME": str(home / "pre-commit"),
        "PYTHONPATH": str(borrowed),
        "PIP_NO_INDEX": "1",
        "PIP_NO_BUILD_ISOLATION": "0",  # pip takes it for the value of "build isolation"
        "VIRTUALENV_NO_PERIODIC_UPDATE": "1",
    }


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory, environment: dict[str, str]) -> Path:
    """A clone of the checkout in which the state of its files, too, is committed."""
    folder = tmp_path_factory.mktemp("clone") / "followlint"

    def git(*arguments: str | Path, folder: Path = folder) -> str:
        return run("git", *arguments, folder=folder, environment=environment)

    git("clone", "--quiet", CHECKOUT, folder, folder=CHECKOUT)
    listed = git("ls-files", "-z", "--cached", "--others", "--exclude-standard", folder=CHECKOUT)
    for name in filter(None, listed.split("\0")):
        if (CHECKOUT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(CHECKOUT / name, folder / name)
        else:
            (folder / name).unlink(missing_ok=True)
    git("add", "--all")
    git("commit", "--quiet", "--allow-empty", "--message", "As it stands")
    return folder


@dataclass(frozen=True)
class Repository:
    """Somebody's drafts under git, with pre-commit watching over commits."""

    folder: Path
    hooks: Path
    environment: Mapping[str, str]

    def git(self, *arguments: str, status: int | None = 0) -> str:
        return run(
            "git", *arguments, folder=self.folder, environment=self.environment, status=status
        )

    def pre_commit(self, *arguments: str, status: int | None = 0) -> str:
        command = [sys.executable, "-m", "pre_commit", *arguments]
        return run(*command, folder=self.folder, environment=self.environment, status=status)

    def configure(self, **settings: Any) -> None:
        """Ask for the hook, with these settings of its user's."""
        revision = run(
            "git", "rev-parse", "HEAD", folder=self.hooks, environment=self.environment
        ).strip()
        hook = {"id": "followlint", **settings}
        config = {"repos": [{"repo": str(self.hooks), "rev": revision, "hooks": [hook]}]}
        self.write({".pre-commit-config.yaml": yaml.safe_dump(config)})

    def write(self, files: Mapping[str, str | bytes]) -> None:
        for name, content in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)

    def commit(self, files: Mapping[str, str | bytes], status: int = 0) -> str:
        """Write files and commit all there is; returns what the writer of the commit sees."""
        self.write(files)
        self.git("add", "--all")
        return self.git("commit", "--message", "Drafts", status=status)

    def committed(self) -> list[str]:
        """Return the names of the drafts that were let through."""
        listed = self.git("log", "--name-only", "--format=", "-z", status=None)
        return sorted(name for name in listed.split("\0") if name.startswith("drafts/"))


@pytest.fixture
def repository(tmp_path: Path, clone: Path, environment: dict[str, str]) -> Repository:
    made = Repository(tmp_path / "letters", clone, environment)
    made.folder.mkdir()
    made.git("init", "--quiet")
    made.configure()
    made.pre_commit("install", "--install-hooks")
    return made


def test_the_manifest_is_valid(tmp_path: Path, environment: dict[str, str]) -> None:
    command = [sys.executable, "-m", "pre_commit", "validate-manifest", MANIFEST]
    run(*command, folder=tmp_path, environment=environment)


def test_what_a_folder_stands_for_is_what_the_hook_takes() -> None:
    hook, _ = yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))
    for suffix in (*SUFFIXES, *map(str.upper, SUFFIXES)):
        assert re.search(hook["files"], f"a draft{suffix}")
    assert re.findall(r"\w+(?=[|)]|$)", hook["files"].split("(")[-1]) == [
        suffix.removeprefix(".") for suffix in SUFFIXES
    ]


def test_the_hook_is_installed_from_the_clone_and_sees_no_network(repository: Repository) -> None:
    home = Path(repository.environment["PRE_COMMIT_HOME"])
    [python] = home.glob("repo*/py_env-*/bin/python") or home.glob("repo*/py_env-*/Scripts/python")
    ask = "import followlint; print(followlint.__file__)"
    found = run(python, "-c", ask, folder=repository.folder, environment=repository.environment)
    assert python.parents[1] in Path(found.strip()).parents
    ask = "import urllib.request as web; web.urlopen('http://127.0.0.1:9')"
    refused = run(
        python, "-c", ask, folder=repository.folder, environment=repository.environment, status=1
    )
    assert "no network here" in refused


def test_good_drafts_are_committed(repository: Repository) -> None:
    drafts = {
        "drafts/thanks.txt": GOOD,
        "drafts/after the tour.md": GOOD,
        "drafts/sent.eml": MESSAGE + GOOD,
    }
    shown = repository.commit(drafts)
    assert re.search(r"^followlint\.+Passed$", shown, re.MULTILINE), shown
    assert repository.committed() == sorted(drafts)


def test_bad_drafts_are_refused_and_left_as_they_are(repository: Repository) -> None:
    drafts: dict[str, str | bytes] = {
        "drafts/after the tour.txt": BAD,
        "drafts/ünder review/second (of two).md": BAD,
        "drafts/thanks.txt": GOOD,
    }
    shown = repository.commit(drafts, status=1)
    assert re.search(r"^followlint\.+Failed$", shown, re.MULTILINE), shown
    assert "- exit code: 1\n" in shown
    assert "files were modified" not in shown
    found = [line for line in shown.splitlines() if ": FL" in line]
    assert found == [name + UNFILLED for name in sorted(drafts) if drafts[name] == BAD]
    assert repository.committed() == []
    assert (repository.folder / "drafts" / "after the tour.txt").read_text("utf-8") == BAD
    # Mended, they go through.
    repository.commit(dict.fromkeys(drafts, GOOD))
    assert repository.committed() == sorted(drafts)


def test_every_kind_of_draft_is_looked_at(repository: Repository) -> None:
    repository.configure(args=["--select", "placeholder,unreadable"])
    drafts: dict[str, str | bytes] = {
        "drafts/plain.txt": BAD,
        "drafts/LOUD.TXT": BAD,
        "drafts/marked down.md": BAD,
        "drafts/sent.eml": MESSAGE + BAD,
        # These only look like a repository's papers.
        "notice period.md": BAD,
        "my requirements.txt": BAD,
        "security-engineer.txt": BAD,
        "drafts/scan.txt": b"\x00\x01\x02\xff",
    }
    shown = repository.commit(drafts, status=1)
    found = [line for line in shown.splitlines() if ": FL501" in line]
    lower = UNFILLED.replace(":5:", f":{5 + len(MESSAGE.splitlines())}:")
    assert found == sorted(
        name + (lower if name.endswith(".eml") else UNFILLED)
        for name, content in drafts.items()
        if isinstance(content, str)
    )
    # What is no text is not passed over.
    assert "drafts/scan.txt:1:1: FL901 " in shown
    assert "- exit code: 2\n" in shown


def test_other_files_are_not(repository: Repository) -> None:
    papers = ["README.md", "docs/readme.TXT", "LICENSE.txt", "requirements-dev.txt"]
    hidden = [".github/PULL_REQUEST_TEMPLATE.md", "drafts/.old.txt"]
    others = ["notes.rst", "template.html", "eml", "a.txt.py"]
    shown = repository.commit(dict.fromkeys([*papers, *hidden, *others], BAD))
    assert "(no files to check)Skipped" in shown


def test_the_configuration_beside_the_drafts_holds(repository: Repository) -> None:
    repository.commit({"followlint.toml": 'ignore = ["placeholder"]\n', "drafts/a.txt": BAD})
    repository.write({"drafts/b.txt": BAD})
    shown = repository.commit({"followlint.toml": 'ignor = ["placeholder"]\n'}, status=1)
    assert "- exit code: 2\n" in shown
    assert "unknown key 'ignor'; did you mean 'ignore'?" in shown
    assert repository.committed() == ["drafts/a.txt"]


def test_what_the_configuration_excludes_is_passed_over(repository: Repository) -> None:
    repository.configure(args=["--select", "placeholder"])
    repository.write({"followlint.toml": 'exclude = ["old drafts/"]\n'})
    shown = repository.commit({"old drafts/a b.txt": BAD, "drafts/b.txt": BAD}, status=1)
    found = [line for line in shown.splitlines() if ": FL" in line]
    assert found == ["drafts/b.txt" + UNFILLED]


def test_what_a_draft_ignores_is_ignored(repository: Repository) -> None:
    repository.configure(args=["--select", "placeholder"])
    refused = repository.commit({"drafts/a.txt": "Followlint-Ignore: slang\n" + BAD}, status=1)
    assert "drafts/a.txt" + UNFILLED.replace(":5:", ":6:") in refused
    repository.commit({"drafts/a.txt": "Followlint-Ignore: placeholder\n" + BAD})


def test_options_and_patterns_of_the_user(repository: Repository) -> None:
    shouting = GOOD.replace("Please let me", "PLEASE LET ME")
    repository.configure(args=["--select", "FL208"])
    refused = repository.commit({"a draft.txt": shouting}, status=1)
    assert "a draft.txt:11:1: FL208 " in refused
    repository.configure(args=["--select", "FL208", "--fail-on", "error"], verbose=True)
    shown = repository.commit({})
    # A warning passes then, and is seen all the same.
    assert re.search(r"^followlint\.+Passed$", shown, re.MULTILINE), shown
    assert "a draft.txt:11:1: FL208 " in shown
    repository.configure(args=["--select=FL501"], files=r"^drafts/.*\.txt$", exclude="^$")
    shown = repository.commit({"elsewhere.txt": BAD, "drafts/README.txt": BAD}, status=1)
    assert [line for line in shown.splitlines() if ": FL" in line] == [
        "drafts/README.txt" + UNFILLED
    ]


def test_templates_have_a_hook_of_their_own(repository: Repository) -> None:
    repository.configure(id="followlint-templates")
    good = {
        "templates/thanks.txt": BAD,
        "coaching/Template/thanks, too.md": BAD,
        # What is no template is left to the other hook.
        "drafts/thanks.txt": BAD.replace("Thank you", "Whatever"),
        "templates.md": "Whatever.",
        "templates/README.md": "Whatever.",
    }
    shown = repository.commit(good)
    assert re.search(r"^followlint \(templates\)\.+Passed$", shown, re.MULTILINE), shown
    assert repository.committed() == ["drafts/thanks.txt"]


def test_templates_are_held_against_those_that_did_not_change(repository: Repository) -> None:
    repository.configure(id="followlint-templates")
    repository.commit({"templates/one.txt": BAD, "templates/two.txt": BAD})
    other = {
        "templates/deep/three.txt": BAD.replace("[Company]", "[Company Name]"),
        "templates/four.txt": BAD.replace("[Company]", "[Company").replace("looking", "lookign"),
    }
    shown = repository.commit(other, status=1)
    assert "- exit code: 1\n" in shown
    found = [line for line in shown.splitlines() if ": FL" in line]
    assert (
        f"templates/deep/three.txt:5:{COLUMN}: FL703 “[Company Name]” is written “[Company]” "
        in ("\n".join(found))
    )
    assert f"templates/four.txt:5:{COLUMN}: FL701 “[Company” is not closed" in found
    assert {line.split(":")[0] for line in found} == set(other)
    # With the names in order, they go through.
    repository.commit(dict.fromkeys(other, BAD))


def test_declared_placeholders_are_asked_for_by_the_hook(repository: Repository) -> None:
    repository.configure(id="followlint-templates", args=["--select", "FL7"])
    repository.write({"templates/placeholders.toml": 'placeholders = ["Firm"]\n'})
    shown = repository.commit({"templates/one.txt": BAD}, status=1)
    assert f"templates/one.txt:5:{COLUMN}: FL702 “[Company]” is not among the declared" in shown
    repository.commit({"templates/placeholders.toml": 'placeholders = ["Company"]\n'})


def test_templates_by_the_configuration_need_no_hook_of_their_own(repository: Repository) -> None:
    repository.configure(args=["--select", "FL501,FL7"])
    repository.write({"followlint.toml": 'templates = ["templates/"]\n'})
    found = repository.commit({"templates/a.txt": BAD, "drafts/a.txt": BAD}, status=1)
    assert [line for line in found.splitlines() if ": FL" in line] == ["drafts/a.txt" + UNFILLED]


def test_all_drafts_at_once(repository: Repository) -> None:
    """Many files are still one run: drafts are held against each other, in the order of names."""
    repository.configure(args=["--select", "placeholder", "--count"])
    repository.write({f"drafts/{number:02d} draft.txt": BAD for number in range(24)})
    repository.git("add", "--all")
    shown = repository.pre_commit("run", "--all-files", status=1)
    found = [line for line in shown.splitlines() if "FL501" in line]
    assert found == [f"drafts/{number:02d} draft.txt{UNFILLED}" for number in range(24)]
    assert shown.splitlines().count("24") == 1
