"""Files that are none, names that break lines, settings that are traps."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from followlint import intake
from followlint.cli import main
from followlint.report import FORMATS

pytestmark = pytest.mark.skipif(os.name == "nt", reason="files of POSIX")
Run = Callable[..., tuple[int, str, str]]
CHEAP = ["--isolated", "--no-cache", "--select", "FL504,FL9"]
DRAFT = "Thank you for the tour.\n"
#: Deeper than Python lets functions call one another.
DEEP = 1_050


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.chdir(tmp_path)

    def go(*arguments: str) -> tuple[int, str, str]:
        status = main(["check", *CHEAP, *arguments])
        out, err = capsys.readouterr()
        return status, out, err

    return go


class TestPipes:
    def test_one_that_nobody_writes_to(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(intake, "_PATIENCE", 0.1)
        os.mkfifo("draft.txt")
        said = "followlint: draft.txt: cannot be read: nobody writes to this pipe\n"
        assert run("draft.txt") == (2, "", said)

    def test_one_that_is_written_to(self, run: Run) -> None:
        os.mkfifo("draft.txt")
        writer = threading.Thread(target=lambda: Path("draft.txt").write_text(DRAFT))
        writer.start()
        status, out, err = run("draft.txt")
        writer.join()
        assert (status, err) == (1, "")
        assert out.startswith("draft.txt:1:1: FL504")

    @pytest.mark.parametrize("slow", ["", "sleep 0.3; "])
    def test_one_that_a_shell_makes(self, slow: str, tmp_path: Path) -> None:
        (tmp_path / "draft.txt").write_text(DRAFT)
        cheap = " ".join(CHEAP)
        command = f"{sys.executable} -m followlint {cheap} <({slow}cat draft.txt)"
        done = subprocess.run(["bash", "-c", command], cwd=tmp_path, capture_output=True, text=True)
        assert (done.returncode, done.stderr) == (1, "")
        assert ":1:1: FL504" in done.stdout

    def test_one_in_a_folder_is_no_draft(self, run: Run) -> None:
        Path("drafts").mkdir()
        os.mkfifo("drafts/draft.txt")
        os.mkfifo("drafts/mail.mbox")
        status, out, err = run("drafts")
        assert (status, out) == (2, "")
        assert "no drafts here" in err

    def test_a_mailbox_that_is_a_pipe(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(intake, "_PATIENCE", 0.1)
        os.mkfifo("mail.mbox")
        status, _, err = run("mail.mbox")
        assert (status, err.count("\n")) == (2, 1)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs a device without end")
def test_a_device_without_end(run: Run) -> None:
    status, out, err = run("/dev/zero")
    assert (status, err) == (
        2,
        "followlint: /dev/zero: larger than any email: more than 40,000,000 bytes\n",
    )
    assert out.startswith("/dev/zero:1:1: FL901")


def test_standard_input_without_end() -> None:
    command = [sys.executable, "-m", "followlint", *CHEAP, "-"]
    with Path("/dev/zero").open("rb") as zeros:
        done = subprocess.run(command, stdin=zeros, capture_output=True, text=True)
    assert done.returncode == 2
    assert done.stderr == "followlint: -: larger than any email: more than 40,000,000 bytes\n"


def test_a_filter_swallows_no_byte(tmp_path: Path) -> None:
    """What is too large to be mended goes out as it came in."""
    path = tmp_path / "large"
    path.write_bytes(b"We met on Tuesday.\n" * 2_200_000)
    command = [sys.executable, "-m", "followlint", *CHEAP, "--fix", "-"]
    with path.open("rb") as file, (tmp_path / "out").open("wb") as out:
        done = subprocess.run(command, stdin=file, stdout=out, stderr=subprocess.PIPE)
    assert done.returncode == 2
    assert (tmp_path / "out").read_bytes() == path.read_bytes()


class TestNoFile:
    def test_a_folder_called_like_a_draft(self, run: Run) -> None:
        Path("a.txt").mkdir()
        Path("a.txt/b.txt").write_text(DRAFT)
        assert run("a.txt")[1].startswith("a.txt/b.txt:1:1: FL504")
        assert run(".")[1].startswith("a.txt/b.txt:1:1: FL504")

    def test_links_that_lead_in_circles(self, run: Run) -> None:
        Path("a.txt").symlink_to("b.txt")
        Path("b.txt").symlink_to("a.txt")
        Path("self.txt").symlink_to("self.txt")
        Path("loop").symlink_to(".")
        Path("draft.txt").write_text(DRAFT)
        for name in ("a.txt", "self.txt"):
            assert run(name) == (2, "", f"followlint: {name}: no such file or folder\n")
        status, out, err = run(".")
        assert (status, out.count("\n"), err) == (1, 1, "")
        assert run("loop")[1].startswith("loop/draft.txt")

    def test_one_draft_by_two_names(self, run: Run) -> None:
        Path("draft.txt").write_text(DRAFT)
        Path("other.txt").symlink_to("draft.txt")
        assert run(".", "draft.txt", "other.txt")[1].count("FL504") == 1

    @pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs such a file")
    def test_a_file_that_cannot_be_read(self, run: Run) -> None:
        status, out, err = run("/proc/self/mem")
        assert (status, out) == (2, "")
        assert err.startswith("followlint: /proc/self/mem: cannot be read: ")

    @pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may read all")
    def test_a_file_that_may_not_be_read(self, run: Run) -> None:
        Path("draft.txt").touch(0o000)
        said = "followlint: draft.txt: cannot be read: Permission denied\n"
        assert run("draft.txt") == (2, "", said)

    def test_a_name_that_is_too_long(self, run: Run) -> None:
        status, out, err = run("x" * 5_000)
        assert (status, out, err.count("\n")) == (2, "", 1)

    def test_a_thousand_folders_within_one_another(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / "draft.txt").write_text(DRAFT)
        deepest = 0
        try:
            while deepest < DEEP:
                Path("d").mkdir()
                os.chdir("d")
                deepest += 1
            Path("draft.txt").write_text(DRAFT)
            os.chdir(tmp_path)
            status, out, err = run(".")
        finally:  # whoever clears up after tests may not get so deep
            os.chdir(tmp_path)
            for _ in range(deepest):
                os.chdir("d")
            for _ in range(deepest):
                for path in Path().iterdir():
                    path.rmdir() if path.is_dir() else path.unlink()
                os.chdir("..")
        assert (status, err) == (1, "")
        assert [line.count("/") for line in out.splitlines()] == [DEEP, 0]


NAMES = [
    "a\nb.txt",
    "a\r\n::error::b.txt",
    "a\"b'c.txt",
    "a<b>&c.txt",
    "a%0Ab,c:d.txt",
    "\x1b[31mred.txt",
    "\u202etxt.exe.txt",
    "-rf.txt",
    " .txt",
    "京\U0001f600.txt",
    "a\u2028b.txt",
    "$(id)`id`.txt",
]


@pytest.mark.parametrize("form", FORMATS)
def test_hostile_names(form: str, run: Run) -> None:
    """Each is shown in every format, on one line where a line is what the format has."""
    for name in NAMES:
        Path(name).write_text(DRAFT, encoding="utf-8")
    os.write(os.open(b"no\xffutf.txt", os.O_WRONLY | os.O_CREAT), DRAFT.encode())
    status, out, err = run(".", "--output-format", form)
    assert (status, err) == (1, "")
    out.encode("utf-8")
    assert "\x1b" not in out
    assert "\u202e" not in out
    if form == "text":
        assert len(out.splitlines()) == len(NAMES) + 1
    if form == "json":
        assert {item["filename"] for item in json.loads(out)} >= set(NAMES)


def test_hostile_names_are_mended_under_their_names(run: Run) -> None:
    for name in NAMES:
        Path(name).write_text("Hi Ana,\n\nWe met 😀\n", encoding="utf-8")
    status, _, err = run("--select", "FL201", "--fix", ".")
    assert (status, err) == (0, f"followlint: fixed: {len(NAMES)}, left: 0\n")
    assert sorted(p.name for p in Path().iterdir()) == sorted(NAMES)


SETTINGS = {
    "no end of lists": "ignore = " + "[" * 50_000,
    "no end of closed lists": "ignore = " + "[" * 5_000 + "]" * 5_000,
    "no end of tables": "a = " + "{a=" * 5_000,
    "no end of dots": "[" + ".".join("a" * 100_000) + "]",
    "no end of digits": "a = " + "9" * 10_000,
    "no end of it": "# " + "a" * 5_000_000,
    "NULs": "\0\0",
    "a class that is none": "exclude = ['[z-a]', '[', '**a**b**c**']\nselect = 1",
    "stars": "exclude = ['" + "*a" * 50 + "']\nselect = 1",
    "itself": "extend = 'trap.toml'",
}


@pytest.mark.parametrize("name", SETTINGS)
def test_hostile_settings(name: str, run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    Path("draft.txt").write_text(DRAFT)
    Path("trap.toml").write_text(SETTINGS[name])
    status = main(["check", "--no-cache", "--config", "trap.toml", "draft.txt"])
    out, err = capsys.readouterr()
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert "trap.toml" in err


RULES = {
    "no end of lists": "[" * 50_000,
    "no end of closed lists": "[" * 20_000 + "]" * 20_000,
    "no end of dashes": "- " * 20_000,
    "no end of keys": "? " * 20_000,
    "no end of mappings": "{a: " * 5_000 + "}" * 5_000,
    "no end of indents": "\n".join(" " * n + "a:" for n in range(2_000)),
    "a bomb": "a: &a [x, x]\n" + "\n".join(f"b{n}: &b{n} [*a, *a]" for n in range(50)),
    "a tag": "code: !!python/object/apply:os.system [echo]",
    "itself": "&a [*a]",
    "noise": "\x00\x01\x02",
    "half a character": '"\\ud800"',
}


@pytest.mark.parametrize("name", RULES)
def test_hostile_rules(name: str, run: Run) -> None:
    Path("draft.txt").write_text(DRAFT)
    Path("rules").mkdir()
    Path("rules/TM001-trap.yaml").write_text(RULES[name])
    status, out, err = run("--rules", "rules", "draft.txt")
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert "TM001-trap.yaml" in err
