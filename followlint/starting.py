"""What `followlint init` writes: a commented configuration, and what a hook and a workflow hold."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from followlint import __version__
from followlint.config import KEYS
from followlint.config.files import NAMES, PYPROJECT, section_of

HOOK_FILE = Path(".pre-commit-config.yaml")
WORKFLOW_FILE = Path(".github", "workflows", "followlint.yml")
#: Papers of a repository that are no drafts; the one line of the configuration that is no comment.
_PAPERS = (
    "README.*",
    "CHANGELOG.*",
    "CODE_OF_CONDUCT.*",
    "CONTRIBUTING.*",
    "LICENSE.*",
    "NOTICE.*",
    "SECURITY.*",
    "requirements*.txt",
)
_HEAD = """\
# What followlint checks in this folder and below; `followlint config --show FILE` tells what holds
# for a draft, and from where. What stands behind a # is an example, not the default.
"""
#: As in .pre-commit-hooks.yaml; `system` is whatever followlint is installed.
_HOOK = """\
  - repo: local
    hooks:
      - id: followlint
        name: followlint
        # the followlint that is installed where commits are made
        entry: followlint check --force-exclude
        language: system
        files: (?i)\\.(txt|md|eml|mbox)$
        exclude: "(?ix)(^|/)(
          \\\\.|
          (changelog|code_of_conduct|contributing|copying|licen[cs]e|notice|readme|security)\\\\.(txt|md)$|
          requirements[^/]*\\\\.txt$
          )"
        require_serial: true
"""
_JOB = """\
  followlint:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v6
        with:
          python-version: "3.12"
      - name: Install followlint
        env:
          FOLLOWLINT: {source}
        run: python -m pip install "$FOLLOWLINT"
      # Findings stand beside the lines, without the drafts' words.
      - name: Check the drafts
        run: followlint check --output-format github .
"""
_WORKFLOW = """\
name: followlint
on: [push, pull_request]
permissions:
  contents: read
jobs:
"""
#: What stands for followlint's repository where nobody has said which it is.
UNKNOWN = "<the repository of followlint>"


def configuration() -> str:
    """Return a configuration that mentions every key, all but one as a comment."""
    pieces = [_HEAD]
    for name, key in KEYS.items():
        lines = [f"# {line}\n" for line in key.example.splitlines()]
        if name == "exclude":
            globs = "".join(f"    {json.dumps(paper)},\n" for paper in _PAPERS)
            lines = [f"exclude = [\n{globs}]\n"]
        pieces.append(f"# {key.says}\n" + "".join(lines))
    return "\n".join(pieces)


def hook(*, whole: bool) -> str:
    """Return the hook's entry in pre-commit's configuration, or a `whole` one that holds it."""
    return f"repos:\n{_HOOK}" if whole else _HOOK


def workflow(repository: str, *, whole: bool) -> str:
    """Return the job of a GitHub workflow, or a `whole` workflow that holds it.

    followlint comes from a git repository, at the tag of this version.
    """
    source = f"followlint @ git+{repository}@v{__version__}"
    job = _JOB.format(source=json.dumps(source))
    return f"{_WORKFLOW}{job}" if whole else job


def origin(direct: str | None) -> str | None:
    """Return the repository that a `direct_url.json` (PEP 610) says an install came from."""
    try:
        data: Mapping[str, Any] = json.loads(direct or "{}")
        return str(data["url"]) if data["vcs_info"]["vcs"] == "git" else None
    except (ValueError, KeyError, TypeError):
        return None


def configured(folder: Path) -> Path | None:
    """Return the file that configures a folder already, not one above it; raises `ConfigError`."""
    for name in NAMES:
        if (folder / name).exists() or (folder / name).is_symlink():
            return folder / name
    pyproject = folder / PYPROJECT
    if pyproject.is_file() and section_of(pyproject) is not None:
        return pyproject
    return None
