"""The GitHub action: the commands of its steps, read from action.yml and run by GitHub's shell.

What the runner does for them is done here: expressions are filled in from a table, and the step
that sets up Python is taken for done. pip finds the dependencies in the environment that runs the
tests, through PYTHONPATH, so that no index is asked.
"""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from followlint.report import FORMATS

CHECKOUT = Path(__file__).resolve().parents[1]
ACTION: dict[str, Any] = yaml.safe_load((CHECKOUT / "action.yml").read_text(encoding="utf-8"))
STEPS: list[dict[str, Any]] = ACTION["runs"]["steps"]
INSTALL, CHECK = [step for step in STEPS if "run" in step]
GOOD = (CHECKOUT / "examples" / "thank-you-good.txt").read_text(encoding="utf-8")
BAD = GOOD.replace("Brightwater Foods", "[Company]")
#: How GitHub starts `shell: bash`.
SHELL = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail"]
EXPRESSION = re.compile(r"\$\{\{ *(.*?) *\}\}")


@pytest.fixture(scope="module", autouse=True)
def tools_at_hand() -> None:
    there = {"bash": shutil.which("bash"), "hatchling": importlib.util.find_spec("hatchling")}
    if os.name == "nt" or not all(there.values()):
        pytest.skip("needs bash and hatchling, and links")


@pytest.fixture(scope="module")
def values(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What the runner puts in for each expression; the inputs as they are when left out."""
    return {
        "steps.python.outputs.python-path": sys.executable,
        "github.action_path": str(CHECKOUT),
        "runner.temp": str(tmp_path_factory.mktemp("runner temp")),
        "runner.os == 'Windows' && 'Scripts' || 'bin'": "bin",
    } | {f"inputs.{name}": given.get("default", "") for name, given in ACTION["inputs"].items()}


def run(
    step: Mapping[str, Any],
    values: Mapping[str, str],
    folder: Path,
    more: Mapping[str, str] | None = None,
) -> subprocess.CompletedProcess[str]:
    """Run a step's command as the runner would, in the workspace `folder`."""
    assert step["shell"] == "bash"
    script = folder.parent / "step.sh"
    script.write_text(step["run"], encoding="utf-8")
    given = {
        name: EXPRESSION.sub(lambda match: values[match[1]], text)
        for name, text in step["env"].items()
    }
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PIP_")}
    return subprocess.run(
        [*SHELL, script],
        cwd=folder,
        env=environment | given | (more or {}),
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


@pytest.fixture(scope="module")
def check(
    values: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> Callable[..., subprocess.CompletedProcess[str]]:
    """(folder, inputs) -> what the last step does, once those before it are done."""
    borrowed = tmp_path_factory.mktemp("borrowed")
    ours = sysconfig.get_paths()
    for folder in dict.fromkeys([ours["purelib"], ours["platlib"]]):
        for entry in Path(folder).iterdir():
            # All but our own package, which is to come from the action, and the installer.
            if not entry.name.startswith(("followlint", "pip", "setuptools", "__pycache__")):
                (borrowed / entry.name).symlink_to(entry)
    offline = {
        "PYTHONPATH": str(borrowed),
        "PIP_NO_INDEX": "1",
        "PIP_NO_BUILD_ISOLATION": "0",  # pip takes it for the value of "build isolation"
    }
    done = run(INSTALL, values, tmp_path_factory.mktemp("workspace"), offline)
    assert done.returncode == 0, done.stdout + done.stderr

    def work(folder: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
        given = {f"inputs.{name.replace('_', '-')}": value for name, value in inputs.items()}
        assert given.keys() <= values.keys()
        return run(CHECK, {**values, **given}, folder, offline)

    return work


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    """A workspace with a good draft and a bad one, in folders with spaces and what else."""
    for name, text in {
        "sent/thanks.txt": GOOD,
        "after the tour/second draft.txt": BAD,
        "$(touch owned) `touch owned`; touch owned/a.md": GOOD,
    }.items():
        path = tmp_path / "work space" / name
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "work space"


def test_python_is_set_up_and_the_jobs_own_left_alone() -> None:
    [setup] = [step for step in STEPS if "uses" in step]
    assert setup == STEPS[0]
    assert re.fullmatch(r"actions/setup-python@v\d+", setup["uses"])
    assert setup["with"] == {
        "python-version": "${{ inputs.python-version }}",
        "update-environment": False,
    }
    oldest = re.search(
        r'requires-python = ">=3\.(\d+)"', (CHECKOUT / "pyproject.toml").read_text("utf-8")
    )
    assert oldest
    # A string, for 3.10 as a number is 3.1.
    assert int(ACTION["inputs"]["python-version"]["default"].split(".")[1]) >= int(oldest[1])


def test_no_input_is_text_of_a_command() -> None:
    assert [step["name"] for step in STEPS if EXPRESSION.search(step.get("run", ""))] == []


def test_every_input_is_used_and_described() -> None:
    used = set(re.findall(r"inputs\.([\w-]+)", str(STEPS)))
    assert used == set(ACTION["inputs"])
    assert all(given["description"] for given in ACTION["inputs"].values())
    assert ACTION["inputs"]["output-format"]["default"] in FORMATS


def test_good_drafts_pass(
    check: Callable[..., subprocess.CompletedProcess[str]], drafts: Path
) -> None:
    done = check(drafts, paths="sent")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_bad_draft_fails_the_job_and_its_words_stay_out_of_the_log(
    check: Callable[..., subprocess.CompletedProcess[str]], drafts: Path
) -> None:
    done = check(drafts, paths="sent\n\nafter the tour\n")
    assert done.returncode == 1, done.stderr
    [annotation] = done.stdout.splitlines()
    assert annotation.startswith(
        "::error title=FL501 placeholder,file=after the tour/second draft.txt,line=5,"
    )
    assert "Company" not in annotation


def test_arguments_and_the_output_format_reach_the_command(
    check: Callable[..., subprocess.CompletedProcess[str]], drafts: Path
) -> None:
    bad = "after the tour/second draft.txt"
    done = check(drafts, paths=bad, args="--ignore placeholder\n  --count", output_format="json")
    assert (done.returncode, done.stdout, done.stderr) == (0, "[]\n", "0\n")
    written = check(
        drafts, paths=bad, args="--select FL501 --output-file f.sarif", output_format="sarif"
    )
    assert (written.returncode, written.stdout) == (1, "")
    assert "FL501" in (drafts / "f.sarif").read_text(encoding="utf-8")


def test_a_path_is_never_a_command_nor_an_option(
    check: Callable[..., subprocess.CompletedProcess[str]], drafts: Path
) -> None:
    name = next(path.name for path in drafts.iterdir() if path.name.startswith("$"))
    done = check(drafts, paths=f"{name}\n--help", args="--select FL501 * $(touch owned)")
    # The star and the words behind it are paths that are not there.
    assert done.returncode == 2
    assert "*: no such file or folder" in done.stderr
    assert "--help: no such file or folder" in done.stderr
    assert name not in done.stderr
    assert list(drafts.parent.rglob("owned*")) == []


def test_without_paths_the_job_fails(
    check: Callable[..., subprocess.CompletedProcess[str]], drafts: Path
) -> None:
    done = check(drafts, paths="")
    assert done.returncode == 2
    assert "nothing to check" in done.stderr
