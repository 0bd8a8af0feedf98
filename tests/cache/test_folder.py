"""The folder that is kept between runs: private, whole files, bounded, and never trusted."""

from __future__ import annotations

import os
import sys
import threading
import time
from pathlib import Path

import pytest

from followlint.cache.folder import VARIABLE, CacheFolder, cache_home

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="owners and permissions are POSIX's")


@pytest.fixture
def folder(tmp_path: Path) -> CacheFolder:
    return CacheFolder(tmp_path / "home" / "kept")


def test_the_variable_names_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    assert cache_home() == tmp_path


def test_else_it_is_the_users_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache_home() == tmp_path / "followlint"


@POSIX
def test_a_relative_cache_home_means_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE)
    monkeypatch.setenv("XDG_CACHE_HOME", "somewhere")
    monkeypatch.setenv("HOME", "/home/nobody")
    where = ("Library", "Caches") if sys.platform == "darwin" else (".cache",)
    assert cache_home() == Path("/home/nobody").joinpath(*where, "followlint")


def test_what_is_written_is_read(folder: CacheFolder) -> None:
    assert folder.read("a") is None
    assert folder.write("a", b"one")
    assert folder.write("a", b"two")
    assert folder.read("a") == b"two"
    assert [path.name for path in folder.path.iterdir()] == ["a"]


@POSIX
def test_nobody_else_can_look_into_it(folder: CacheFolder) -> None:
    before = os.umask(0)
    try:
        folder.write("a", b"one")
    finally:
        os.umask(before)
    modes = {path.name: path.stat().st_mode & 0o777 for path in (folder.path, folder.path / "a")}
    assert modes == {"kept": 0o700, "a": 0o600}


@POSIX
@pytest.mark.parametrize("open_to", [0o720, 0o702, 0o755])
def test_a_folder_open_to_others_is_not_used(folder: CacheFolder, open_to: int) -> None:
    folder.write("a", b"one")
    folder.path.chmod(open_to)
    assert folder.read("a") is None
    assert not folder.write("b", b"two")


@POSIX
def test_a_file_open_to_others_is_not_read(folder: CacheFolder) -> None:
    folder.write("a", b"one")
    (folder.path / "a").chmod(0o644)
    assert folder.read("a") is None


@POSIX
def test_anothers_file_is_not_read(folder: CacheFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.write("a", b"one")
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    assert folder.read("a") is None
    assert not folder.write("a", b"two")


@POSIX
def test_a_link_is_not_followed(folder: CacheFolder, tmp_path: Path) -> None:
    folder.write("a", b"one")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_bytes(b"theirs")
    elsewhere.chmod(0o600)
    (folder.path / "b").symlink_to(elsewhere)
    assert folder.read("b") is None
    (tmp_path / "linked").symlink_to(folder.path)
    assert CacheFolder(tmp_path / "linked").read("a") is None


@POSIX
def test_a_pipe_is_not_waited_for(folder: CacheFolder) -> None:
    folder.write("a", b"one")
    os.mkfifo(folder.path / "pipe", 0o600)
    assert folder.read("pipe") is None


def test_a_file_in_the_folders_place(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    for folder in (CacheFolder(tmp_path / "file"), CacheFolder(tmp_path / "file" / "kept")):
        assert not folder.write("a", b"one")
        assert folder.read("a") is None
        folder.shrink(0)
    assert (tmp_path / "file").read_text(encoding="utf-8") == "mine"


def test_what_was_of_no_use_for_longest_goes_first(folder: CacheFolder) -> None:
    for age, name in enumerate("dcba"):
        folder.write(name, b"x" * 5000)
        os.utime(folder.path / name, (1000 - age, 1000 - age))
    folder.used("a")
    folder.shrink(20_000)
    assert len(list(folder.path.iterdir())) == 4
    folder.shrink(19_999)
    assert sorted(path.name for path in folder.path.iterdir()) == ["a", "c", "d"]


def test_what_nobody_goes_on_writing_is_swept_up(folder: CacheFolder) -> None:
    folder.write("a", b"one")
    for name, age in ((".new-old", 7200), (".new-fresh", 0)):
        (folder.path / name).touch()
        os.utime(folder.path / name, (time.time() - age,) * 2)
    folder.shrink(1 << 20)
    assert sorted(path.name for path in folder.path.iterdir()) == [".new-fresh", "a"]


def test_many_writers_at_once(folder: CacheFolder) -> None:
    texts = [bytes([65 + n]) * 50_000 for n in range(8)]
    seen: list[bytes | None] = []

    def work(text: bytes) -> None:
        for _ in range(20):
            folder.write("a", text)
            seen.append(folder.read("a"))
            folder.shrink(1 << 20)

    threads = [threading.Thread(target=work, args=(text,)) for text in texts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(seen) <= set(texts)


def test_what_is_from_the_future_goes_first(folder: CacheFolder) -> None:
    """The clock was set back: else nothing new would be kept until it has caught up."""
    ahead = time.time() + 10 * 365 * 86_400
    for name in "ab":
        folder.write(name, b"x" * 5000)
        os.utime(folder.path / name, (ahead, ahead))
    for name in "cd":
        folder.write(name, b"x" * 5000)
    (folder.path / ".new-early").touch()
    os.utime(folder.path / ".new-early", (ahead, ahead))
    folder.used("b")  # it is of use now, whatever it said
    folder.shrink(1 << 20)
    assert sorted(path.name for path in folder.path.iterdir()) == ["a", "b", "c", "d"]
    folder.shrink(19_999)
    assert sorted(path.name for path in folder.path.iterdir()) == ["b", "c", "d"]
