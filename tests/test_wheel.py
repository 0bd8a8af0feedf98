"""What is released: built, installed beside nothing of the checkout, and run."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

from followlint import __version__

pytest.importorskip("build")
pytest.importorskip("hatchling")
pytest.importorskip("pip")

CHECKOUT = Path(__file__).resolve().parents[1]
DRAFT = """\
Subject: our meeting

Hi Monica,

It was so nice to sit down with you 😀 and I am gonna rember the the tour.

Kayla
"""


def data_files(root: Path) -> set[str]:
    """Return the rules and lexicons of a `rules/`, by their place in it."""
    found = {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}
    return {name for name in found if name.endswith((".yaml", ".txt"))}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist and the wheel made from it: `build` makes the one from the other."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, CHECKOUT]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="module")
def wheel(built: Path) -> Path:
    return built / f"followlint-{__version__}-py3-none-any.whl"


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with the wheel, our dependencies, and no way to the checkout."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, symlinks=os.name != "nt")
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    pip = [sys.executable, "-m", "pip", "--python", scripts / "python"]
    options = ["--quiet", "--disable-pip-version-check", "--no-deps", "--no-index"]
    subprocess.run([*pip, "install", *options, wheel], check=True)
    ask = "import sysconfig; print(sysconfig.get_path('purelib'))"
    packages = subprocess.check_output([scripts / "python", "-c", ask], text=True).strip()
    # A path named in a .pth file is searched, but the .pth files in it are not read: so the
    # dependencies are there, and an editable followlint among them is not.
    ours = sysconfig.get_paths()
    borrowed = dict.fromkeys([ours["purelib"], ours["platlib"]])
    Path(packages, "borrowed.pth").write_text("\n".join(borrowed), encoding="utf-8")
    return scripts


def test_the_wheel_holds_every_rule_and_lexicon(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    assert data_files(tmp_path / "followlint" / "rules") == data_files(CHECKOUT / "rules")
    assert (tmp_path / "followlint" / "py.typed").is_file()


def test_the_wheel_holds_the_package_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    assert {name.split("/")[0] for name in names} == {
        "followlint",
        f"followlint-{__version__}.data",
        f"followlint-{__version__}.dist-info",
    }
    assert [name for name in names if ".data/" in name] == [
        f"followlint-{__version__}.data/data/share/man/man1/followlint.1"
    ]
    assert not [name for name in names if "__pycache__" in name]


def test_the_sdist_holds_every_rule_and_lexicon(built: Path, tmp_path: Path) -> None:
    with tarfile.open(built / f"followlint-{__version__}.tar.gz") as archive:
        names = {member.name for member in archive.getmembers() if member.isfile()}
    prefix = f"followlint-{__version__}/rules/"
    assert data_files(CHECKOUT / "rules") == {
        name.removeprefix(prefix)
        for name in names
        if name.startswith(prefix) and name.endswith((".yaml", ".txt"))
    }


def run(*command: str | Path, folder: Path) -> tuple[int, str, str]:
    environment = {**os.environ, "PYTHONUTF8": "1"}
    environment.pop("PYTHONPATH", None)
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, encoding="utf-8", env=environment
    )
    return done.returncode, done.stdout, done.stderr


def test_the_installed_package_knows_nothing_of_the_checkout(
    installed: Path, tmp_path: Path
) -> None:
    code = (
        "import sys, followlint, followlint.rulebook as book;"
        "print(followlint.__file__, book.shipped(), *sys.path, sep='\\n')"
    )
    status, out, err = run(installed / "python", "-c", code, folder=tmp_path)
    assert (status, err) == (0, "")
    environment = installed.parent.resolve()
    home, rules, *path = [Path(line).resolve() for line in out.splitlines() if line]
    assert environment in home.parents
    assert rules == home.parent / "rules"
    assert CHECKOUT not in path


def test_the_installed_command_finds_the_same(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text(DRAFT, encoding="utf-8")
    expected = run(sys.executable, "-m", "followlint", "draft.txt", folder=tmp_path)
    assert expected[0] == 1
    assert run(installed / "followlint", "draft.txt", folder=tmp_path) == expected


def test_the_manual_page_is_installed(installed: Path) -> None:
    page = installed.parent / "share" / "man" / "man1" / "followlint.1"
    assert page.read_bytes() == (CHECKOUT / "man" / "followlint.1").read_bytes()


def test_the_installed_rules_are_the_same(installed: Path, tmp_path: Path) -> None:
    expected = run(sys.executable, "-m", "followlint", "rules", "--markdown", folder=tmp_path)
    assert expected[0] == 0
    found = run(installed / "followlint", "rules", "--markdown", folder=tmp_path)
    assert found == expected
