"""A report in a file: whole, or the old one."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from followlint.report.output import OutputError, write


def test_a_new_file(tmp_path: Path) -> None:
    write(tmp_path / "r.json", "é\n")
    assert (tmp_path / "r.json").read_bytes() == b"\xc3\xa9\n"
    assert [p.name for p in tmp_path.iterdir()] == ["r.json"]


@pytest.mark.skipif(os.name == "nt", reason="permissions of POSIX")
def test_permissions(tmp_path: Path) -> None:
    new, old = tmp_path / "new", tmp_path / "old"
    old.touch()
    old.chmod(0o640)
    plain = tmp_path / "plain"
    plain.touch()
    for path in (new, old):
        write(path, "x")
    assert stat.S_IMODE(old.stat().st_mode) == 0o640
    assert new.stat().st_mode == plain.stat().st_mode


def test_what_cannot_be_utf_8_is_escaped(tmp_path: Path) -> None:
    write(tmp_path / "r", "\udcff")
    assert (tmp_path / "r").read_bytes() == b"\\udcff"


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("old")
    (tmp_path / "link").symlink_to("real")
    write(tmp_path / "link", "new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text() == "new"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is full")
def test_a_device_is_written_to_as_it_is() -> None:
    write(Path("/dev/null"), "x")
    with pytest.raises(OutputError, match=r"^/dev/full: cannot be written: No space left"):
        write(Path("/dev/full"), "x")


def test_a_place_that_is_not_there(tmp_path: Path) -> None:
    path = tmp_path / "no" / "r.json"
    with pytest.raises(OutputError) as caught:
        write(path, "x")
    assert str(caught.value) == f"{path}: cannot be written: No such file or directory"


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="cannot be written"):
        write(tmp_path, "x")


@pytest.mark.parametrize("problem", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_the_old_report_outlives_a_failure(
    problem: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "r.json"
    path.write_text("old")

    def fail(path: Path) -> int:
        raise problem

    monkeypatch.setattr("followlint.replace._mode", fail)
    with pytest.raises((OutputError, KeyboardInterrupt)):
        write(path, "new")
    assert path.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["r.json"]
