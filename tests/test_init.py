"""`followlint init`: what it writes, that all of it works, and that nothing is overwritten."""

from __future__ import annotations

import importlib.util
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from followlint import __version__
from followlint.cli import main
from followlint.config import KEYS, Config, read_config
from followlint.starting import HOOK_FILE, UNKNOWN, WORKFLOW_FILE, configuration, origin
from followlint.toml import loads

CHECKOUT = Path(__file__).resolve().parents[1]
CONFIG = Path("followlint.toml")
DRAFT = "Subject: A\n\nDear Ana,\n\nThank you for the [topic].\n"


Run = Callable[..., Any]


@pytest.fixture(autouse=True)
def here(folder: Path) -> None:
    """Every test works in a folder of its own."""


@pytest.fixture
def init(invoke: Run) -> Run:
    return lambda *arguments: invoke("init", *arguments)


class TestTheConfiguration:
    def test_is_written_here(self, init: Run) -> None:
        assert init() == (0, "", "followlint: followlint.toml: written\n")
        assert [path.name for path in Path().iterdir()] == ["followlint.toml"]
        assert CONFIG.read_text(encoding="utf-8") == configuration()

    def test_does_nothing_but_pass_over_papers(self, init: Run) -> None:
        init()
        config = read_config(CONFIG)
        assert config == Config(exclude=config.exclude, path=CONFIG)
        for name in ("README.md", "LICENSE.txt", "requirements-dev.txt", "draft.md"):
            Path(name).write_text(DRAFT, encoding="utf-8")
        assert main(["--select", "placeholder", "--output-file", "found.out", "."]) == 1
        found = Path("found.out").read_text(encoding="utf-8").splitlines()
        assert [line.split(":")[0] for line in found] == ["draft.md"]

    @pytest.mark.parametrize("key", KEYS)
    def test_explains_every_key(self, key: str) -> None:
        if key == "exclude":
            return  # the one that is no comment
        text = configuration()
        examples = [f"# {line}" for line in KEYS[key].example.splitlines()]
        assert "\n".join([f"# {KEYS[key].says}", *examples]) in text

    def test_its_examples_are_a_configuration(self) -> None:
        lines = configuration().splitlines()
        code = re.compile(r"# (?:[a-z-]+(?:\.[a-z]+)? = |\[|\"templates/)")
        opened = [line.removeprefix("# ") if code.match(line) else line for line in lines]
        assert set(loads("\n".join(opened))) == set(KEYS)

    @pytest.mark.parametrize(
        ("name", "text"),
        [
            ("followlint.toml", "# mine\n"),
            (".followlint.toml", "# mine\n"),
            ("pyproject.toml", "[tool.followlint]\n"),
        ],
    )
    def test_one_that_is_there_stays(self, name: str, text: str, init: Run) -> None:
        Path(name).write_text(text, encoding="utf-8")
        done = init()
        assert done == (2, "", f"followlint: {name}: is there already; nothing was written\n")
        assert Path(name).read_text(encoding="utf-8") == text
        assert [path.name for path in Path().iterdir()] == [name]

    def test_a_link_to_nowhere_stays(self, init: Run, tmp_path: Path) -> None:
        CONFIG.symlink_to(tmp_path / "elsewhere.toml")
        assert init().status == 2
        assert not (tmp_path / "elsewhere.toml").exists()

    def test_beside_a_pyproject_of_others_and_below_another(
        self, init: Run, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        CONFIG.write_text("", encoding="utf-8")
        Path("deep").mkdir()
        monkeypatch.chdir("deep")
        Path("pyproject.toml").write_text("[tool.ruff]\n", encoding="utf-8")
        assert init().status == 0

    def test_a_folder_that_cannot_be_written_to(self, init: Run) -> None:
        Path(".github").write_text("a file", encoding="utf-8")
        done = init("--workflow", "--repository", "https://git.example/followlint")
        assert done.status == 2
        assert "cannot be written" in done.err or "is there already" in done.err


class TestTheHook:
    def test_is_as_its_own_manifest_says(self, init: Run) -> None:
        assert init("--hook").status == 0
        (repo,) = yaml.safe_load(HOOK_FILE.read_text(encoding="utf-8"))["repos"]
        (hook,) = repo["hooks"]
        manifest = yaml.safe_load((CHECKOUT / ".pre-commit-hooks.yaml").read_text("utf-8"))
        ours = next(entry for entry in manifest if entry["id"] == "followlint")
        assert repo["repo"] == "local"
        assert hook.pop("language") == "system"
        assert hook == {key: ours[key] for key in hook}
        assert set(ours) - set(hook) == {"description", "language"}

    def test_where_there_is_a_file_it_is_printed(self, init: Run) -> None:
        mine = "repos:\n  - repo: local\n    hooks: []\n"
        HOOK_FILE.write_text(mine, encoding="utf-8")
        done = init("--hook")
        assert done.status == 0
        assert "stays as it is; add:" in done.err
        assert HOOK_FILE.read_text(encoding="utf-8") == mine
        repos = yaml.safe_load(mine + done.out)["repos"]
        assert [hook["id"] for hook in repos[1]["hooks"]] == ["followlint"]

    def test_with_a_configuration_that_is_there(self, init: Run) -> None:
        CONFIG.write_text("# mine\n", encoding="utf-8")
        done = init("--hook")
        assert done.status == 0
        assert "followlint.toml: is there already, and stays as it is" in done.err
        assert CONFIG.read_text(encoding="utf-8") == "# mine\n"
        assert HOOK_FILE.is_file()

    def test_with_the_real_pre_commit(self, init: Run, tmp_path: Path) -> None:
        if not shutil.which("git") or not importlib.util.find_spec("pre_commit"):
            pytest.skip("git or pre-commit is not here")
        init("--hook")
        Path("good draft.txt").write_text("Subject: A\n\nThank you.\n", encoding="utf-8")
        scripts = tmp_path / "bin"
        scripts.mkdir()
        command = scripts / "followlint"
        python = shlex.quote(sys.executable)
        command.write_text(f'#!/bin/sh\nexec {python} -m followlint "$@"\n', encoding="utf-8")
        command.chmod(0o755)
        CONFIG.write_text('select = ["placeholder"]\nexclude = ["bin/"]\n', encoding="utf-8")
        environment = {
            **{key: value for key, value in os.environ.items() if not key.startswith("GIT_")},
            "PATH": f"{scripts}{os.pathsep}{os.environ['PATH']}",
            "PRE_COMMIT_HOME": str(tmp_path / "home"),
            "GIT_CONFIG_GLOBAL": os.devnull,
        }

        def commit() -> subprocess.CompletedProcess[str]:
            subprocess.run(["git", "add", "--all"], check=True, env=environment)
            hook = [sys.executable, "-m", "pre_commit", "run", "--all-files"]
            return subprocess.run(hook, capture_output=True, text=True, env=environment)

        subprocess.run(["git", "init", "--quiet"], check=True, env=environment)
        passed = commit()
        assert passed.returncode == 0, passed.stdout + passed.stderr
        assert "WARNING" not in passed.stdout + passed.stderr
        assert "Passed" in passed.stdout
        Path("bad draft.txt").write_text(DRAFT, encoding="utf-8")
        Path("README.md").write_text(DRAFT, encoding="utf-8")
        failed = commit()
        assert failed.returncode == 1
        assert "bad draft.txt:5:19: FL501" in failed.stdout
        assert "README.md" not in failed.stdout


class TestTheWorkflow:
    def test_is_a_workflow(self, init: Run) -> None:
        done = init("--workflow", "--repository", "https://git.example/a/followlint.git")
        assert done.status == 0
        text = WORKFLOW_FILE.read_text(encoding="utf-8")
        flow = yaml.load(text, yaml.BaseLoader)  # "on" is a key, not true
        assert flow["on"] == ["push", "pull_request"]
        assert flow["permissions"] == {"contents": "read"}
        steps = flow["jobs"]["followlint"]["steps"]
        install = next(step for step in steps if step.get("name") == "Install followlint")
        source = f"followlint @ git+https://git.example/a/followlint.git@v{__version__}"
        assert install["env"]["FOLLOWLINT"] == source
        assert install["run"] == 'python -m pip install "$FOLLOWLINT"'

    def test_its_check_is_a_command_of_ours(self, init: Run) -> None:
        init("--workflow", "--repository", "https://git.example/followlint")
        flow = yaml.load(WORKFLOW_FILE.read_text(encoding="utf-8"), yaml.BaseLoader)
        name, *command = shlex.split(flow["jobs"]["followlint"]["steps"][-1]["run"])
        assert name == "followlint"
        Path("draft.txt").write_text(DRAFT, encoding="utf-8")
        done = subprocess.run(
            [sys.executable, "-m", "followlint", *command], capture_output=True, text=True
        )
        assert done.returncode == 1
        assert "::error title=FL501 placeholder,file=draft.txt,line=5," in done.stdout
        assert "[topic]" not in done.stdout

    def test_where_there_is_a_file_it_is_printed(self, init: Run) -> None:
        mine = "name: mine\non: push\njobs:\n"
        WORKFLOW_FILE.parent.mkdir(parents=True)
        WORKFLOW_FILE.write_text(mine, encoding="utf-8")
        done = init("--workflow", "--repository", "https://git.example/followlint")
        assert done.status == 0
        assert WORKFLOW_FILE.read_text(encoding="utf-8") == mine
        assert set(yaml.load(mine + done.out, yaml.BaseLoader)["jobs"]) == {"followlint"}

    def test_where_nobody_knows_the_repository(
        self, init: Run, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("followlint.commands.init._direct_url", lambda: None)
        done = init("--workflow")
        assert done.status == 0
        assert f"put the address in for {UNKNOWN}, or give --repository" in done.err
        assert UNKNOWN in WORKFLOW_FILE.read_text(encoding="utf-8")

    def test_where_the_install_knows_it(self, init: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        direct = '{"url": "https://git.example/f", "vcs_info": {"vcs": "git", "commit_id": "0"}}'
        monkeypatch.setattr("followlint.commands.init._direct_url", lambda: direct)
        assert "--repository" not in init("--workflow").err
        assert "git+https://git.example/f@v" in WORKFLOW_FILE.read_text(encoding="utf-8")

    @pytest.mark.parametrize(
        "direct", [None, "", "{", "[]", '{"url": "file:///a"}', '{"url": "a", "vcs_info": {}}']
    )
    def test_no_repository(self, direct: str | None) -> None:
        assert origin(direct) is None

    @pytest.mark.parametrize(
        "address", ["followlint", "https://a b", 'https://"$(touch owned)"', "https://a\nb", "-x"]
    )
    def test_no_address(self, address: str, init: Run) -> None:
        done = init("--workflow", f"--repository={address}")
        assert done.status == 2
        assert "not an address" in done.err
        assert list(Path().iterdir()) == []
